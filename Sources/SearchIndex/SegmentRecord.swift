/// What the manifest says of a segment.
struct SegmentRecord: Equatable, Sendable {
    /// The generation that added the segment; no two segments share it.
    let number: UInt64
    /// Documents in it, deleted ones included.
    let documentCount: Int
    /// The length of its file.
    let byteCount: Int
    /// The checksum in the header of its file, which stands for all its bytes.
    let headerChecksum: UInt32
    /// Which documents are deleted; `nil` for none.
    var deletions: DeletionsRecord?

    /// Documents that are not deleted.
    var liveDocumentCount: Int { documentCount - (deletions?.count ?? 0) }

    /// The files of the segment.
    var files: [IndexFile] {
        var files = [IndexFile.segment(number)]
        if let deletions { files.append(.deletions(generation: deletions.generation, segment: number)) }
        return files
    }
}

/// What the manifest says of a file of deletions.
struct DeletionsRecord: Equatable, Sendable {
    /// The generation that wrote it.
    let generation: UInt64
    /// Deleted documents, at least one and not all.
    let count: Int
    /// The checksum in the footer of the file.
    let checksum: UInt32
}
