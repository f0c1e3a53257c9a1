import KnowledgeBase
import ReplyPolicy
import Retrieval

/// Makes a reply of quotations: a greeting, for each question the sentences that answer it, a closing.
struct ExtractiveDrafter {
    /// The most sentences of the found passage for one question.
    private static let maxSentences = 3
    /// The longest opening of an article that is quoted, in characters.
    private static let maxOpeningCharacters = 280
    /// A sentence of the found passage must be worth this share of the question.
    private static let minWorth: Float = 0.2

    /// The draft; `nil` when no question has evidence.
    func draft(for message: String, answering questions: [QuestionEvidence]) -> ReplyDraft? {
        var sentences: [DraftSentence] = []
        var used = UsedSentences()
        for question in questions {
            guard let best = question.best else { continue }
            let units = units(of: best, asksForSteps: question.asksForSteps)
                .filter { used.insert($0, of: best.article.id) }
            for (number, unit) in units.enumerated() {
                let previous = number > 0 ? units[number - 1] : nil
                sentences.append(sentence(unit, of: best, after: previous))
            }
        }
        guard !sentences.isEmpty else { return nil }
        let greeting = courtesy(Courtesy.greeting(for: message))
        return ReplyDraft(source: .extractive, sentences: [greeting] + sentences + [courtesy(.closing)])
    }

    /// What the draft says already: places, and sentences that two articles share.
    private struct UsedSentences {
        private var places: Set<String> = []
        private var texts: Set<String> = []

        /// Steps are kept whole, even when two lists have one in common.
        mutating func insert(_ unit: SentenceEvidence, of articleID: String) -> Bool {
            let isNewText = texts.insert(unit.text).inserted
            let isNewPlace = places.insert("\(articleID) \(unit.utf8Range)").inserted
            if case .listItem = unit.kind { return isNewPlace }
            return isNewPlace && isNewText
        }
    }

    /// The sentences to quote, in the order of the article.
    ///
    /// Its opening, which is the direct answer; the sentences of the found passage that are worth most; and, when the customer asks how
    /// to do something, the steps.
    private func units(of evidence: PassageEvidence, asksForSteps: Bool) -> [SentenceEvidence] {
        let all = evidence.sentences
        let steps = QuotableSteps(of: all)
        var chosen = opening(of: all)
        let found = all.indices
            .filter { all[$0].passage == evidence.ordinal && !chosen.contains($0) && all[$0].worth >= Self.minWorth }
            .filter { !steps.isStep($0) || !steps.list(around: $0).isEmpty }
            .sorted { (all[$0].worth, $1) > (all[$1].worth, $0) }
        chosen.formUnion(found.prefix(Self.maxSentences))
        for index in chosen { chosen.formUnion(steps.list(around: index)) }
        if asksForSteps, !chosen.contains(where: steps.isStep) {
            chosen.formUnion(steps.bestList(preferring: evidence.ordinal))
        }
        return chosen.sorted().map { all[$0] }
    }

    /// The sentences of the first paragraph that fit.
    private func opening(of sentences: [SentenceEvidence]) -> Set<Int> {
        guard let first = sentences.indices.first(where: { isProse(sentences[$0].kind) }) else { return [] }
        var chosen: Set<Int> = []
        var characters = 0
        for index in first..<sentences.count where sentences[index].block == sentences[first].block {
            characters += sentences[index].text.count
            guard index == first || characters <= Self.maxOpeningCharacters else { break }
            chosen.insert(index)
        }
        return chosen
    }

    private func isProse(_ kind: PlainText.Kind) -> Bool {
        kind == .paragraph || kind == .quote
    }

    private func courtesy(_ courtesy: Courtesy) -> DraftSentence {
        DraftSentence(text: courtesy.rawValue, marker: "", separator: .paragraph, citations: [])
    }

    private func sentence(
        _ unit: SentenceEvidence, of evidence: PassageEvidence, after previous: SentenceEvidence?
    ) -> DraftSentence {
        let citation = Citation(
            article: evidence.article,
            utf8Range: unit.sourceRange,
            textRange: unit.utf8Range,
            quote: unit.text
        )
        return DraftSentence(
            text: GroundingGuardrail.wording(of: unit.text),
            marker: marker(unit.kind),
            separator: separator(of: unit, after: previous),
            citations: [citation]
        )
    }

    private func separator(of unit: SentenceEvidence, after previous: SentenceEvidence?) -> DraftSentence.Separator {
        guard let previous else { return .paragraph }
        if !isProse(unit.kind) { return .line }
        // Prose after a list or a table must not go on in its last line.
        return isProse(previous.kind) ? .space : .paragraph
    }

    private func marker(_ kind: PlainText.Kind) -> String {
        switch kind {
        case .listItem(let ordinal?): "\(ordinal). "
        case .listItem(nil), .tableRow: "— "
        case .paragraph, .heading, .tableHeader, .quote, .code: ""
        }
    }
}
