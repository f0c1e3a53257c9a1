import KnowledgeBase
import Retrieval
import SearchIndex
import TestSupport
import Testing

@Suite struct QueryRewriteTests {
    static let texts = [
        ArticleText(
            id: 1, title: "Возврат обуви", body: "Как вернуть обувь через пункт: откройте заказ. Возможно за месяц.\n"),
        ArticleText(
            id: 2, title: "Приложение Windows", body: "Приложение для Windows и Telegram ставится из каталога.\n"),
        ArticleText(
            id: 3, title: "Доставка пользователям",
            body: "Доставка пользователям идёт до 3 дней. Оплата проходит картой.\n"),
        ArticleText(
            id: 4, title: "Тест", body: "Тестовый test запуск, слово тест. Данные района, материалы и детские вещи.\n"),
        ArticleText(
            id: 5, title: "Личный кабинет", body: "Невозможно открыть личный кабинет без пароля; iphone подходит.\n"),
        ArticleText(id: 6, title: "Телефоны магазина", body: "Звоните 8-800-000-10-20, спросите Машину.\n"),
    ]

    private func fixture(_ synonyms: Synonyms = Synonyms()) throws -> SearchFixture {
        try SearchFixture(Self.texts, synonyms: synonyms)
    }

    private func rewrites(_ text: String, _ synonyms: Synonyms = Synonyms()) throws -> [String] {
        let fixture = try fixture(synonyms)
        return try fixture.searcher.search(fixture.request(text)).rewrites
            .map { "\($0.kind.rawValue) \($0.original)→\($0.rewritten)" }
    }

    @Test(arguments: [
        // The wrong layout, whole messages and single words; signs at the edges are signs or letters, as the index knows.
        ("rfr dthyenm j,edm", ["layout rfr→как", "layout dthyenm→вернуть", "layout j,edm→обувь"], "kb-0001"),
        ("rfr dthyenm, j,edm.", ["layout rfr→как", "layout dthyenm→вернуть", "layout j,edm→обувь"], "kb-0001"),
        ("vfibye.", ["layout vfibye→машину"], "kb-0006"),
        ("как вернуть j,edm", ["layout j,edm→обувь"], "kb-0001"),
        ("шзрщту", ["layout шзрщту→iphone"], "kb-0005"),
        // Transliteration by several systems; the soft sign is put back as the index spells it.
        (
            "kak vernut obuv",
            ["transliteration kak→как", "transliteration vernut→вернуть", "transliteration obuv→обувь"], "kb-0001"
        ),
        (
            "dostavka polzovatelyam",
            ["transliteration dostavka→доставка", "transliteration polzovatelyam→пользователям"], "kb-0003"
        ),
        ("dannye rayona", ["transliteration dannye→данные", "transliteration rayona→района"], "kb-0004"),
        ("materialy detskie", ["transliteration materialy→материалы", "transliteration detskie→детские"], "kb-0004"),
        // A Latin name stays Latin in the midst of the wrong layout; one in Russian letters becomes Latin.
        ("ghbkj;tybt lkz windows", ["layout ghbkj;tybt→приложение", "layout lkz→для"], "kb-0002"),
        ("виндовс", ["transliteration виндовс→windows"], "kb-0002"),
        ("vozvrat j,edb", ["transliteration vozvrat→возврат", "layout j,edb→обуви"], "kb-0001"),
    ])
    func `Russian in disguise is found`(text: String, expected: [String], article: String) throws {
        #expect(try rewrites(text) == expected)
        #expect(try fixture().ids(text).first == article)
    }

    @Test(arguments: [
        ("дотсавка", "typo дотсавка→доставка"), ("доставкка", "typo доставкка→доставка"),
        ("досавка", "typo досавка→доставка"),
        ("даставка", "typo даставка→доставка"), ("пользавотелям", "typo пользавотелям→пользователям"),
        ("прилржение", "typo прилржение→приложение"), ("непроходит оплата", "split непроходит→не проходит"),
        ("личныйкабинет", "split личныйкабинет→личный кабинет"), ("не возможно открыть", "join не возможно→невозможно"),
    ])
    func `misspelt, joined and split words are found`(text: String, expected: String) throws {
        #expect(try rewrites(text) == [expected])
    }

    @Test(arguments: [
        "windows", "Приложение Windows", "как вернуть обувь", "zzz qqq", "1607", "", "v2.3.1", "🥾 windows",
        // Short words, words with digits, abbreviations, names and words unlike any other.
        "окт", "доставка123", "ОБУФ для тестов", "синхрофазотрон", "пункт имени Обувина",
    ])
    func `other texts stay as they are`(text: String) throws {
        #expect(try rewrites(text) == [])
    }

    @Test func `the searched words are those of the same text in Russian`() throws {
        let fixture = try fixture()
        for typed in [
            "rfr dthyenm j,edm", "kak vernut obuv", "как венруть обуввь",
            "Здравствуйте! Подскажите, как вернуть обувь, спасибо",
        ] {
            let typed = try fixture.hits(typed)
            let meant = try fixture.hits("как вернуть обувь")
            #expect(typed.map(\.article.id) == meant.map(\.article.id))
            #expect(typed.map(\.score) == meant.map(\.score))
            #expect(typed.map(\.snippet) == meant.map(\.snippet))
        }
    }

    @Test func `a message in the wrong layout gets its evidence`() throws {
        let fixture = try fixture()
        let evidence = try fixture.searcher.evidence(for: "rfr dthyenm j,edm?", today: fixture.today)
        #expect(evidence.message == "как вернуть обувь?")
        #expect(evidence.questions.first?.best?.article.id == "kb-0001")
    }

    @Test func `courtesy and numbers of orders carry no weight beside other words`() throws {
        let fixture = try fixture()
        #expect(
            try rewrites("Здравствуйте, заказ 418-220-953: вернуть обувь. Заранее спасибо!")
                == ["ignored Здравствуйте→", "ignored 418-220-953→", "ignored Заранее спасибо→"])
        #expect(try rewrites("+7 912 345-67-89 вернуть обувь") == ["ignored 7 912 345-67-89→"])
        // Alone they are all there is; a phone of the base is a subject.
        #expect(try rewrites("Здравствуйте, спасибо") == [])
        #expect(try rewrites("звоните 8-800-000-10-20") == [])
        #expect(try fixture.ids("8-800-000-10-20").first == "kb-0006")
    }

    @Test func `several questions are shown one by one`() throws {
        let fixture = try fixture()
        let response = try fixture.searcher.search(fixture.request("Как вернуть обувь? Сколько идёт доставка?"))
        #expect(response.questions == ["Как вернуть обувь?", "Сколько идёт доставка?"])
        #expect(try fixture.searcher.search(fixture.request("вернуть обувь")).questions == ["вернуть обувь"])
    }

    @Test func `synonyms are searched beside what was typed, with less weight`() throws {
        let synonyms = Synonyms(groups: [
            .init(from: ["ЛК", "личный кабинет"], to: ["ЛК", "личный кабинет"]),
            .init(from: ["ботинки"], to: ["обувь"]),
        ])
        let fixture = try fixture(synonyms)
        #expect(try rewrites("войти в лк", synonyms) == ["synonym лк→личный кабинет"])
        #expect(try fixture.ids("войти в лк").first == "kb-0005")
        #expect(try rewrites("вернуть ботинками", synonyms) == ["synonym ботинками→обувь"])
        // One way only, and nothing that the index does not have.
        #expect(try rewrites("вернуть обувь", synonyms) == [])
        #expect(try rewrites("личный кабинет", synonyms) == [])
        let direct = try #require(try fixture.hits("обувь").first)
        let other = try #require(try fixture.hits("ботинки").first)
        #expect(other.article.id == direct.article.id && other.score < direct.score)
    }

    @Test func `a misspelt word is corrected before its synonyms are looked for`() throws {
        let synonyms = Synonyms(groups: [.init(from: ["каталог"], to: ["пункт"])])
        #expect(try rewrites("катлаог", synonyms) == ["typo катлаог→каталог", "synonym каталог→пункт"])
    }
}
