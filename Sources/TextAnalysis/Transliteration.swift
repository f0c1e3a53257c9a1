/// Russian written in Latin letters: «vozvrat», «zhaloba», «schet».
///
/// There are several common systems, none of which can be undone letter by letter: the soft sign is left out, and `y` is both «й» and «ы».
/// So a word is taken as a lattice of ``options(in:at:)``, each with a cost that says how unusual it is; a reader of the
/// lattice picks the cheapest path that spells a known word.
/// - Source: the systems of ICAO Doc 9303 (passports), GOST 7.79-2000 B and BGN/PCGN, and everyday chat spelling.
public enum Transliteration {
    /// One way to read the next letters of a Latin word.
    public struct Option: Equatable, Sendable {
        /// How many Latin letters it takes; ≥ 1.
        public let length: Int
        /// What they stand for; may be empty.
        public let russian: String
        /// 0 for the usual reading, more for rarer ones; the negative natural logarithm of a guessed share.
        public let cost: Float

        init(_ length: Int, _ russian: String, _ cost: Float) {
            self.length = length
            self.russian = russian
            self.cost = cost
        }
    }

    /// The cost of a soft sign that was left out, as most systems for names do.
    public static let softSignCost: Float = 1

    /// The readings of each group of letters wherever it stands; groups of more letters before those of fewer.
    ///
    /// Where `y`, `e` and `i` stand beside a vowel they have readings of their own.
    private static let groups: [(latin: [UInt8], readings: [(russian: String, cost: Float)])] = [
        ("shch", [("щ", 0), ("шч", 3)]), ("iya", [("ия", 0)]), ("iyu", [("ию", 0)]), ("iye", [("ие", 0)]),
        ("sch", [("щ", 0), ("сч", 1), ("ш", 3)]), ("tch", [("ч", 1)]),
        ("yo", [("е", 0.5)]), ("jo", [("е", 0.5)]), ("io", [("е", 3)]), ("yu", [("ю", 0)]), ("ju", [("ю", 0)]),
        ("iu", [("ю", 1)]), ("ya", [("я", 0)]), ("ja", [("я", 0)]), ("ia", [("я", 1), ("ия", 0.5)]),
        ("ye", [("е", 0.5)]), ("je", [("е", 0.5)]), ("ie", [("е", 2)]), ("yy", [("ый", 0)]), ("iy", [("ий", 0)]),
        ("zh", [("ж", 0)]), ("kh", [("х", 0)]), ("ts", [("ц", 0)]), ("tz", [("ц", 0.5)]), ("ch", [("ч", 0)]),
        ("sh", [("ш", 0), ("щ", 3)]), ("ph", [("ф", 0)]), ("ck", [("к", 0.5)]), ("ks", [("кс", 0)]), ("ee", [("и", 2)]),
        ("oo", [("у", 2)]), ("eh", [("э", 1)]), ("''", [("ъ", 0)]),
        ("a", [("а", 0)]), ("b", [("б", 0)]), ("c", [("ц", 0.5), ("к", 1), ("с", 1.5)]), ("d", [("д", 0)]),
        ("e", [("е", 0), ("э", 3)]), ("f", [("ф", 0)]), ("g", [("г", 0), ("ж", 3)]), ("h", [("х", 0), ("г", 3)]),
        ("i", [("и", 0), ("ы", 2.5)]), ("j", [("й", 0.5), ("ж", 1), ("дж", 2)]), ("k", [("к", 0)]), ("l", [("л", 0)]),
        ("m", [("м", 0)]), ("n", [("н", 0)]), ("o", [("о", 0)]), ("p", [("п", 0)]), ("q", [("к", 1), ("я", 2)]),
        ("r", [("р", 0)]), ("s", [("с", 0), ("ш", 4)]), ("t", [("т", 0)]), ("u", [("у", 0), ("ю", 2.5)]),
        ("v", [("в", 0)]), ("w", [("в", 0.5), ("ш", 2)]), ("x", [("кс", 0), ("х", 0.7)]),
        ("y", [("и", 1.5)]), ("z", [("з", 0), ("ж", 4)]), ("'", [("ь", 0), ("ъ", 0.7), ("", 2)]),
        ("4", [("ч", 0)]), ("6", [("ш", 0)]),
    ].map { (Array($0.0.utf8), $0.1) }

    /// The groups by their first letter.
    private static let groupsByLetter: [[Int]] = {
        var table = [[Int]](repeating: [], count: 128)
        for (number, group) in groups.enumerated() { table[Int(group.latin[0])].append(number) }
        return table
    }()

    /// The ways to read a Latin word of small ASCII letters from one of its letters on, longest groups first.
    ///
    /// Never empty: a character that stands for nothing stays itself. A `4` or `6` should be given only where it stands
    /// for a letter.
    public static func options(in word: [UInt8], at start: Int) -> [Option] {
        let letter = word[start]
        let isAfterVowel = start > 0 && isVowel(word[start - 1])
        var options: [Option] = []
        for number in letter < 128 ? groupsByLetter[Int(letter)] : [] {
            let (latin, readings) = groups[number]
            guard word[start...].starts(with: latin) else { continue }
            for (russian, cost) in readings { options.append(Option(latin.count, russian, cost)) }
        }
        switch letter {
        // «moy», «moi»: a vowel before makes it short; «elektronnyy», «poetomu»: «э» opens a syllable.
        case UInt8(ascii: "y"):
            options += [
                Option(1, "й", isAfterVowel ? 0 : start == 0 ? 0.5 : 3), Option(1, "ы", isAfterVowel ? 1.5 : 0),
            ]
        case UInt8(ascii: "i") where isAfterVowel: options.append(Option(1, "й", 0.7))
        case UInt8(ascii: "e") where isAfterVowel || start == 0: options.append(Option(1, "э", 0.7))
        default: break
        }
        if options.isEmpty { options.append(Option(1, String(Unicode.Scalar(letter)), 0)) }
        return options
    }

    /// A Latin word in Russian letters by the cheapest reading of each group, in lower case.
    ///
    /// Characters that are no Latin letters stay, except `4` and `6` that stand for letters.
    public static func russian(fromLatin word: some StringProtocol) -> String {
        var result = ""
        for run in runs(of: word.lowercased()) {
            guard run.isLatin else {
                result += run.text
                continue
            }
            let letters = Array(run.text.utf8)
            var index = 0
            while index < letters.count {
                guard let best = cheapest(options(in: letters, at: index)) else { break }
                result += best.russian
                index += best.length
            }
        }
        return result
    }

    /// A part of a text.
    public struct Run: Equatable, Sendable {
        /// The part.
        public let text: String
        /// Whether it is of Latin letters, apostrophes inside, and digits that stand for letters.
        public let isLatin: Bool
    }

    /// Cuts a text of small letters into parts that can be read as Russian and others.
    public static func runs(of text: String) -> [Run] {
        let bytes = Array(text.utf8)
        var runs: [Run] = []
        var start = 0
        func isLatin(_ index: Int) -> Bool {
            if isLetter(bytes[index]) { return true }
            let isInside =
                index + 1 < bytes.count && isLetter(bytes[index + 1]) && (index == 0 || isLetter(bytes[index - 1]))
            switch bytes[index] {
            case UInt8(ascii: "4"), UInt8(ascii: "6"): return isInside
            case UInt8(ascii: "'"): return index > 0 && (isLetter(bytes[index - 1]) || bytes[index - 1] == bytes[index])
            default: return false
            }
        }
        while start < bytes.count {
            let kind = isLatin(start)
            var end = start + 1
            while end < bytes.count, isLatin(end) == kind { end += 1 }
            runs.append(Run(text: String(decoding: bytes[start..<end], as: UTF8.self), isLatin: kind))
            start = end
        }
        return runs
    }

    /// The best single step: a letter more in the group outweighs a cost of 1.
    private static func cheapest(_ options: [Option]) -> Option? {
        options.min { $0.cost - Float($0.length) < $1.cost - Float($1.length) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
}
