import KnowledgeBase
import Retrieval

/// Makes a reply of quotations: a greeting, for each question the sentences that answer it, a closing.
struct ExtractiveDrafter {
    /// The most sentences of the found passage for one question.
    private static let maxSentences = 3
    /// The longest list of steps that is quoted whole.
    private static let maxSteps = 8
    /// The longest opening of an article that is quoted, in characters.
    private static let maxOpeningCharacters = 280
    /// A sentence of the found passage must be worth this share of the question.
    private static let minWorth: Float = 0.2

    /// The draft; `nil` when no question has evidence.
    func draft(for message: String, answering questions: [QuestionEvidence]) -> ReplyDraft? {
        var sentences: [DraftSentence] = []
        var used: Set<String> = []
        for question in questions {
            guard let best = question.best else { continue }
            var isFirst = true
            for unit in units(of: best, asksForSteps: question.asksForSteps) where used.insert("\(best.article.id) \(unit.utf8Range)").inserted {
                sentences.append(sentence(unit, of: best, startsParagraph: isFirst))
                isFirst = false
            }
        }
        guard !sentences.isEmpty else { return nil }
        let greeting = DraftSentence(text: Self.greeting(for: message), marker: "", separator: .paragraph, citations: [])
        let closing = DraftSentence(text: Self.closing, marker: "", separator: .paragraph, citations: [])
        return ReplyDraft(source: .extractive, sentences: [greeting] + sentences + [closing])
    }

    private static let closing = "Если останутся вопросы, напишите — поможем разобраться."

    /// The customer's own greeting is returned.
    private static func greeting(for message: String) -> String {
        let lower = message.lowercased()
        for (wording, reply) in [("добрый вечер", "Добрый вечер!"), ("добрый день", "Добрый день!"), ("доброе утро", "Доброе утро!")]
        where lower.contains(wording) {
            return reply
        }
        return "Здравствуйте!"
    }

    /// The sentences to quote, in the order of the article: its opening, which is the direct answer; the sentences of the found passage that are
    /// worth most; and, when the customer asks how to do something, the steps.
    private func units(of evidence: PassageEvidence, asksForSteps: Bool) -> [SentenceEvidence] {
        let all = evidence.sentences
        var chosen = opening(of: all)
        let found = all.indices
            .filter { all[$0].passage == evidence.ordinal && !chosen.contains($0) && all[$0].worth >= Self.minWorth }
            .sorted { (all[$0].worth, $1) > (all[$1].worth, $0) }
        chosen.formUnion(found.prefix(Self.maxSentences))
        for index in chosen { chosen.formUnion(steps(around: index, in: all)) }
        if asksForSteps, !chosen.contains(where: { isStep(all[$0].kind) }) {
            chosen.formUnion(bestSteps(in: all, preferring: evidence.ordinal))
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

    /// The list of steps that begins with 1: that of the found passage, else the first of the article.
    private func bestSteps(in sentences: [SentenceEvidence], preferring passage: Int) -> Set<Int> {
        let starts = sentences.indices.filter { sentences[$0].kind == .listItem(ordinal: 1) }
        guard let start = starts.first(where: { sentences[$0].passage == passage }) ?? starts.first else { return [] }
        return steps(around: start, in: sentences)
    }

    private func isProse(_ kind: PlainText.Kind) -> Bool {
        kind == .paragraph || kind == .quote
    }

    private func isStep(_ kind: PlainText.Kind) -> Bool {
        if case .listItem(_?) = kind { true } else { false }
    }

    /// The items of the ordered list an item belongs to: steps make sense together only. Empty when the list is too long.
    private func steps(around index: Int, in sentences: [SentenceEvidence]) -> Set<Int> {
        guard case .listItem(let ordinal?) = sentences[index].kind else { return [] }
        var first = index
        var last = index
        while first > 0, sentences[first - 1].kind == .listItem(ordinal: ordinal - (index - first) - 1) { first -= 1 }
        while last + 1 < sentences.count, sentences[last + 1].kind == .listItem(ordinal: ordinal + last + 1 - index) { last += 1 }
        return last - first < Self.maxSteps ? Set(first...last) : []
    }

    private func sentence(
        _ unit: SentenceEvidence, of evidence: PassageEvidence, startsParagraph: Bool
    ) -> DraftSentence {
        let citation = Citation(
            article: evidence.article,
            utf8Range: unit.sourceRange,
            textRange: unit.utf8Range,
            quote: unit.text
        )
        let isLine = !isProse(unit.kind)
        return DraftSentence(
            text: unit.kind == .tableRow ? unit.text.replacing(" | ", with: " — ") : unit.text,
            marker: marker(unit.kind),
            separator: startsParagraph ? .paragraph : isLine ? .line : .space,
            citations: [citation]
        )
    }

    private func marker(_ kind: PlainText.Kind) -> String {
        switch kind {
        case .listItem(let ordinal?): "\(ordinal). "
        case .listItem(nil), .tableRow: "— "
        case .paragraph, .heading, .tableHeader, .quote, .code: ""
        }
    }
}
