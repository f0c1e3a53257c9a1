import ReplyPolicy
import TestSupport
import TextAnalysis
import Testing

@Suite struct GroundingFuzzTests {
    private static let pieces = [
        "8", " ", "800", "(", ")", "-", "+7", "не ", "нельзя ", "без ", "если ", "только ", "14", " дней", ",", ".",
        ":", "–", "₽", "%",
        "двадцать ", "тысяч ", "марта ", "2026", " года", "http://", "a.b/", "@", "×", "№", "М-2", "до ", "от ", "\n",
        "|", "вернуть ",
        "заказ ", "\u{200B}", "٣", "Ё", "«", "»", "9:00", "/", "_", "каждый ", "месяц ", "половиной ", "с ", "🙂",
        "1 000", "999999999999",
    ]

    @Test(arguments: UInt64(1)...20)
    func `any text gives one result for each claim with ranges that lie in it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func text() throws -> AnalyzedText {
            let count = Int.random(in: 0...40, using: &random)
            let words = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }
            return try GroundingFixture.text(words.joined())
        }
        for _ in 0..<10 {
            let sources = [try text(), try text()]
            let claims = [DraftClaim(text: try text(), sources: [0, 1]), DraftClaim(text: try text(), sources: [1])]
            let found = GroundingChecker().check(claims, sources: sources, conversation: [try text()])
            #expect(found.count == claims.count)
            for (claim, grounding) in zip(claims, found) {
                let whole = 0...claim.text.bytes.count
                let isInside = grounding.problems.allSatisfy {
                    whole.contains($0.utf8Range.lowerBound) && whole.contains($0.utf8Range.upperBound)
                }
                #expect(isInside, "seed \(seed): \(claim.text.string)")
                #expect(grounding.supports.allSatisfy { claim.sources.contains($0.source) }, "seed \(seed)")
                #expect(
                    (grounding.verdict == .unsupported || grounding.verdict == .partly) != grounding.problems.isEmpty)
            }
        }
    }

    @Test func `the same input gives the same result`() throws {
        let source = "Курьер — 199 ₽, почта — 499 ₽. Вернуть обувь можно, если бирки на месте."
        let results = try (0..<5).map { _ in try GroundingFixture.check("Почта — 199 ₽, вернуть обувь можно.", [source])
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }
}
