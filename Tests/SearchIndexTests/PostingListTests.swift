import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct PostingListTests {
    private struct Posting: Equatable {
        let document: Int
        let impact: UInt8
    }

    /// A segment with one term of one layer, whose bytes may be damaged on the way.
    private func segment(
        _ writer: PostingListWriter, _ list: PostingList, documentCount: Int, in folder: TemporaryFolder,
        damage: (inout [UInt8], inout [UInt8]) -> Void = { _, _ in }
    ) throws -> SegmentReader {
        var chunks = writer.chunks
        var postings = writer.postings
        damage(&chunks, &postings)
        var dictionary = TermDictionaryWriter()
        dictionary.add(key: [0, 0x61], list: list)
        var stored = StoredFieldsWriter()
        for _ in 0..<documentCount { stored.add([]) }
        var sections: [SegmentSection: MappedSection] = [:]
        let contents: [(SegmentSection, [UInt8])] = [
            (.terms, dictionary.payload()), (.chunks, chunks), (.postings, postings), (.stored, stored.payload()),
            (.userdata, []),
        ]
        for (section, bytes) in contents {
            let file = try MappedFile(path: try folder.write(section.rawValue, bytes))
            sections[section] = MappedSection(file: file, range: 0..<bytes.count)
        }
        return try SegmentReader(sections: sections, documentCount: documentCount, layerCount: 1, file: "segment")
    }

    private func decode(_ segment: SegmentReader) throws -> [Posting] {
        let list = try #require(segment.terms.find(layer: 0, term: "a"))
        var cursor = PostingCursor(list, in: segment)
        var postings: [Posting] = []
        while try cursor.nextBlock() {
            for (document, impact) in zip(cursor.documents, cursor.impacts) {
                postings.append(Posting(document: Int(document), impact: impact))
            }
        }
        let isExhausted = try !cursor.nextBlock()
        #expect(isExhausted)
        return postings
    }

    private func encode(_ postings: [Posting]) throws -> (writer: PostingListWriter, list: PostingList) {
        var writer = PostingListWriter()
        for posting in postings { writer.add(document: posting.document, impact: posting.impact) }
        let list = writer.finishList()
        return (writer, try #require(list))
    }

    private static let sizes = [1, 2, 15, 16, 17, 255, 256, 257, 1000]

    @Test(arguments: sizes)
    func `a list without gaps comes back`(size: Int) throws {
        let postings = (0..<size).map { Posting(document: $0, impact: UInt8($0 % 255 + 1)) }
        let (writer, list) = try encode(postings)
        #expect(list.documentFrequency == size && list.chunkCount == (size + 255) / 256)
        let folder = try TemporaryFolder()
        #expect(try decode(segment(writer, list, documentCount: size, in: folder)) == postings)
    }

    @Test(arguments: sizes)
    func `a list with a posting in every third window comes back`(size: Int) throws {
        let postings = (0..<size).map { Posting(document: $0 * 768 + $0 % 256, impact: 255) }
        let (writer, list) = try encode(postings)
        #expect(list.chunkCount == size)
        let folder = try TemporaryFolder()
        #expect(try decode(segment(writer, list, documentCount: size * 768, in: folder)) == postings)
    }

    @Test(arguments: sizes, [UInt64(1), 2, 3])
    func `a random list comes back`(size: Int, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var document = -1
        let postings = (0..<size).map { _ in
            document += 1 + Int.random(in: 0...1000, using: &generator) >> Int.random(in: 0...10, using: &generator)
            return Posting(document: document, impact: UInt8.random(in: 1...255, using: &generator))
        }
        let (writer, list) = try encode(postings)
        let folder = try TemporaryFolder()
        #expect(try decode(segment(writer, list, documentCount: document + 1, in: folder)) == postings, "seed \(seed)")
    }

    @Test func `lists follow one another in one writer, and a list of nothing is none`() throws {
        var writer = PostingListWriter()
        let none = writer.finishList()
        #expect(none == nil)
        writer.add(document: 500, impact: 3)
        let finishedFirst = writer.finishList()
        let first = try #require(finishedFirst)
        writer.add(document: 0, impact: 2)
        let finishedSecond = writer.finishList()
        let second = try #require(finishedSecond)
        #expect(first.chunksOffset == 0 && second.chunksOffset == first.chunksByteCount)
        #expect(first.postingsOffset == 0 && second.postingsOffset == first.postingsByteCount)
        #expect(first.maxImpact == 3 && second.maxImpact == 2)
        // Window 1, largest impact 3, one posting; place 244.
        #expect(writer.chunks.prefix(4) == [0, 3, 1, 0])
        #expect(writer.postings.prefix(2) == [244, 3])
    }

    @Test(arguments: [1, 128, 1000])
    func `every damaged byte of a list is found when it is read or changes an impact only below the largest`(size: Int)
        throws
    {
        let postings = (0..<size).map { Posting(document: $0 * 3, impact: UInt8($0 % 200 + 1)) }
        let (writer, list) = try encode(postings)
        let folder = try TemporaryFolder()
        for offset in 0..<writer.chunks.count {
            let damaged = try segment(writer, list, documentCount: size * 3, in: folder) { chunks, _ in
                chunks[offset] ^= 0x55
            }
            #expect(throws: StorageError.self, "byte \(offset)") { try decode(damaged) }
        }
        #expect(throws: StorageError.self) {
            try decode(try segment(writer, list, documentCount: (size - 1) * 3, in: folder))
        }
        let zero = try segment(writer, list, documentCount: size * 3, in: folder) { _, postings in postings[1] = 0 }
        #expect(throws: StorageError.self) { try decode(zero) }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `random bytes end in postings or an error, in reading and in searching`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        for _ in 0..<100 {
            let size = Int.random(in: 1...400, using: &generator)
            let (writer, list) = try encode((0..<size).map { Posting(document: $0 * 5, impact: 9) })
            let damaged = try segment(writer, list, documentCount: size * 5, in: folder) { chunks, postings in
                for _ in 0..<Int.random(in: 1...8, using: &generator) {
                    if Bool.random(using: &generator) {
                        chunks[Int.random(in: chunks.indices, using: &generator)] = UInt8.random(
                            in: 0...255, using: &generator)
                    } else {
                        postings[Int.random(in: postings.indices, using: &generator)] = UInt8.random(
                            in: 0...255, using: &generator)
                    }
                }
            }
            do {
                #expect(try decode(damaged).allSatisfy { $0.document < size * 5 && $0.impact > 0 }, "seed \(seed)")
            } catch is StorageError {}
            do {
                try search(damaged, list)
            } catch is StorageError {}
        }
    }

    private func search(_ segment: SegmentReader, _ list: PostingList) throws {
        var collector = TopDocsCollector(limit: 10)
        let accepts = AcceptedDocuments(filter: nil, firstDocument: 0, deleted: nil)
        var search = MaxScoreSearch(
            segment: segment, firstDocument: 0, terms: [TermScorer(list, weight: 3)], accepts: accepts, isPruned: true)
        try search.run(into: &collector)
        #expect(collector.sorted().allSatisfy { Int($0.document) < segment.documentCount })
    }
}
