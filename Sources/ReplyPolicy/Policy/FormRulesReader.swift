import Yams

/// Reads the part `form` of a policy file.
struct FormRulesReader {
    private var fields: PolicyFields

    init(_ fields: PolicyFields) { self.fields = fields }

    /// Fills the rules; what the file leaves out stays.
    mutating func read(into rules: inout FormRules, _ problems: inout [PolicyProblem]) {
        if let value = fields.choice("address_capital", of: FormRules.AddressCapital.self, &problems) {
            rules.addressCapital = value
        }
        if let words = fields.texts("forbidden_words", &problems) { rules.forbiddenWords = words }
        if let words = fields.texts("internal_terms", &problems) { rules.internalTerms = words }
        if let hosts = fields.texts("allowed_hosts", &problems) { rules.allowedHosts = hosts }
        if let value = fields.choice("reply_language", of: FormRules.ReplyLanguage.self, &problems) {
            rules.replyLanguage = value
        }
        if let node = fields.take("markdown_channels") {
            rules.markdownChannels = channels(node, fields.full("markdown_channels"), &problems)
        }
        if let limits = fields.fields("max_lengths", &problems) { readLimits(limits, into: &rules, &problems) }
        fields.finish(&problems)
    }

    private func channels(_ node: Node, _ path: String, _ problems: inout [PolicyProblem]) -> Set<Channel> {
        guard case .sequence(let list) = node else {
            let kind = PolicyProblem.Kind.wrongType(path: path, expected: "список строк")
            problems.append(PolicyProblem(line: PolicyFields.line(of: node), kind: kind))
            return []
        }
        return Set(list.compactMap { PolicyFields.choice($0, path, of: Channel.self, &problems) })
    }

    /// Lengths in the unit of the channel; a company may be stricter than the channel, never laxer.
    private func readLimits(_ fields: PolicyFields, into rules: inout FormRules, _ problems: inout [PolicyProblem]) {
        var fields = fields
        for channel in Channel.allCases {
            let standard = ChannelLimit.standard(of: channel)
            // Where the limit is our own, not the channel's, it may be raised.
            let most = [.webChat, .eMail, .sms].contains(channel) ? 100_000 : standard.maxLength
            guard let length = fields.wholeNumber(channel.rawValue, in: 1...most, &problems) else { continue }
            rules.limits[channel] = ChannelLimit(unit: standard.unit, maxLength: length)
        }
        fields.finish(&problems)
    }
}
