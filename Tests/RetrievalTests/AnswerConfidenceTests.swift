import Foundation
import TestSupport
import Testing

@testable import Retrieval

@Suite struct AnswerConfidenceTests {
    @Test func `the probability is that of the formula`() {
        // gap2 = (10 − 8) / 10 = 0.2, gap5 = (10 − 5) / 10 = 0.5, score = ln(1 + 10 / ln(1 + 99)) = ln(3.171472) = 1.154196
        // −4.47 + 4.02 · 0.2 + 2.30 · 0.5 + 1.52 · 1.154196 = −0.761622
        // 1 / (1 + e^0.761622) = 0.318294
        let value = AnswerConfidence.probability(
            .init(passageCount: 99, topScore: 10, secondScore: 8, fifthScore: 5))
        #expect(abs(value - 0.318_294) < 1e-5)
    }

    @Test func `no score is no confidence`() {
        let features = AnswerConfidence.Features(
            passageCount: 0, topScore: 0, secondScore: 0, fifthScore: 0)
        #expect(AnswerConfidence.probability(features) == 0)
    }

    @Test func `it stays a probability and grows with the gaps`() {
        var random = SeededGenerator(seed: 31)
        for round in 0..<2_000 {
            let top = Float.random(in: 0.001...200, using: &random)
            let second = Float.random(in: 0...top, using: &random)
            let fifth = Float.random(in: 0...second, using: &random)
            let count = Int.random(in: 1...10_000_000, using: &random)
            func probability(_ second: Float, _ fifth: Float) -> Float {
                AnswerConfidence.probability(
                    .init(passageCount: count, topScore: top, secondScore: second, fifthScore: fifth))
            }
            let value = probability(second, fifth)
            #expect((0...1).contains(value), "seed 31, round \(round)")
            #expect(probability(second / 2, fifth / 2) >= value, "seed 31, round \(round)")
        }
    }
}
