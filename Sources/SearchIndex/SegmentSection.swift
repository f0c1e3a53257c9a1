import MappedStorage

/// The parts of a segment.
enum SegmentSection: String, CaseIterable {
    /// The dictionary of terms.
    case terms
    /// The directories of the posting lists.
    case chunks
    /// Places and impacts.
    case postings
    /// Stored bytes of the documents.
    case stored
    /// Bytes that mean nothing to the index.
    case userdata
}

/// A range of a mapped file.
struct MappedSection: Sendable {
    let file: MappedFile
    /// Half-open, inside the file.
    let range: Range<Int>

    var path: String { file.path }
    var byteCount: Int { range.count }

    /// The offset in the file of an offset in the section.
    func fileOffset(_ offset: Int) -> Int { range.lowerBound + offset }

    /// Gives the bytes of the section to `body`.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try file.withBytes { (bytes) throws(Failure) in try body(bytes.extracting(range)) }
    }

    /// A 4-byte integer at an offset in the section.
    ///
    /// - Throws: `.corrupt` outside the section.
    func integer(at offset: Int) throws(StorageError) -> UInt32 {
        guard offset >= 0, offset + 4 <= byteCount else { throw outside(offset, "4 bytes") }
        return withBytes { bytes in
            UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }

    /// Bytes at an offset in the section.
    ///
    /// - Throws: `.corrupt` outside the section.
    func bytes(at offset: Int, count: Int) throws(StorageError) -> [UInt8] {
        guard offset >= 0, count >= 0, offset + count <= byteCount else { throw outside(offset, "\(count) bytes") }
        return withBytes { bytes in
            unsafe bytes.extracting(offset..<(offset + count)).withUnsafeBytes { unsafe Array($0) }
        }
    }

    private func outside(_ offset: Int, _ expected: String) -> StorageError {
        .corrupt(file: path, byteOffset: fileOffset(offset), expected: expected)
    }
}
