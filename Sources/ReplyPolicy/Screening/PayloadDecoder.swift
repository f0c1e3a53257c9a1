/// Finds stretches in a code and decodes them, within bounds.
///
/// Found: base64 (both alphabets) and hexadecimal digits of 16 characters or more, percent signs, `\u0438`, `&#1080;`, `\x69`, groups of
/// eight binary digits. A stretch counts only if it decodes to a readable text: order numbers, hashes and tokens do not.
/// - Source: RFC 4648 (base16, base64), RFC 3986 (percent-encoding); the encodings of garak's encoding probes.
struct PayloadDecoder {
    /// The most bytes decoded of one text; what lies behind is not looked at.
    static let maxDecodedBytes = 16_384

    private let bytes: [UInt8]
    private var payloads: [EncodedPayload] = []
    private var decodedBytes = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The readable payloads of a text.
    ///
    /// - Complexity: O(bytes).
    static func payloads(in bytes: [UInt8]) -> [EncodedPayload] {
        var decoder = PayloadDecoder(bytes)
        decoder.findRuns()
        decoder.findEscapes()
        return decoder.payloads
    }

    private mutating func add(_ range: Range<Int>, _ code: EncodedPayload.Code, _ decoded: [UInt8]) -> Bool {
        guard decodedBytes + decoded.count <= Self.maxDecodedBytes, EncodedPayload.isReadable(decoded) else {
            return false
        }
        decodedBytes += decoded.count
        payloads.append(EncodedPayload(range: range, code: code, decoded: decoded))
        return true
    }

    // MARK: Runs of one alphabet

    private mutating func findRuns() {
        var start = 0
        while start < bytes.count {
            guard Self.base64Value(bytes[start]) != nil else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, Self.base64Value(bytes[end]) != nil { end += 1 }
            if end - start >= 12, decodedBytes < Self.maxDecodedBytes { decodeRun(start..<end) }
            start = end
        }
        findGroups(of: 2, radix: 16, .hexadecimal)
        findGroups(of: 8, radix: 2, .binary)
    }

    private mutating func decodeRun(_ run: Range<Int>) {
        if run.count >= 16, run.count.isMultiple(of: 2), bytes[run].allSatisfy({ Self.hexValue($0) != nil }),
            add(run, .hexadecimal, Self.digits(bytes[run], groupOf: 2, radix: 16))
        {
            return
        }
        guard run.count >= 16 || run.upperBound < bytes.count && bytes[run.upperBound] == UInt8(ascii: "=") else {
            return
        }
        let end = run.upperBound + bytes[run.upperBound...].prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
        _ = add(run.lowerBound..<end, .base64, Self.base64(bytes[run].prefix(Self.maxDecodedBytes)))
    }

    /// Groups of digits with a space, comma or colon between: `d0 b7 d0 b0`.
    private mutating func findGroups(of size: Int, radix: UInt8, _ code: EncodedPayload.Code) {
        var start = 0
        while start < bytes.count {
            var decoded: [UInt8] = []
            var end = start
            var index = start
            while let value = Self.group(bytes, at: index, size, radix), decoded.count < Self.maxDecodedBytes {
                decoded.append(value)
                end = index + size
                index = end
                if index < bytes.count, " ,:-\n".utf8.contains(bytes[index]) { index += 1 }
                if bytes.has("0x".utf8, at: index) || bytes.has("\\x".utf8, at: index) { index += 2 }
            }
            if decoded.count >= 8, end - start > decoded.count * size || size == 8 {
                _ = add(start..<end, code, decoded)
            }
            start = max(end, start + 1)
        }
    }

    private static func group(_ bytes: [UInt8], at index: Int, _ size: Int, _ radix: UInt8) -> UInt8? {
        guard index + size <= bytes.count else { return nil }
        var value: UInt8 = 0
        for place in index..<index + size {
            guard let digit = hexValue(bytes[place]), digit < radix else { return nil }
            value = value &* radix &+ digit
        }
        return value
    }

    // MARK: Escapes

    /// Decodes percent signs, `\u…`, `\x…` and HTML entities in words that have three or more of them.
    private mutating func findEscapes() {
        guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") })
        else { return }
        var start = 0
        while start < bytes.count {
            // Words with escapes, joined over the spaces between them.
            var end = start
            var decoded: [UInt8] = []
            var count = 0
            while end < bytes.count, bytes[end] != 0x0A, decoded.count < Self.maxDecodedBytes {
                if let (byte, length) = Self.escape(bytes, at: end) {
                    decoded += byte
                    end += length
                    count += 1
                } else {
                    decoded.append(bytes[end] == UInt8(ascii: "+") && count > 0 ? 0x20 : bytes[end])
                    end += 1
                }
            }
            if count >= 3 { _ = add(start..<end, .escapes, decoded) }
            start = end + 1
        }
    }

    private static func escape(_ bytes: [UInt8], at index: Int) -> (bytes: [UInt8], length: Int)? {
        switch bytes[index] {
        case UInt8(ascii: "%"):
            return group(bytes, at: index + 1, 2, 16).map { ([$0], 3) }
        case UInt8(ascii: "\\"):
            if bytes.has("\\x".utf8, at: index) { return group(bytes, at: index + 2, 2, 16).map { ([$0], 4) } }
            guard bytes.has("\\u".utf8, at: index), let high = group(bytes, at: index + 2, 2, 16),
                let low = group(bytes, at: index + 4, 2, 16)
            else { return nil }
            return utf8(UInt32(high) << 8 | UInt32(low)).map { ($0, 6) }
        case UInt8(ascii: "&"):
            return entity(bytes, at: index)
        default: return nil
        }
    }

    private static func entity(_ bytes: [UInt8], at index: Int) -> (bytes: [UInt8], length: Int)? {
        guard bytes.has("&#".utf8, at: index) else { return nil }
        let isHex = bytes.has("x".utf8, at: index + 2)
        var place = index + (isHex ? 3 : 2)
        let start = place
        var value: UInt32 = 0
        while place < bytes.count, place - start < 6, let digit = hexValue(bytes[place]), isHex || digit < 10 {
            value = value * (isHex ? 16 : 10) + UInt32(digit)
            place += 1
        }
        guard place > start, let encoded = utf8(value) else { return nil }
        if place < bytes.count, bytes[place] == UInt8(ascii: ";") { place += 1 }
        return (encoded, place - index)
    }

    private static func utf8(_ value: UInt32) -> [UInt8]? {
        Unicode.Scalar(value).map { Array(String($0).utf8) }
    }

    // MARK: Digits

    private static func digits(_ run: ArraySlice<UInt8>, groupOf size: Int, radix: UInt8) -> [UInt8] {
        let run = Array(run.prefix(maxDecodedBytes * 2))
        return stride(from: 0, to: run.count - size + 1, by: size).compactMap { group(run, at: $0, size, radix) }
    }

    private static func base64(_ run: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in run {
            guard let value = base64Value(byte) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    private static func base64Value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        case 0x41...0x46: byte - 0x37
        default: nil
        }
    }
}
