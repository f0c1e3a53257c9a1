import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct TermDictionaryTests {
    private func open(_ payload: [UInt8], postings: Int, in folder: TemporaryFolder) throws -> TermDictionary {
        let file = try MappedFile(path: try folder.write("terms", payload))
        return try TermDictionary(
            file: file, payload: 0..<payload.count, postings: 0..<postings, documentCount: 1000, layerCount: 2)
    }

    /// A dictionary of keys whose lists take 10 + i bytes and have i + 1 documents.
    private func payload(_ keys: [[UInt8]]) -> [UInt8] {
        var writer = TermDictionaryWriter()
        for (index, key) in keys.enumerated() {
            writer.add(
                key: key, documentFrequency: UInt32(index % 1000 + 1), postingsByteCount: 10 + index,
                maxImpact: UInt16(index))
        }
        return writer.payload()
    }

    private func byteCount(_ count: Int) -> Int { count * 10 + count * (count - 1) / 2 }

    @Test(arguments: [0, 1, 15, 16, 17, 33, 500])
    func `each key is found, and none beside them`(count: Int) throws {
        let folder = try TemporaryFolder()
        let words = (0..<count).map { "слово\($0 * 2 + 1_000)" }
        let keys = words.enumerated().map { TermTable.key(layer: $0.offset * 2 < count ? 0 : 1, term: $0.element) }
        let dictionary = try open(payload(keys), postings: byteCount(count), in: folder)
        #expect(dictionary.termCount == count)
        for (index, key) in keys.enumerated() {
            let start = byteCount(index)
            let list = PostingList(
                documentFrequency: index % 1000 + 1, byteRange: start..<(start + 10 + index),
                maxImpact: UInt16(index))
            #expect(try dictionary.find(key) == list)
            #expect(try dictionary.find(Array(key.dropLast())) == nil)
            #expect(try dictionary.find(key + [0]) == nil)
            #expect(try dictionary.find(key + [0xFF]) == nil)
        }
        for absent in ["слово", "слово1001", "слово9999", "а", "яяя", ""] {
            for layer in 0..<3 { #expect(try dictionary.find(TermTable.key(layer: layer, term: absent)) == nil) }
        }
        #expect(try dictionary.find([]) == nil)
        var seen: [[UInt8]] = []
        try dictionary.forEachTerm { key, _ in seen.append(key) }
        #expect(seen == keys)
    }

    @Test func `keys that are beginnings of one another are told apart`() throws {
        let folder = try TemporaryFolder()
        let keys = (1...40).map { [UInt8(0)] + [UInt8](repeating: 0x61, count: $0) }
        let dictionary = try open(payload(keys), postings: byteCount(40), in: folder)
        for (index, key) in keys.enumerated() { #expect(try dictionary.find(key)?.documentFrequency == index + 1) }
        #expect(try dictionary.find([0]) == nil)
        #expect(try dictionary.find([0] + [UInt8](repeating: 0x61, count: 41)) == nil)
    }

    @Test(
        arguments: [
            [[0, 2], [0, 1]], [[0, 1], [0, 1]], [[0], [0, 1]], [[0, 1], [2, 1]], [[5, 1]],
        ] as [[[UInt8]]])
    func `keys that do not ascend, are empty or of no layer are damage`(keys: [[UInt8]]) throws {
        let folder = try TemporaryFolder()
        #expect(throws: StorageError.self) { try open(payload(keys), postings: byteCount(keys.count), in: folder) }
    }

    @Test(arguments: [-1, 1])
    func `posting lists that do not fill the postings file are damage`(difference: Int) throws {
        let folder = try TemporaryFolder()
        #expect(throws: StorageError.self) {
            try open(payload([[0, 1], [0, 2]]), postings: byteCount(2) + difference, in: folder)
        }
    }

    @Test func `a term of no document or of more than there are is damage`() throws {
        let folder = try TemporaryFolder()
        for frequency in [UInt32(0), 1001, .max] {
            var writer = TermDictionaryWriter()
            writer.add(key: [0, 1], documentFrequency: frequency, postingsByteCount: 4, maxImpact: 0)
            #expect(throws: StorageError.self) { try open(writer.payload(), postings: 4, in: folder) }
        }
    }
}
