import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct TermDictionaryTests {
    private typealias Lists = (chunks: Int, postings: Int)

    private func open(_ payload: [UInt8], _ sizes: Lists, in folder: TemporaryFolder) throws -> TermDictionary {
        let file = try MappedFile(path: try folder.write("terms", payload))
        return try TermDictionary(
            section: MappedSection(file: file, range: 0..<payload.count), chunksByteCount: sizes.chunks,
            postingsByteCount: sizes.postings, documentCount: 1000, layerCount: 2)
    }

    /// A dictionary of keys, the list of key `i` with `i % 900 + 1` documents in `i % 40 + 1` chunks at most.
    private func dictionary(_ keys: [[UInt8]]) -> (payload: [UInt8], lists: [PostingList], sizes: Lists) {
        var writer = TermDictionaryWriter()
        var lists: [PostingList] = []
        var sizes: Lists = (0, 0)
        for (index, key) in keys.enumerated() {
            let frequency = index % 900 + 1
            let list = PostingList(
                documentFrequency: frequency, chunkCount: min(frequency, index % 40 + 1),
                maxImpact: UInt8(index % 255 + 1),
                chunksOffset: sizes.chunks, postingsOffset: sizes.postings)
            writer.add(key: key, list: list)
            lists.append(list)
            sizes.chunks += list.chunksByteCount
            sizes.postings += list.postingsByteCount
        }
        return (writer.payload(), lists, sizes)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 33, 500])
    func `each term is found, and none beside them`(count: Int) throws {
        let folder = try TemporaryFolder()
        let words = (0..<count).map { "слово\($0 * 2 + 1_000)" }
        let layers = (0..<count).map { $0 * 2 < count ? 0 : 1 }
        let made = dictionary(zip(layers, words).map { TermTable.key(layer: $0, term: $1) })
        let opened = try open(made.payload, made.sizes, in: folder)
        #expect(opened.termCount == count)
        for (index, word) in words.enumerated() {
            #expect(opened.find(layer: layers[index], term: word) == made.lists[index])
            #expect(opened.find(layer: 1 - layers[index], term: word) == nil)
            #expect(opened.find(layer: layers[index], term: String(word.dropLast())) == nil)
            #expect(opened.find(layer: layers[index], term: word + "\u{0}") == nil)
            #expect(opened.find(layer: layers[index], term: word + "я") == nil)
        }
        for absent in ["слово", "слово1001", "слово9999", "а", "яяя", ""] {
            for layer in 0..<3 { #expect(opened.find(layer: layer, term: absent) == nil) }
        }
        var iterator = opened.makeIterator()
        var seen: [PostingList] = []
        while try iterator.next() { seen.append(iterator.list) }
        #expect(seen == made.lists)
    }

    @Test func `terms that are beginnings of one another are told apart`() throws {
        let folder = try TemporaryFolder()
        let words = (1...40).map { String(repeating: "a", count: $0) }
        let made = dictionary(words.map { TermTable.key(layer: 0, term: $0) })
        let opened = try open(made.payload, made.sizes, in: folder)
        for (index, word) in words.enumerated() { #expect(opened.find(layer: 0, term: word) == made.lists[index]) }
        #expect(opened.find(layer: 0, term: "") == nil)
        #expect(opened.find(layer: 0, term: String(repeating: "a", count: 41)) == nil)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `lookups equal those in a plain dictionary`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let letters = Array("абвab0")
        func word() -> String {
            String(
                (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                    letters.randomElement(using: &generator) ?? "а"
                })
        }
        let words = Set((0..<700).map { _ in word() }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let made = dictionary(words.map { TermTable.key(layer: 1, term: $0) })
        let plain = Dictionary(uniqueKeysWithValues: zip(words, made.lists))
        let folder = try TemporaryFolder()
        let opened = try open(made.payload, made.sizes, in: folder)
        for _ in 0..<3000 {
            let wanted = word()
            #expect(opened.find(layer: 1, term: wanted) == plain[wanted], "\(wanted), seed \(seed)")
        }
    }

    @Test(
        arguments: [
            [[0, 2], [0, 1]], [[0, 1], [0, 1]], [[0], [0, 1]], [[0, 1], [2, 1]], [[5, 1]], [[0, 1, 2], [0, 1]],
        ] as [[[UInt8]]])
    func `keys that do not ascend, are empty or of no layer are damage`(keys: [[UInt8]]) throws {
        let folder = try TemporaryFolder()
        let made = dictionary(keys)
        #expect(throws: StorageError.self) { try open(made.payload, made.sizes, in: folder) }
    }

    @Test(arguments: [-1, 1])
    func `posting lists that do not fill their sections are damage`(difference: Int) throws {
        let folder = try TemporaryFolder()
        let made = dictionary([[0, 1], [0, 2]])
        #expect(throws: StorageError.self) {
            try open(made.payload, (made.sizes.chunks + difference, made.sizes.postings), in: folder)
        }
        #expect(throws: StorageError.self) {
            try open(made.payload, (made.sizes.chunks, made.sizes.postings + difference), in: folder)
        }
    }

    @Test(arguments: [(0, 1, 1), (1001, 1, 1), (2, 3, 1), (2, 0, 1), (2, 1, 0)])
    func `a list of no document, of more than there are, or without impact is damage`(
        frequency: Int, chunkCount: Int, maxImpact: Int
    ) throws {
        let folder = try TemporaryFolder()
        var writer = TermDictionaryWriter()
        let list = PostingList(
            documentFrequency: frequency, chunkCount: chunkCount, maxImpact: UInt8(maxImpact), chunksOffset: 0,
            postingsOffset: 0)
        writer.add(key: [0, 1], list: list)
        let sizes = (max(0, list.chunksByteCount), list.postingsByteCount)
        #expect(throws: StorageError.self) { try open(writer.payload(), sizes, in: folder) }
    }
}
