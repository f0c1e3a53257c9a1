import EvaluationHarness
import KnowledgeBase
import Retrieval
import SearchIndex
import Testing

@Suite struct IndexingMeasurementTests {
    @Test func `a corpus is counted`() throws {
        let folder = try CollectionFolder([
            "corpus.jsonl":
                "{\"_id\": \"a\", \"text\": \"раз два три\"}\n\n"
                + "{\"_id\": \"b\", \"title\": \"имя\", \"text\": \"четыре\"}\n"
        ])
        let directory = IndexDirectory(path: folder.path + "/index")
        let measurement = try IndexingMeasurement.index(corpusPath: folder.path + "/corpus.jsonl", into: directory)
        #expect(measurement.generation == 1 && measurement.documentCount == 2 && measurement.passageCount == 2)
        // a: 3 words of the text and again as its lead, for it has no title; b: 1 word of the title, 1 of the text.
        #expect(measurement.tokenCount == 8)
        #expect(measurement.seconds > 0 && measurement.documentsPerSecond > 0)
        #expect(measurement.tokensPerSecond == 8 / measurement.seconds)
        let again = try IndexingMeasurement.index(corpusPath: folder.path + "/corpus.jsonl", into: directory)
        #expect(again.generation == 2)
    }

    @Test func `articles are counted by article and by passage`() throws {
        let text = """
            ---
            id: kb-1
            title: Раз
            section: Раздел
            audience: public
            tags: []
            questions: [вопрос]
            valid_from: 2026-01-01
            valid_to: null
            supersedes: null
            owner: Отдел
            updated: 2026-01-01
            ---

            Начало.

            ## Глава

            Конец.
            """
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        let articles = ArticleCollection.make(files: [("a.md", Array(text.utf8))], today: today).articles
        let folder = try CollectionFolder()
        var progress: [Int] = []
        let measurement = try IndexingMeasurement.index(
            articles: articles, into: IndexDirectory(path: folder.path + "/index"), progress: { progress.append($0) })
        #expect(measurement.documentCount == 1 && measurement.passageCount == 2 && progress == [1])
    }

    @Test func `another schema can be compared`() throws {
        let folder = try CollectionFolder(["corpus.jsonl": "{\"_id\": \"a\", \"text\": \"оплата\"}"])
        let product = try IndexSchema.product()
        let schema = try IndexSchema(fields: product.fields, layers: product.layers.filter { $0.name == "stem" })
        let directory = IndexDirectory(path: folder.path + "/index")
        _ = try IndexingMeasurement.index(corpusPath: folder.path + "/corpus.jsonl", into: directory, schema: schema)
        let searcher = try KnowledgeSearcher(directory: directory)
        let today = try #require(CalendarDate(iso8601: "2026-11-22"))
        // оплачивать has another stem than оплата, and there is no layer of roots.
        #expect(try searcher.rankArticles(SearchRequest(text: "оплаты", today: today)).map(\.id) == ["a"])
        #expect(try searcher.rankArticles(SearchRequest(text: "оплачивать", today: today)).isEmpty)
    }

    @Test func `a bad corpus leaves no index behind`() throws {
        let folder = try CollectionFolder(["corpus.jsonl": "{\"_id\": \"a\", \"text\": \"раз\"}\nнет\n"])
        let directory = IndexDirectory(path: folder.path + "/index")
        let path = folder.path + "/corpus.jsonl"
        let expected = RetrievalError.invalidLine(
            file: path, line: 2, reason: "expected a JSON object with the strings _id and text")
        #expect(throws: expected) { try IndexingMeasurement.index(corpusPath: path, into: directory) }
        #expect(throws: IndexError.noIndex(directory: directory.path)) { try directory.openSnapshot() }
    }
}
