import TextAnalysis

/// Finds personal data of one family in a text.
protocol PersonalDataRecognizer: Sendable {
    /// What was found, in any order.
    ///
    /// Findings may overlap with each other and with those of other recognisers; the finder chooses.
    func findings(in text: AnalyzedText) -> [PersonalDataFinding]
}
