/// Identifiers: names of programs and methods, article and order numbers.
///
/// 1. ``programmingName``: `C++`, `C#`, `F#`, `J#`, `.NET`; the letter C also where it is Cyrillic.
/// 2. ``articleNumber``: short groups of letters and digits joined by `-` or `/`, at least one with a digit and one with
///    Cyrillic letters: `А-12345`, `12/Б`, `152-ФЗ`. Where all Cyrillic letters look like Latin ones the term is Latin, so
///    that `А-12345` is the same in both scripts. Not `кто-то` (no digit), `2-й` (an ending), `10-летний` (a word).
/// 3. ``latinRun``: parts of Latin letters and digits joined by one of `.`, `_`, `-`, `@`, `:`, `/` or by any number of
///    `_`: `crm.deal.add`, `v2.3.1`, `8-800`, `KD-1234-AB`.
enum IdentifierRules {
    /// The unit that starts at part `first`.
    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        programmingName(text, parts, first, &terms)
            ?? articleNumber(text, parts, first, &terms)
            ?? latinRun(text, parts, first)
    }

    // MARK: Programming languages

    private static func programmingName(
        _ text: Span<UInt8>, _ parts: [WordPart], _ first: Int, _ terms: inout [UInt8]
    ) -> WordUnit? {
        guard let name = programmingName(text, parts[first]) else { return nil }
        let termStart = terms.count
        name.term.withUTF8Buffer { bytes in
            for index in 0..<bytes.count { unsafe terms.append(bytes[index]) }
        }
        return WordUnit(utf8Range: name.range, last: first, term: termStart..<terms.count)
    }

    private static func programmingName(_ text: Span<UInt8>, _ part: WordPart) -> (
        range: Range<Int>, term: StaticString
    )? {
        if part.byteCount == 3, text.byte(at: part.start - 1) == UInt8(ascii: ".") {
            let before = text.byte(at: part.start - 2)
            let isFree = before < 0x80 && !WordCharacters.isLetterOrDigit(before)
            return isFree && isNet(text, part.start) ? (part.start - 1..<part.end, ".net") : nil
        }
        guard part.byteCount <= 2 else { return nil }
        let letter =
            part.byteCount == 1 ? text[part.start] | 0x20 : isCyrillicC(text, part.start) ? UInt8(ascii: "c") : 0
        if letter == UInt8(ascii: "c"), text.hasBytes("++", at: part.end), isFree(text, part.end + 2) {
            return (part.start..<part.end + 2, "c++")
        }
        guard text.byte(at: part.end) == UInt8(ascii: "#"), isFree(text, part.end + 1) else { return nil }
        let term: StaticString? =
            switch letter {
            case UInt8(ascii: "c"): "c#"
            case UInt8(ascii: "f"): "f#"
            case UInt8(ascii: "j"): "j#"
            default: nil
            }
        return term.map { (part.start..<part.end + 1, $0) }
    }

    private static func isNet(_ text: Span<UInt8>, _ start: Int) -> Bool {
        text[start] | 0x20 == UInt8(ascii: "n") && text[start + 1] | 0x20 == UInt8(ascii: "e")
            && text[start + 2] | 0x20 == UInt8(ascii: "t")
    }

    private static func isCyrillicC(_ text: Span<UInt8>, _ start: Int) -> Bool {
        text.hasBytes("С", at: start) || text.hasBytes("с", at: start)
    }

    /// Whether neither a letter or digit nor another sign of a name is at `index`.
    private static func isFree(_ text: Span<UInt8>, _ index: Int) -> Bool {
        let byte = text.byte(at: index)
        return !WordCharacters.isLetterOrDigit(byte) && byte != UInt8(ascii: "+") && byte != UInt8(ascii: "#")
    }

    // MARK: Article numbers

    /// The longest group, in bytes: four Cyrillic letters and four digits.
    private static let maxGroupBytes = 12
    private static let maxGroups = 6

    private static func articleNumber(
        _ text: Span<UInt8>, _ parts: [WordPart], _ first: Int, _ terms: inout [UInt8]
    ) -> WordUnit? {
        guard isJoined(text, parts, first) else { return nil }
        var last = first
        var characters = parts[first].characters
        while isJoined(text, parts, last) {
            let next = parts[last + 1]
            if parts[last].characters == .digit, OrdinalEndings.contains(text, next) { return nil }
            characters.formUnion(next.characters)
            last += 1
            guard last - first < maxGroups else { return nil }
        }
        guard characters.isSuperset(of: [.digit, .cyrillic]), !characters.contains(.other),
            parts[first...last].allSatisfy({ $0.byteCount <= maxGroupBytes && isGroup($0) })
        else { return nil }
        let range = parts[first].start..<parts[last].end
        return WordUnit(utf8Range: range, last: last, term: latinTwin(text, range, &terms))
    }

    /// Whether part `index` and the next are joined by exactly one `-` or `/`.
    private static func isJoined(_ text: Span<UInt8>, _ parts: [WordPart], _ index: Int) -> Bool {
        guard index + 1 < parts.count, parts[index + 1].start == parts[index].end + 1 else { return false }
        let sign = text[parts[index].end]
        return sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/")
    }

    /// Letters alone are at most four, of which a Cyrillic one has two bytes.
    private static func isGroup(_ part: WordPart) -> Bool {
        part.characters.contains(.digit) || part.byteCount <= (part.characters.contains(.cyrillic) ? 8 : 4)
    }

    /// The number in Latin letters if every Cyrillic letter in it has a Latin twin.
    private static func latinTwin(_ text: Span<UInt8>, _ range: Range<Int>, _ terms: inout [UInt8]) -> Range<Int>? {
        let termStart = terms.count
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte < 0x80 {
                terms.append(byte)
                index += 1
            } else if let twin = Homoglyphs.latinTwin(lead: byte, tail: text[index + 1]) {
                terms.append(twin)
                index += 2
            } else {
                terms.removeLast(terms.count - termStart)
                return nil
            }
        }
        return termStart..<terms.count
    }

    // MARK: Latin identifiers

    private static func latinRun(_ text: Span<UInt8>, _ parts: [WordPart], _ first: Int) -> WordUnit? {
        var last = first
        guard isLatinOrDigit(parts[first]) else { return nil }
        while last + 1 < parts.count, isLatinOrDigit(parts[last + 1]),
            isJoin(text, parts[last].end, parts[last + 1].start), !startsUnit(text, parts, last + 1)
        { last += 1 }
        guard last > first else { return nil }
        return WordUnit(utf8Range: parts[first].start..<parts[last].end, last: last)
    }

    private static func isLatinOrDigit(_ part: WordPart) -> Bool {
        part.characters.isSubset(of: [.latin, .digit])
    }

    /// Whether an identifier ends before part `index`: `C/C++`, `url:https://…`, `mail:help@kudesovo.example`.
    private static func startsUnit(_ text: Span<UInt8>, _ parts: [WordPart], _ index: Int) -> Bool {
        if programmingName(text, parts[index]) != nil || AddressRules.schemeEnd(text, parts[index]) != nil {
            return true
        }
        guard text[parts[index].start - 1] == UInt8(ascii: ":") else { return false }
        return EMailRule.isAddress(text, parts, index)
    }

    private static func isJoin(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var signs = 0
        for index in start..<end {
            switch text[index] {
            case UInt8(ascii: "_"): continue
            case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "/"):
                signs += 1
            default: return false
            }
        }
        return signs <= 1
    }
}

/// Endings of ordinals and inflected numbers, which a hyphen joins to digits: `2-й`, `5-го`, `10-ти`, `3-х`.
///
/// - Source: the rules of Russian spelling of 2006, § 111 (the last one or two letters), and the older habit of three.
enum OrdinalEndings {
    /// Their bytes, the first in the lowest bits.
    private static let all: Set<UInt64> = Set(
        "а е и й м х ю я го ми му ти ой ый ий ая ое ее ые ие ых их ым им ую ью ей ом ем ого его ому ему ыми ими"
            .split(separator: " ").map { ending in ending.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    )

    static func contains(_ text: Span<UInt8>, _ part: WordPart) -> Bool {
        guard part.characters == .cyrillic, part.byteCount <= 6 else { return false }
        return all.contains(text.eightBytes(at: part.start) & (1 << UInt64(8 * part.byteCount) - 1))
    }
}
