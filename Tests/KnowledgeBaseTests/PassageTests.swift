import KnowledgeBase
import Testing

@Suite struct PassageTests {
    @Test func `every heading begins a passage and gives it its path`() throws {
        let body = """
            Вступление.

            ## Сроки
            Один день.

            ### По **городу**
            - утром
            - вечером

            ## Пусто
            ### Глубже
            #### Ещё глубже
            Конец.

            ## Цена
            Даром.
            """
        let article = try Fixtures.article(body: body)
        #expect(
            article.passages.map(\.headingPath) == [
                ["Доставка"], ["Доставка", "Сроки"], ["Доставка", "Сроки", "По городу"],
                ["Доставка", "Пусто", "Глубже", "Ещё глубже"], ["Доставка", "Цена"],
            ])
        let texts = ["Вступление.", "Один день.", "утром\nвечером", "Конец.", "Даром."]
        #expect(article.passages.map(\.text) == texts)
        #expect(article.passages.map(\.ordinal) == [0, 1, 2, 3, 4])
        #expect(article.passages.allSatisfy { $0.articleID == article.id })
        let source = Array(article.source.utf8)[article.passages[2].sourceRange]
        #expect(String(decoding: source, as: UTF8.self) == "утром\n- вечером")
    }

    /// Blocks of n characters, joined by one line feed: 799 + 1 + 800 = 1,600 fits, 800 + 1 + 800 = 1,601 does not.
    @Test(arguments: [
        ([799, 800], [2]), ([800, 800], [1, 1]), ([1_600], [1]), ([1_601], [1]), ([10, 1_601, 10], [1, 1, 1]),
        ([1_590, 10, 5], [1, 2]), ([500, 500, 500, 500], [3, 1]),
    ])
    func `a long section is cut between blocks`(_ lengths: [Int], _ blockCounts: [Int]) throws {
        let blocks = lengths.map { String(repeating: "ё", count: $0) }
        let article = try Fixtures.article(body: "## Раздел\n\n" + blocks.joined(separator: "\n\n"))
        #expect(article.passages.map(\.blocks.count) == blockCounts)
        #expect(article.passages.allSatisfy { $0.headingPath == ["Доставка", "Раздел"] })
        #expect(article.passages.flatMap { $0.text.split(separator: "\n") }.map(\.count) == lengths)
    }

    @Test func `a table is not cut between its header and its first row`() throws {
        let paragraph = String(repeating: "а", count: 1_590)
        let article = try Fixtures.article(body: paragraph + "\n\n| б |\n|---|\n| вввввввввввв |\n")
        #expect(article.passages.map(\.blocks.count) == [1, 2])
        #expect(article.passages.last?.text == "б\nвввввввввввв")
    }
}
