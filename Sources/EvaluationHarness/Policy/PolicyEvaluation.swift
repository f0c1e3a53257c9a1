public import ReplyPolicy
public import TextAnalysis

/// The policy layer on all sets of a folder of `evals/policy`.
public struct PolicyEvaluation: Sendable {
    /// Finding personal data.
    public let personalData: PersonalDataEvaluation
    /// Requests for a person against ordinary messages, with that reason alone.
    public let humanRequests: EscalationEvaluation
    /// All reasons to escalate against ordinary messages.
    public let escalation: EscalationEvaluation
    /// Rewordings of articles.
    public let paraphrases: ParaphraseEvaluation
    /// Attacks.
    public let injections: InjectionEvaluation
    /// Innocent texts with the words of attacks that were marked.
    public let innocentAlarms: InjectionEvaluation
    /// The time of all checks.
    public let latency: PolicyLatency

    /// Runs everything.
    ///
    /// - Parameters:
    ///   - directory: the folder.
    ///   - policy: the policy.
    ///   - analyzers: lends analysers.
    /// - Throws: a ``HarnessError`` when a set is missing or malformed; `AnalysisError` when a library refuses.
    public init(directory: String, policy: Policy, analyzers: AnalyzerPool) throws {
        func file(_ name: String) -> String { directory + "/" + name + ".jsonl" }
        let ordinary = [file("ordinary"), file("escalation-ordinary")]
        let finder = PersonalDataFinder(orderNumberPatterns: policy.orderNumberPatterns)
        personalData = try PersonalDataEvaluation(path: file("personal-data"), finder: finder, analyzers: analyzers)
        humanRequests = try EscalationEvaluation(
            escalations: [file("human-requests")], expected: .humanRequested, ordinary: ordinary, analyzers: analyzers)
        escalation = try EscalationEvaluation(
            escalations: [file("escalation"), file("repeated")], ordinary: ordinary, analyzers: analyzers)
        paraphrases = try ParaphraseEvaluation(path: file("paraphrases"), analyzers: analyzers)
        injections = try InjectionEvaluation(path: file("injections"), policy: policy, analyzers: analyzers)
        innocentAlarms = try InjectionEvaluation(path: file("injection-near"), policy: policy, analyzers: analyzers)
        latency = try PolicyLatency(
            messages: file("ordinary"), paraphrases: file("paraphrases"), policy: policy, analyzers: analyzers)
    }

    /// What went wrong, a line each: the set, the record, what was expected and what was found.
    public var failureLines: [String] {
        var lines = personalData.failures.map {
            "personal-data\t\($0.id)\t\($0.isFalseAlarm ? "false alarm" : "missed")\t\($0.kind.rawValue)\t\($0.value)"
        }
        for (name, set) in [("human-requests", humanRequests), ("escalation", escalation)] {
            lines += set.failures.map { failure in
                let found = failure.found.map(\.rawValue).joined(separator: ",")
                return "\(name)\t\(failure.id)\t\(failure.expected?.rawValue ?? "ordinary")\t\(found)\t\(failure.text)"
            }
        }
        lines += paraphrases.failures.map {
            "paraphrases\t\($0.id)\t\($0.isTrue ? "true" : "false")\t\($0.verdict)\t\($0.text)\t\($0.explanation)"
        }
        lines += injections.failures.map {
            "injections\t\($0.id)\t\($0.survived.joined(separator: " | "))\t\($0.text)"
        }
        return lines.map { $0.replacing("\n", with: "⏎") }
    }
}
