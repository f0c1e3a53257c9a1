import Testing

@testable import ReplySuggestion

@Suite struct ReplyDraftTests {
    private func sentence(_ text: String, _ separator: DraftSentence.Separator, marker: String = "") -> DraftSentence {
        DraftSentence(text: text, marker: marker, separator: separator, citations: [])
    }

    @Test func `paragraphs, lines and markers are written out`() {
        let draft = ReplyDraft(
            source: .extractive,
            sentences: [
                sentence("Здравствуйте!", .paragraph), sentence("Можно.", .paragraph), sentence("За 30 дней.", .space),
                sentence("Откройте.", .line, marker: "1. "), sentence("Нажмите.", .line, marker: "2. "),
                sentence("Курьер — 199 ₽", .line, marker: "— "), sentence("Пишите.", .paragraph),
            ])
        #expect(
            draft.text == """
                Здравствуйте!

                Можно. За 30 дней.
                1. Откройте.
                2. Нажмите.
                — Курьер — 199 ₽

                Пишите.
                """)
    }

    @Test func `nothing stands before the first sentence`() {
        for separator in [DraftSentence.Separator.space, .line, .paragraph] {
            #expect(ReplyDraft(source: .model, sentences: [sentence("А.", separator)]).text == "А.")
        }
        #expect(ReplyDraft(source: .model, sentences: []).text.isEmpty)
    }
}
