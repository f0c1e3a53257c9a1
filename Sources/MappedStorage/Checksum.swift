import CZlib

/// CRC-32 (ISO-HDLC, the one of gzip and PNG), computed by zlib.
///
/// Detects every single flipped bit and every burst of up to 32 bits.
public enum Checksum {
    /// The checksum of `bytes`.
    public static func crc32(_ bytes: RawSpan) -> UInt32 {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            let typed = unsafe base.assumingMemoryBound(to: UInt8.self)
            return unsafe UInt32(truncatingIfNeeded: crc32_z(0, typed, buffer.count))
        }
    }

    /// The checksum of an array of bytes.
    public static func crc32(_ bytes: [UInt8]) -> UInt32 {
        unsafe crc32(bytes.span.bytes)
    }
}
