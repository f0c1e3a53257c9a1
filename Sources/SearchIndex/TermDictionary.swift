import MappedStorage

/// Looks up terms in the file that ``TermDictionaryWriter`` made.
///
/// Opening walks every entry once, so that a lookup may trust what it reads.
struct TermDictionary: Sendable {
    private let file: MappedFile
    private let payload: Range<Int>
    private let blockOffsets: [UInt32]
    private let entriesStart: Int
    /// Terms of all layers.
    let termCount: Int
    private let postingsStart: Int

    /// Opens and validates a dictionary whose posting lists fill `postings`, a range of the postings file.
    ///
    /// - Throws: `.corrupt` when keys do not ascend or name no layer, a posting list leaves the file, or counts
    ///   disagree.
    init(
        file: MappedFile, payload: Range<Int>, postings: Range<Int>, documentCount: Int, layerCount: Int
    ) throws(StorageError) {
        self.file = file
        self.payload = payload
        postingsStart = postings.lowerBound
        var offsets: [UInt32] = []
        var count = 0
        entriesStart = try file.withBytes { (bytes) throws(StorageError) in
            var reader = ByteReader(file: file.path, range: payload)
            count = Int(try reader.readInteger(UInt32.self, from: bytes))
            let blocks = Int(try reader.readInteger(UInt32.self, from: bytes))
            guard blocks == (count + TermDictionaryWriter.blockLength - 1) / TermDictionaryWriter.blockLength,
                blocks * 4 <= reader.remaining
            else {
                throw .corrupt(
                    file: file.path, byteOffset: reader.byteOffset, expected: "\(count) terms in blocks of 16")
            }
            offsets.reserveCapacity(blocks)
            for _ in 0..<blocks { offsets.append(try reader.readInteger(UInt32.self, from: bytes)) }
            return reader.byteOffset
        }
        termCount = count
        blockOffsets = offsets
        try validate(postings: postings, documentCount: documentCount, layerCount: layerCount)
    }

    /// The posting list of a key, or `nil` when no document has the term.
    ///
    /// - Complexity: O(log terms) comparisons and one block of 16.
    func find(_ key: [UInt8]) throws(StorageError) -> PostingList? {
        try file.withBytes { (bytes) throws(StorageError) in
            guard let block = try lastBlock(startingAtOrBefore: key, bytes) else { return nil }
            var scan = try BlockScan(self, block, bytes)
            while let entry = try scan.next(bytes) {
                if entry.key == key { return entry.list }
                if key.lexicographicallyPrecedes(entry.key) { return nil }
            }
            return nil
        }
    }

    /// Calls `body` with every key and its posting list, in ascending order of keys.
    func forEachTerm(
        _ body: (_ key: [UInt8], _ list: PostingList) throws(StorageError) -> Void
    ) throws(StorageError) {
        try file.withBytes { (bytes) throws(StorageError) in
            for block in blockOffsets.indices {
                var scan = try BlockScan(self, block, bytes)
                while let entry = try scan.next(bytes) { try body(entry.key, entry.list) }
            }
        }
    }

    private func lastBlock(startingAtOrBefore key: [UInt8], _ bytes: RawSpan) throws(StorageError) -> Int? {
        var low = 0
        var high = blockOffsets.count
        while low < high {
            let middle = (low + high) / 2
            var scan = try BlockScan(self, middle, bytes)
            guard let first = try scan.next(bytes) else { break }
            if key.lexicographicallyPrecedes(first.key) { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
    }

    private func validate(postings: Range<Int>, documentCount: Int, layerCount: Int) throws(StorageError) {
        var previous: [UInt8] = []
        var expectedStart = postings.lowerBound
        var count = 0
        try forEachTerm { (key, list) throws(StorageError) in
            guard count == 0 || previous.lexicographicallyPrecedes(key), key.count > 1, key[0] < layerCount else {
                throw corrupt("ascending keys of \(layerCount) layers")
            }
            guard list.byteRange.lowerBound == expectedStart, list.byteRange.upperBound <= postings.upperBound,
                (1...max(1, documentCount)).contains(list.documentFrequency)
            else { throw corrupt("posting lists one after the other inside the postings file") }
            previous = key
            expectedStart = list.byteRange.upperBound
            count += 1
        }
        guard count == termCount, expectedStart == postings.upperBound else { throw corrupt("\(termCount) terms") }
    }

    private func corrupt(_ expected: String) -> StorageError {
        .corrupt(file: file.path, byteOffset: entriesStart, expected: expected)
    }

    /// Reads the entries of one block in order.
    private struct BlockScan {
        private var reader: ByteReader
        private var left: Int
        private var key: [UInt8] = []
        private var listStart: Int

        init(_ dictionary: TermDictionary, _ block: Int, _ bytes: RawSpan) throws(StorageError) {
            let start = dictionary.entriesStart + Int(dictionary.blockOffsets[block])
            let end = dictionary.payload.upperBound
            guard start <= end else {
                throw .corrupt(file: dictionary.file.path, byteOffset: start, expected: "a block inside the file")
            }
            reader = ByteReader(file: dictionary.file.path, range: start..<end)
            let offset = try reader.readInteger(UInt64.self, from: bytes)
            guard offset < UInt64(Int32.max) << 16 else {
                throw .corrupt(file: dictionary.file.path, byteOffset: start, expected: "an offset of posting lists")
            }
            listStart = dictionary.postingsStart + Int(offset)
            left = min(
                TermDictionaryWriter.blockLength, dictionary.termCount - block * TermDictionaryWriter.blockLength)
        }

        mutating func next(_ bytes: RawSpan) throws(StorageError) -> (key: [UInt8], list: PostingList)? {
            guard left > 0 else { return nil }
            left -= 1
            let shared = Int(try reader.readVarint(from: bytes))
            let rest = Int(try reader.readVarint(from: bytes))
            guard shared <= key.count else {
                throw .corrupt(file: reader.file, byteOffset: reader.byteOffset, expected: "a shared beginning")
            }
            key.removeSubrange(shared...)
            key.append(contentsOf: try reader.readBytes(rest, from: bytes))
            let frequency = Int(try reader.readVarint(from: bytes))
            let byteCount = Int(try reader.readVarint(from: bytes))
            let maxImpact = try reader.readInteger(UInt16.self, from: bytes)
            let range = listStart..<(listStart + byteCount)
            listStart += byteCount
            return (key, PostingList(documentFrequency: frequency, byteRange: range, maxImpact: maxImpact))
        }
    }
}
