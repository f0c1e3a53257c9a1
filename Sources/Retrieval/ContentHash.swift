import KnowledgeBase

/// Tells whether what is indexed of an article has changed.
///
/// 64-bit FNV-1a: two versions of an article have the same hash with a probability of about 2⁻⁶⁴. It is no defence against an editor
/// who makes such versions on purpose; all that would come of it is that the older one stays until the index is rebuilt.
///
/// - Source: Fowler, Noll, Vo; draft-eastlake-fnv.
struct ContentHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of everything of an article that the index keeps or searches.
    ///
    /// The passages are hashed beside the source that they were cut from: a program that cuts or renders differently then finds the article
    /// changed.
    static func hash(of article: Article) -> UInt64 {
        var hash = ContentHash()
        hash.add(article.path)
        hash.add(article.source)
        for passage in article.passages {
            passage.headingPath.forEach { hash.add($0) }
            hash.add(passage.text)
            hash.add(passage.sourceRange.lowerBound)
            hash.add(passage.sourceRange.upperBound)
            hash.add(passage.utf8Range.lowerBound)
        }
        return hash.value
    }

    /// Adds a text and its length, so that the end of one text and the start of the next cannot be mistaken.
    mutating func add(_ text: String) {
        add(text.utf8.count)
        for byte in text.utf8 { add(byte) }
    }

    private mutating func add(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
}
