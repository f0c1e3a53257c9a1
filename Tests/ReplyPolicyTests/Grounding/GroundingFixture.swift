import ReplyPolicy
import TextAnalysis

/// Checks single sentences.
enum GroundingFixture {
    static let analyzers = AnalyzerPool()

    static func text(_ string: String) throws -> AnalyzedText { try AnalyzedText(string, using: analyzers) }

    /// The result for a sentence that cites all of some spans.
    static func check(_ sentence: String, _ spans: [String], conversation: [String] = []) throws -> SentenceGrounding {
        let claim = DraftClaim(text: try text(sentence), sources: Array(spans.indices))
        let found = GroundingChecker().check(
            [claim], sources: try spans.map(text), conversation: try conversation.map(text))
        return found[0]
    }

    static func verdict(_ sentence: String, _ spans: String...) throws -> SentenceGrounding.Verdict {
        try check(sentence, spans).verdict
    }

    static func kinds(_ sentence: String, _ spans: String...) throws -> [GroundingProblem.Kind] {
        try check(sentence, spans).problems.map(\.kind)
    }
}
