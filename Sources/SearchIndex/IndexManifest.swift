import MappedStorage
import TextAnalysis

/// What a generation says of itself: schema, statistics, and the length and seal of each of its files.
///
/// ```
/// 8 bytes  generation         4 bytes  documents         8 bytes  tokens of all documents
/// varint   fields, then each field's name as a string
/// varint   layers, then for each: name, analysis (strings), a weight byte per field, k1, b, weight (4-byte floats),
///          8 bytes total length
/// varint   files, then for each: name (string), 8 bytes length, 4 bytes checksum in the footer of the file
/// ```
public struct IndexManifest: Equatable, Sendable {
    /// The number of the generation, from 1.
    public let generation: UInt64
    /// Documents in it.
    public let documentCount: Int
    /// Tokens of all fields of all documents.
    public let tokenCount: UInt64
    /// Fields and layers.
    public let schema: IndexSchema
    /// For each layer the sum of the documents' weighted lengths.
    public let totalLengths: [UInt64]
    /// For each layer the length that K(d) of ``BM25F`` is measured by.
    public let pivots: [Float]

    /// The length in bytes of each other file of the generation, by name.
    public var fileByteCounts: [String: Int] {
        Dictionary(files.map { ($0.name, $0.byteCount) }) { first, _ in first }
    }

    /// The other files of the generation.
    let files: [FileRecord]

    struct FileRecord: Equatable, Sendable {
        let name: String
        let byteCount: Int
        let checksum: UInt32
    }

    func payload() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(generation)
        writer.writeInteger(UInt32(documentCount))
        writer.writeInteger(tokenCount)
        writer.writeVarint(UInt32(schema.fields.count))
        for field in schema.fields { writer.writeString(field) }
        writer.writeVarint(UInt32(schema.layers.count))
        for ((layer, totalLength), pivot) in zip(zip(schema.layers, totalLengths), pivots) {
            writer.writeString(layer.name)
            writer.writeString(layer.analysis.rawValue)
            writer.writeBytes(layer.fieldWeights)
            for number in [layer.k1, layer.b, layer.weight] { writer.writeInteger(number.bitPattern) }
            writer.writeInteger(totalLength)
            writer.writeInteger(pivot.bitPattern)
        }
        writer.writeVarint(UInt32(files.count))
        for file in files {
            writer.writeString(file.name)
            writer.writeInteger(UInt64(file.byteCount))
            writer.writeInteger(file.checksum)
        }
        return writer.bytes
    }
}

extension IndexManifest {
    /// Reads the payload of a manifest file.
    ///
    /// - Throws: `.storage(.corrupt)` when it is none; `.invalidSchema` when its schema cannot be.
    init(file: MappedFile, payload: Range<Int>) throws(IndexError) {
        var parser = ManifestParser(reader: ByteReader(file: file.path, range: payload))
        self = try file.withBytes { (bytes) throws(IndexError) in try parser.parse(bytes) }
    }
}

private struct ManifestParser {
    var reader: ByteReader

    mutating func parse(_ bytes: RawSpan) throws(IndexError) -> IndexManifest {
        do throws(StorageError) {
            let generation = try reader.readInteger(UInt64.self, from: bytes)
            let documentCount = Int(try reader.readInteger(UInt32.self, from: bytes))
            let tokenCount = try reader.readInteger(UInt64.self, from: bytes)
            let fields = try readList(bytes) { (parser, bytes) throws(StorageError) in
                try parser.reader.readString(from: bytes)
            }
            let layers = try readList(bytes) { (parser, bytes) throws(StorageError) in
                try parser.readLayer(fieldCount: fields.count, bytes)
            }
            let files = try readList(bytes) { (parser, bytes) throws(StorageError) in try parser.readFile(bytes) }
            guard reader.remaining == 0 else { throw corrupt("the end of the manifest") }
            return IndexManifest(
                generation: generation,
                documentCount: documentCount,
                tokenCount: tokenCount,
                schema: try Self.schema(fields, layers.map(\.schema), file: reader.file),
                totalLengths: layers.map(\.totalLength),
                pivots: layers.map(\.pivot),
                files: files
            )
        } catch {
            throw .storage(error)
        }
    }

    private static func schema(
        _ fields: [String], _ layers: [LayerSchema], file: String
    ) throws(StorageError) -> IndexSchema {
        do {
            return try IndexSchema(fields: fields, layers: layers)
        } catch {
            throw .corrupt(file: file, byteOffset: SealedFile.headerByteCount, expected: "a valid schema")
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
    ) throws(StorageError) -> (schema: LayerSchema, totalLength: UInt64, pivot: Float) {
        let name = try reader.readString(from: bytes)
        guard let analysis = AnalysisLayer(rawValue: try reader.readString(from: bytes)) else {
            throw corrupt("the name of an analysis")
        }
        let weights = try reader.readBytes(fieldCount, from: bytes)
        let k1 = Float(bitPattern: try reader.readInteger(UInt32.self, from: bytes))
        let b = Float(bitPattern: try reader.readInteger(UInt32.self, from: bytes))
        let weight = Float(bitPattern: try reader.readInteger(UInt32.self, from: bytes))
        let totalLength = try reader.readInteger(UInt64.self, from: bytes)
        let schema = LayerSchema(name: name, analysis: analysis, fieldWeights: weights, k1: k1, b: b, weight: weight)
        let pivot = Float(bitPattern: try reader.readInteger(UInt32.self, from: bytes))
        return (schema, totalLength, pivot)
    }

    private mutating func readFile(_ bytes: RawSpan) throws(StorageError) -> IndexManifest.FileRecord {
        let name = try reader.readString(from: bytes)
        let byteCount = try reader.readInteger(UInt64.self, from: bytes)
        let checksum = try reader.readInteger(UInt32.self, from: bytes)
        guard byteCount < UInt64(Int.max) else { throw corrupt("the length of a file") }
        return IndexManifest.FileRecord(name: name, byteCount: Int(byteCount), checksum: checksum)
    }

    private func corrupt(_ expected: String) -> StorageError {
        .corrupt(file: reader.file, byteOffset: reader.byteOffset, expected: expected)
    }
}
