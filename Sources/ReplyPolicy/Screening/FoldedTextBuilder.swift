/// Cuts a text into folded words, in one pass over its characters.
struct FoldedTextBuilder {
    private let lexicon: AttemptLexicon
    private var text = FoldedText()
    private var hidden = HiddenCharacterScan()
    // The word that is being read.
    private var start = 0
    private var end = 0
    private var latin = 0
    private var cyrillic = 0
    private var signs = 0
    private var disguise: FoldedText.Disguise = []
    private var hasHiddenBehind = false
    private var isInAddress = false
    // Between words.
    private var ordinal = 0
    private var opens = true
    /// The end of a full stop directly before, if it may part the labels of an address.
    private var dot: Int?

    init(_ lexicon: AttemptLexicon) { self.lexicon = lexicon }

    private var isInWord: Bool { text.letters.count > letterStart }
    private var letterStart = 0

    mutating func read(_ bytes: [UInt8]) {
        var reader = UTF8Reader(bytes)
        while let (scalar, range) = reader.next() {
            let value = scalar.value
            if value >= 0x80 || value < 0x20, HiddenCharacter.kind(of: scalar) != nil {
                // Tag characters are read apart; others only part the letters of a word.
                hasHiddenBehind = isInWord
            } else if let letter = FoldedLetter(scalar) {
                append(letter, range)
            } else if let sign = Self.letterSign(scalar), nextIsLetter(reader), isInWord || sign.mayBegin {
                append(sign.code, range)
                signs += 1
            } else if !joinMark(value, range) {
                endWord()
                endDot()
                separate(scalar, at: range.upperBound)
            }
        }
        endWord()
    }

    mutating func finish() -> FoldedText { text }

    // MARK: Letters

    private mutating func append(_ letter: FoldedLetter, _ range: Range<Int>) {
        switch letter.script {
        case .latin: latin += 1
        case .cyrillic: cyrillic += 1
        case .digit: signs += 1
        }
        if letter.isDressed { disguise.insert(.letters) }
        append(letter.code, range)
    }

    private mutating func append(_ code: UInt8, _ range: Range<Int>) {
        if !isInWord {
            begin(range.lowerBound, isLatin: code < 0x80)
        } else if hasHiddenBehind {
            disguise.insert(.hidden)
        }
        hasHiddenBehind = false
        end = range.upperBound
        text.letters.append(code)
        text.letterStarts.append(range.lowerBound)
    }

    private mutating func begin(_ position: Int, isLatin: Bool) {
        start = position
        isInAddress = isLatin && dot == position
        if isInAddress { dot = nil } else { endDot() }
    }

    private static func letterSign(_ scalar: Unicode.Scalar) -> (code: UInt8, mayBegin: Bool)? {
        switch scalar {
        case "@", "$": (UInt8(scalar.value), true)
        case "!", "|": (UInt8(scalar.value), false)
        default: nil
        }
    }

    private func nextIsLetter(_ reader: UTF8Reader) -> Bool {
        reader.peek().map { FoldedLetter($0) != nil } ?? false
    }

    /// Takes marks that belong to the letter before, and apostrophes; returns whether it was one.
    private mutating func joinMark(_ value: UInt32, _ range: Range<Int>) -> Bool {
        switch value {
        case 0x27, 0x2019: return isInWord
        case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20E2, 0x20E4...0x20FF:
            guard isInWord, let last = text.letters.last else { return true }
            // и with a breve is й; stress marks and the dots of ё are honest, lines through letters are not.
            if value == 0x306, last == 0xE8 { text.letters[text.letters.count - 1] = 0xE9 }
            if value >= 0x313 { disguise.insert(.letters) }
            end = range.upperBound
            return true
        default: return false
        }
    }

    // MARK: Ends

    private mutating func endWord() {
        guard isInWord else { return }
        let isMailbox = signs > 0 && text.letters[letterStart...].contains(UInt8(ascii: "@"))
        if cyrillic > 0, latin > 0 {
            unify()
            if !disguise.contains(.letters) { disguise.insert(.scripts) }
            disguise.insert(.letters)
        } else if signs > 0, latin + cyrillic > 0, latin + cyrillic >= signs {
            unify()
            disguise.insert(.signs)
        }
        let range = letterStart..<text.letters.count
        var word = FoldedText.Word(letters: range, utf8Range: start..<end, ordinal: ordinal, disguise: disguise)
        word.cues = lexicon.cues(of: text.letters[range])
        if word.cues.isEmpty, cyrillic == 0, range.count >= 3 {
            let russian = LetterSubstitution.transliterate(text.letters[range])
            word.cues = lexicon.cues(of: russian)
            // `zabud`, `intsrukcii`: soft signs and vowels are written as they sound.
            if word.cues.isEmpty, russian.count >= 5 {
                word.cues = AttemptLexicon.byEar.cues(of: SoundKey.key(russian))
            }
            if !word.cues.isEmpty { word.disguise.insert(.latin) }
        } else if word.cues.isEmpty, range.count >= 5, cyrillic > 0 {
            word.cues = AttemptLexicon.byEar.cues(of: SoundKey.key(Array(text.letters[range])))
        }
        if isInAddress { word.cues.insert(.address) }
        if opens { word.cues.insert(.opening) }
        text.words.append(word)
        // A mailbox is no run of words.
        if word.cues.subtracting(.signs).isEmpty, range.count >= 14, !isMailbox {
            let inner = text.segments(of: range, ordinal: ordinal, disguise: [.spacing, .joined], lexicon)
            text.words += inner
            ordinal += max(0, inner.count - 1)
        }
        ordinal += 1
        opens = false
        letterStart = text.letters.count
        (latin, cyrillic, signs, disguise) = (0, 0, 0, [])
        hasHiddenBehind = false
    }

    /// Writes a word of mixed letters in the script that most of it is in.
    private mutating func unify() {
        let range = letterStart..<text.letters.count
        let word = text.letters[range]
        let isCyrillic =
            if latin == 0 || cyrillic == 0 {
                cyrillic > 0
            } else if word.allSatisfy({
                $0 >= 0x80 || $0 < 0x61 || LetterSubstitution.hasCyrillicTwin.contains($0)
            }) { true } else if word.allSatisfy({ $0 < 0x80 || LetterSubstitution.hasLatinTwin.contains($0) }) {
                false
            } else { cyrillic >= latin }
        LetterSubstitution.unify(&text.letters[range], toCyrillic: isCyrillic)
    }

    private mutating func separate(_ scalar: Unicode.Scalar, at position: Int) {
        switch scalar {
        case "." where dot == nil && !opens: dot = position
        case ".", "!", "?", "…", "\n", "\u{2028}", "\u{2029}":
            if !opens { ordinal += 2 }
            opens = true
        case ":", "：": mark(.colonAfter)
        case "—", "–", "-": mark(.dashAfter)
        case "\"", "'", "«", "“", "„", "`", "‘": mark(.quoteAfter)
        default: break
        }
    }

    /// Ends a sentence at a full stop; one that a Latin letter follows parts the labels of an address instead.
    private mutating func endDot() {
        guard dot != nil else { return }
        dot = nil
        ordinal += 2
        opens = true
    }

    private mutating func mark(_ sign: AttemptCue) {
        guard let last = text.words.indices.last, !opens else { return }
        text.words[last].cues.insert(sign)
    }
}
