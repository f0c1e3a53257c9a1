/// The number of a document inside one index generation: dense, from 0, in the order of adding.
///
/// It means nothing outside its generation; stable identifiers belong in the stored fields.
public struct DocID: Hashable, Comparable, Sendable {
    /// The number.
    public let rawValue: UInt32

    /// Wraps a number.
    public init(_ rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Orders by number.
    public static func < (left: DocID, right: DocID) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A document with its score.
public struct ScoredDocument: Equatable, Sendable {
    /// The document.
    public let docID: DocID
    /// ≥ 0 and finite.
    public let score: Float

    /// Pairs a document with a score.
    public init(docID: DocID, score: Float) {
        self.docID = docID
        self.score = score
    }

    /// The total order of results: the higher score first, and of equal scores the lower number.
    public static func isBetter(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
        left.score != right.score ? left.score > right.score : left.docID < right.docID
    }
}
