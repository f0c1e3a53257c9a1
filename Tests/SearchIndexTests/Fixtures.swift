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

    /// What a writer makes of documents.
    static func content(
        _ documents: [IndexDocument], schema: IndexSchema, userData: [UInt8] = []
    ) throws -> SegmentContent {
        var segment = try SegmentWriter(schema: schema)
        for document in documents { try segment.add(document) }
        let pivots = segment.pivots()
        return segment.finish(pivots: pivots, userData: userData)
    }

    static func writer(_ documents: [IndexDocument], schema: IndexSchema) throws -> IndexWriter {
        var writer = try IndexWriter(schema: schema)
        for document in documents { try writer.add(document) }
        return writer
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

extension IndexDirectory {
    /// The index in a folder of tests, which need not wait for the disk.
    init(_ folder: TemporaryFolder, mergePolicy: MergePolicy = MergePolicy()) {
        self.init(path: folder.path, operations: .withoutSync, mergePolicy: mergePolicy)
    }
}

extension TemporaryFolder {
    /// Writes and opens an index of one segment.
    func snapshot(of documents: [IndexDocument], schema: IndexSchema) throws -> IndexSnapshot {
        let directory = IndexDirectory(self)
        try directory.commit(try Fixtures.writer(documents, schema: schema))
        return try directory.openSnapshot()
    }
}
