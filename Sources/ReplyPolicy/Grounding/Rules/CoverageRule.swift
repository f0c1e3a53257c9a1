/// Most of what a sentence says must be said by the cited spans, and most of each clause by one of them.
///
/// The share is of weights: a content word counts 1, a word of general use 0.35, politeness and connection nothing.
struct CoverageRule {
    /// At least so much for a supported sentence.
    static let highShare: Float = 0.5
    /// Below this share it is not supported at all.
    static let lowShare: Float = 0.3

    let alignment: ClaimAlignment

    /// The share that is said, from 0 to 1; 1 for a sentence of literals only, 0 for one of nothing.
    var share: Float {
        let weights = alignment.draft.words.indices.map { ClaimAlignment.weight(alignment.draft.words[$0]) }
        let all = weights.reduce(0, +)
        guard all > 0 else { return alignment.draft.literals.isEmpty ? 0 : 1 }
        let said = weights.indices.filter { !alignment.matches[$0].isEmpty }.map { weights[$0] }.reduce(0, +)
        return said / all
    }

    /// Whether every clause has at least half of what is said of it in one span.
    var isTogether: Bool {
        alignment.draft.clauses.indices.allSatisfy { clause in
            guard let best = alignment.best[clause] else { return true }
            var all: Float = 0
            var inOne: Float = 0
            for index in alignment.draft.clauses[clause].words where !alignment.matches[index].isEmpty {
                let weight = ClaimAlignment.weight(alignment.draft.words[index])
                all += weight
                if alignment.matches[index].contains(where: { $0.span == best.span }) { inOne += weight }
            }
            return inOne * 2 >= all
        }
    }

    /// The content words that no span says.
    var missing: [ClaimWord] {
        alignment.draft.words.indices
            .filter { ClaimAlignment.weight(alignment.draft.words[$0]) == 1 && alignment.matches[$0].isEmpty }
            .map { alignment.draft.words[$0] }
    }
}
