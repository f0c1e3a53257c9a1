import MappedStorage

/// Makes one segment of several, without the documents that were deleted.
///
/// Impacts are copied: they depend on the document and the index's pivots only. The result equals, byte by byte, a segment written from the
/// documents that are left.
struct SegmentMerger {
    /// A segment and which of its documents, numbered in it, stay.
    struct Part {
        let segment: SegmentReader
        let isKept: (_ document: Int) -> Bool
    }

    private let parts: [Part]
    /// For each part and document its number in the result, or −1.
    private let numbers: [[Int32]]
    /// Documents of the result.
    let documentCount: Int

    /// Numbers the documents that stay, part after part.
    init(_ parts: [Part]) {
        self.parts = parts
        var next: Int32 = 0
        var numbers: [[Int32]] = []
        for part in parts {
            var row: [Int32] = []
            row.reserveCapacity(part.segment.documentCount)
            for document in 0..<part.segment.documentCount {
                row.append(part.isKept(document) ? next : -1)
                next += part.isKept(document) ? 1 : 0
            }
            numbers.append(row)
        }
        self.numbers = numbers
        documentCount = Int(next)
    }

    /// The sections of the merged segment, but for user data, which only the user can merge.
    ///
    /// - Throws: `.corrupt` when a part is damaged.
    func sections() throws(StorageError) -> [(section: SegmentSection, bytes: [UInt8])] {
        var dictionary = TermDictionaryWriter()
        var lists = PostingListWriter()
        var merged = MergedTerms(parts.map { $0.segment.terms })
        while try merged.next() {
            for (part, list) in merged.lists { try copy(list, of: part, to: &lists) }
            if let list = lists.finishList() { dictionary.add(key: merged.key, list: list) }
        }
        var stored = StoredFieldsWriter()
        for (part, row) in zip(parts, numbers) {
            for (document, number) in row.enumerated() where number >= 0 {
                stored.add(try part.segment.stored.record(of: DocID(UInt32(document))))
            }
        }
        return [
            (.terms, dictionary.payload()), (.chunks, lists.chunks), (.postings, lists.postings),
            (.stored, stored.payload()),
        ]
    }

    private func copy(_ list: PostingList, of part: Int, to lists: inout PostingListWriter) throws(StorageError) {
        var cursor = PostingCursor(list, in: parts[part].segment)
        while try cursor.nextBlock() {
            for (document, impact) in zip(cursor.documents, cursor.impacts) {
                let number = numbers[part][Int(document)]
                if number >= 0 { lists.add(document: Int(number), impact: impact) }
            }
        }
    }
}

/// Walks the terms of several dictionaries together, in ascending order of their keys.
struct MergedTerms {
    /// The current key.
    private(set) var key: [UInt8] = []
    /// The dictionaries that have the current key, ascending, with its list in each.
    private(set) var lists: [(dictionary: Int, list: PostingList)] = []

    private var iterators: [TermIterator]
    /// Dictionaries whose iterator stands on a key that was not given out.
    private var isWaiting: [Bool]
    private var isStarted = false

    init(_ dictionaries: [TermDictionary]) {
        self.init(iterators: dictionaries.map { $0.makeIterator() })
    }

    /// Walks on from where the iterators stand.
    init(iterators: [TermIterator]) {
        self.iterators = iterators
        isWaiting = iterators.map { _ in false }
    }

    /// Moves to the next key; `false` after the last.
    ///
    /// - Throws: `.corrupt`.
    mutating func next() throws(StorageError) -> Bool {
        if isStarted {
            for (index, _) in lists { isWaiting[index] = try iterators[index].next() }
        } else {
            for index in iterators.indices { isWaiting[index] = try iterators[index].next() }
            isStarted = true
        }
        lists.removeAll(keepingCapacity: true)
        var least: Int?
        for index in iterators.indices where isWaiting[index] {
            if let known = least, !iterators[index].key.lexicographicallyPrecedes(iterators[known].key) { continue }
            least = index
        }
        guard let least else { return false }
        key = iterators[least].key
        for index in iterators.indices where isWaiting[index] && iterators[index].key == key {
            lists.append((index, iterators[index].list))
        }
        return true
    }
}
