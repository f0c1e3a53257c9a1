import KnowledgeBase
import Retrieval

/// The numbered steps of an article, which make sense together only.
struct QuotableSteps {
    /// The longest list that is quoted.
    private static let maxSentences = 12

    private let sentences: [SentenceEvidence]

    init(of sentences: [SentenceEvidence]) {
        self.sentences = sentences
    }

    /// Whether a sentence is a step.
    func isStep(_ index: Int) -> Bool { ordinal(index) != nil }

    /// The whole list a step belongs to, from its first to its last step, bullets between them included.
    ///
    /// Empty for a sentence that is no step, and when the list is too long to be quoted.
    func list(around index: Int) -> Range<Int> {
        guard isStep(index) else { return 0..<0 }
        var first = index
        var last = index
        while let before = neighbour(of: first, direction: -1) { first = before }
        while let after = neighbour(of: last, direction: 1) { last = after }
        return last - first < Self.maxSentences ? first..<(last + 1) : 0..<0
    }

    /// The list that begins with 1: that of a passage, else the first of the article.
    func bestList(preferring passage: Int) -> Range<Int> {
        let starts = sentences.indices.filter { ordinal($0) == 1 }
        let start = starts.first { sentences[$0].passage == passage } ?? starts.first
        return start.map { list(around: $0) } ?? 0..<0
    }

    private func ordinal(_ index: Int) -> Int? {
        if case .listItem(let ordinal) = sentences[index].kind { ordinal } else { nil }
    }

    /// The step before or after one.
    ///
    /// Bullets may stand between the two, but no heading and no paragraph.
    private func neighbour(of index: Int, direction: Int) -> Int? {
        guard let own = ordinal(index) else { return nil }
        var next = index + direction
        while sentences.indices.contains(next), sentences[next].kind == .listItem(ordinal: nil) { next += direction }
        guard sentences.indices.contains(next), ordinal(next) == own + direction else { return nil }
        // Every sentence of a list is a block: a gap in their numbers is a heading, a table or a piece of code.
        guard abs(sentences[next].block - sentences[index].block) == abs(next - index) else { return nil }
        return next
    }
}
