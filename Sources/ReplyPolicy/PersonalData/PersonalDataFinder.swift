public import TextAnalysis

/// Finds personal data of every kind in a text.
///
/// Where findings overlap, one is chosen: of those proven or named (score ≥ 0.9) before others, then of those likely (≥ 0.6); among equals
/// the longest, then the one with the greater score, then the one that starts first, then by the order of ``PersonalDataKind``.
public struct PersonalDataFinder: Sendable {
    /// Findings that are less sure are none: a number that the words near it give to something else.
    public static let minScore: Float = 0.5

    private let recognizers: [any PersonalDataRecognizer]

    /// Makes a finder of numbers, codes and addresses of the net.
    ///
    /// - Parameter orderNumberPatterns: the forms of the company's order and contract numbers.
    public init(orderNumberPatterns: [OrderNumberPattern]) {
        self.init(recognizers: Self.recognizers(orderNumberPatterns: orderNumberPatterns))
    }

    /// Makes a finder of what the given recognisers know.
    init(recognizers: [any PersonalDataRecognizer]) { self.recognizers = recognizers }

    /// All recognisers of this folder.
    static func recognizers(orderNumberPatterns: [OrderNumberPattern]) -> [any PersonalDataRecognizer] {
        let numbers: [any NumberRecognizer] = [
            PhoneRecognizer(), PassportRecognizer(), DepartmentCodeRecognizer(), PensionNumberRecognizer(),
            TaxpayerNumberRecognizer(),
            RegistrationNumberRecognizer(), KPPRecognizer(), HealthPolicyRecognizer(), DrivingLicenceRecognizer(),
            NumberPlateRecognizer(), BankAccountRecognizer(), CardRecognizer(), CardCodeRecognizer(),
            OneTimeCodeRecognizer(),
            OrderNumberRecognizer(patterns: orderNumberPatterns),
        ]
        return [NumericDataRecognizer(numbers), ContactRecognizer(), IdentityRecognizer()]
    }

    /// The personal data of a text.
    ///
    /// - Parameter text: any text.
    /// - Returns: findings in the order of the text that do not overlap.
    /// - Complexity: O(bytes).
    public func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
        Self.choose(among: recognizers.flatMap { $0.findings(in: text) }, byteCount: text.bytes.count)
    }

    /// The findings that stay, by the rule of the type.
    static func choose(among all: [PersonalDataFinding], byteCount: Int) -> [PersonalDataFinding] {
        let candidates = all.filter {
            $0.score >= minScore && !$0.utf8Range.isEmpty && $0.utf8Range.lowerBound >= 0
                && $0.utf8Range.upperBound <= byteCount
        }
        guard candidates.count > 1 else { return candidates }
        var isTaken = [Bool](repeating: false, count: byteCount)
        var chosen: [PersonalDataFinding] = []
        for finding in candidates.map(Rank.init).sorted().map(\.finding) {
            let range = finding.utf8Range
            if isTaken[range].contains(true) { continue }
            for place in range { isTaken[place] = true }
            chosen.append(finding)
        }
        return chosen.sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    }

    /// A finding with its place in the choice.
    private struct Rank: Comparable {
        let finding: PersonalDataFinding
        private let tier: Int
        private let kind: Int

        init(_ finding: PersonalDataFinding) {
            self.finding = finding
            tier = finding.score >= 0.9 ? 0 : finding.score >= 0.6 ? 1 : 2
            kind = PersonalDataKind.allCases.firstIndex(of: finding.kind) ?? 0
        }

        static func == (left: Rank, right: Rank) -> Bool { !(left < right) && !(right < left) }

        static func < (left: Rank, right: Rank) -> Bool {
            if left.tier != right.tier { return left.tier < right.tier }
            let (a, b) = (left.finding, right.finding)
            if a.utf8Range.count != b.utf8Range.count { return a.utf8Range.count > b.utf8Range.count }
            if a.score != b.score { return a.score > b.score }
            if a.utf8Range.lowerBound != b.utf8Range.lowerBound {
                return a.utf8Range.lowerBound < b.utf8Range.lowerBound
            }
            return left.kind < right.kind
        }
    }
}
