import TextAnalysis

/// Finds one kind of numbers in a scanned text.
protocol NumberRecognizer: Sendable {
    /// What was found, in any order; findings may overlap.
    func findings(in scan: NumberScan) -> [PersonalDataFinding]
}

/// Scans a text once for all that look for numbers in it.
struct NumericDataRecognizer: PersonalDataRecognizer {
    private let recognizers: [any NumberRecognizer]

    init(_ recognizers: [any NumberRecognizer]) { self.recognizers = recognizers }

    func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
        let scan = NumberScan(text)
        return recognizers.flatMap { $0.findings(in: scan) }
    }
}

extension NumberScan {
    /// A finding that is a possible number.
    func finding(
        _ kind: PersonalDataKind, _ window: NumberWindow, score: Float, _ explanation: String, canonical: String? = nil
    ) -> PersonalDataFinding {
        let range = groups[window.first].prefixStart..<utf8Range(of: window).upperBound
        return PersonalDataFinding(
            kind: kind, utf8Range: range, score: score, canonical: canonical ?? number(of: window),
            explanation: explanation)
    }

    /// How well the words around a possible number say that it has a role.
    func support(for roles: NumberContext.Roles, around window: NumberWindow) -> NumberContext.Support {
        context.support(for: roles, around: utf8Range(of: window))
    }
}
