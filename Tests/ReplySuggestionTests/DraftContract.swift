import KnowledgeBase
import ReplyPolicy
import ReplySuggestion
import Retrieval
import Testing

/// Law 4: what every draft of quotations must keep.
enum DraftContract {
    static func expect(_ draft: ReplyDraft, from base: SmallBase, _ comment: Comment) throws {
        #expect(draft.source == .extractive, comment)
        #expect(draft.sentences.count >= 3, comment)
        #expect(draft.sentences.last?.text == Courtesy.closing.rawValue, comment)
        var places: Set<String> = []
        var proses: Set<String> = []
        for (number, sentence) in draft.sentences.enumerated() {
            let isFrame = number == 0 || number == draft.sentences.count - 1
            #expect(isFrame == sentence.citations.isEmpty, comment)
            #expect(!isFrame || Courtesy(rawValue: sentence.text) != nil, comment)
            for citation in sentence.citations {
                try expect(citation, of: sentence, from: base, comment)
                #expect(places.insert("\(citation.article.id) \(citation.textRange)").inserted, comment)
            }
            if sentence.marker.isEmpty { #expect(proses.insert(sentence.text).inserted, comment) }
        }
        for sentence in draft.sentences {
            #expect(GroundingGuardrail.isQuotation(sentence.text, of: sentence.citations.map(\.quote)), comment)
        }
    }

    private static func expect(
        _ citation: Citation, of sentence: DraftSentence, from base: SmallBase, _ comment: Comment
    ) throws {
        let article = try #require(base.collection.articles.first { $0.id.rawValue == citation.article.id })
        #expect(article.audience == .public && article.validity(on: base.today) == .current, comment)
        #expect(!citation.quote.isEmpty && citation.quote == article.plainText.text(in: citation.textRange), comment)
        #expect(citation.utf8Range == article.plainText.sourceRange(of: citation.textRange), comment)
        let slice = String(decoding: Array(article.source.utf8)[citation.utf8Range], as: UTF8.self)
        // Markdown makes the source longer than the plain text; where it is not, the bytes are the same.
        if slice.utf8.count == citation.quote.utf8.count { #expect(slice == citation.quote, comment) }
        if !slice.contains(where: { "*_`[|&\\<\n".contains($0) }) { #expect(slice == citation.quote, comment) }
        // Numbers, sums and phones: every run of digits is a run of digits of the quote.
        #expect(numbers(sentence.text).isSubset(of: numbers(citation.quote)), comment)
    }

    private static func numbers(_ text: String) -> Set<String> {
        Set(text.split { !$0.isNumber }.map(String.init))
    }
}
