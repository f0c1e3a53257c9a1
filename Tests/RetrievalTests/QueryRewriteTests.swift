import Retrieval
import Testing

@Suite struct QueryRewriteTests {
    private func fixture() throws -> SearchFixture {
        try SearchFixture([
            ArticleText(id: 1, title: "Возврат обуви", body: "Как вернуть обувь через пункт: откройте заказ.\n"),
            ArticleText(id: 2, title: "Приложение Windows", body: "Приложение для Windows ставится из каталога.\n"),
            ArticleText(id: 3, title: "Доставка пользователям", body: "Доставка пользователям идёт до 3 дней.\n"),
            ArticleText(id: 4, title: "Тест", body: "Тестовый test запуск, слово тест.\n"),
        ])
    }

    private func rewrites(_ text: String) throws -> [String] {
        let fixture = try fixture()
        return try fixture.searcher.search(fixture.request(text)).rewrites.map { "\($0.original)→\($0.rewritten)" }
    }

    @Test(arguments: [
        // The wrong layout, whole messages and single words.
        ("rfr dthyenm j,edm", ["rfr→как", "dthyenm→вернуть", "j,edm→обувь"], "kb-0001"),
        ("как вернуть j,edm", ["j,edm→обувь"], "kb-0001"),
        // Transliteration; the soft sign is put back as the index spells it.
        ("kak vernut obuv", ["kak→как", "vernut→вернуть", "obuv→обувь"], "kb-0001"),
        ("dostavka polzovatelyam", ["dostavka→доставка", "polzovatelyam→пользователям"], "kb-0003"),
        // A Latin name stays Latin in the midst of the wrong layout.
        ("ghbkj;tybt lkz windows", ["ghbkj;tybt→приложение", "lkz→для"], "kb-0002"),
        ("vozvrat j,edb", ["vozvrat→возврат", "j,edb→обуви"], "kb-0001"),
    ])
    func `Russian in disguise is found`(text: String, expected: [String], article: String) throws {
        #expect(try rewrites(text) == expected)
        #expect(try fixture().ids(text).first == article)
    }

    @Test(arguments: [
        "windows", "Приложение Windows", "как вернуть обувь", "zzz qqq", "1607", "", "v2.3.1", "🥾 windows",
    ])
    func `other texts stay as they are`(text: String) throws {
        #expect(try rewrites(text) == [])
    }

    @Test func `the searched words are those of the same text in Russian`() throws {
        let fixture = try fixture()
        let typed = try fixture.hits("rfr dthyenm j,edm")
        let meant = try fixture.hits("как вернуть обувь")
        #expect(typed.map(\.article.id) == meant.map(\.article.id))
        #expect(typed.map(\.score) == meant.map(\.score))
        #expect(typed.map(\.snippet) == meant.map(\.snippet))
    }

    @Test func `a message in the wrong layout gets its evidence`() throws {
        let fixture = try fixture()
        let evidence = try fixture.searcher.evidence(for: "rfr dthyenm j,edm?", today: fixture.today)
        #expect(evidence.message == "как вернуть обувь?")
        #expect(evidence.questions.first?.best?.article.id == "kb-0001")
    }
}
