public import Evaluation
import ReplyPolicy
public import TextAnalysis

/// How well true rewordings of articles are told from wrong ones.
public struct ParaphraseEvaluation: Sendable {
    /// A quotation with a rewording.
    struct Record: Decodable {
        let id: String
        let quote: String
        let paraphrase: String
        /// `true` or `false`.
        let label: String
        let change: String?
    }

    /// A rewording that was judged wrongly.
    public struct Failure: Equatable, Sendable {
        /// The record.
        public let id: String
        /// The rewording.
        public let text: String
        /// Whether it is true to the quotation.
        public let isTrue: Bool
        /// What the checker says.
        public let verdict: String
        /// Its explanation.
        public let explanation: String
    }

    /// True rewordings that were accepted; `nil` when there are none.
    public let accepted: Proportion?
    /// Wrong rewordings that were marked or refused; `nil` when there are none.
    public let caught: Proportion?
    /// What went wrong, in the order of the set.
    public let failures: [Failure]

    /// Runs the checker over a set.
    ///
    /// - Parameters:
    ///   - path: the set.
    ///   - analyzers: lends analysers.
    /// - Throws: a ``HarnessError`` when the set is malformed; `AnalysisError` when a library refuses.
    public init(path: String, analyzers: AnalyzerPool) throws {
        var counts = (accepted: 0, true: 0, caught: 0, false: 0)
        var failures: [Failure] = []
        for record in try SetFile.read(path, as: Record.self) {
            let source = try AnalyzedText(record.quote, using: analyzers)
            let claim = DraftClaim(text: try AnalyzedText(record.paraphrase, using: analyzers), sources: [0])
            let checked = GroundingChecker().check([claim], sources: [source], conversation: [])
            let isTrue = record.label == "true"
            let isAccepted = checked.first?.verdict == .supported
            if isTrue { counts.true += 1 } else { counts.false += 1 }
            if isTrue, isAccepted { counts.accepted += 1 }
            if !isTrue, !isAccepted { counts.caught += 1 }
            guard isTrue != isAccepted else { continue }
            failures.append(
                Failure(
                    id: record.id, text: record.paraphrase, isTrue: isTrue,
                    verdict: checked.first?.verdict.rawValue ?? "",
                    explanation: checked.first?.problems.map(\.explanation).joined(separator: " ") ?? ""))
        }
        accepted = Proportion(count: counts.accepted, of: counts.true)
        caught = Proportion(count: counts.caught, of: counts.false)
        self.failures = failures
    }
}
