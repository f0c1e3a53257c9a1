/// Addresses that run code or carry their content: `javascript:`, `vbscript:`, `data:text/html`.
///
/// - Source: URL Standard (a scheme may be written in any case); OWASP Cross Site Scripting Prevention Cheat Sheet.
enum DangerousScheme {
    private static let schemes = ["javascript:", "vbscript:", "livescript:", "data:", "file://", "blob:http"].map {
        Array($0.utf8)
    }

    /// The places of such addresses, each up to the next white space or quotation mark.
    ///
    /// `data:` counts only before a media type or a comma, as it is a word too.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
            index = colon + 1
            guard let start = start(of: bytes, colon: colon), start >= (ranges.last?.upperBound ?? 0) else { continue }
            let end = bytes[colon...].firstIndex { $0.isASCIISpace || "\"'<>".utf8.contains($0) } ?? bytes.count
            ranges.append(start..<max(end, colon + 1))
            index = max(end, colon + 1)
        }
        return ranges
    }

    private static func start(of bytes: [UInt8], colon: Int) -> Int? {
        for scheme in schemes {
            guard let offset = scheme.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let start = colon - offset
            guard bytes.has(scheme, at: start), start == 0 || !bytes[start - 1].isASCIILetter else { continue }
            if offset == 4, scheme[0] == UInt8(ascii: "d"), !isDataAddress(bytes, after: colon) { continue }
            return start
        }
        return nil
    }

    private static func isDataAddress(_ bytes: [UInt8], after colon: Int) -> Bool {
        let head = bytes[(colon + 1)...].prefix(40).prefix { !$0.isASCIISpace }
        return head.contains(UInt8(ascii: "/")) || head.first == UInt8(ascii: ",") || head.contains(UInt8(ascii: ";"))
    }
}
