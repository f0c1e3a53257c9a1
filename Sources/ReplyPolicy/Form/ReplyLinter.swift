public import TextAnalysis

/// Checks how a reply is written: address, promises, blame, officialese, the channel's limits.
///
/// Every rule is a file with its examples. Nothing is changed here; see ``ReplySanitizer`` for what is taken out.
public struct ReplyLinter: Sendable {
    private let rules: FormRules
    private let words: PolicyWords

    /// Makes a linter.
    ///
    /// - Parameter rules: how the company writes.
    public init(rules: FormRules = FormRules()) {
        self.rules = rules
        words = PolicyWords(rules)
    }

    /// The findings of a reply.
    ///
    /// - Parameters:
    ///   - reply: what would be sent.
    ///   - channel: where it would be sent.
    ///   - context: what it answers and what in it is quoted.
    /// - Returns: the findings in the order of their start.
    /// - Complexity: O(bytes × log), and the length of the policy's lists for words that begin alike.
    public func findings(
        in reply: AnalyzedText, channel: Channel, context: ReplyContext = ReplyContext()
    ) -> [FormFinding] {
        var findings = ChannelForm.findings(in: reply, channel, rules, context)
        findings += FamiliarAddress.findings(in: reply)
        findings += AddressCapital.findings(in: reply, rules.addressCapital)
        findings += Promises.findings(in: reply, context)
        findings += Blame.findings(in: reply, context)
        findings += Officialese.findings(in: reply, context)
        findings += Apologies.findings(in: reply)
        findings += words.findings(in: reply, context)
        findings += MachineResidue.findings(in: reply)
        return findings.sorted {
            ($0.utf8Range.lowerBound, $0.utf8Range.upperBound, $0.kind.rawValue)
                < ($1.utf8Range.lowerBound, $1.utf8Range.upperBound, $1.kind.rawValue)
        }
    }
}
