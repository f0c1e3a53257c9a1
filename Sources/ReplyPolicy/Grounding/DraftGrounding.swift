/// What is left of a draft after the check.
///
/// A draft has lost its substance when the operator would get a reply that does not answer: when it has claims, and none is supported; or
/// when the first claim is unsupported, because a reply starts with its answer and what follows explains it; or when more than half of
/// the claims are unsupported. Then a person answers (`not_grounded`).
public struct DraftGrounding: Equatable, Sendable {
    /// What happens to sentences that the sources do not say.
    public enum Mode: String, Equatable, Sendable {
        /// They are taken out; sentences that are said in part stay, marked.
        case remove
        /// They stay, marked.
        case mark
    }

    /// A sentence that stays.
    public struct Sentence: Equatable, Sendable {
        /// Its index in the draft.
        public let index: Int
        /// What the check found out about it.
        public let grounding: SentenceGrounding
        /// Whether the operator has to look at it before it goes out.
        public var isMarked: Bool {
            switch grounding.verdict {
            case .courtesy, .supported: false
            case .partly, .unsupported: true
            }
        }
    }

    /// The sentences that stay, in their order.
    public let sentences: [Sentence]
    /// The sentences that were taken out, in their order; empty in the mode ``Mode/mark``.
    public let removed: [Sentence]
    /// Whether a person has to answer instead.
    public let hasLostSubstance: Bool

    /// Applies the results of a check.
    ///
    /// - Parameters:
    ///   - groundings: the results, one for each sentence of the draft, in their order.
    ///   - mode: what happens to unsupported sentences.
    public init(_ groundings: [SentenceGrounding], mode: Mode) {
        let all = groundings.enumerated().map { Sentence(index: $0.offset, grounding: $0.element) }
        let isKept = { (sentence: Sentence) in mode == .mark || sentence.grounding.verdict != .unsupported }
        sentences = all.filter(isKept)
        removed = all.filter { !isKept($0) }
        let claims = groundings.map(\.verdict).filter { $0 != .courtesy }
        let unsupported = claims.filter { $0 == .unsupported }.count
        hasLostSubstance =
            !claims.contains(.supported) || claims.first == .unsupported || unsupported * 2 > claims.count
    }
}
