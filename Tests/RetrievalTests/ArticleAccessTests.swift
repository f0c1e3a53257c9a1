import Foundation
import KnowledgeBase
import Retrieval
import SearchIndex
import TestSupport
import Testing

@Suite struct ArticleAccessTests {
    @Test func `every article comes back as it was indexed, its replacement too`() throws {
        let fixture = try SearchFixture.project()
        #expect(fixture.articles.contains { $0.replacement != nil })
        for article in fixture.articles {
            #expect(try fixture.searcher.article(id: article.id.rawValue) == article, "\(article.id)")
        }
    }

    @Test func `the indexed text stays when the folder changes`() throws {
        let knowledge = try TemporaryFolder()
        let file = ArticleText(id: 1, title: "Раз", body: "Было так: **жирно**.\n").file
        let path = try knowledge.write(file.path, file.bytes)
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        let articles = try ArticleCollection.read(directory: knowledge.path, today: today).articles
        let fixture = try SearchFixture(articles: articles, today: today)
        _ = try knowledge.write(file.path, ArticleText(id: 1, title: "Два", body: "Стало иначе.\n").file.bytes)
        #expect(try fixture.searcher.article(id: "kb-0001").source == String(decoding: file.bytes, as: UTF8.self))
        try FileManager.default.removeItem(atPath: path)
        #expect(try fixture.searcher.article(id: "kb-0001").plainText.text == "Было так: жирно.")
        #expect(try fixture.ids("жирно") == ["kb-0001"])
    }

    @Test func `a plain document is found and is no article`() throws {
        let folder = try TemporaryFolder()
        var indexer = try KnowledgeIndexer()
        try indexer.add(PlainDocument(id: "d/1", title: "Заголовок", text: "Курьер приедет завтра."))
        try indexer.add(PlainDocument(id: "d/2", title: "", text: "Почта закрыта."))
        #expect(indexer.passageCount == 2)
        #expect(try indexer.commit(to: IndexDirectory(path: folder.path)) == 1)
        let searcher = try KnowledgeSearcher(directory: IndexDirectory(path: folder.path))
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        let hit = try #require(
            try searcher.search(SearchRequest(text: "курьеры", scope: .customers, today: today)).hits.first)
        #expect(hit.article.id == "d/1" && hit.article.title == "Заголовок" && hit.article.section == "")
        #expect(hit.passage.headingPath == ["Заголовок"] && hit.passage.textRange == hit.passage.sourceRange)
        #expect(hit.article.isCurrent && !hit.article.isInternal && hit.article.replacedBy == nil)
        #expect(utf8Text("Курьер приедет завтра.", hit.passage.textRange) == hit.passage.text)
        #expect(throws: RetrievalError.articleNotFound(id: "d/1")) { try searcher.article(id: "d/1") }
        let plain = try #require(try searcher.search(SearchRequest(text: "почта", today: today)).hits.first)
        #expect(plain.passage.headingPath == [])
    }

    @Test func `every passage found is its place in the plain text and in the source`() throws {
        let fixture = try SearchFixture.project()
        var literal = 0
        var seen = 0
        for query in [
            "курьер доставка", "возврат денег", "искорки", "подписка списали", "организация счёт", "продавец", "размер",
        ] {
            for hit in try fixture.hits(query, limit: 60, scope: .everything) {
                let article = try fixture.searcher.article(id: hit.article.id)
                let passage = article.passages[hit.passage.ordinal]
                #expect(utf8Text(article.plainText.text, hit.passage.textRange) == hit.passage.text)
                #expect(passage.text == hit.passage.text && passage.headingPath == hit.passage.headingPath)
                #expect(passage.sourceRange == hit.passage.sourceRange && passage.utf8Range == hit.passage.textRange)
                let source = try #require(utf8Text(article.source, hit.passage.sourceRange))
                // Markup only adds bytes: as many bytes are the same bytes.
                #expect(source.utf8.count != hit.passage.text.utf8.count || source == hit.passage.text)
                seen += 1
                if source == hit.passage.text { literal += 1 }
            }
        }
        // Passages without markup are literally in the source.
        #expect(literal > 20 && seen > 200)
    }
}
