/// Russian written in Latin letters: «vozvrat», «zhaloba», «schet».
///
/// There are several common systems, none of which can be undone letter by letter: the soft sign is left out, and `y` is both «й» and «ы».
/// So a word is written back as well as rules can, and compared with the words of the index by a ``skeleton(of:)`` in which the lost
/// differences do not count.
/// - Source: the systems of ICAO Doc 9303 (passports) and GOST 7.79-2000 B, and everyday chat spelling.
public enum Transliteration {
    /// Latin groups, longest first, with their Russian letters.
    private static let groups: [(latin: [Character], russian: String)] = [
        ("shch", "щ"), ("sch", "щ"), ("yo", "е"), ("jo", "е"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"),
        ("ja", "я"), ("ia", "ия"),
        ("ye", "е"), ("je", "е"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш"),
        ("ph", "ф"), ("ck", "к"),
        ("a", "а"), ("b", "б"), ("c", "ц"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"),
        ("j", "й"), ("k", "к"),
        ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"),
        ("u", "у"), ("v", "в"),
        ("w", "в"), ("x", "кс"), ("y", "ы"), ("z", "з"), ("'", "ь"), ("4", "ч"), ("6", "ш"),
    ].map { (Array($0.0), $0.1) }

    private static let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y"]

    /// A Latin word in Russian letters, in lower case.
    ///
    /// Characters that are no Latin letters stay, except `4` and `6` that stand for letters.
    public static func russian(fromLatin word: some StringProtocol) -> String {
        let letters = Array(word.lowercased())
        var result = ""
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            if letter == "y", isShortI(at: index, in: letters) {
                result += "й"
                index += 1
            } else if letter.isNumber, !standsForLetter(index, letters) {
                result.append(letter)
                index += 1
            } else if let group = groups.first(where: { letters[index...].starts(with: $0.latin) }) {
                result += group.russian
                index += group.latin.count
            } else {
                result.append(letter)
                index += 1
            }
        }
        return result
    }

    /// What is left of a Russian word when the differences that transliteration loses are taken away.
    ///
    /// «ь» and «ъ» are gone; «й», «ы» and «и» are one letter, and «э», «ё» and «е»; «щ» is «сч»; doubled letters are single.
    public static func skeleton(of word: String) -> String {
        var result = String.UnicodeScalarView()
        func append(_ scalar: Unicode.Scalar) {
            if result.last != scalar { result.append(scalar) }
        }
        for scalar in word.unicodeScalars {
            switch scalar {
            case "ь", "ъ": continue
            case "й", "ы": append("и")
            case "э", "ё": append("е")
            case "щ":
                append("с")
                append("ч")
            default: append(scalar)
            }
        }
        return String(result)
    }

    /// `y` after a vowel, or at the start before one, is «й»: `kotoryy`, `moy`.
    private static func isShortI(at index: Int, in letters: [Character]) -> Bool {
        guard index > 0, vowels.contains(letters[index - 1]) else { return false }
        let next = index + 1 < letters.count ? letters[index + 1] : nil
        return next != "a" && next != "u" && next != "e" && next != "o"
    }

    /// A digit that stands for a letter: before one, and at the start of the word or after one.
    private static func standsForLetter(_ index: Int, _ letters: [Character]) -> Bool {
        let before = index == 0 || letters[index - 1].isLetter
        return before && index + 1 < letters.count && letters[index + 1].isLetter
    }
}
