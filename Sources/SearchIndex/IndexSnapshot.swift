import MappedStorage

/// One open generation of an index, immutable and safe to share.
///
/// It stays readable while it lives, whatever is committed meanwhile.
public struct IndexSnapshot: Sendable {
    /// What the generation says of itself.
    public let manifest: IndexManifest
    /// Bytes of all its files.
    public let byteCount: Int
    /// The bytes given to the commit.
    public let userData: [UInt8]

    let postings: MappedFile
    let norms: MappedFile
    let terms: TermDictionary
    let stored: StoredFieldsReader
    /// The scoring formula of each layer.
    let formulas: [BM25F]
    /// K(d) of each layer for each of the 256 norms.
    let saturations: [[Float]]

    /// Opens the files of a generation; checksums and structure are checked before anything is trusted.
    init(folder: String, generation: UInt64) throws(IndexError) {
        let manifestFile = try Self.open(.manifest, in: folder)
        manifest = try IndexManifest(file: manifestFile.file, payload: manifestFile.payload)
        guard manifest.generation == generation else {
            throw Self.corrupt(manifestFile.file, "generation \(generation)")
        }
        let termsFile = try Self.open(.terms, in: folder)
        let postingsFile = try Self.open(.postings, in: folder)
        let normsFile = try Self.open(.norms, in: folder)
        let storedFile = try Self.open(.stored, in: folder)
        let userDataFile = try Self.open(.userdata, in: folder)
        let files = [termsFile.file, postingsFile.file, normsFile.file, storedFile.file, userDataFile.file]
        try Self.check(files, against: manifest)
        userData = try Self.payloadBytes(of: userDataFile)
        let documents = manifest.documentCount
        let schema = manifest.schema
        guard normsFile.payload.count == schema.layers.count * documents else {
            throw Self.corrupt(normsFile.file, "\(schema.layers.count) layers of \(documents) norms")
        }
        postings = postingsFile.file
        norms = normsFile.file
        terms = try mappingStorageErrors { () throws(StorageError) in
            try TermDictionary(
                file: termsFile.file,
                payload: termsFile.payload,
                postings: postingsFile.payload,
                documentCount: documents,
                layerCount: schema.layers.count
            )
        }
        stored = try mappingStorageErrors { () throws(StorageError) in
            try StoredFieldsReader(file: storedFile.file, payload: storedFile.payload, documentCount: documents)
        }
        let formulas = zip(schema.layers, manifest.totalLengths).map {
            BM25F(layer: $0, documentCount: documents, totalLength: $1)
        }
        self.formulas = formulas
        saturations = formulas.map { formula in LengthNorms.lengths.map { formula.saturation(length: $0) } }
        byteCount = files.reduce(manifestFile.file.byteCount) { $0 + $1.byteCount }
    }

    /// Terms of all layers.
    public var termCount: Int { terms.termCount }

    /// The stored bytes of a document, which must belong to this generation.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func storedBytes(of docID: DocID) throws(IndexError) -> [UInt8] {
        try mappingStorageErrors { () throws(StorageError) in try stored.record(of: docID) }
    }

    /// In how many documents a term of a layer occurs.
    public func documentFrequency(of term: String, layer: Int) throws(IndexError) -> Int {
        try mappingStorageErrors { () throws(StorageError) in
            try terms.find(TermTable.key(layer: layer, term: term))?.documentFrequency ?? 0
        }
    }

    /// The idf of a term of a layer by the formula of ``BM25F``; a term of no document has the highest.
    public func inverseDocumentFrequency(of term: String, layer: Int) throws(IndexError) -> Float {
        formulas[layer].idf(documentFrequency: try documentFrequency(of: term, layer: layer))
    }

    /// Where the norms of a layer start in the norms file.
    func normsOffset(ofLayer layer: Int) -> Int {
        SealedFile.headerByteCount + layer * manifest.documentCount
    }

    private typealias OpenFile = (file: MappedFile, payload: Range<Int>)

    private static func open(_ kind: IndexFile, in folder: String) throws(IndexError) -> OpenFile {
        try mappingStorageErrors { () throws(StorageError) in
            let file = try MappedFile(path: folder + "/" + kind.fileName)
            return (file, try SealedFile.validate(file, magic: kind.magic, version: IndexFile.formatVersion))
        }
    }

    private static func payloadBytes(of opened: OpenFile) throws(IndexError) -> [UInt8] {
        try mappingStorageErrors { () throws(StorageError) in
            try opened.file.withBytes { (bytes) throws(StorageError) in
                var reader = ByteReader(file: opened.file.path, range: opened.payload)
                return try reader.readBytes(opened.payload.count, from: bytes)
            }
        }
    }

    /// Finds a sound file that belongs to another generation.
    private static func check(_ files: [MappedFile], against manifest: IndexManifest) throws(IndexError) {
        for file in files {
            let name = String(file.path.split(separator: "/").last ?? "")
            let checksum = try mappingStorageErrors { () throws(StorageError) in try SealedFile.sealChecksum(of: file) }
            guard manifest.files.contains(.init(name: name, byteCount: file.byteCount, checksum: checksum)) else {
                throw corrupt(file, "the file that the manifest of generation \(manifest.generation) names")
            }
        }
    }

    private static func corrupt(_ file: MappedFile, _ expected: String) -> IndexError {
        .storage(.corrupt(file: file.path, byteOffset: 0, expected: expected))
    }
}
