/// URLs: whole, and their host where more follows.
///
/// A URL begins with `http://`, `https://`, `ftp://` or `www.` and goes on over the characters of RFC 3986, without
/// `,`, `;` and `'`, and over Russian letters; it ends with its last letter or digit, so the punctuation of the sentence is
/// not of it. Its term has neither scheme nor `www.`: `https://www.kudesovo.example/a/` → `kudesovo.example/a`.
/// - Source: RFC 3986, section 2.
enum AddressRules {
    static func matchURL(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        guard let schemeEnd = schemeEnd(text, parts[first]) else { return nil }
        let end = endOfCharacters(text, from: schemeEnd, limit: parts[first].start + WordPart.maxBytes + 1)
        guard end - parts[first].start <= WordPart.maxBytes else { return nil }
        var last = first
        while last + 1 < parts.count, parts[last + 1].end <= end { last += 1 }
        var start = schemeEnd
        if text.hasBytes("www.", at: start) { start += 4 }
        guard last > first, parts[last].end > start else { return nil }
        let termStart = terms.count
        for index in start..<parts[last].end { terms.append(text[index]) }
        return WordUnit(
            utf8Range: parts[first].start..<parts[last].end,
            last: last,
            inner: host(text, parts, first...last, from: start),
            term: termStart..<terms.count
        )
    }

    /// The offset behind the scheme or `www.` that starts with a part.
    static func schemeEnd(_ text: Span<UInt8>, _ part: WordPart) -> Int? {
        guard (3...5).contains(part.byteCount) else { return nil }
        if text.hasBytes("www.", at: part.start), part.byteCount == 3 { return part.start }
        guard text.hasBytes("://", at: part.end) else { return nil }
        for scheme in schemes where scheme.utf8CodeUnitCount == part.byteCount {
            var isEqual = true
            scheme.withUTF8Buffer { bytes in
                for index in 0..<bytes.count where unsafe bytes[index] != text[part.start + index] | 0x20 {
                    isEqual = false
                }
            }
            if isEqual { return part.end + 3 }
        }
        return nil
    }

    private static let schemes: [StaticString] = ["http", "https", "ftp"]

    private static func endOfCharacters(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int {
        var index = start
        while index < text.count, index < limit {
            switch text[index] {
            case 0xD0, 0xD1: index += 2
            case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
                UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: ","),
                UInt8(ascii: ";"), UInt8(ascii: "'"):
                return index
            case 0x21...0x7E: index += 1
            default: return index
            }
        }
        return index
    }

    /// The host, if it has several parts and is not all of the address.
    private static func host(
        _ text: Span<UInt8>, _ parts: [WordPart], _ run: ClosedRange<Int>, from start: Int
    ) -> Range<Int>? {
        guard let first = run.first(where: { parts[$0].start >= start }) else { return nil }
        var last = first
        while last < run.upperBound, parts[last + 1].start == parts[last].end + 1,
            text[parts[last].end] == UInt8(ascii: ".") || text[parts[last].end] == UInt8(ascii: "-")
        { last += 1 }
        return last > first && last < run.upperBound ? parts[first].start..<parts[last].end : nil
    }
}

/// E-mail addresses: `help@kudesovo.example`, `ivan.petrov+chek@kudesovo.example`, `почта@пример.рф`.
///
/// Parts joined by one of `.`, `_`, `%`, `+`, `-`, then `@`, then at least two parts joined by `.` or `-` of which the last
/// follows a full stop. Not `почта@имя`.
/// - Source: RFC 5321 in its usual form, without quoted names.
struct EMailRule {
    /// Parts that start before this offset belong to the run of name parts that was read last.
    private var runEnd = 0
    /// The part of that run before an `@`, if one follows it.
    private var lastOfName: Int?

    /// Forgets what is known of the last text.
    mutating func forget() { self = EMailRule() }

    /// The address that starts at part `first`; parts must be asked for in their order.
    ///
    /// A run is read once, so that a long one takes linear time.
    mutating func match(_ text: Span<UInt8>, _ parts: [WordPart], at first: Int) -> WordUnit? {
        if parts[first].start >= runEnd {
            let end = Self.endOfName(text, parts, first)
            runEnd = parts[end].end
            lastOfName = text.byte(at: runEnd) == UInt8(ascii: "@") ? end : nil
        }
        guard let lastOfName, let last = Self.lastOfHost(text, parts, first, lastOfName) else { return nil }
        return WordUnit(utf8Range: parts[first].start..<parts[last].end, last: last)
    }

    /// Whether an address starts at part `first`.
    static func isAddress(_ text: Span<UInt8>, _ parts: [WordPart], _ first: Int) -> Bool {
        lastOfHost(text, parts, first, endOfName(text, parts, first)) != nil
    }

    private static func endOfName(_ text: Span<UInt8>, _ parts: [WordPart], _ first: Int) -> Int {
        var index = first
        while let sign = sign(text, parts, index), isOfName(sign) { index += 1 }
        return index
    }

    /// The last part of the host behind the `@` after part `lastOfName`, if all that from part `first` is an address.
    private static func lastOfHost(
        _ text: Span<UInt8>, _ parts: [WordPart], _ first: Int, _ lastOfName: Int
    ) -> Int? {
        guard sign(text, parts, lastOfName) == UInt8(ascii: "@") else { return nil }
        let limit = parts[first].start + WordPart.maxBytes
        var index = lastOfName + 1
        var last: Int?
        while parts[index].end <= limit, let sign = sign(text, parts, index),
            sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-")
        {
            index += 1
            if sign == UInt8(ascii: ".") { last = index }
        }
        return parts[index].end <= limit ? last : nil
    }

    /// The one byte between part `index` and the next, if both are plain.
    private static func sign(_ text: Span<UInt8>, _ parts: [WordPart], _ index: Int) -> UInt8? {
        guard index + 1 < parts.count, parts[index + 1].start == parts[index].end + 1 else { return nil }
        guard parts[index + 1].characters.isDisjoint(with: [.comma, .other]) else { return nil }
        return text[parts[index].end]
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
