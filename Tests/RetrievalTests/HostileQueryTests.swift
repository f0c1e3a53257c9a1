import KnowledgeBase
import Retrieval
import TestSupport
import Testing

@Suite struct HostileQueryTests {
    private static let strange = [
        "", " ", "\n\r\t\u{A0}\u{3000}", "и в на не", "а", "x", "ё", "?", "…", "—", "👍🏽", "👨‍👩‍👧‍👦 🚚🚚", "\0",
        "доставка\0курьер",
        "\u{301}", "\u{301}\u{308}", "\u{202E}доставка\u{202C}", "доставка🚚курьер", "Дocтaвka курьером delivery",
        "送货 доставка",
        "\u{FEFF}доставка", "до\u{AD}став\u{AD}ка", "\u{1F1F7}\u{1F1FA}\u{1F1F7}", "\"доставка\" AND (курьер OR *)",
        "'; DROP TABLE articles; --",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿 ", "﷽", "ǅ", "ﬁ", "\u{10FFFF}", "0", "٣", String(repeating: "a", count: 60_000),
        String(repeating: "ж", count: 32_000),
        String(repeating: "е\u{301}", count: 10_000), String(repeating: "? ", count: 30_000),
        String(repeating: ".", count: 60_000),
        // Thousands of unknown words: misspelt, transliterated, in the other layout, of vowels that all sound alike, glued together.
        words(3000, of: "абвгдежзийклмн", letters: 8), words(1000, of: "оаеи", letters: 28),
        words(5000, of: "abcdefghiy", letters: 8),
        words(5000, of: "abc,.;'[]", letters: 6), words(1500, of: "yiechs", letters: 38),
        words(4000, of: "0123456789", letters: 9),
        String(repeating: "здравствуйте спасибо ", count: 1500), String(repeating: "abcde-", count: 10_000),
        String(repeating: "y", count: 60_000), String(repeating: "недоставка", count: 3000),
    ]

    /// So many words of so many letters, seeded, within the limit of a query.
    private static func words(_ count: Int, of alphabet: String, letters: Int) -> String {
        var random = SeededGenerator(seed: UInt64(letters))
        let alphabet = Array(alphabet)
        let words = (0..<count).map { _ in
            String((0..<letters).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
        }
        return words.joined(separator: " ")
    }

    @Test func `no text makes a search fail`() throws {
        let fixture = try SearchFixture.project()
        for text in Self.strange {
            let request = fixture.request(text, limit: 3)
            let response = try fixture.searcher.search(request)
            #expect(response.hits.allSatisfy { $0.score > 0 && $0.score.isFinite })
            #expect(try fixture.searcher.rankArticles(request).map(\.id) == response.hits.map(\.article.id))
            _ = try fixture.searcher.explain(request, articleID: "kb-0101")
        }
    }

    @Test func `no message makes evidence fail`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Доставка", body: "Курьер везёт доставку.\n"),
            ArticleText(id: 2, body: "И в на не.\n"),
        ])
        for text in Self.strange {
            let evidence = try fixture.searcher.evidence(for: text, today: fixture.today)
            #expect(evidence.questions.count <= QuestionSplitter.maxQuestions)
            #expect(evidence.questions.compactMap(\.best).allSatisfy { (0...1).contains($0.confidence) })
        }
    }

    @Test func `seeded noise is searched without failing`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Доставка", body: "Курьер везёт доставку.\n"),
            ArticleText(id: 2, body: "И в на не.\n"),
        ])
        var random = SeededGenerator(seed: 7)
        let pools: [ClosedRange<UInt32>] = [
            0...0x7F, 0x400...0x4FF, 0x300...0x36F, 0x2000...0x206F, 0x1F300...0x1F64F, 0xE000...0xFFFD,
        ]
        for round in 0..<300 {
            var text = ""
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let pool = pools[Int.random(in: 0..<pools.count, using: &random)]
                if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &random)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            let hits = try fixture.hits(text, scope: .everything)
            #expect(
                hits.allSatisfy { $0.score > 0 && $0.score.isFinite },
                "seed 7, round \(round): \(text.debugDescription)")
            _ = try fixture.searcher.evidence(for: text, today: fixture.today)
        }
    }

    @Test(arguments: ["", " ", "?!", "👍🏽", "\0", "\u{301}", "жираф"])
    func `a text without known words finds nothing`(text: String) throws {
        let fixture = try SearchFixture([ArticleText(id: 1, title: "Доставка", body: "Курьер.\n")])
        #expect(try fixture.ids(text) == [])
    }

    @Test func `function words alone are searched, beside others they are not`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Раз", body: "Как быть.\n"), ArticleText(id: 2, title: "Курьер", body: "Едет.\n"),
        ])
        #expect(try fixture.ids("как") == ["kb-0001"])
        #expect(try fixture.ids("как курьер") == ["kb-0002"])
        let hit = try #require(try fixture.hits("как").first)
        #expect(hit.snippet.text == "Как быть." && hit.snippet.highlights == [])
    }

    @Test func `the longest text is searched and one byte more is refused`() throws {
        let fixture = try SearchFixture([ArticleText(id: 1, title: "Доставка", body: "Курьер.\n")])
        let limit = SearchRequest.maxTextBytes
        let longest = "доставка " + String(repeating: "x", count: limit - 17)
        #expect(longest.utf8.count == limit)
        #expect(try fixture.ids(longest) == ["kb-0001"])
        #expect(throws: RetrievalError.queryTooLong(byteCount: limit + 1, limit: limit)) {
            try fixture.hits(longest + "x")
        }
    }

    @Test func `a megabyte is refused everywhere`() throws {
        let fixture = try SearchFixture([ArticleText(id: 1, title: "Доставка", body: "Курьер.\n")])
        let text = String(repeating: "доставка ", count: 61_682)
        let error = RetrievalError.queryTooLong(byteCount: 61_682 * 17, limit: SearchRequest.maxTextBytes)
        let request = fixture.request(text)
        #expect(throws: error) { try fixture.searcher.search(request) }
        #expect(throws: error) { try fixture.searcher.rankArticles(request) }
        #expect(throws: error) { try fixture.searcher.explain(request, articleID: "kb-0001") }
        #expect(throws: error) { try fixture.searcher.evidence(for: text, today: fixture.today) }
    }
}
