import Testing
import TestSupport
import TextAnalysis

@testable import SearchIndex

@Suite struct IndexWriterTests {
    @Test func `the same documents give the same bytes`() throws {
        let schema = try Fixtures.schema()
        let first = try Fixtures.content(Fixtures.manyDocuments, schema: schema).sections
        let second = try Fixtures.content(Fixtures.manyDocuments, schema: schema).sections
        #expect(first.map(\.bytes) == second.map(\.bytes))
        #expect(first.map(\.section) == SegmentSection.allCases)
    }

    @Test func `an index of no documents opens and finds nothing`() throws {
        let folder = try TemporaryFolder()
        let snapshot = try folder.snapshot(of: [], schema: Fixtures.schema())
        #expect(snapshot.manifest.documentCount == 0)
        #expect(snapshot.termCount == 0)
        #expect(try snapshot.search(Fixtures.query("оплата"), limit: 10) == [])
        #expect(try snapshot.documentFrequency(of: "оплата", layer: 0) == 0)
        #expect(try snapshot.verify().postingCount == 0)
    }

    @Test func `documents with empty fields and texts are kept and never found`() throws {
        let folder = try TemporaryFolder()
        let documents = [
            IndexDocument(fields: [[], []], stored: [7]), IndexDocument(fields: [[""], ["", " \n"]], stored: []),
            IndexDocument(fields: [["!?"], ["заказ"]], stored: []),
        ]
        let snapshot = try folder.snapshot(of: documents, schema: Fixtures.schema())
        #expect(try snapshot.search(Fixtures.query("заказ"), limit: 10).map(\.docID) == [DocID(2)])
        #expect(try snapshot.storedBytes(of: DocID(0)) == [7])
        #expect(try snapshot.storedBytes(of: DocID(1)) == [])
        #expect(try snapshot.verify().documentCount == 3)
    }

    @Test func `a document of one term repeated very often is counted whole`() throws {
        let folder = try TemporaryFolder()
        let repeated = String(repeating: "заказ ", count: 60_000)
        let documents = [IndexDocument(fields: [[repeated], [repeated]], stored: [])] + Fixtures.documents
        let snapshot = try folder.snapshot(of: documents, schema: Fixtures.schema())
        // The stem layer weighs titles 3 and bodies 1: f = 60,000 · 4 = 240,000, and so the length. With an average of a quarter of that and a few
        // words, K = 1.2 · (0.25 + 0.75 · 4) = 3.9: the impact is 1 but for one part in sixty thousand.
        let explanation = try snapshot.explain(Fixtures.query("заказ"), docID: DocID(0))
        let impacts = explanation.details.flatMap(\.details).filter { $0.description.hasPrefix("impact") }.map(\.value)
        #expect(impacts == [1, 1, 1])
        #expect(try snapshot.verify().documentCount == 4)
        #expect(try snapshot.search(Fixtures.query("заказ"), limit: 10).count == 3)
    }

    @Test func `a document of another number of fields is refused and leaves no trace`() throws {
        let schema = try Fixtures.schema()
        var writer = try IndexWriter(schema: schema)
        for count in [0, 1, 3] {
            let document = IndexDocument(fields: Array(repeating: ["заказ"], count: count), stored: [])
            #expect(throws: IndexError.fieldCountMismatch(found: count, expected: 2)) { try writer.add(document) }
        }
        let counts = (writer.documentCount, writer.tokenCount)
        #expect(counts == (0, 0))
    }

    @Test func `tokens of all fields are counted`() throws {
        // «Оплата» 1, «Оплатить заказ картой» 3;
        // «Доставка» 1, «Курьер везёт заказ» 3, «заказ crm.deal» 4; «Возврат оплаты» 2.
        let writer = try Fixtures.writer(Fixtures.documents, schema: Fixtures.schema())
        let counts = (writer.documentCount, writer.tokenCount)
        #expect(counts == (3, 14))
    }

    @Test func `a field without weight in any layer makes no postings`() throws {
        let schema = try IndexSchema(
            fields: ["note", "body"],
            layers: [LayerSchema(name: "form", analysis: .form, fieldWeights: [0, 1], k1: 1, b: 1, weight: 1)])
        let folder = try TemporaryFolder()
        let documents = [IndexDocument(fields: [["тайна"], ["заказ"]], stored: [])]
        let snapshot = try folder.snapshot(of: documents, schema: schema)
        #expect(snapshot.termCount == 1)
        #expect(try snapshot.documentFrequency(of: "тайна", layer: 0) == 0)
    }

    @Test func `a frequency stops at 32 bits`() {
        var frequencies = TermFrequencies()
        frequencies.reserve(2)
        var sum: UInt64 = 0
        // 255 · 16,843,009 is 2^32 − 1 exactly.
        for _ in 0..<16_843_009 { sum += UInt64(frequencies.add(1, weight: 255)) }
        let more = [frequencies.add(1, weight: 255), frequencies.add(1, weight: 1), frequencies.add(0, weight: 3)]
        #expect(sum == UInt64(UInt32.max))
        #expect(more == [0, 0, 3])
        #expect(frequencies.frequency(of: 1) == .max)
        #expect(frequencies.terms == [1, 0])
        frequencies.removeAll()
        #expect(frequencies.terms == [] && frequencies.frequency(of: 1) == 0)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `the arena gives back the postings of interleaved terms`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var arena = PostingArena()
        var expected = [[[UInt32]]](repeating: [], count: 20)
        for _ in expected { arena.addTerm() }
        for document in stride(from: UInt32(0), to: 60_000, by: 37) {
            for term in expected.indices where Int.random(in: 0...term, using: &generator) == 0 {
                let frequency =
                    UInt32.random(in: 1...UInt32.max, using: &generator) >> UInt32.random(in: 0..<31, using: &generator)
                arena.append(term: term, document: document, frequency: max(1, frequency))
                expected[term].append([document, max(1, frequency)])
            }
        }
        for term in expected.indices {
            var found: [[UInt32]] = []
            arena.forEachPosting(of: term) { found.append([$0, $1]) }
            #expect(found == expected[term], "seed \(seed), term \(term)")
            #expect(Int(arena.documentFrequency(of: term)) == found.count)
        }
    }
}
