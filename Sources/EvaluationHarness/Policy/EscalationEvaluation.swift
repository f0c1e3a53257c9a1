public import Evaluation
public import ReplyPolicy
public import TextAnalysis

/// How well messages that need a person are told from ordinary ones.
public struct EscalationEvaluation: Sendable {
    /// A message with the reasons that would be right, the main one first; none for an ordinary message.
    struct Record: Decodable {
        let id: String
        let text: String?
        let messages: [String]?
        let reasons: [HandoffReason]?

        private enum CodingKeys: String, CodingKey { case id, text, messages, reasons }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(String.self, forKey: .id)
            text = try container.decodeIfPresent(String.self, forKey: .text)
            messages = try container.decodeIfPresent([String].self, forKey: .messages)
            reasons = try container.decodeIfPresent([String].self, forKey: .reasons)?.map { name in
                guard let reason = HandoffReason(rawValue: name) else {
                    throw DecodingError.dataCorrupted(
                        .init(codingPath: [CodingKeys.reasons], debugDescription: "no reason is called \(name)"))
                }
                return reason
            }
        }

        /// The conversation, the message in question last.
        var conversation: [String] { messages ?? text.map { [$0] } ?? [] }
    }

    /// A message that was judged wrongly.
    public struct Failure: Equatable, Sendable {
        /// The message.
        public let id: String
        /// Its text.
        public let text: String
        /// The main right reason; `nil` for an ordinary message.
        public let expected: HandoffReason?
        /// What was found.
        public let found: [HandoffReason]
    }

    /// By reason: messages whose main reason it is that got a right reason or were missed, and messages that got it wrongly.
    public let counts: [HandoffReason: DetectionCounts]
    /// All messages that need a person: found with a right reason, or missed; and ordinary ones that were escalated.
    public let total: DetectionCounts
    /// Ordinary messages.
    public let ordinaryCount: Int
    /// What went wrong, in the order of the sets.
    public let failures: [Failure]

    /// Runs the guardrail over sets.
    ///
    /// - Parameters:
    ///   - escalations: files of messages that need a person.
    ///   - expected: the reason of all messages of files that name none.
    ///   - ordinary: files of messages that do not.
    ///   - analyzers: lends analysers.
    /// - Throws: a ``HarnessError`` when a set is malformed; `AnalysisError` when a library refuses.
    public init(
        escalations: [String], expected: HandoffReason? = nil, ordinary: [String], analyzers: AnalyzerPool
    ) throws {
        var counts: [HandoffReason: DetectionCounts] = [:]
        var total = DetectionCounts()
        var failures: [Failure] = []
        var ordinaryCount = 0
        for (path, isOrdinary) in escalations.map({ ($0, false) }) + ordinary.map({ ($0, true) }) {
            for record in try SetFile.read(path, as: Record.self) {
                let right = isOrdinary ? [] : record.reasons ?? expected.map { [$0] } ?? []
                let found = try Self.reasons(for: record.conversation, analyzers, only: expected)
                let isRight = right.isEmpty ? found.isEmpty : !Set(found).isDisjoint(with: right)
                for reason in found where !right.contains(reason) {
                    counts[reason, default: .init()].falsePositives += 1
                }
                if let main = right.first {
                    if isRight {
                        counts[main, default: .init()].truePositives += 1
                        total.truePositives += 1
                    } else {
                        counts[main, default: .init()].falseNegatives += 1
                        total.falseNegatives += 1
                    }
                } else {
                    ordinaryCount += 1
                    if !isRight { total.falsePositives += 1 }
                }
                guard !isRight else { continue }
                failures.append(
                    Failure(
                        id: record.id, text: record.conversation.last ?? "", expected: right.first, found: found))
            }
        }
        (self.counts, self.total, self.failures, self.ordinaryCount) = (counts, total, failures, ordinaryCount)
    }

    /// The share of messages that need a person and got none; `nil` when there are none.
    public var missRate: Proportion? {
        Proportion(count: total.falseNegatives, of: total.truePositives + total.falseNegatives)
    }

    /// The share of ordinary messages that were escalated; `nil` when there are none.
    public var overRouting: Proportion? { Proportion(count: total.falsePositives, of: ordinaryCount) }

    private static func reasons(
        for conversation: [String], _ analyzers: AnalyzerPool, only reason: HandoffReason?
    ) throws -> [HandoffReason] {
        let texts = try conversation.map { try AnalyzedText($0, using: analyzers) }
        guard let last = texts.last else { return [] }
        let found = EscalationGuardrail().findings(in: last, conversation: texts.dropLast()).map(\.reason)
        return reason.map { wanted in found.filter { $0 == wanted } } ?? found
    }
}
