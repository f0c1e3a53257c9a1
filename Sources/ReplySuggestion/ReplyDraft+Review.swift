public import ReplyPolicy
import Retrieval

/// A draft on its way through the policy and back.
extension ReplyDraft {
    /// The places that the sentences cite, each once, in the order of their first citation.
    private var places: [Citation] {
        var places: [Citation] = []
        for citation in sentences.flatMap(\.citations) where !places.contains(citation) { places.append(citation) }
        return places
    }

    /// Where every sentence comes from, and who answers for the text.
    ///
    /// - Parameter responsible: the person who sends it, or the administrator whose rule lets it go.
    /// - Returns: one entry for each sentence of ``text``, in its order; what a person or a model wrote is theirs, whatever it cites.
    public func provenance(responsible: String) -> Provenance {
        var entries: [Provenance.Sentence] = []
        var end = 0
        for (index, sentence) in sentences.enumerated() {
            let start = end + (index == 0 ? 0 : sentence.separator.rawValue.utf8.count)
            end = start + sentence.marker.utf8.count + sentence.text.utf8.count
            entries.append(.init(utf8Range: start..<end, origin: origin(of: sentence, responsible)))
        }
        return Provenance(sentences: entries, responsible: responsible)
    }

    private func origin(of sentence: DraftSentence, _ responsible: String) -> Provenance.Origin {
        if source == .person { return .person(name: responsible) }
        if let record { return .model(name: record.model, promptVersion: record.prompt) }
        guard let citation = sentence.citations.first else { return .courtesy }
        return .article(id: citation.article.id, utf8Range: citation.textRange)
    }

    /// The draft as the policy sees it.
    func drafted(for purpose: DraftedReply.Purpose) -> DraftedReply {
        let places = places
        return DraftedReply(
            sentences: sentences.map { sentence in
                .init(text: sentence.text, citations: sentence.citations.compactMap { places.firstIndex(of: $0) })
            },
            sources: places.map { .init(articleID: $0.article.id, utf8Range: $0.textRange, text: $0.quote) },
            purpose: purpose
        )
    }

    /// What the policy has left of it, each sentence with the places that say it.
    func reviewed(_ review: ReviewedReply) -> ReplyDraft {
        let places = places
        func sentence(_ reviewed: ReviewedReply.Sentence) -> DraftSentence {
            sentences[reviewed.index].reviewed(reviewed, citations: reviewed.supports.map { places[$0] })
        }
        return ReplyDraft(
            source: source, sentences: review.sentences.map(sentence), removed: review.removed.map(sentence),
            record: record)
    }
}
