import Glibc
import MappedStorage

/// Looks up terms in the section that ``TermDictionaryWriter`` made.
///
/// Opening walks every entry once, so that a lookup may trust what it reads.
struct TermDictionary: Sendable {
    private let section: MappedSection
    /// Terms of all layers.
    let termCount: Int
    /// Offset in the file of the first block.
    private let entriesStart: Int
    /// Offset in the file of each block.
    private let blockOffsets: [UInt32]
    /// The first 8 bytes of each block's first key, as a big-endian number: most of a search needs no more.
    private let prefixes: [UInt64]

    /// Opens and validates a dictionary.
    ///
    /// - Throws: `.corrupt` when keys do not ascend or name no layer, lists do not fill the sections, or counts disagree.
    init(
        section: MappedSection, chunksByteCount: Int, postingsByteCount: Int, documentCount: Int, layerCount: Int
    ) throws(StorageError) {
        self.section = section
        var reader = ByteReader(file: section.path, range: section.range)
        var offsets: [UInt32] = []
        termCount = try section.file.withBytes { (bytes) throws(StorageError) in
            let count = Int(try reader.readInteger(UInt32.self, from: bytes))
            let blocks = Int(try reader.readInteger(UInt32.self, from: bytes))
            guard blocks == (count + TermDictionaryWriter.blockLength - 1) / TermDictionaryWriter.blockLength,
                blocks * 4 <= reader.remaining
            else {
                throw .corrupt(
                    file: section.path, byteOffset: reader.byteOffset, expected: "\(count) terms in blocks of 16")
            }
            offsets.reserveCapacity(blocks)
            for _ in 0..<blocks { offsets.append(try reader.readInteger(UInt32.self, from: bytes)) }
            return count
        }
        entriesStart = reader.byteOffset
        blockOffsets = offsets
        prefixes = try Self.validate(
            section, entries: entriesStart..<section.range.upperBound, blockOffsets: offsets, termCount: termCount,
            sizes: (chunksByteCount, postingsByteCount, documentCount, layerCount))
    }

    /// Walks the terms in ascending order of their keys.
    func makeIterator() -> TermIterator {
        TermIterator(section: section, entries: entriesStart..<section.range.upperBound, termCount: termCount)
    }

    /// Walks the terms from the last block on that may start before the first term of a layer.
    func makeIterator(fromLayer layer: Int) -> TermIterator {
        let first = UInt64(layer) << 56
        let block = max(0, (prefixes.firstIndex { $0 >= first } ?? prefixes.count) - 1)
        guard block < blockOffsets.count else { return makeIterator() }
        let start = entriesStart + Int(blockOffsets[block])
        return TermIterator(
            section: section, block: block, entries: start..<section.range.upperBound, termCount: termCount)
    }

    /// The posting list of a term of a layer, or `nil` when no document has it.
    ///
    /// - Complexity: O(log terms) comparisons and one block of 16; no allocation for terms of up to 1 KiB.
    func find(layer: Int, term: String) -> PostingList? {
        let count = term.utf8.count + 1
        return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { key in
            unsafe key[0] = UInt8(layer)
            var place = 1
            for byte in term.utf8 {
                unsafe key[place] = byte
                place += 1
            }
            return section.file.withBytes { bytes in
                unsafe bytes.withUnsafeBytes { file in unsafe find(UnsafeBufferPointer(key), file) }
            }
        }
    }

    private func find(_ key: UnsafeBufferPointer<UInt8>, _ file: UnsafeRawBufferPointer) -> PostingList? {
        guard let block = unsafe lastBlock(startingAtOrBefore: key, file) else { return nil }
        var scan = unsafe TermBlockScan(file, at: entriesStart + Int(blockOffsets[block]))
        let left = min(TermDictionaryWriter.blockLength, termCount - block * TermDictionaryWriter.blockLength)
        return unsafe scan.find(key, among: left)
    }

    /// The block that has the key, if any has.
    private func lastBlock(startingAtOrBefore key: UnsafeBufferPointer<UInt8>, _ file: UnsafeRawBufferPointer) -> Int? {
        let prefix = unsafe Self.prefix(of: key)
        var low = 0
        var high = prefixes.count
        while low < high {
            let middle = (low + high) / 2
            if prefixes[middle] < prefix { low = middle + 1 } else { high = middle }
        }
        // Blocks from `low` on start with the same 8 bytes or later ones: whole keys decide among the former.
        high = prefixes.count
        var end = low
        while end < high, prefixes[end] == prefix { end += 1 }
        high = end
        while low < high {
            let middle = (low + high) / 2
            if unsafe isFirstKey(ofBlock: middle, after: key, file) { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
    }

    private func isFirstKey(
        ofBlock block: Int, after key: UnsafeBufferPointer<UInt8>, _ file: UnsafeRawBufferPointer
    ) -> Bool {
        var scan = unsafe TermBlockScan(file, at: entriesStart + Int(blockOffsets[block]))
        let (start, count) = scan.firstKey()
        let common = min(count, key.count)
        guard let first = file.baseAddress, let wanted = key.baseAddress else { return false }
        let order = unsafe memcmp(first + start, wanted, common)
        return order != 0 ? order > 0 : count > key.count
    }

    /// The first 8 bytes as a big-endian number, zeros behind a shorter key.
    private static func prefix(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var prefix: UInt64 = 0
        for place in 0..<8 { prefix = prefix << 8 | (place < key.count ? UInt64(unsafe key[place]) : 0) }
        return prefix
    }

    /// Walks all entries; returns the prefix of each block's first key.
    private static func validate(
        _ section: MappedSection, entries: Range<Int>, blockOffsets: [UInt32], termCount: Int,
        sizes: (chunks: Int, postings: Int, documents: Int, layers: Int)
    ) throws(StorageError) -> [UInt64] {
        func corrupt(_ expected: String) -> StorageError {
            .corrupt(file: section.path, byteOffset: entries.lowerBound, expected: expected)
        }
        var prefixes: [UInt64] = []
        prefixes.reserveCapacity(blockOffsets.count)
        var iterator = TermIterator(section: section, entries: entries, termCount: termCount)
        var index = 0
        var offset = entries.lowerBound
        while try iterator.next() {
            if index % TermDictionaryWriter.blockLength == 0 {
                guard offset - entries.lowerBound == Int(blockOffsets[index / TermDictionaryWriter.blockLength]) else {
                    throw corrupt("a table of the blocks")
                }
                prefixes.append(unsafe iterator.key.withUnsafeBufferPointer { unsafe prefix(of: $0) })
            }
            guard iterator.key.count > 1, Int(iterator.key[0]) < sizes.layers else {
                throw corrupt("keys of \(sizes.layers) layers")
            }
            guard iterator.list.documentFrequency <= sizes.documents,
                iterator.list.chunksOffset + iterator.list.chunksByteCount <= sizes.chunks,
                iterator.list.postingsOffset + iterator.list.postingsByteCount <= sizes.postings
            else { throw corrupt("posting lists inside their sections") }
            index += 1
            offset = iterator.byteOffset
        }
        let last = iterator.list
        guard termCount == 0 ? sizes.chunks == 0 : last.chunksOffset + last.chunksByteCount == sizes.chunks,
            last.postingsOffset + last.postingsByteCount == sizes.postings
        else { throw corrupt("posting lists that fill their sections") }
        return prefixes
    }
}

/// Scans the entries of one block of a validated dictionary.
///
/// `bytes` outlives it: it is made and used inside one access to the file.
@safe private struct TermBlockScan {
    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    private var chunksOffset: Int
    private var postingsOffset: Int

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        unsafe self.bytes = bytes
        chunksOffset = Int(unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        postingsOffset = Int(unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        position = offset + 16
    }

    /// Where the first key of the block is in the file, and its length.
    mutating func firstKey() -> (start: Int, count: Int) {
        _ = varint()
        let count = varint()
        return (position, count)
    }

    /// The list of a key among the next `count` entries.
    ///
    /// `matched` is how many bytes of the key the entry before begins with: an entry that shares more with it stands before the key as it does, one
    /// that shares less stands after the key; only one that shares just as many needs a look at its own bytes.
    mutating func find(_ key: UnsafeBufferPointer<UInt8>, among count: Int) -> PostingList? {
        var matched = 0
        for _ in 0..<count {
            let shared = varint()
            let rest = varint()
            if shared < matched { return nil }
            if shared == matched {
                var place = 0
                while place < rest, matched < key.count, unsafe bytes[position + place] == key[matched] {
                    place += 1
                    matched += 1
                }
                if place == rest, matched == key.count { return list(after: rest) }
                // Beyond the end of the key, or with a greater byte, the entry and all later ones stand after it.
                if place < rest, matched == key.count { return nil }
                if place < rest, unsafe bytes[position + place] > key[matched] { return nil }
            }
            let passed = list(after: rest)
            chunksOffset += passed.chunksByteCount
            postingsOffset += passed.postingsByteCount
        }
        return nil
    }

    private mutating func list(after rest: Int) -> PostingList {
        position += rest
        let frequency = varint()
        let chunkCount = varint()
        let maxImpact = unsafe bytes[position]
        position += 1
        return PostingList(
            documentFrequency: frequency, chunkCount: chunkCount, maxImpact: maxImpact, chunksOffset: chunksOffset,
            postingsOffset: postingsOffset)
    }

    private mutating func varint() -> Int {
        var value = 0
        var shift = 0
        while true {
            let byte = Int(unsafe bytes[position])
            position += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}
