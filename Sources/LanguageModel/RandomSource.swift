/// Random numbers for jitter and request numbers; tests put a seeded one in.
public struct RandomSource: Sendable {
    /// 64 random bits.
    public let next: @Sendable () -> UInt64

    /// Makes a source of its one operation.
    public init(next: @escaping @Sendable () -> UInt64) { self.next = next }

    /// The machine's random numbers.
    public static let system = RandomSource(next: systemNext)

    /// A number from 0 up to and without 1, in steps of 2⁻⁵³.
    func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A random UUID in lower case.
    ///
    /// - Source: RFC 9562, section 5.4 (version 4).
    func uuid() -> String {
        let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Array((Self.hexadecimal(high) + Self.hexadecimal(low)).utf8)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
        return parts.joined(separator: "-")
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

@Sendable private func systemNext() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
}
