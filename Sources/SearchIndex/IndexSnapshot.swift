import MappedStorage

/// One open generation of an index, immutable and safe to share.
///
/// It stays readable while it lives, whatever is committed meanwhile.
public struct IndexSnapshot: Sendable {
    /// What the generation says of itself.
    public let manifest: IndexManifest
    /// Bytes of all its files.
    public let byteCount: Int

    /// In the order of their documents.
    public let segments: [IndexSegment]
    /// The open files.
    let files: OpenIndex
    /// The scoring formula of each layer.
    let formulas: [BM25F]

    /// Checks the structure of the segments, whose checksums were checked when their files were opened.
    ///
    /// Segments that `previous` has open are not checked again.
    init(_ files: OpenIndex, reusing previous: IndexSnapshot? = nil) throws(IndexError) {
        self.files = files
        manifest = files.manifest
        byteCount = files.byteCount
        formulas = manifest.schema.layers.map(BM25F.init)
        var segments: [IndexSegment] = []
        var firstDocument = 0
        for segment in files.segments {
            let reader = try Self.reader(of: segment, manifest: manifest, reusing: previous)
            segments.append(IndexSegment(segment, reader: reader, firstDocument: firstDocument))
            firstDocument += segment.record.documentCount
        }
        self.segments = segments
    }

    private static func reader(
        of segment: OpenSegment, manifest: IndexManifest, reusing previous: IndexSnapshot?
    ) throws(IndexError) -> SegmentReader {
        if let previous, let place = previous.files.segments.firstIndex(where: { $0.file.file === segment.file.file }) {
            return previous.segments[place].reader
        }
        return try mappingStorageErrors { () throws(StorageError) in
            try SegmentReader(
                sections: segment.file.sections, documentCount: segment.record.documentCount,
                layerCount: manifest.schema.layers.count, file: segment.file.file.path)
        }
    }

    /// The bytes given to the commit.
    public var userData: [UInt8] { segments.first?.reader.userData ?? [] }

    /// Terms of all layers; one in several segments counts in each.
    public var termCount: Int { segments.reduce(0) { $0 + $1.reader.terms.termCount } }

    /// Documents of the generation, deleted ones included.
    public var documentCount: Int { segments.last?.documents.upperBound ?? 0 }

    /// Documents of the generation that are not deleted.
    public var liveDocumentCount: Int { segments.reduce(0) { $0 + $1.liveDocumentCount } }

    /// The number of the generation.
    public var generation: UInt64 { manifest.generation }

    /// Bytes of each section, summed over the segments, by name; the rest of ``byteCount`` is headers, deletions and the manifest.
    public var sectionByteCounts: [String: Int] {
        var counts: [String: Int] = [:]
        for segment in files.segments {
            for (section, bytes) in segment.file.sections { counts[section.rawValue, default: 0] += bytes.byteCount }
        }
        return counts
    }

    /// The stored bytes of a document, which must belong to this generation.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func storedBytes(of docID: DocID) throws(IndexError) -> [UInt8] {
        let segment = segment(of: docID)
        let local = DocID(docID.rawValue - UInt32(segment.firstDocument))
        return try mappingStorageErrors { () throws(StorageError) in try segment.reader.stored.record(of: local) }
    }

    /// Gives the stored bytes of a document, which must belong to this generation, to `body`.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func withStoredBytes<Result>(
        of docID: DocID, _ body: (RawSpan) -> Result
    ) throws(IndexError) -> Result {
        let segment = segment(of: docID)
        let local = DocID(docID.rawValue - UInt32(segment.firstDocument))
        return try mappingStorageErrors { () throws(StorageError) in
            try segment.reader.stored.withRecord(of: local, body)
        }
    }

    /// In how many documents a term of a layer occurs; deleted documents count until they are merged away.
    public func documentFrequency(of term: String, layer: Int) throws(IndexError) -> Int {
        segments.reduce(0) { $0 + ($1.reader.terms.find(layer: layer, term: term)?.documentFrequency ?? 0) }
    }

    /// The idf of a term of a layer by the formula of ``BM25F``; a term of no document has the highest.
    public func inverseDocumentFrequency(of term: String, layer: Int) throws(IndexError) -> Float {
        BM25F.idf(documentFrequency: try documentFrequency(of: term, layer: layer), documentCount: documentCount)
    }

    /// The segment of a document.
    func segment(of docID: DocID) -> IndexSegment {
        let document = Int(docID.rawValue)
        precondition(document < documentCount, "a document of this index")
        var low = 0
        var high = segments.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if segments[middle].firstDocument <= document { low = middle } else { high = middle }
        }
        return segments[low]
    }
}
