import MappedStorage

/// The layout of a segment's file: one header, then the sections.
///
/// ```
/// offset  bytes  what
/// 0       8      magic SFLSEGMT
/// 8       4      format version, 2
/// 12      4      sections, 5
/// 16      8      number of the segment
/// 24      5·24   for each section, in the order of their codes: 4 code, 4 CRC-32 of its bytes, 8 offset, 8 length
/// 144     4      CRC-32 of the 144 bytes before
/// 148     4      zero
/// 152            the sections, each at the next offset that 8 divides; the bytes between are zero; the file ends with the last section
/// ```
/// The header's checksum names the segment's content: it covers the checksums of all sections.
enum SegmentFile {
    static let alignment = 8
    static let sectionEntryByteCount = 24
    static let sectionTableOffset = 24
    static let checksumOffset = sectionTableOffset + SegmentSection.allCases.count * sectionEntryByteCount
    static let headerByteCount = aligned(checksumOffset + 4)

    static func aligned(_ offset: Int) -> Int {
        (offset + alignment - 1) / alignment * alignment
    }
}

extension SegmentSection {
    /// What the section table calls the section; a code is never used again for something else.
    var code: UInt32 {
        switch self {
        case .terms: 1
        case .chunks: 2
        case .postings: 3
        case .stored: 4
        case .userdata: 5
        }
    }

    /// Whether the section's checksum is checked when the segment is opened.
    ///
    /// The stored records are by far the largest part and have a checksum each, checked when one is read.
    var isCheckedAtOpening: Bool { self != .stored }
}

/// The bytes of a segment's file, ready to be written piece by piece.
///
/// The sections are shared with the content, not copied: a segment may be larger than what is left of the memory.
struct SegmentFileImage {
    /// What the file is made of, in order.
    let pieces: [[UInt8]]
    /// Bytes of all pieces.
    let byteCount: Int
    /// The checksum in the header.
    let headerChecksum: UInt32

    /// Lays out the sections; a section that the content does not have is empty.
    init(_ content: SegmentContent, number: UInt64) {
        var header = ByteWriter()
        header.writeBytes(IndexFile.segmentMagic.utf8)
        header.writeInteger(IndexFile.formatVersion)
        header.writeInteger(UInt32(SegmentSection.allCases.count))
        header.writeInteger(number)
        let sections = Dictionary(content.sections.map { ($0.section, $0.bytes) }) { first, _ in first }
        var body: [[UInt8]] = []
        var offset = SegmentFile.headerByteCount
        for kind in SegmentSection.allCases {
            let bytes = sections[kind] ?? []
            let start = SegmentFile.aligned(offset)
            if start > offset { body.append([UInt8](repeating: 0, count: start - offset)) }
            header.writeInteger(kind.code)
            header.writeInteger(Checksum.crc32(bytes))
            header.writeInteger(UInt64(start))
            header.writeInteger(UInt64(bytes.count))
            if !bytes.isEmpty { body.append(bytes) }
            offset = start + bytes.count
        }
        headerChecksum = Checksum.crc32(header.bytes)
        header.writeInteger(headerChecksum)
        header.writeBytes(repeatElement(0, count: SegmentFile.headerByteCount - header.byteCount))
        pieces = [header.bytes] + body
        byteCount = offset
    }
}
