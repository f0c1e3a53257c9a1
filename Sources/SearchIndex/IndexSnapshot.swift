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
    let segments: [IndexSegment]
    /// The scoring formula of each layer.
    let formulas: [BM25F]

    /// Opens the files of a generation; checksums and structure are checked before anything is trusted.
    init(folder: String, generation: UInt64) throws(IndexError) {
        let manifestFile = try Self.open(.manifest, in: folder)
        manifest = try IndexManifest(file: manifestFile.file, payload: manifestFile.payload)
        guard manifest.generation == generation else {
            throw Self.corrupt(manifestFile.file, "generation \(generation)")
        }
        var sections: [SegmentSection: MappedSection] = [:]
        var byteCount = manifestFile.file.byteCount
        for section in SegmentSection.allCases {
            guard let kind = IndexFile(rawValue: section.rawValue) else { continue }
            let opened = try Self.open(kind, in: folder)
            try Self.check(opened.file, against: manifest)
            sections[section] = MappedSection(file: opened.file, range: opened.payload)
            byteCount += opened.file.byteCount
        }
        let documents = manifest.documentCount
        let layers = manifest.schema.layers
        let reader = try mappingStorageErrors { () throws(StorageError) in
            try SegmentReader(
                sections: sections, documentCount: documents, layerCount: layers.count, file: manifestFile.file.path)
        }
        segments = [IndexSegment(reader: reader, firstDocument: 0, deleted: nil)]
        formulas = layers.map(BM25F.init)
        self.byteCount = byteCount
    }

    /// The bytes given to the commit.
    public var userData: [UInt8] { segments.first?.reader.userData ?? [] }

    /// Terms of all layers; one in several segments counts in each.
    public var termCount: Int { segments.reduce(0) { $0 + $1.reader.terms.termCount } }

    /// Documents of the generation, deleted ones included.
    public var documentCount: Int { segments.last?.documents.upperBound ?? 0 }

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

    private typealias OpenFile = (file: MappedFile, payload: Range<Int>)

    private static func open(_ kind: IndexFile, in folder: String) throws(IndexError) -> OpenFile {
        try mappingStorageErrors { () throws(StorageError) in
            let file = try MappedFile(path: folder + "/" + kind.fileName)
            return (file, try SealedFile.validate(file, magic: kind.magic, version: IndexFile.formatVersion))
        }
    }

    /// Finds a sound file that belongs to another generation.
    private static func check(_ file: MappedFile, against manifest: IndexManifest) throws(IndexError) {
        let name = String(file.path.split(separator: "/").last ?? "")
        let checksum = try mappingStorageErrors { () throws(StorageError) in try SealedFile.sealChecksum(of: file) }
        guard manifest.files.contains(.init(name: name, byteCount: file.byteCount, checksum: checksum)) else {
            throw corrupt(file, "the file that the manifest of generation \(manifest.generation) names")
        }
    }

    private static func corrupt(_ file: MappedFile, _ expected: String) -> IndexError {
        .storage(.corrupt(file: file.path, byteOffset: 0, expected: expected))
    }
}
