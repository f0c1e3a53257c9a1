import SearchIndex

/// The first words of a passage: title, headings, then the text.
enum PassageHead {
    /// Words that are looked at.
    static let maxWords = 40

    /// Reads the words of a passage into `words` from the place `start`, which must have room for ``maxWords``.
    ///
    /// - Returns: how many there are.
    /// - Throws: `.index` when the passage cannot be read.
    static func read(
        _ docID: DocID, of snapshot: IndexSnapshot, into words: inout [UInt64], at start: Int
    ) throws(RetrievalError) -> Int {
        let count = try mappingIndexErrors { () throws(IndexError) in
            try snapshot.withStoredBytes(of: docID) { (bytes) -> Result<Int, RetrievalError> in
                do throws(RetrievalError) {
                    return .success(try read(record: bytes, into: &words, at: start))
                } catch {
                    return .failure(error)
                }
            }
        }
        return try count.get()
    }

    /// Reads the words of a record.
    ///
    /// - Complexity: O(bytes of the first ``maxWords`` words); nothing is allocated.
    static func read(record bytes: RawSpan, into words: inout [UInt64], at start: Int) throws(RetrievalError) -> Int {
        var count = 0
        try PassageRecord.forEachHeadText(in: bytes) { range in
            var scanner = WordPrefixScanner(range: range)
            while count < maxWords, let word = scanner.next(in: bytes) {
                words[start + count] = word.letters
                count += 1
            }
            return count < maxWords
        }
        return count
    }
}
