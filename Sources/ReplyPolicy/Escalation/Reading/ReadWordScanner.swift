import TextAnalysis

/// Cuts a message into words for one reading.
///
/// Undoes the disguises on the way: letters of two scripts in a word, digits and signs for letters inside a Russian word, stretched
/// letters, words spelt with spaces or hyphens between the letters, marks that show nothing.
struct ReadWordScanner {
    /// The words so far.
    private(set) var words: [ReadWord] = []
    private var scalars: [Unicode.Scalar] = []
    private var start = 0
    private var end = 0
    private var sentence = 0
    private var clause = 0
    private var isAfterHyphen = false
    /// The character before the present one.
    private var before: Unicode.Scalar = " "

    private static let clauseEnds = Set(".!?…\n\r;,:()«»\"—–".unicodeScalars)

    /// Longer words are cut off; no word of a language is that long.
    private static let maxLetters = 40

    /// Scans the whole text.
    mutating func scan(_ text: String, as kind: MessageReading.Kind = .asTyped) {
        var offset = 0
        var isLatinChunk = false
        var isLink = false
        var previous: Unicode.Scalar = " "
        let all = Array(text.unicodeScalars)
        for (index, original) in all.enumerated() {
            let length = original.utf8.count
            if index == 0 || previous.properties.isWhitespace {
                isLink = Self.isLink(all, from: index)
                isLatinChunk = kind == .wrongLayout && Self.isLatinChunk(all, from: index)
            }
            let scalar = isLink ? " " : isLatinChunk ? Self.fromLayout(original) : original
            add(scalar, offset..<offset + length, next: index + 1 < all.count ? all[index + 1] : " ")
            offset += length
            previous = original
        }
        finishWord()
        joinSpelledLetters()
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ range: Range<Int>, next: Unicode.Scalar) {
        defer { before = scalar }
        if LetterCode.code(of: scalar) != nil || isMask(scalar, next: next) {
            if scalars.isEmpty {
                start = range.lowerBound
                isAfterHyphen = before == "-"
            }
            if scalars.count < Self.maxLetters { scalars.append(scalar) }
            end = range.upperBound
            return
        }
        if scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .nonspacingMark {
            // A short sign above «и» makes «й»; other marks are shown or not, they are no letters.
            if scalar.value == 0x306, scalars.last == "и" { scalars[scalars.count - 1] = "й" }
            return
        }
        // «der'mo»: the sign stands for a letter that is left out.
        if scalar == "'" || scalar == "\u{2019}", !scalars.isEmpty, LetterCode.code(of: next) != nil { return }
        finishWord()
        if let name = EmojiName.name(of: scalar) {
            words.append(ReadWord(letters: LetterCode.codes(of: name), utf8Range: range, sentence: sentence))
        }
        if ".!?…\n\r;".unicodeScalars.contains(scalar) { sentence += 1 }
        if Self.clauseEnds.contains(scalar) || (scalar == "-" && before == " " && next == " ") { clause += 1 }
    }

    /// Whether a sign stands inside a word, or hides its end: «п*здец», «бл@ть», «х**».
    private func isMask(_ scalar: Unicode.Scalar, next: Unicode.Scalar) -> Bool {
        guard let last = scalars.last else { return false }
        switch scalar {
        case "*": return last != "*" ? LetterCode.code(of: last).map(LetterCode.isRussian) ?? false : true
        case "@", "#", "$":
            return [last, next].allSatisfy { LetterCode.code(of: $0).map(LetterCode.isRussian) ?? false }
        default: return false
        }
    }

    private mutating func finishWord() {
        defer { scalars.removeAll(keepingCapacity: true) }
        guard !scalars.isEmpty else { return }
        let letters = Self.unmasked(scalars)
        var word = ReadWord(
            letters: Self.shrunk(letters), utf8Range: start..<end, sentence: sentence, isHyphenated: isAfterHyphen)
        word.clause = clause
        words.append(word)
    }

    /// The codes of a word, in Russian letters where it has one.
    private static func unmasked(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        let codes = scalars.map { LetterCode.code(of: $0) ?? LetterCode.mask }
        let russian = codes.filter(LetterCode.isRussian).count
        guard russian > 0, russian * 2 >= codes.count || codes.contains(LetterCode.mask) else { return codes }
        return codes.indices.map { index in
            let code = codes[index]
            if let twin = LetterCode.russianTwin(ofLatin: code) { return twin }
            let isInside = index > 0 && index + 1 < codes.count && LetterCode.isRussian(codes[index - 1])
            let stands = LetterCode.russianLetter(standingFor: scalars[index])
            return isInside ? stands ?? code : code
        }
    }

    /// The letters with runs of three and more shrunk to one: «ооочень», «операторааа».
    private static func shrunk(_ letters: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < letters.count {
            var next = index + 1
            while next < letters.count, letters[next] == letters[index] { next += 1 }
            let isStretched = next - index >= 3 && !LetterCode.isDigit(letters[index])
            result.append(contentsOf: letters[index..<(isStretched ? index + 1 : next)])
            index = next
        }
        return result
    }

    /// Joins four and more letters in a row that stand alone: «о п е р а т о р».
    private mutating func joinSpelledLetters() {
        guard words.contains(where: { $0.letters.count == 1 }) else { return }
        var joined: [ReadWord] = []
        var index = 0
        while index < words.count {
            var next = index
            while next < words.count, words[next].letters.count == 1, words[next].isRussian { next += 1 }
            if next - index >= 4, next - index <= Self.maxLetters {
                let run = words[index..<next]
                var word = ReadWord(
                    letters: run.flatMap(\.letters),
                    utf8Range: words[index].utf8Range.lowerBound..<words[next - 1].utf8Range.upperBound,
                    sentence: words[index].sentence)
                word.clause = words[index].clause
                joined.append(word)
                index = next
            } else {
                joined.append(contentsOf: words[index..<max(next, index + 1)])
                index = max(next, index + 1)
            }
        }
        words = joined
    }

    /// Whether the text up to the next white space has Latin letters and no others.
    private static func isLatinChunk(_ all: [Unicode.Scalar], from start: Int) -> Bool {
        var hasLatin = false
        for scalar in all[start...] {
            if scalar.properties.isWhitespace { break }
            guard scalar.isASCII else { return false }
            if let code = LetterCode.code(of: scalar), LetterCode.isLatin(code) { hasLatin = true }
        }
        return hasLatin
    }

    /// Whether an address of the web begins here; its letters are no words.
    private static func isLink(_ all: [Unicode.Scalar], from start: Int) -> Bool {
        ["http://", "https://", "www."].contains { all[start...].starts(with: $0.unicodeScalars) }
    }

    /// The sign of the same key in the Russian layout.
    private static func fromLayout(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "&": return "?"
        case "/": return "."
        case "?": return ","
        default: return KeyboardLayout.russian(fromLatin: String(scalar)).unicodeScalars.first ?? scalar
        }
    }
}
