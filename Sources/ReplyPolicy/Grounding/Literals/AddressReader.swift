/// Links, hosts and e-mail addresses.
///
/// A link is compared without its scheme and `www.`, with the host in small letters and all else letter for letter. A host without scheme
/// counts too (`kudesovo.example`), when its last part is of Latin letters or one of the Russian zones.
enum AddressReader {
    /// The address that starts at `start`, if one does.
    static func match(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (value: ClaimLiteral.Value, end: Int)? {
        let limit = endOfChunk(bytes, start, end)
        guard limit > start + 3 else { return nil }
        let chunk = bytes[start..<limit]
        if let at = chunk.firstIndex(of: UInt8(ascii: "@")), at > start, at + 1 < limit {
            return (.email(String(decoding: chunk, as: UTF8.self).lowercased()), limit)
        }
        guard chunk.contains(UInt8(ascii: ".")) || chunk.contains(UInt8(ascii: ":")) else { return nil }
        let text = String(decoding: chunk, as: UTF8.self)
        guard isLink(text) else { return nil }
        return (.link(canonical(text)), limit)
    }

    /// A longer address is cut, in the draft as in the source.
    static let maxBytes = 256

    /// The end of what has no space, quotation mark or bracket, without punctuation at its end.
    private static func endOfChunk(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        let end = min(end, start + maxBytes)
        loop: while index < end, ClaimBytes.space(bytes, index, end) == 0 {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: ";"),
                UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
                0xC2, 0xE2:
                break loop
            default: index += 1
            }
        }
        while index > start, [0x2E, 0x21, 0x3F, 0x3A, 0x27].contains(bytes[index - 1]) { index -= 1 }
        return index
    }

    private static func isLink(_ text: String) -> Bool {
        if text.contains("://") || text.lowercased().hasPrefix("www.") { return true }
        let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let zone = labels.last, labels.allSatisfy({ !$0.isEmpty }) else { return false }
        guard labels[0].contains(where: \.isLetter) || labels.count > 2 else { return false }
        if russianZones.contains(zone.lowercased()) { return true }
        return zone.utf8.count >= 2 && zone.utf8.allSatisfy(ClaimBytes.isLatin)
    }

    private static let russianZones: Set<String> = [
        "рф", "рус", "ру", "онлайн", "сайт", "москва", "орг", "ком", "дети",
    ]

    private static func canonical(_ text: String) -> String {
        var rest = text[...]
        if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
        if rest.lowercased().hasPrefix("www.") { rest = rest.dropFirst(4) }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.lowercased() + rest.dropFirst(host.count)
    }
}

extension Substring {
    /// Where `other` first occurs.
    fileprivate func range(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}
