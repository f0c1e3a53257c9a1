import MappedStorage
import TextAnalysis

/// Reads the payload of a manifest and refuses what no writer of this program writes.
struct ManifestParser {
    private var reader: ByteReader
    private var documentCount = 0

    init(file: String, payload: Range<Int>) {
        reader = ByteReader(file: file, range: payload)
    }

    mutating func parse(_ bytes: RawSpan) throws(StorageError) -> IndexManifest {
        let generation = try reader.readInteger(UInt64.self, from: bytes)
        guard generation > 0 else { throw corrupt("a generation from 1") }
        let fields = try readList(bytes) { (parser, bytes) throws(StorageError) in
            try parser.reader.readString(from: bytes)
        }
        let layers = try readList(bytes) { (parser, bytes) throws(StorageError) in
            try parser.readLayer(fieldCount: fields.count, bytes)
        }
        let schema = try schema(fields, layers.map(\.schema))
        let segments = try readList(bytes) { (parser, bytes) throws(StorageError) in
            try parser.readSegment(generation: generation, bytes)
        }
        guard Set(segments.map(\.number)).count == segments.count else { throw corrupt("segments of unlike numbers") }
        guard reader.remaining == 0 else { throw corrupt("the end of the manifest") }
        return IndexManifest(
            generation: generation, schema: schema, pivots: layers.map(\.pivot), segments: segments)
    }

    private func schema(_ fields: [String], _ layers: [LayerSchema]) throws(StorageError) -> IndexSchema {
        do {
            return try IndexSchema(fields: fields, layers: layers)
        } catch {
            throw corrupt("a valid schema")
        }
    }

    private mutating func readList<Element>(
        _ bytes: RawSpan, _ element: (inout ManifestParser, RawSpan) throws(StorageError) -> Element
    ) throws(StorageError) -> [Element] {
        let count = Int(try reader.readVarint(from: bytes))
        guard count <= reader.remaining else { throw corrupt("a list of \(count)") }
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try element(&self, bytes)) }
        return elements
    }

    private mutating func readLayer(
        fieldCount: Int, _ bytes: RawSpan
    ) throws(StorageError) -> (schema: LayerSchema, pivot: Float) {
        let name = try reader.readString(from: bytes)
        guard let analysis = AnalysisLayer(rawValue: try reader.readString(from: bytes)) else {
            throw corrupt("the name of an analysis")
        }
        let weights = try reader.readBytes(fieldCount, from: bytes)
        let k1 = try readFloat(bytes)
        let b = try readFloat(bytes)
        let weight = try readFloat(bytes)
        let pivot = try readFloat(bytes)
        guard pivot >= 1, pivot.isFinite else { throw corrupt("a finite pivot ≥ 1") }
        let schema = LayerSchema(name: name, analysis: analysis, fieldWeights: weights, k1: k1, b: b, weight: weight)
        return (schema, pivot)
    }

    private mutating func readFloat(_ bytes: RawSpan) throws(StorageError) -> Float {
        Float(bitPattern: try reader.readInteger(UInt32.self, from: bytes))
    }

    private mutating func readSegment(generation: UInt64, _ bytes: RawSpan) throws(StorageError) -> SegmentRecord {
        let number = try reader.readInteger(UInt64.self, from: bytes)
        guard (1...generation).contains(number) else { throw corrupt("a segment of generation 1 to \(generation)") }
        let documents = Int(try reader.readInteger(UInt32.self, from: bytes))
        documentCount += documents
        guard documentCount <= IndexManifest.maxDocuments else {
            throw corrupt("at most \(IndexManifest.maxDocuments) documents")
        }
        let byteCount = try reader.readInteger(UInt64.self, from: bytes)
        // A petabyte: more than any file here, and sums of it stay far from overflowing.
        guard byteCount < 1 << 50 else { throw corrupt("the length of a segment file") }
        return SegmentRecord(
            number: number, documentCount: documents, byteCount: Int(byteCount),
            headerChecksum: try reader.readInteger(UInt32.self, from: bytes),
            deletions: try readDeletions(generation: generation, documents: documents, bytes))
    }

    private mutating func readDeletions(
        generation: UInt64, documents: Int, _ bytes: RawSpan
    ) throws(StorageError) -> DeletionsRecord? {
        switch try reader.readInteger(UInt8.self, from: bytes) {
        case 0: return nil
        case 1: break
        default: throw corrupt("0 or 1 for no deletions or some")
        }
        let writer = try reader.readInteger(UInt64.self, from: bytes)
        let count = Int(try reader.readInteger(UInt32.self, from: bytes))
        guard (1...generation).contains(writer), count > 0, count < documents else {
            throw corrupt("deletions of some of \(documents) documents")
        }
        return DeletionsRecord(
            generation: writer, count: count, checksum: try reader.readInteger(UInt32.self, from: bytes))
    }

    private func corrupt(_ expected: String) -> StorageError {
        .corrupt(file: reader.file, byteOffset: reader.byteOffset, expected: expected)
    }
}
