/// Lengths of documents in one byte each.
///
/// Lengths up to 31 are kept exactly; above, four bits of mantissa remain (relative error ≤ 1/16), rounded down:
/// code `c ≥ 32` stands for `(16 + c % 16) << (c / 16 − 1)`.
public enum LengthNorms {
    /// The length that each of the 256 codes stands for.
    public static let lengths: [Float] = (0..<256).map { Float(length(ofCode: UInt8($0))) }

    /// The code of a length; lengths too long for a code take the last one.
    public static func code(ofLength length: UInt64) -> UInt8 {
        guard length >= 32 else { return UInt8(length) }
        let exponent = 63 - length.leadingZeroBitCount - 4
        let code = (exponent + 1) * 16 + Int((length >> UInt64(exponent)) & 15)
        return UInt8(min(code, 255))
    }

    /// The length of a code.
    public static func length(ofCode code: UInt8) -> UInt64 {
        guard code >= 32 else { return UInt64(code) }
        return UInt64(16 + code % 16) << UInt64(code / 16 - 1)
    }
}
