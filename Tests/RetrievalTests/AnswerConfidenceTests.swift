import Foundation
import TestSupport
import Testing

@testable import Retrieval

@Suite struct AnswerConfidenceTests {
    @Test func `the probability is that of the formula`() {
        // −4 + 0.87 · 0.5 + 1.75 · (10 − 8) / 10 + 1.24 · (10 − 5) / 10 + 2.3 · ln(1 + 10 / ln(1 + 99))
        // = −4 + 0.435 + 0.35 + 0.62 + 2.3 · ln(3.171472) = −2.595 + 2.3 · 1.154196 = 0.059651
        // 1 / (1 + e^−0.059651) = 0.514908
        let value = AnswerConfidence.probability(
            .init(passageCount: 99, coverage: 0.5, topScore: 10, secondScore: 8, fifthScore: 5))
        #expect(abs(value - 0.514_908) < 1e-5)
    }

    @Test func `no score is no confidence`() {
        let features = AnswerConfidence.Features(
            passageCount: 0, coverage: 0, topScore: 0, secondScore: 0, fifthScore: 0)
        #expect(AnswerConfidence.probability(features) == 0)
    }

    @Test func `it stays a probability and grows with coverage and gaps`() {
        var random = SeededGenerator(seed: 31)
        for round in 0..<2_000 {
            let top = Float.random(in: 0.001...200, using: &random)
            let second = Float.random(in: 0...top, using: &random)
            let fifth = Float.random(in: 0...second, using: &random)
            let count = Int.random(in: 1...10_000_000, using: &random)
            let coverage = Float.random(in: 0...1, using: &random)
            func probability(_ coverage: Float, _ second: Float, _ fifth: Float) -> Float {
                AnswerConfidence.probability(
                    .init(
                        passageCount: count, coverage: coverage, topScore: top, secondScore: second, fifthScore: fifth))
            }
            let value = probability(coverage, second, fifth)
            #expect((0...1).contains(value), "seed 31, round \(round)")
            #expect(probability(1, second, fifth) >= value, "seed 31, round \(round)")
            #expect(probability(coverage, second / 2, fifth / 2) >= value, "seed 31, round \(round)")
        }
    }
}
