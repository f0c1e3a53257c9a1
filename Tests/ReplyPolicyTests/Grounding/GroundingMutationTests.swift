import ReplyPolicy
import TestSupport
import TextAnalysis
import Testing

/// True sentences of the sample base, each cited with its paragraph, changed by seeded mutations.
@Suite struct GroundingMutationTests {
    private static let seed: UInt64 = 20_261_127

    /// The mutated sentences that the check lets pass, of all that were tried.
    private func passed<Mutation>(
        of count: Int, _ mutations: [Mutation],
        _ apply: (Mutation, KnowledgeSentence, inout SeededGenerator) -> String?
    ) throws -> (tried: [String: Int], passed: [String]) {
        var random = SeededGenerator(seed: Self.seed)
        var tried: [String: Int] = [:]
        var passed: [String] = []
        for sentence in try KnowledgeSentence.all().shuffled(using: &random).prefix(count) {
            var claims: [DraftClaim] = []
            for mutation in mutations {
                guard let changed = apply(mutation, sentence, &random) else { continue }
                tried["\(mutation)", default: 0] += 1
                claims.append(DraftClaim(text: try GroundingFixture.text(changed), sources: [0]))
            }
            guard !claims.isEmpty else { continue }
            let source = try GroundingFixture.text(sentence.paragraph)
            let found = GroundingChecker().check(claims, sources: [source], conversation: [])
            for (claim, grounding) in zip(claims, found)
            where grounding.verdict == .supported || grounding.verdict == .courtesy {
                passed.append("\(claim.text.string) ← \(sentence.paragraph)")
            }
        }
        return (tried, passed)
    }

    @Test func `no invented number, sum, date, link or phone passes`() throws {
        let found = try passed(of: 400, LiteralMutation.allCases) { $0.apply(to: $1, &$2) }
        #expect(found.tried.values.reduce(0, +) >= 1000)
        #expect(found.tried.count == LiteralMutation.allCases.count, "\(found.tried)")
        #expect(found.passed.isEmpty, "seed \(Self.seed): \(found.passed.prefix(20).joined(separator: "\n"))")
    }

    @Test func `hardly a turned or hardened meaning passes`() throws {
        let found = try passed(of: 1500, MeaningMutation.allCases) { $0.apply(to: $1, &$2) }
        let tried = found.tried.values.reduce(0, +)
        #expect(tried >= 700)
        let share = Double(found.passed.count) / Double(tried)
        #expect(share <= 0.05, "seed \(Self.seed), \(share): \(found.passed.prefix(20).joined(separator: "\n"))")
    }

    /// Without the last full stop a sentence is no quotation letter for letter, so all rules see it.
    @Test func `hardly a true sentence is rejected`() throws {
        var random = SeededGenerator(seed: Self.seed)
        var rejected: [String] = []
        let sentences = try KnowledgeSentence.all().shuffled(using: &random).prefix(600)
        for sentence in sentences {
            let plain = sentence.text.last == "." ? String(sentence.text.dropLast()) : sentence.text + "."
            if try GroundingFixture.verdict(plain, sentence.paragraph) != .supported { rejected.append(plain) }
        }
        #expect(rejected.count * 100 <= sentences.count, "\(rejected.joined(separator: "\n"))")
    }
}
