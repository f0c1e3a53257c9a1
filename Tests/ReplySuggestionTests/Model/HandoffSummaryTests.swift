import LanguageModel
import ReplyPolicy
import ReplySuggestion
import Testing

@Suite struct HandoffSummaryTests {
    private static let conversation = Conversation(messages: [
        .init(
            author: .customer, text: "Купил гриль, заказ 7412365, привезли вчера, не включается. Тел. 8 916 123-45-67"),
        .init(author: .operatorNamed("Ольга"), text: "Здравствуйте! Проверьте, пожалуйста, защёлку крышки."),
        .init(author: .customer, text: "Проверил, не помогло. Нужна замена до пятницы, хочу оператора"),
    ])

    private func summary(_ behaviour: ScriptedModel.Behaviour?) async throws -> (HandoffSummary, ScriptedModel?) {
        let base = try SmallBase([SmallBase.file("kb-0001", "Статья", body: "Текст статьи.")])
        let model = behaviour.map { ScriptedModel($0) }
        let summary = try await base.suggester.summary(
            of: Self.conversation, reason: .humanRequested, operatorID: "op", access: try model?.access())
        return (summary, model)
    }

    @Test func `each sentence cites messages, and what they do not say is marked or left out`() async throws {
        let text =
            "Гриль не включается, клиент просит замену до пятницы [С1][С3]. Ему обещали 10 000 рублей [С1]. Клиент очень расстроен."
        let (summary, model) = try await summary(.says(text))
        #expect(summary.source == .model)
        #expect(summary.sentences.map(\.text) == ["Гриль не включается, клиент просит замену до пятницы."])
        #expect(summary.sentences[0].messages == [1, 3])
        #expect(model?.sentText.contains("916") == false)
    }

    @Test func `without a model the customer's messages are quoted`() async throws {
        for behaviour in [nil, .fails(.noProviderAnswered([])), .says("Скидка 90 % [С1].")]
            as [ScriptedModel.Behaviour?]
        {
            let (summary, _) = try await summary(behaviour)
            #expect(summary.source == .extractive)
            #expect(summary.sentences.map(\.messages) == [[1], [3]])
            #expect(summary.sentences[0].text.hasPrefix("Клиент пишет: «Купил гриль"))
        }
    }
}
