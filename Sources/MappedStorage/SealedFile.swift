/// A file of one structure between a header that names it and a checksum that seals it.
///
/// ```
/// offset      bytes  what
/// 0           8      magic, ASCII: which structure this is
/// 8           4      format version, little-endian
/// 12          8      payload length in bytes, little-endian
/// 20          n      payload
/// 20 + n      4      CRC-32 of all bytes before, little-endian
/// ```
///
/// Any flipped bit and any truncation is found when the file is opened, before the payload is looked at.
public enum SealedFile {
    /// Bytes before the payload.
    public static let headerByteCount = 20
    /// Bytes after the payload.
    public static let footerByteCount = 4

    /// The complete bytes of a file.
    ///
    /// `magic` must be 8 ASCII characters.
    public static func seal(magic: String, version: UInt32, payload: [UInt8]) -> [UInt8] {
        precondition(magic.utf8.count == 8, "a magic has 8 bytes")
        var writer = ByteWriter()
        writer.writeBytes(magic.utf8)
        writer.writeInteger(version)
        writer.writeInteger(UInt64(payload.count))
        writer.writeBytes(payload)
        writer.writeInteger(Checksum.crc32(writer.bytes))
        return writer.bytes
    }

    /// The checksum in the footer of a sealed file: what tells two sound files of one structure apart.
    ///
    /// A checksum over the whole file does not: CRC-32 of any bytes followed by their own CRC-32 is the same constant.
    /// - Throws: `.corrupt` when the file is shorter than a footer.
    public static func sealChecksum(of file: MappedFile) throws(StorageError) -> UInt32 {
        let start = max(0, file.byteCount - footerByteCount)
        var footer = ByteReader(file: file.path, range: start..<file.byteCount)
        return try file.withBytes { (bytes) throws(StorageError) in try footer.readInteger(UInt32.self, from: bytes) }
    }

    /// The checksum in the footer of the bytes that ``seal(magic:version:payload:)`` returned.
    public static func sealChecksum(of sealed: [UInt8]) -> UInt32 {
        sealed.suffix(footerByteCount).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Checks magic, version, length and checksum; returns the range of the payload.
    ///
    /// - Throws: `.corrupt` for any other content; `.incompatibleVersion` for a sound file of another version.
    public static func validate(
        _ file: MappedFile, magic: String, version: UInt32
    ) throws(StorageError) -> Range<Int> {
        try file.withBytes { (bytes) throws(StorageError) in
            try validate(bytes, file: file.path, magic: magic, version: version)
        }
    }

    private static func validate(
        _ bytes: RawSpan, file: String, magic: String, version: UInt32
    ) throws(StorageError) -> Range<Int> {
        var reader = ByteReader(file: file, range: 0..<bytes.byteCount)
        guard try reader.readBytes(8, from: bytes) == Array(magic.utf8) else {
            throw .corrupt(file: file, byteOffset: 0, expected: "the magic \(magic)")
        }
        let found = try reader.readInteger(UInt32.self, from: bytes)
        let length = try reader.readInteger(UInt64.self, from: bytes)
        let expectedLength = bytes.byteCount - headerByteCount - footerByteCount
        guard expectedLength >= 0, length == UInt64(expectedLength) else {
            throw .corrupt(file: file, byteOffset: 12, expected: "a payload of \(length) bytes")
        }
        let sealed = bytes.byteCount - footerByteCount
        var footer = ByteReader(file: file, range: sealed..<bytes.byteCount)
        let checksum = try footer.readInteger(UInt32.self, from: bytes)
        guard checksum == Checksum.crc32(bytes.extracting(0..<sealed)) else {
            throw .corrupt(file: file, byteOffset: sealed, expected: "the checksum of the bytes before")
        }
        guard found == version else {
            throw .incompatibleVersion(file: file, found: found, supported: version)
        }
        return headerByteCount..<sealed
    }
}
