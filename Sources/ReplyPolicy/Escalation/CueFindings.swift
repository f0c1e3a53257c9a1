import TextAnalysis

/// What the cues of all topics, and the grammar of requests for a person, find in a message before it is weighed.
struct CueFindings {
    /// At most one for each reason.
    let findings: [EscalationFinding]
    /// Whether a person is asked for by grammar.
    let asksForPerson: Bool

    /// Looks through all readings of a message.
    init(of readings: [MessageReading], in message: AnalyzedText) {
        var findings = TopicEvidence.best(of: readings, in: message).compactMap { $0.finding(in: message) }
        let request = HumanRequestGuardrail().requestRange(in: message.string, readings)
        if let request, !findings.contains(where: { $0.reason == .humanRequested }) {
            let quote = message.text(request)
            findings.append(
                EscalationFinding(
                    reason: .humanRequested, utf8Range: request, quote: quote,
                    explanation: "Клиент просит человека: «\(quote)».", score: 0.75))
        }
        self.init(findings: findings, asksForPerson: request != nil)
    }

    init(findings: [EscalationFinding], asksForPerson: Bool) {
        self.findings = findings
        self.asksForPerson = asksForPerson
    }
}
