/// Cuts a text into ``SurfaceToken``s.
///
/// A word ends where letters end, a digit begins, or an abbreviation of addresses is grown together with a capital («ул», «Ленина»).
struct SurfaceTokenizer {
    /// Abbreviations that people forget to part from the name after them.
    private static let glued: Set<String> = [
        "г", "ул", "пр", "пер", "пос", "мкр", "ш", "наб", "пл", "бул", "просп", "д", "с", "гор", "обл", "пгт", "снт",
        "кв", "тер",
    ]
    /// Short words before a full stop that does not end a sentence.
    private static let abbreviations: Set<String> = [
        "г", "гр", "ул", "пр", "пер", "пос", "мкр", "ш", "наб", "пл", "тел", "моб", "д", "кв", "им", "тов", "просп",
        "р", "обл", "гор",
        "корп", "стр", "т", "с", "ф", "и", "о", "рожд", "урожд", "см", "др",
    ]
    private static let maxLetters = 40

    private var tokens: [SurfaceToken] = []
    /// The UTF-8 of the word that is being read.
    private var letters: [UInt8] = []
    private var digits: [UInt8] = []
    private var start = 0
    private var end = 0
    private var capitalCount = 0
    private var firstIsCapital = false
    private var lastIsCapital = false
    private var latinCount = 0
    private var letterCount = 0
    private var gap = SurfaceToken.Gap.none
    private var startsSentence = true
    /// A hyphen or apostrophe after letters that joins if a letter follows.
    private var pendingJoin: (sign: Unicode.Scalar, range: Range<Int>)?

    /// The tokens of a text, in order.
    ///
    /// - Complexity: O(bytes).
    static func tokens(of string: String) -> [SurfaceToken] {
        var tokenizer = SurfaceTokenizer()
        tokenizer.tokens.reserveCapacity(string.utf8.count / 8)
        var offset = 0
        for scalar in string.unicodeScalars {
            let next = offset + UTF8.width(scalar)
            tokenizer.take(SurfaceCharacter(scalar), offset..<next)
            offset = next
        }
        tokenizer.close()
        return tokenizer.tokens
    }

    private mutating func take(_ character: SurfaceCharacter, _ range: Range<Int>) {
        switch character {
        case .letter(let letter, let isCapital, let isLatin): takeLetter(letter, isCapital, isLatin, range)
        case .digit(let digit): takeDigit(digit, range)
        case .ignorable: break
        case .breve:
            // «и» and a breve are «й», the next letter of the alphabet.
            if letters.suffix(2).elementsEqual("и".utf8) { letters[letters.count - 1] += 1 }
            if !letters.isEmpty { end = range.upperBound }
        case .space:
            close()
            gap = max(gap, .space)
        case .lineBreak:
            close()
            gap = gap >= .line ? .blankLine : .line
            startsSentence = true
        case .mark(let sign): takeMark(sign, range)
        }
    }

    private mutating func takeLetter(
        _ letter: Unicode.Scalar, _ isCapital: Bool, _ isLatin: Bool, _ range: Range<Int>
    ) {
        if !digits.isEmpty || letterCount >= Self.maxLetters { close() }
        if let join = pendingJoin {
            pendingJoin = nil
            if join.sign == "-" { letters.append(UInt8(ascii: "-")) }
        } else if isCapital, !lastIsCapital, !letters.isEmpty, letterCount <= 5,
            Self.glued.contains(String(decoding: letters, as: UTF8.self))
        {
            close()
        }
        if letters.isEmpty {
            start = range.lowerBound
            firstIsCapital = isCapital
        }
        append(letter)
        letterCount += 1
        if isCapital { capitalCount += 1 }
        if isLatin { latinCount += 1 }
        lastIsCapital = isCapital
        end = range.upperBound
    }

    /// Appends the UTF-8 of a letter; those of the tokens have at most two bytes.
    private mutating func append(_ letter: Unicode.Scalar) {
        let value = letter.value
        if value < 0x80 {
            letters.append(UInt8(value))
        } else {
            letters.append(UInt8(0xC0 | value >> 6 & 0x1F))
            letters.append(UInt8(0x80 | value & 0x3F))
        }
    }

    private mutating func takeDigit(_ digit: UInt8, _ range: Range<Int>) {
        if !letters.isEmpty || digits.count >= Self.maxLetters { close() }
        if digits.isEmpty { start = range.lowerBound }
        digits.append(digit)
        end = range.upperBound
    }

    private mutating func takeMark(_ sign: Unicode.Scalar, _ range: Range<Int>) {
        if sign == "-" || sign == "'", !letters.isEmpty, pendingJoin == nil {
            pendingJoin = (sign, range)
            return
        }
        close()
        appendMark(sign, range)
    }

    private mutating func appendMark(_ sign: Unicode.Scalar, _ range: Range<Int>) {
        let last = tokens.last
        tokens.append(
            SurfaceToken(
                kind: .mark, utf8Range: range, form: String(sign), length: 1, capitals: .none, gap: gap, isLatin: false,
                startsSentence: startsSentence, roles: []))
        gap = .none
        switch sign {
        case "!", "?", "…": startsSentence = true
        case ".":
            if let last, last.kind == .number { startsSentence = true }
            if let last, last.kind == .word {
                startsSentence = !Self.abbreviations.contains(last.form) && last.length > 1
            }
        case ",", ";", ":", "(", ")", "-": startsSentence = false
        default: break
        }
    }

    /// Ends the word or number that is being read.
    private mutating func close() {
        if !letters.isEmpty { closeWord() }
        if !digits.isEmpty {
            let form = String(decoding: digits, as: UTF8.self)
            append(.number, form, length: digits.count, .none, isLatin: false)
            digits.removeAll(keepingCapacity: true)
        }
        if let join = pendingJoin {
            pendingJoin = nil
            appendMark(join.sign, join.range)
        }
    }

    private mutating func closeWord() {
        let isMixed = latinCount > 0 && latinCount < letterCount
        if isMixed {
            let scalars = String(decoding: letters, as: UTF8.self).unicodeScalars
            letters.removeAll(keepingCapacity: true)
            for scalar in scalars { append(SurfaceCharacter.cyrillicTwin(of: scalar) ?? scalar) }
        }
        let capitals: SurfaceToken.Capitals =
            !firstIsCapital ? .none : capitalCount == letterCount && letterCount > 1 ? .all : .first
        append(
            .word, String(decoding: letters, as: UTF8.self), length: letterCount, capitals,
            isLatin: latinCount == letterCount)
        letters.removeAll(keepingCapacity: true)
        capitalCount = 0
        latinCount = 0
        letterCount = 0
        lastIsCapital = false
    }

    private mutating func append(
        _ kind: SurfaceToken.Kind, _ form: String, length: Int, _ capitals: SurfaceToken.Capitals, isLatin: Bool
    ) {
        tokens.append(
            SurfaceToken(
                kind: kind, utf8Range: start..<end, form: form, length: length, capitals: capitals, gap: gap,
                isLatin: isLatin, startsSentence: startsSentence,
                roles: kind == .word && !isLatin ? AddressWords.roles(of: form) : []))
        gap = .none
        startsSentence = false
    }
}
