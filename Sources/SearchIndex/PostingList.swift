/// Where the postings of a term are.
struct PostingList: Equatable {
    /// Documents with the term; ≥ 1.
    let documentFrequency: Int
    /// Half-open range in the postings file.
    let byteRange: Range<Int>
    /// The largest impact of the postings; see ``BM25F/impact(frequency:saturation:)``.
    let maxImpact: UInt16
}
