import Foundation
public import ReplyPolicy
public import TextAnalysis

/// The policy layer on the sets of a folder of `evals/policy`; a part whose file is not there is not measured.
public struct PolicyEvaluation: Sendable {
    /// Finding personal data.
    public let personalData: PersonalDataEvaluation?
    /// Requests for a person against ordinary messages, with that reason alone.
    public let humanRequests: EscalationEvaluation?
    /// All reasons to escalate against ordinary messages.
    public let escalation: EscalationEvaluation?
    /// Rewordings of articles.
    public let paraphrases: ParaphraseEvaluation?
    /// Attacks.
    public let injections: InjectionEvaluation?
    /// Innocent texts with the words of attacks that were marked.
    public let innocentAlarms: InjectionEvaluation?
    /// The time of all checks; needs ordinary messages and rewordings.
    public let latency: PolicyLatency?

    /// Runs everything.
    ///
    /// - Parameters:
    ///   - directory: the folder.
    ///   - policy: the policy.
    ///   - analyzers: lends analysers.
    /// - Throws: a ``HarnessError`` when there is no set at all or one is malformed; `AnalysisError` when a library refuses.
    public init(directory: String, policy: Policy, analyzers: AnalyzerPool) throws {
        func path(_ name: String) -> String { directory + "/" + name + ".jsonl" }
        func file(_ name: String) -> String? {
            FileManager.default.fileExists(atPath: path(name)) ? path(name) : nil
        }
        let ordinary = ["ordinary", "escalation-ordinary"].compactMap(file)
        let finder = PersonalDataFinder(orderNumberPatterns: policy.orderNumberPatterns)
        personalData = try file("personal-data").map {
            try PersonalDataEvaluation(path: $0, finder: finder, analyzers: analyzers)
        }
        humanRequests = try file("human-requests").map {
            try EscalationEvaluation(
                escalations: [$0], expected: .humanRequested, ordinary: ordinary, analyzers: analyzers)
        }
        let escalations = ["escalation", "repeated"].compactMap(file)
        escalation =
            escalations.isEmpty
            ? nil : try EscalationEvaluation(escalations: escalations, ordinary: ordinary, analyzers: analyzers)
        paraphrases = try file("paraphrases").map { try ParaphraseEvaluation(path: $0, analyzers: analyzers) }
        injections = try file("injections").map {
            try InjectionEvaluation(path: $0, policy: policy, analyzers: analyzers)
        }
        innocentAlarms = try file("injection-near").map {
            try InjectionEvaluation(path: $0, policy: policy, analyzers: analyzers)
        }
        if let messages = file("ordinary"), let paraphrases = file("paraphrases") {
            latency = try PolicyLatency(
                messages: messages, paraphrases: paraphrases, policy: policy, analyzers: analyzers)
        } else {
            latency = nil
        }
        let isEmpty = personalData == nil && humanRequests == nil && escalation == nil && paraphrases == nil
        if isEmpty, injections == nil, innocentAlarms == nil {
            throw HarnessError.fileNotFound(path: path("escalation"))
        }
    }

    /// What went wrong, a line each: the set, the record, what was expected and what was found.
    public var failureLines: [String] {
        var lines = (personalData?.failures ?? []).map {
            "personal-data\t\($0.id)\t\($0.isFalseAlarm ? "false alarm" : "missed")\t\($0.kind.rawValue)\t\($0.value)"
        }
        for (name, set) in [("human-requests", humanRequests), ("escalation", escalation)] {
            lines += (set?.failures ?? []).map { failure in
                let found = failure.found.map(\.rawValue).joined(separator: ",")
                return "\(name)\t\(failure.id)\t\(failure.expected?.rawValue ?? "ordinary")\t\(found)\t\(failure.text)"
            }
        }
        lines += (paraphrases?.failures ?? []).map {
            "paraphrases\t\($0.id)\t\($0.isTrue ? "true" : "false")\t\($0.verdict)\t\($0.text)\t\($0.explanation)"
        }
        lines += (injections?.failures ?? []).map {
            "injections\t\($0.id)\t\($0.survived.joined(separator: " | "))\t\($0.text)"
        }
        return lines.map { $0.replacing("\n", with: "⏎") }
    }
}
