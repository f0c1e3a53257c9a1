import Retrieval
import SearchIndex
import Testing
import TestSupport
import TextAnalysis

@testable import Retrieval

@Suite struct SnippetTests {
    /// The snippet of one passage, for an index that has nothing else.
    private func snippet(of text: String, for query: String) throws -> Snippet {
        let folder = try TemporaryFolder()
        var indexer = try KnowledgeIndexer()
        try indexer.add(PlainDocument(id: "d", title: "", text: text))
        _ = try indexer.commit(to: IndexDirectory(path: folder.path))
        let searcher = try KnowledgeSearcher(directory: IndexDirectory(path: folder.path))
        let generator = try SnippetGenerator(query: searcher.analyze(query), snapshot: searcher.snapshot)
        return try searcher.withAnalyzer { (analyzer) throws(AnalysisError) in
            try generator.snippet(of: text, analyzer: &analyzer)
        }
    }

    private func words(_ snippet: Snippet) -> [String?] {
        snippet.highlights.map { utf8Text(snippet.text, $0) }
    }

    @Test func `a short text is shown whole with its words by stem and by root`() throws {
        let found = try snippet(of: "Оплата картой. Оплачивать наличными нельзя.", for: "оплаты карта")
        #expect(found.text == "Оплата картой. Оплачивать наличными нельзя.")
        #expect(words(found) == ["Оплата", "картой", "Оплачивать"])
    }

    @Test func `the snippet starts at the sentence with most of the words`() throws {
        let filler = String(repeating: "Пустое место. ", count: 30)
        let found = try snippet(of: filler + "Курьер едет. Курьер везёт чек. " + filler, for: "курьер чек")
        #expect(found.text.hasPrefix("Курьер везёт чек."))
        #expect(found.text.unicodeScalars.count <= SnippetGenerator.maxCharacters)
        #expect(words(found) == ["Курьер", "чек"])
    }

    @Test func `at the end of a text the snippet grows backwards`() throws {
        let filler = String(repeating: "Пустое место. ", count: 30)
        let found = try snippet(of: filler + "Чек.", for: "чек")
        #expect(found.text.hasSuffix("Пустое место. Чек."))
        #expect((200...SnippetGenerator.maxCharacters).contains(found.text.unicodeScalars.count))
        #expect(words(found) == ["Чек"])
    }

    @Test func `a long sentence is cut at spaces around the match`() throws {
        let text = String(repeating: "слово ", count: 100) + "чек " + String(repeating: "конец ", count: 100)
        let found = try snippet(of: text, for: "чек")
        #expect(found.text.hasPrefix("… слово слово") && found.text.hasSuffix("конец …"))
        #expect(found.text.unicodeScalars.count <= SnippetGenerator.maxCharacters + 4)
        #expect(words(found) == ["чек"])
        #expect(
            found.text.dropFirst(2).dropLast(2).split(separator: " ").allSatisfy {
                ["слово", "чек", "конец"].contains($0)
            })
    }

    @Test func `a match near the start of a long sentence is shown from the start`() throws {
        let found = try snippet(of: "Новый чек " + String(repeating: "конец ", count: 100), for: "чек")
        #expect(found.text.hasPrefix("Новый чек конец") && found.text.hasSuffix("конец …"))
    }

    // Each text has no space, or its only spaces far from the match: a cut at a space would lose the match.
    @Test(arguments: [
        String(repeating: "аб/", count: 150) + "чек/" + String(repeating: "вг/", count: 150) + " конец",
        "и " + String(repeating: "а/", count: 25) + "чек/" + String(repeating: "вг/", count: 150),
        String(repeating: "слово\u{A0}", count: 100) + "чек\u{A0}" + String(repeating: "слово\u{A0}", count: 50)
            + " конец",
        String(repeating: "a", count: 250) + "/" + String(repeating: "b", count: 250) + "/чек",
    ])
    func `a match far from any space is still shown`(text: String) throws {
        let found = try snippet(of: text, for: "чек")
        #expect(words(found) == ["чек"])
        #expect(found.text.unicodeScalars.count <= SnippetGenerator.maxCharacters + 4)
    }

    @Test func `the longest word is highlighted whole`() throws {
        let word = String(repeating: "x", count: 255)
        let text = String(repeating: "слово ", count: 20) + word + String(repeating: " конец", count: 60)
        let found = try snippet(of: text, for: word)
        #expect(words(found) == [word])
        #expect(found.text.unicodeScalars.count <= SnippetGenerator.maxCharacters + 4)
    }

    @Test func `no character is cut in two`() throws {
        let family = "👨‍👩‍👧‍👦"
        let found = try snippet(
            of: String(repeating: family, count: 100) + "чек" + String(repeating: family, count: 100), for: "чек")
        let bare = found.text.replacing("… ", with: "").replacing(" …", with: "").replacing("чек", with: "")
        #expect(bare.allSatisfy { String($0) == family } && !bare.isEmpty)
        #expect(words(found) == ["чек"])
    }

    @Test func `a text of white space has an empty snippet`() throws {
        let found = try snippet(of: " \n\t ", for: "чек")
        #expect(found.text.isEmpty && found.highlights.isEmpty)
    }

    @Test func `the words found in the project's articles are marked`() throws {
        let fixture = try SearchFixture.project()
        for query in ["возврат обуви", "как отменить подписку", "курьер не приехал", "искорки сгорели"] {
            let terms = try Terms(query)
            for hit in try fixture.hits(query, limit: 40, scope: .everything) {
                #expect(hit.snippet.text.unicodeScalars.count <= SnippetGenerator.maxCharacters + 4)
                for range in hit.snippet.highlights {
                    let word = try #require(utf8Text(hit.snippet.text, range))
                    #expect(try terms.share(with: word), "«\(word)» for «\(query)»")
                }
            }
        }
    }
}

/// The stems and roots of a text, by an analyser of the test's own.
struct Terms {
    private let stems: Set<String>
    private let roots: Set<String>

    init(_ text: String) throws {
        var analyzer = try RussianAnalyzer()
        let words = try analyzer.analyze(text).map { analyzer.word($0.word) }
        stems = Set(words.map(\.stem))
        roots = Set(words.compactMap(\.root))
    }

    func share(with text: String) throws -> Bool {
        let other = try Terms(text)
        return !stems.isDisjoint(with: other.stems) || !roots.isDisjoint(with: other.roots)
    }
}
