import Foundation
import MappedStorage
import TestSupport
import TextAnalysis

@testable import SearchIndex

/// Builds small indexes, without the syncs of a commit.
enum Fixtures {
    /// Fields `title` and `body`; the layers form, stem and root.
    static func schema(k1: Float = 1.2, b: Float = 0.75) throws -> IndexSchema {
        try IndexSchema(
            fields: ["title", "body"],
            layers: [
                LayerSchema(name: "form", analysis: .form, fieldWeights: [2, 1], k1: k1, b: b, weight: 0.25),
                LayerSchema(name: "stem", analysis: .stem, fieldWeights: [3, 1], k1: k1, b: b, weight: 1),
                LayerSchema(name: "root", analysis: .root, fieldWeights: [0, 1], k1: k1, b: b, weight: 0.5),
            ]
        )
    }

    /// Three documents of few words.
    static let documents = [
        IndexDocument(fields: [["Оплата"], ["Оплатить заказ картой"]], stored: [1, 2]),
        IndexDocument(fields: [["Доставка"], ["Курьер везёт заказ", "заказ crm.deal"]], stored: []),
        IndexDocument(fields: [[], ["Возврат оплаты"]], stored: [0xFF]),
    ]

    /// Documents enough for a full block of 128 postings and a tail.
    static let manyDocuments = (0..<140).map { number in
        IndexDocument(
            fields: [["заказ"], ["заказ номер\(number % 9) " + String(repeating: "курьер ", count: number % 5)]],
            stored: [UInt8(number)])
    }

    static func files(
        _ documents: [IndexDocument], schema: IndexSchema, generation: UInt64 = 1, userData: [UInt8] = []
    ) throws -> [String: [UInt8]] {
        let writer = try writer(documents, schema: schema)
        let files = writer.finish(generation: generation, userData: userData)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
    }

    static func writer(_ documents: [IndexDocument], schema: IndexSchema) throws -> IndexWriter {
        var writer = try IndexWriter(schema: schema)
        for document in documents { try writer.add(document) }
        return writer
    }

    /// The payload of a sealed file.
    static func payload(_ sealed: [UInt8]) -> [UInt8] {
        Array(sealed.dropFirst(SealedFile.headerByteCount).dropLast(SealedFile.footerByteCount))
    }

    /// A query of all words of a text in all three layers.
    static func query(_ text: String) throws -> Query {
        var analyzer = try RussianAnalyzer()
        var query = Query()
        for token in try analyzer.analyze(text) {
            for (layer, analysis) in AnalysisLayer.allCases.enumerated() {
                guard let term = analyzer.word(token.word).term(in: analysis) else { continue }
                query.add(QueryTerm(layer: layer, term: term))
            }
        }
        return query
    }
}

extension TemporaryFolder {
    /// Writes the files of a generation into this folder.
    func write(_ files: [String: [UInt8]]) throws {
        for (name, bytes) in files { _ = try write(name, bytes) }
    }

    /// Opens this folder as a generation.
    func snapshot(generation: UInt64 = 1) throws -> IndexSnapshot {
        try IndexSnapshot(folder: path, generation: generation)
    }

    /// Writes and opens a generation.
    func snapshot(of documents: [IndexDocument], schema: IndexSchema) throws -> IndexSnapshot {
        try write(Fixtures.files(documents, schema: schema))
        return try snapshot()
    }
}
