import KnowledgeBase
import TestSupport
import Testing

@Suite struct FuzzTests {
    private static let pieces = [
        "*", "**", "_", "__", "`", "``", "```", "~~~", "[", "]", "(", ")", "](kb-1)", "![", "<", ">", "<!--", "-->",
        "<br>",
        "&nbsp;", "&#", ";", "&#65;", "\\", "|", "|---|", "\n", "\n", "\n\n", "\r\n", "\r", " ", "  ", "\t", "- ",
        "1. ",
        "> ", "# ", "## ", "---", "===", "слово", "ё", "a", "7", "https://x", "\u{A0}", "🙂", "e\u{301}", ".", "«", "»",
        "\"",
    ]

    private static func markdown(seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...60, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `any text renders to blocks that tile it and to a growing map`(_ group: UInt64) throws {
        for seed in (group * 50)..<(group * 50 + 50) {
            let article = try Fixtures.article(body: "x\n\n" + Self.markdown(seed: seed))
            checkBlocks(of: article, seed: seed)
            checkMap(of: article, seed: seed)
            checkPassages(of: article, seed: seed)
        }
    }

    private func checkBlocks(of article: Article, seed: UInt64) {
        let plainText = article.plainText
        #expect(!plainText.text.unicodeScalars.contains("\u{FFFD}"), "seed \(seed)")
        let joined = plainText.blocks.map { plainText.text(in: $0.utf8Range) }.joined(separator: "\n")
        #expect(joined == plainText.text, "seed \(seed)")
        let breaks = plainText.blocks.filter { $0.kind != .code }.map { plainText.text(in: $0.utf8Range) }
        #expect(breaks.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isNewline) }, "seed \(seed)")
    }

    private func checkMap(of article: Article, seed: UInt64) {
        let plain = Array(article.plainText.text.utf8)
        let source = Array(article.source.utf8)
        var previous = 0..<0
        for index in plain.indices {
            let range = article.plainText.sourceRange(of: index..<(index + 1))
            let isOrdered = previous.lowerBound <= range.lowerBound && previous.upperBound <= range.upperBound
            #expect(isOrdered && range.upperBound <= source.count && !range.isEmpty, "seed \(seed), byte \(index)")
            if range.count == 1, plain[index] > 0x20 {
                #expect(source[range.lowerBound] == plain[index], "seed \(seed), byte \(index)")
            }
            let whole = article.plainText.sourceRange(of: 0..<(index + 1))
            #expect(whole.upperBound == range.upperBound, "seed \(seed), byte \(index)")
            previous = range
        }
    }

    private func checkPassages(of article: Article, seed: UInt64) {
        #expect(article.passages.map(\.ordinal) == Array(0..<article.passages.count), "seed \(seed)")
        let blocks = article.passages.flatMap(\.blocks)
        let expected = article.plainText.blocks.filter { block in
            if case .heading = block.kind { false } else { true }
        }
        #expect(blocks == expected, "seed \(seed)")
        for passage in article.passages {
            #expect(passage.text == article.plainText.text(in: passage.utf8Range), "seed \(seed)")
            #expect(passage.sourceRange == article.plainText.sourceRange(of: passage.utf8Range), "seed \(seed)")
        }
    }

    /// The source of a run of letters is the run itself: markup never lies inside of it.
    @Test(arguments: 1_000..<1_200 as Range<UInt64>)
    func `an unmarked run has the same bytes in the source`(_ seed: UInt64) throws {
        let article = try Fixtures.article(body: "слово " + Self.markdown(seed: seed))
        let source = Array(article.source.utf8)
        let range = article.plainText.sourceRange(of: 0..<10)
        #expect(source[range].elementsEqual("слово".utf8))
    }

    @Test(arguments: [
        "[", "![", "*a ", "_a ", "**a", "`a", "<a ", "<!--", "](", "[](", "&#", "> ", "- ", "a*b_", "<!--\n",
        "<!-- -->\n", "> x\n- ", "[a](kb-1)",
    ])
    func `a mark repeated many times takes no undue time`(_ mark: String) throws {
        let body = "x\n\n" + String(repeating: mark, count: 20_000)
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try Fixtures.base(Fixtures.file(body: body)) }
        #expect(time < .seconds(20))
    }
}
