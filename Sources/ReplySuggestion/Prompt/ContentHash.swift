/// A 64-bit name of a text: FNV-1a of its bytes.
///
///     hash = 14695981039346656037
///     for each byte: hash = (hash xor byte) · 1099511628211 mod 2⁶⁴
///
/// It is the same on every machine and in every release, and tells by accident changed texts apart. It is no protection against a person who
/// looks for two texts with the same hash: whoever may change prompt files may change the product.
///
/// - Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm, draft-eastlake-fnv.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    /// The number.
    public private(set) var value: UInt64 = offsetBasis

    /// The hash of no bytes.
    public init() {}

    /// The hash of a text's UTF-8.
    public init(_ text: String) { combine(text.utf8) }

    /// Goes on with more bytes: the hash of two pieces is that of the pieces put together.
    public mutating func combine(_ bytes: some Sequence<UInt8>) {
        var hash = value
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* Self.prime }
        value = hash
    }

    /// 16 hexadecimal digits, small letters.
    public var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
