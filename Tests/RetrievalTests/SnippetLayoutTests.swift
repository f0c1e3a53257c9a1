import KnowledgeBase
import Retrieval
import SearchIndex
import TestSupport
import Testing

@testable import Retrieval

/// Snippets of list items and table rows, and the way from their parts to the source.
@Suite struct SnippetLayoutTests {
    private static let body = """
        Текст о доставке.

        ## Сроки

        | Способ | Срок | Цена |
        |---|---|---|
        | **Курьер** | 2–3 дня | 299 ₽ |
        | Пункт выдачи | 1–2 дня | бесплатно |
        | Почта |  | 199 ₽ |

        ## Возврат

        Деньги вернём так. Нельзя вернуть:

        - вскрытые духи;
        - перчатки и [носки](kb-0001.md);
        - игры с кодом.

        После проверки пришлём письмо.
        """

    private func snippet(_ query: String, body: String = body) throws -> (Snippet, String) {
        let fixture = try SearchFixture([ArticleText(id: 1, body: body + "\n"), ArticleText(id: 2)])
        let hit = try #require(try fixture.hits(query).first)
        return (hit.snippet, try #require(fixture.articles.first).source)
    }

    private func plain(_ query: String, _ text: String) throws -> Snippet {
        let folder = try TemporaryFolder()
        var indexer = try KnowledgeIndexer()
        try indexer.add(PlainDocument(id: "d", title: "", text: text))
        _ = try indexer.commit(to: IndexDirectory(path: folder.path))
        let searcher = try KnowledgeSearcher(directory: IndexDirectory(path: folder.path))
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        return try #require(try searcher.search(SearchRequest(text: query, today: today)).hits.first).snippet
    }

    private func sources(_ snippet: Snippet, _ source: String) -> [String?] {
        snippet.parts.map { utf8Text(source, $0.sourceRange) }
    }

    @Test func `a table row is shown with the headers of its cells`() throws {
        let (found, source) = try snippet("курьером")
        #expect(found.text.hasPrefix("Курьер: Срок — 2–3 дня; Цена — 299 ₽\nПункт выдачи: Срок — 1–2 дня"))
        #expect(found.text.contains("\nПочта: Цена — 199 ₽"))
        #expect(found.highlights.map { utf8Text(found.text, $0) } == ["Курьер"])
        // The bold marks of the cell are outside of its range.
        #expect(sources(found, source).prefix(5) == ["Курьер", "Срок", "2–3 дня", "Цена", "299 ₽"])
    }

    @Test func `a word of the header leads to the row that has the others`() throws {
        let long = (1...12).map { "| Город номер \($0) | \($0) дней | \($0)00 ₽ за посылку |" }.joined(separator: "\n")
        let body = "| Куда | Срок | Цена |\n|---|---|---|\n\(long)\n| Почта | неделя | 199 ₽ |\n"
        let (found, _) = try snippet("цена почты", body: body)
        #expect(found.text.contains("Почта: Срок — неделя; Цена — 199 ₽"))
        #expect(found.text.unicodeScalars.count <= SnippetGenerator.maxCharacters)
    }

    @Test func `a header that alone was found is shown before its first rows`() throws {
        let (found, _) = try snippet("способ")
        #expect(found.text.hasPrefix("Способ | Срок | Цена\nКурьер: Срок — 2–3 дня; Цена — 299 ₽"))
    }

    @Test func `a list item is shown with the sentence that leads in to its list`() throws {
        let filler = (1...8).map { "- всякие пустые вещи, которых очень много, под номером \($0);" }.joined(
            separator: "\n")
        let (found, source) = try snippet(
            "носки",
            body: "Нельзя вернуть:\n\n\(filler)\n- перчатки и [носки](kb-0001.md).\n\nДлинный конец. "
                + String(repeating: "Пустое место. ", count: 20))
        #expect(found.text.hasPrefix("Нельзя вернуть: … "))
        #expect(found.text.contains("перчатки и носки."))
        #expect(found.highlights.map { utf8Text(found.text, $0) } == ["носки"])
        #expect(sources(found, source).first == "Нельзя вернуть:")
        #expect(sources(found, source).contains("перчатки и [носки](kb-0001.md)."))
    }

    @Test func `the items next to a lead-in follow it line by line`() throws {
        let (found, _) = try snippet("вернуть")
        #expect(found.text.contains("Нельзя вернуть:\nвскрытые духи;\nперчатки и носки;"))
    }

    @Test func `a plain document's tables and lists are read from its lines`() throws {
        let row = try plain("курьер", "Сроки\n| Способ | Срок |\n|---|:--|\n| Курьер | два дня |\n| Почта | неделя |\n")
        #expect(row.text.contains("Курьер: Срок — два дня\nПочта: Срок — неделя"))
        let bare = try plain("курьер", "Курьер | два дня | дорого\nПочта | неделя | дёшево")
        #expect(bare.text == "Курьер: два дня — дорого\nПочта: неделя — дёшево")
        let filler = (1...9).map { "\($0). Сделайте что-нибудь ещё и посмотрите, что из этого выйдет у других." }
            .joined(separator: "\n")
        let step = try plain(
            "сброс", "Чтобы войти:\n\(filler)\n10. Нажмите «Сброс».\n" + String(repeating: "Пустое место. ", count: 30))
        #expect(step.text.hasPrefix("Чтобы войти: … "))
        #expect(step.text.contains("10. Нажмите «Сброс»."))
    }

    @Test(arguments: ["2 - 3 дня", "-5 градусов", "2024. год", "* ", "1.5 литра", "a | b"])
    func `what only looks like a list or a table is running text`(line: String) {
        #expect(PassageUnit.units(ofPlain: line).allSatisfy { $0.kind == .sentence })
    }

    @Test func `a row that is too long is cut like a sentence`() throws {
        let cell = String(repeating: "слово ", count: 80)
        let (found, _) = try snippet("чек", body: "| А | Б |\n|---|---|\n| \(cell) | \(cell)чек |\n")
        #expect(found.text.unicodeScalars.count <= SnippetGenerator.maxCharacters + 4)
        #expect(found.highlights.map { utf8Text(found.text, $0) } == ["чек"])
    }

    @Test func `units of the project's articles are in order and map to the source`() throws {
        let fixture = try SearchFixture.project()
        var cells = 0
        for article in fixture.articles {
            for passage in article.passages {
                var end = 0
                for unit in PassageUnit.units(of: passage, in: article.plainText) {
                    #expect(unit.textRange.lowerBound >= end)
                    end = unit.textRange.upperBound
                    let text = try #require(utf8Text(passage.text, unit.textRange))
                    #expect(!text.contains("\n") || unit.kind == .code)
                    let source = try #require(utf8Text(article.source, unit.sourceRange))
                    if source.utf8.count == text.utf8.count { #expect(source == text) }
                    if unit.kind == .cell { cells += 1 }
                }
            }
        }
        #expect(cells > 20)
    }

    @Test func `parts of the project's snippets lie in the snippet and in the source`() throws {
        let fixture = try SearchFixture.project()
        var literal = 0
        var total = 0
        for query in [
            "возврат обуви", "стоимость доставки курьером", "курьер не приехал", "искорки сгорели", "чек", "и не",
        ] {
            for hit in try fixture.hits(query, limit: 40, scope: .everything) {
                let source = try #require(fixture.articles.first { $0.id.rawValue == hit.article.id }).source
                var end = 0
                for part in hit.snippet.parts {
                    #expect(part.utf8Range.lowerBound >= end)
                    end = part.utf8Range.upperBound
                    let text = try #require(utf8Text(hit.snippet.text, part.utf8Range))
                    let place = try #require(utf8Text(source, part.sourceRange))
                    total += 1
                    if place.contains(text) { literal += 1 }
                }
                for highlight in hit.snippet.highlights {
                    #expect(
                        hit.snippet.parts.contains {
                            $0.utf8Range.contains(highlight.lowerBound)
                                && highlight.upperBound <= $0.utf8Range.upperBound
                        })
                }
            }
        }
        #expect(total > 200 && literal * 10 > total * 7)
    }
}
