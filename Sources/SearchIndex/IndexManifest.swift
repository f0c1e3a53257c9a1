import MappedStorage
import TextAnalysis

/// What a generation says of itself: schema, statistics, and its segments in the order of their documents.
///
/// It is the payload of the sealed file `current.sfl`, which is replaced as a whole: the manifest is its own pointer.
/// ```
/// 8 bytes  generation
/// varint   fields, then each field's name as a string
/// varint   layers, then for each: name, analysis (strings), a weight byte per field, k1, b, weight, pivot (4-byte floats)
/// varint   segments, then for each:
///   8 bytes number    4 bytes documents    8 bytes length of its file    4 bytes header checksum of its file
///   1 byte  0: no deletions; 1: then 8 bytes generation of the deletions file, 4 bytes deleted documents, 4 bytes seal checksum
/// ```
public struct IndexManifest: Equatable, Sendable {
    /// The most documents in one generation.
    static let maxDocuments = 1 << 30

    /// The number of the generation, from 1.
    public let generation: UInt64
    /// Fields and layers.
    public let schema: IndexSchema
    /// For each layer the length that its documents' lengths are measured by; see ``BM25F``.
    ///
    /// Chosen when an index is built from scratch and kept by updates, so that the documents that stay keep their impacts.
    public let pivots: [Float]
    /// The segments; the first document of each follows the last of the one before.
    let segments: [SegmentRecord]

    /// Documents in it, deleted ones included until their segment is merged.
    public var documentCount: Int { segments.reduce(0) { $0 + $1.documentCount } }
    /// Documents that are not deleted.
    public var liveDocumentCount: Int { segments.reduce(0) { $0 + $1.liveDocumentCount } }
    /// Segments the documents are spread over.
    public var segmentCount: Int { segments.count }

    /// The names of all files that belong to the generation.
    var fileNames: Set<String> {
        Set(([.manifest] + segments.flatMap(\.files)).map(\.name))
    }

    /// The complete bytes of `current.sfl`.
    func sealed() -> [UInt8] {
        SealedFile.seal(magic: IndexFile.manifestMagic, version: IndexFile.formatVersion, payload: payload())
    }

    func payload() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(generation)
        writer.writeVarint(UInt32(schema.fields.count))
        for field in schema.fields { writer.writeString(field) }
        writer.writeVarint(UInt32(schema.layers.count))
        for (layer, pivot) in zip(schema.layers, pivots) {
            writer.writeString(layer.name)
            writer.writeString(layer.analysis.rawValue)
            writer.writeBytes(layer.fieldWeights)
            for number in [layer.k1, layer.b, layer.weight, pivot] { writer.writeInteger(number.bitPattern) }
        }
        writer.writeVarint(UInt32(segments.count))
        for segment in segments { Self.write(segment, to: &writer) }
        return writer.bytes
    }

    private static func write(_ segment: SegmentRecord, to writer: inout ByteWriter) {
        writer.writeInteger(segment.number)
        writer.writeInteger(UInt32(segment.documentCount))
        writer.writeInteger(UInt64(segment.byteCount))
        writer.writeInteger(segment.headerChecksum)
        writer.writeInteger(UInt8(segment.deletions == nil ? 0 : 1))
        guard let deletions = segment.deletions else { return }
        writer.writeInteger(deletions.generation)
        writer.writeInteger(UInt32(deletions.count))
        writer.writeInteger(deletions.checksum)
    }
}

extension IndexManifest {
    /// Reads and checks `current.sfl`.
    ///
    /// - Throws: `.notFound`; `.corrupt` when a byte is not what was written; `.incompatibleVersion`.
    init(path: String) throws(StorageError) {
        let file = try MappedFile(path: path)
        let payload = try SealedFile.validate(
            file, magic: IndexFile.manifestMagic, version: IndexFile.formatVersion)
        self = try file.withBytes { (bytes) throws(StorageError) in
            var parser = ManifestParser(file: path, payload: payload)
            return try parser.parse(bytes)
        }
    }
}
