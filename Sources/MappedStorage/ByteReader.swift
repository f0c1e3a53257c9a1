/// Reads little-endian numbers and variable-length integers from bytes, checking every step.
///
/// Nothing traps: a read past the end throws `.corrupt` with the file and the offset.
public struct ByteReader {
    /// The file the bytes come from, for messages.
    public let file: String
    /// The offset of the next byte to read.
    public private(set) var byteOffset: Int
    private let end: Int

    /// Starts at the first byte of `range`, which must lie in the span given to the reads.
    public init(file: String, range: Range<Int>) {
        self.file = file
        byteOffset = range.lowerBound
        end = range.upperBound
    }

    /// Bytes left before the end of the range.
    public var remaining: Int { end - byteOffset }

    /// Reads a fixed-width little-endian integer.
    public mutating func readInteger<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type, from bytes: RawSpan
    ) throws(StorageError) -> T {
        try require(MemoryLayout<T>.size, "an integer of \(MemoryLayout<T>.size) bytes", in: bytes)
        let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: byteOffset, as: type)
        byteOffset += MemoryLayout<T>.size
        return T(littleEndian: value)
    }

    /// Reads an unsigned LEB128 integer of at most 32 bits (1 to 5 bytes).
    public mutating func readVarint(from bytes: RawSpan) throws(StorageError) -> UInt32 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 28, by: 7) {
            try require(1, "a variable-length integer", in: bytes)
            let byte = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: byteOffset, as: UInt8.self)
            byteOffset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                guard value <= UInt64(UInt32.max) else { break }
                return UInt32(value)
            }
        }
        throw .corrupt(file: file, byteOffset: byteOffset, expected: "a variable-length integer of at most 32 bits")
    }

    /// Reads `count` bytes.
    public mutating func readBytes(_ count: Int, from bytes: RawSpan) throws(StorageError) -> [UInt8] {
        try require(count, "\(count) bytes", in: bytes)
        let result = unsafe bytes.extracting(byteOffset..<(byteOffset + count)).withUnsafeBytes { unsafe Array($0) }
        byteOffset += count
        return result
    }

    /// Reads a string: its byte count as a varint, then valid UTF-8.
    public mutating func readString(from bytes: RawSpan) throws(StorageError) -> String {
        let start = byteOffset
        let count = Int(try readVarint(from: bytes))
        let utf8 = try readBytes(count, from: bytes)
        guard let string = String(validating: utf8, as: UTF8.self) else {
            throw .corrupt(file: file, byteOffset: start, expected: "valid UTF-8")
        }
        return string
    }

    /// Skips `count` bytes.
    public mutating func skip(_ count: Int, in bytes: RawSpan) throws(StorageError) {
        try require(count, "\(count) bytes", in: bytes)
        byteOffset += count
    }

    private func require(_ count: Int, _ expected: @autoclosure () -> String, in bytes: RawSpan) throws(StorageError) {
        guard count >= 0, count <= end - byteOffset, end <= bytes.byteCount else {
            throw .corrupt(file: file, byteOffset: byteOffset, expected: expected())
        }
    }
}
