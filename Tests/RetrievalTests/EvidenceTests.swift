import KnowledgeBase
import Testing

@testable import Retrieval

@Suite struct EvidenceTests {
    private func evidence(_ fixture: SearchFixture, _ message: String) throws -> QuestionEvidence {
        let questions = try fixture.searcher.evidence(for: message, today: fixture.today).questions
        #expect(questions.count == 1)
        return try #require(questions.first)
    }

    @Test func `each question has its own best article`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Возврат", body: "Вернуть можно за 14 дней.\n"),
            ArticleText(id: 2, title: "Режим работы", body: "Пункт открыт с 9 до 21.\n"),
            ArticleText(id: 3, title: "Погода", body: "Дожди.\n"),
        ])
        let found = try fixture.searcher.evidence(for: "Как вернуть кеды? Когда открыт пункт?", today: fixture.today)
        #expect(found.questions.map(\.text) == ["Как вернуть кеды?", "Когда открыт пункт?"])
        #expect(found.questions.map(\.best?.article.id) == ["kb-0001", "kb-0002"])
        #expect(found.questions.map(\.asksForSteps) == [true, false])
        #expect(found.generation == 1)
        #expect(Set(found.nearest.map(\.article.id)) == ["kb-0001", "kb-0002"])
    }

    @Test(arguments: ["", "?!", "👍", "\0"]) func `a message without words has no questions`(message: String) throws {
        let fixture = try SearchFixture([ArticleText(id: 1)])
        let found = try fixture.searcher.evidence(for: message, today: fixture.today)
        #expect(found.questions == [] && found.nearest == [])
    }

    @Test func `a message about nothing in the base has a question without evidence`() throws {
        let found = try evidence(SearchFixture([ArticleText(id: 1)]), "Сколько живут жирафы?")
        #expect(found.best == nil && found.withheld == nil)
    }

    @Test(arguments: [
        ArticleText(id: 2, title: "Скидка сверх таблицы", audience: "internal", body: "Скидка сверх таблицы.\n"),
        ArticleText(id: 2, title: "Скидка сверх таблицы", validTo: "2026-11-21", body: "Скидка сверх таблицы.\n"),
        ArticleText(id: 2, title: "Скидка сверх таблицы", validFrom: "2026-11-23", body: "Скидка сверх таблицы.\n"),
    ])
    func `a better article that may not be told is a reason not to answer`(better: ArticleText) throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Таблица", body: "Вот она.\n"), better, ArticleText(id: 3),
        ])
        let found = try evidence(fixture, "Скидка сверх таблицы")
        let withheld = try #require(found.withheld)
        let best = try #require(found.best)
        #expect(withheld.article.id == "kb-0002" && best.article.id == "kb-0001")
        #expect(withheld.score >= 1.1 * best.score)
        #expect(withheld.confidence > best.confidence && (0...1).contains(withheld.confidence))
    }

    @Test func `an equal article that may not be told is no reason`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Скидка", audience: "internal", body: "Скидка.\n"),
            ArticleText(id: 2, title: "Скидка", body: "Скидка.\n"),
        ])
        let found = try evidence(fixture, "скидка")
        #expect(found.best?.article.id == "kb-0002" && found.withheld == nil)
    }

    @Test func `an expired article with a current replacement is no reason`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Тариф курьера", body: "Тариф курьера.\n"),
            ArticleText(id: 2, title: "Новое", validFrom: "2026-02-01", supersedes: 1, body: "Тариф.\n"),
            ArticleText(id: 3),
        ])
        let found = try evidence(fixture, "тариф курьера")
        #expect(found.best?.article.id == "kb-0002" && found.withheld == nil)
    }

    @Test func `an article replaced in several steps is no reason while the latest is in force`() throws {
        var texts = [
            ArticleText(id: 1, title: "Тариф курьера", body: "Тариф курьера.\n"),
            ArticleText(id: 2, title: "Новое", validFrom: "2026-02-01", supersedes: 1),
            ArticleText(id: 3, title: "Новейшее", validFrom: "2026-03-01", supersedes: 2), ArticleText(id: 4),
        ]
        #expect(try evidence(SearchFixture(texts), "тариф курьера").withheld == nil)
        texts[2].audience = "internal"
        #expect(try evidence(SearchFixture(texts), "тариф курьера").withheld?.article.id == "kb-0001")
    }

    @Test func `many passages that may not be told do not hide one that may`() throws {
        let body = (1...80).map { "## Часть \($0)\n\nДоставка и доставка.\n" }.joined(separator: "\n")
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Доставка", audience: "internal", body: body),
            ArticleText(id: 2, title: "Прочее", body: "Долгий рассказ, в котором однажды была доставка.\n"),
        ])
        let found = try evidence(fixture, "доставка")
        #expect(found.best?.article.id == "kb-0002" && found.withheld?.article.id == "kb-0001")
    }

    @Test func `the confidence compares articles, however many passages the best one has`() throws {
        let body = (1...80).map { "## Часть \($0)\n\nДоставка и доставка.\n" }.joined(separator: "\n")
        let others = (2...7).map { ArticleText(id: $0, title: "Прочее", body: "Рассказ, где была доставка \($0).\n") }
        let fixture = try SearchFixture([ArticleText(id: 1, title: "Доставка", body: body)] + others)
        let best = try #require(try evidence(fixture, "доставка").best)
        let scores = try fixture.searcher.rankArticles(fixture.request("доставка", scope: .customers)).map(\.score)
        #expect(scores.count == 7 && best.score == scores[0])
        let expected = AnswerConfidence.probability(
            .init(passageCount: 86, topScore: scores[0], secondScore: scores[1], fifthScore: scores[4]))
        #expect(best.confidence == expected)
    }
}
