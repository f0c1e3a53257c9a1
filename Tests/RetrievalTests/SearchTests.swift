import KnowledgeBase
import Retrieval
import Testing

@Suite struct SearchTests {
    private func base() throws -> SearchFixture {
        try SearchFixture([
            ArticleText(id: 1, title: "Оплата картой", body: "Принимаем карты всех банков.\n"),
            ArticleText(
                id: 2, title: "Возврат обуви", questions: ["жмут кеды"], body: "Кроссовки можно вернуть за 14 дней.\n"),
            ArticleText(
                id: 3, title: "Пункты выдачи",
                body: "## Режим работы\n\nОткрыты ежедневно.\n\n## Примерка\n\nЕсть кабинки.\n"),
        ])
    }

    @Test(arguments: [
        ("кроссовками", "kb-0002"),  // another form of a word of the body
        ("оплатить", "kb-0001"),  // оплата and оплатить share the stem оплат
        ("оплачивать", "kb-0001"),  // оплата and оплачивать share the root опла, not the stem
        ("возвраты", "kb-0002"),  // the title
        ("кеды", "kb-0002"),  // only in a customer's question
        ("примерка", "kb-0003"),  // only in a heading
        ("КАРТОЙ", "kb-0001"),
        ("кaртой", "kb-0001"),  // a Latin a among Cyrillic letters
    ])
    func `an article is found by`(query: String, expected: String) throws {
        #expect(try base().ids(query).first == expected)
    }

    @Test func `a word that no article has finds nothing`() throws {
        #expect(try base().ids("жираф") == [])
    }

    @Test func `a passage under its own heading is the best one`() throws {
        let hit = try #require(try base().hits("примерка кабинки").first)
        #expect(hit.passage.ordinal == 1)
        #expect(hit.passage.headingPath == ["Пункты выдачи", "Примерка"])
        #expect(hit.passage.text == "Есть кабинки.")
    }

    @Test func `a hit says what the article is`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Старая", validFrom: "2025-01-01", body: "Тариф.\n"),
            ArticleText(
                id: 2, title: "Новая", audience: "internal", validFrom: "2026-02-01", supersedes: 1, body: "Тариф.\n"),
        ])
        let found = try fixture.hits("тариф", scope: .everything)
        let old = try #require(found.first { $0.article.id == "kb-0001" }).article
        #expect(old.title == "Старая" && old.section == "Раздел" && !old.isInternal && !old.isCurrent)
        #expect(old.replacedBy == "kb-0002")
        let new = try #require(found.first { $0.article.id == "kb-0002" }).article
        #expect(new.isInternal && new.isCurrent && new.replacedBy == nil)
    }

    @Test func `an index of nothing finds nothing`() throws {
        let fixture = try SearchFixture([])
        #expect(try fixture.ids("оплата", scope: .everything) == [])
        #expect(fixture.searcher.articleCount == 0 && fixture.searcher.passageCount == 0)
        let evidence = try fixture.searcher.evidence(for: "Как оплатить?", today: fixture.today)
        #expect(evidence.nearest == [] && evidence.questions.map(\.best) == [nil])
    }
}
