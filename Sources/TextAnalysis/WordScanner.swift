/// The word segmentation of ICU (UAX #29, Russian) for the characters of ``CharacterClass``, cut at our cuts.
///
/// Equal to ICU's words cut at the same characters; `SegmentationTwinTests` compares them. It works between two *borders*:
/// places where ICU's segmentation starts afresh. After a space, a line break or any other character of the class `other`
/// there always is a word boundary, whatever follows, and none of ICU's rules looks back over a boundary or ahead over a space.
enum WordScanner {
    /// Appends the parts from `start`, which must be a border, to the next space or line feed, and returns its offset or
    /// that of the end.
    ///
    /// `nil`, and nothing appended, if there is something unfamiliar.
    static func appendParts(of text: Span<UInt8>, from start: Int, to parts: inout [WordPart]) -> Int? {
        let countBefore = parts.count
        var word = OpenWord()
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte == 0x20 || byte == 0x0A { break }
            let character = ClassifiedCharacter(in: text, at: index)
            guard character.characterClass != .unfamiliar, !word.isUnfamiliar(before: character) else {
                parts.removeLast(parts.count - countBefore)
                return nil
            }
            word.take(character, at: index, &parts)
            index += character.byteCount
        }
        word.close(&parts)
        return index
    }

    /// Appends the parts of a word of ICU's: what our cuts leave of it.
    static func appendParts(ofWord word: Range<Int>, in text: Span<UInt8>, to parts: inout [WordPart]) {
        var start = word.lowerBound
        var index = start
        while index < word.upperBound {
            let cut = cutByteCount(text, at: index)
            if cut > 0 {
                parts.appendPart(from: start, to: index, WordCharacters(of: text, start..<index))
                start = index + cut
            }
            index += max(1, cut)
        }
        parts.appendPart(from: start, to: word.upperBound, WordCharacters(of: text, start..<word.upperBound))
    }

    /// Bytes of the character at `index` if it is one at which we cut a word of ICU's.
    ///
    /// Their full-width kin stay with ICU. The colon is in no word of ICU 72, but in those of other versions.
    private static func cutByteCount(_ text: Span<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: ":"): 1
        case 0xE2 where text.hasBytes("\u{202F}", at: index): 3
        default: 0
        }
    }
}

/// The word of ICU's that is being read, and the part of it that our last cut began.
struct OpenWord {
    private enum Last {
        case nothing, letter, digit, connector
    }

    private var last = Last.nothing
    /// Where the part begins, and where it ends as far as is known; marks at its end belong to it.
    private var start = 0
    private var end = 0
    private var kinds: WordCharacters = []
    /// A character after `end` that joins if the right one follows, and the offset behind it.
    private var joiner: CharacterClass?
    private var joinerEnd = 0
    /// ICU counts a lone connector for no word.
    private var isWord = false

    /// Whether ICU has to decide what becomes of the word: it takes one that ends in a connector with marks for none.
    func isUnfamiliar(before character: ClassifiedCharacter) -> Bool {
        last == .connector && character.characterClass == .mark
    }

    /// Takes the next character, which starts at `index`.
    mutating func take(_ character: ClassifiedCharacter, at index: Int, _ parts: inout [WordPart]) {
        switch character.characterClass {
        case .letter, .digit, .at:
            let next: Last = character.characterClass == .digit ? .digit : .letter
            join(next, at: index, &parts)
            isWord = true
            if character.characterClass == .at {
                cut(at: index, resumeAt: index + character.byteCount, &parts)
            } else {
                kinds.formUnion(character.kind)
                end = index + character.byteCount
            }
        case .connector:
            if joiner != nil { close(&parts) }
            isWord = last != .nothing
            if last == .nothing { open(at: index) }
            last = .connector
            cut(at: index, resumeAt: index + character.byteCount, &parts)
        case .apostrophe, .fullStop, .middleDot, .comma, .semicolon:
            guard joiner == nil, allows(character.characterClass) else { return close(&parts) }
            joiner = character.characterClass
            joinerEnd = index + character.byteCount
        case .mark:
            guard last != .nothing, joiner == nil else { return }
            kinds.insert(.other)
            end = index + character.byteCount
        case .other, .unfamiliar:
            close(&parts)
        }
    }

    /// Ends the word, if one is open.
    mutating func close(_ parts: inout [WordPart]) {
        if last != .nothing, isWord { parts.appendPart(from: start, to: end, kinds) }
        last = .nothing
        joiner = nil
        isWord = false
    }

    private mutating func open(at index: Int) {
        start = index
        end = index
        kinds = []
    }

    private mutating func cut(at index: Int, resumeAt next: Int, _ parts: inout [WordPart]) {
        if isWord { parts.appendPart(from: start, to: index, kinds) }
        open(at: next)
    }

    /// Whether a joiner may follow the last character.
    private func allows(_ joiner: CharacterClass) -> Bool {
        switch last {
        case .letter: joiner != .comma && joiner != .semicolon
        case .digit: joiner != .middleDot
        case .nothing, .connector: false
        }
    }

    /// Goes on with the open word, or opens one at `index`, where a letter or digit stands.
    private mutating func join(_ next: Last, at index: Int, _ parts: inout [WordPart]) {
        if joiner != nil, last != next { close(&parts) }
        if last == .nothing {
            open(at: index)
        } else if let joiner {
            if joiner == .fullStop {
                parts.appendPart(from: start, to: end, kinds)
                open(at: joinerEnd)
            } else {
                kinds.insert(joiner == .comma ? .comma : .other)
            }
            // Marks behind the joiner.
            if index > joinerEnd { kinds.insert(.other) }
        }
        joiner = nil
        last = next
    }
}
