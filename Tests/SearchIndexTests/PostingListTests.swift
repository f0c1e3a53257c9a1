import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct PostingListTests {
    private struct Posting: Equatable {
        let document: UInt32
        let frequency: UInt32
    }

    private func encode(_ postings: [Posting]) -> [UInt8] {
        var writer = ByteWriter()
        var list = PostingListWriter()
        for posting in postings {
            list.add(document: posting.document, frequency: posting.frequency, impact: 7, to: &writer)
        }
        #expect(list.finish(to: &writer) == (postings.isEmpty ? 0 : 7))
        return writer.bytes
    }

    private func decode(_ bytes: [UInt8], count: Int, documentCount: Int) throws -> [Posting] {
        let list = PostingList(documentFrequency: count, byteRange: 0..<bytes.count, maxImpact: 7)
        var cursor = PostingCursor(list, file: "postings", documentCount: documentCount)
        var postings: [Posting] = []
        let span = bytes.span
        while try cursor.nextBlock(in: unsafe span.bytes) {
            for index in 0..<cursor.count {
                postings.append(Posting(document: cursor.documents[index], frequency: cursor.frequencies[index]))
            }
        }
        let isExhausted = try !cursor.nextBlock(in: unsafe span.bytes)
        #expect(isExhausted && cursor.count == 0)
        return postings
    }

    private static let sizes = [1, 2, 127, 128, 129, 255, 256, 257, 1000]

    @Test(arguments: sizes)
    func `a list without gaps comes back`(size: Int) throws {
        let postings = (0..<size).map { Posting(document: UInt32($0), frequency: 1) }
        #expect(try decode(encode(postings), count: size, documentCount: size) == postings)
    }

    @Test(arguments: sizes)
    func `a list with the widest gaps and extreme frequencies comes back`(size: Int) throws {
        let stride = IndexWriter.maxDocuments / size
        let frequencies: [UInt32] = [.max, 1, 2, .max - 1, 3, 1 << 31]
        let postings = (1...size).map { Posting(document: UInt32($0 * stride - 1), frequency: frequencies[$0 % 6]) }
        #expect(try decode(encode(postings), count: size, documentCount: IndexWriter.maxDocuments) == postings)
    }

    @Test(arguments: sizes, [UInt64(1), 2, 3])
    func `a random list comes back`(size: Int, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var document: UInt32 = 0
        let postings = (0..<size).map { _ in
            document +=
                1 + UInt32.random(in: 0...0xFFFF, using: &generator) >> UInt32.random(in: 0...16, using: &generator)
            let frequency =
                UInt32.random(in: 0...0xFFFF, using: &generator) >> UInt32.random(in: 0...16, using: &generator)
            return Posting(document: document, frequency: frequency + 1)
        }
        #expect(try decode(encode(postings), count: size, documentCount: Int(document) + 1) == postings, "seed \(seed)")
    }

    @Test func `lists follow one another in one writer`() throws {
        var writer = ByteWriter()
        var list = PostingListWriter()
        list.add(document: 500, frequency: 7, impact: 3, to: &writer)
        #expect(list.finish(to: &writer) == 3)
        let border = writer.byteCount
        list.add(document: 0, frequency: 1, impact: 2, to: &writer)
        #expect(list.finish(to: &writer) == 2)
        let second = Array(writer.bytes[border...])
        #expect(try decode(second, count: 1, documentCount: 1) == [Posting(document: 0, frequency: 1)])
    }

    @Test(arguments: [1, 128, 130])
    func `a document past the last, too few bytes and too many are damage`(size: Int) throws {
        let postings = (0..<size).map { Posting(document: UInt32($0 * 3), frequency: 9) }
        let bytes = encode(postings)
        #expect(throws: StorageError.self) { try decode(bytes, count: size, documentCount: (size - 1) * 3) }
        #expect(throws: StorageError.self) { try decode(bytes.dropLast(), count: size, documentCount: 1000) }
        #expect(throws: StorageError.self) { try decode(bytes + [0], count: size, documentCount: 1000) }
        #expect(throws: StorageError.self) { try decode(bytes, count: size + 1, documentCount: 1000) }
    }

    @Test func `a frequency that leaves 32 bits is damage`() throws {
        // Tail: document 0 with a frequency − 2 of 2^32 − 1 and of 2^32 − 2.
        for last in [UInt8(0xFF), 0xFE] {
            let bytes: [UInt8] = [0, last, 0xFF, 0xFF, 0xFF, 0x0F]
            #expect(throws: StorageError.self) { try decode(bytes, count: 1, documentCount: 1) }
        }
        // Block: gaps of 0 bits, frequencies − 1 of 32 bits, all ones; the last document is 127.
        let block: [UInt8] = [0, 32, 7, 0, 127, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 512)
        #expect(throws: StorageError.self) { try decode(block, count: 128, documentCount: 128) }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `random bytes end in postings or an error`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var bytes = generator.bytes(Int.random(in: 0...600, using: &generator))
            if bytes.count > 1 {
                bytes[0] %= 40
                bytes[1] %= 40
            }
            do {
                let postings = try decode(
                    bytes, count: Int.random(in: 1...200, using: &generator), documentCount: 1 << 20)
                #expect(postings.allSatisfy { $0.document < 1 << 20 && $0.frequency > 0 }, "seed \(seed)")
            } catch is StorageError {}
        }
    }
}
