/// Joins findings that say the same of overlapping places.
enum ScreeningMerge {
    /// The findings in the order of their start; those of one kind that overlap become one with the higher score.
    ///
    /// - Complexity: O(n log n), n = findings.
    static func merged(_ findings: [ScreeningFinding]) -> [ScreeningFinding] {
        var result: [ScreeningFinding] = []
        for kind in ScreeningFinding.Kind.allCases {
            var last: ScreeningFinding?
            for finding in findings.filter({ $0.kind == kind && !$0.utf8Range.isEmpty })
                .sorted(by: { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound })
            {
                guard let open = last else {
                    last = finding
                    continue
                }
                if finding.utf8Range.lowerBound < open.utf8Range.upperBound {
                    last = joined(open, finding)
                } else {
                    result.append(open)
                    last = finding
                }
            }
            if let last { result.append(last) }
        }
        return result.sorted {
            ($0.utf8Range.lowerBound, $0.utf8Range.upperBound, $0.kind.rawValue)
                < ($1.utf8Range.lowerBound, $1.utf8Range.upperBound, $1.kind.rawValue)
        }
    }

    private static func joined(_ first: ScreeningFinding, _ second: ScreeningFinding) -> ScreeningFinding {
        let end = max(first.utf8Range.upperBound, second.utf8Range.upperBound)
        return ScreeningFinding(
            kind: first.kind, utf8Range: first.utf8Range.lowerBound..<end, score: max(first.score, second.score),
            explanation: first.score >= second.score ? first.explanation : second.explanation)
    }
}
