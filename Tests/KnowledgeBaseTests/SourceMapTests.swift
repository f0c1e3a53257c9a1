import KnowledgeBase
import Testing

@Suite struct SourceMapTests {
    /// The source text that the first occurrence of a plain text stands for.
    private func source(of plain: String, in article: Article) throws -> String {
        let bytes = Array(article.plainText.text.utf8)
        let wanted = Array(plain.utf8)
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: wanted) })
        let range = article.plainText.sourceRange(of: start..<(start + wanted.count))
        return String(decoding: Array(article.source.utf8)[range], as: UTF8.self)
    }

    @Test(arguments: [
        ("жирный", "жирный"), ("жирный текст", "жирный** текст"), ("ссылка дальше", "ссылка](kb-0301)\nдальше"),
        ("3\u{A0}000", "3&nbsp;000"), ("\u{A0}", "&nbsp;"), ("* звезда", "* звезда"),
        ("дальше\nпункт", "дальше\n\n1. пункт"),
        ("а | б", "а | `б"), ("а | б\nв", "а | `б` |\n|---|---|\n| в"), ("два слова", "два  \n  слова"),
    ])
    func `a plain text has the smallest source that covers it`(_ plain: String, _ expected: String) throws {
        let body = """
            **жирный** текст \\* звезда 3&nbsp;000 [ссылка](kb-0301)
            дальше

            1. пункт два  \n  слова

            | а | `б` |
            |---|---|
            | в | г |
            """
        #expect(try source(of: plain, in: Fixtures.article(body: body)) == expected)
    }

    /// By hand: in `a **b**` (7 bytes behind the front matter) the plain `a b` has its bytes at 0, 1 and 4.
    @Test func `single bytes and empty ranges map to their places`() throws {
        let article = try Fixtures.article(body: "a **b**")
        let start = article.source.utf8.count - 7
        let map = { (range: Range<Int>) in article.plainText.sourceRange(of: range) }
        #expect(map(0..<1) == start..<(start + 1))
        #expect(map(2..<3) == (start + 4)..<(start + 5))
        #expect(map(0..<3) == start..<(start + 5))
        #expect(map(2..<2) == (start + 4)..<(start + 4))
        #expect(map(3..<3) == (start + 5)..<(start + 5))
        #expect(map(-5..<99) == start..<(start + 5))
        #expect(map(40..<50) == (start + 5)..<(start + 5))
    }
}
