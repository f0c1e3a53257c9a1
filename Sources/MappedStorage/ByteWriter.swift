/// Builds a byte string of little-endian numbers and variable-length integers.
///
/// The counterpart of ``ByteReader``.
public struct ByteWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// Starts empty.
    public init() {}

    /// Bytes written so far.
    public var byteCount: Int { bytes.count }

    /// Appends a fixed-width little-endian integer.
    public mutating func writeInteger<T: FixedWidthInteger>(_ value: T) {
        var rest = value.littleEndian
        for _ in 0..<MemoryLayout<T>.size {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Appends an unsigned LEB128 integer: 1 to 5 bytes.
    public mutating func writeVarint(_ value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Appends bytes as they are.
    public mutating func writeBytes(_ other: some Sequence<UInt8>) {
        bytes.append(contentsOf: other)
    }

    /// Appends a string: its byte count as a varint, then its UTF-8.
    public mutating func writeString(_ string: String) {
        writeVarint(UInt32(string.utf8.count))
        bytes.append(contentsOf: string.utf8)
    }
}
