import Yams

/// Fills a policy from the nodes of its file and notes what is wrong with them.
struct PolicyReader {
    private(set) var policy = Policy()
    var problems: [PolicyProblem] = []

    /// Reads the whole file.
    mutating func read(_ root: Node) {
        guard var fields = PolicyFields(root, path: "", problems: &problems) else { return }
        if let version = fields.text("version", &problems) {
            policy.version = version
        } else if problems.isEmpty {
            problems.append(PolicyFile.missingVersion)
        }
        if let confidence = fields.fields("confidence", &problems) { readConfidence(confidence) }
        if let personalData = fields.fields("personal_data", &problems) { readPersonalData(personalData) }
        if let escalation = fields.fields("escalation", &problems) { readEscalation(escalation) }
        if let grounding = fields.fields("grounding", &problems) { readGrounding(grounding) }
        if let form = fields.fields("form", &problems) { readForm(form) }
        if let channels = fields.fields("channels", &problems) { readChannels(channels) }
        if let disclosure = fields.fields("disclosure", &problems) { readDisclosure(disclosure) }
        if let node = fields.take("auto_answers") { readAutoAnswers(node, fields.full("auto_answers")) }
        fields.finish(&problems)
    }

    private mutating func readConfidence(_ fields: PolicyFields) {
        var fields = fields
        if let value = fields.number("suggest", in: 0...1, &problems) { policy.confidence.suggest = Float(value) }
        // A machine alone is never less sure than a draft for a person: .5 is the least for it.
        if let value = fields.number("auto_answer", in: 0.5...1, &problems) {
            policy.confidence.autoAnswer = Float(value)
        }
        fields.finish(&problems)
    }

    private mutating func readPersonalData(_ fields: PolicyFields) {
        var fields = fields
        if let node = fields.take("order_numbers") {
            policy.orderNumberPatterns = orderNumberPatterns(node, fields.full("order_numbers"))
        }
        fields.finish(&problems)
    }

    private mutating func orderNumberPatterns(_ node: Node, _ path: String) -> [OrderNumberPattern] {
        guard case .sequence(let list) = node else {
            report(.wrongType(path: path, expected: "список строк"), node)
            return []
        }
        var patterns: [OrderNumberPattern] = []
        for node in list {
            guard let text = PolicyFields.text(node, path, &problems) else { continue }
            do throws(OrderNumberPatternError) {
                patterns.append(try OrderNumberPattern(text))
            } catch {
                report(.invalidValue(path: path, value: text, why: error.message), node)
            }
        }
        return patterns
    }

    private mutating func readEscalation(_ fields: PolicyFields) {
        var fields = fields
        if var topics = fields.fields("topics", &problems) {
            for name in topics.remainingNames {
                guard let node = topics.take(name) else { continue }
                readTopic(name, node, topics.full(name))
            }
        }
        if let limit = fields.wholeNumber("compensation_limit_roubles", in: 0...1_000_000, &problems) {
            policy.escalation.compensationLimitKopecks = limit * 100
        }
        if let groups = fields.texts("person_only_groups", &problems) {
            policy.escalation.personOnlyGroups = Set(groups)
        }
        fields.finish(&problems)
    }

    private mutating func readTopic(_ name: String, _ node: Node, _ path: String) {
        let configurable = EscalationRules.configurable
        guard let reason = HandoffReason(rawValue: name) else {
            report(.unknownField(path: path, known: configurable.map(\.rawValue)), node)
            return
        }
        guard let action = PolicyFields.choice(node, path, of: EscalationRules.Action.self, &problems) else { return }
        if configurable.contains(reason) {
            policy.escalation.actions[reason] = action
        } else if action != .handOff {
            report(.notNegotiable(path: path, why: "такое обращение всегда получает человек"), node)
        }
    }

    private mutating func readGrounding(_ fields: PolicyFields) {
        var fields = fields
        let type = GroundingRules.Treatment.self
        if let value = fields.choice("unsupported", of: type, &problems) { policy.grounding.unsupported = value }
        if let value = fields.choice("partly", of: type, &problems) { policy.grounding.partly = value }
        fields.finish(&problems)
    }

    private mutating func readChannels(_ fields: PolicyFields) {
        var fields = fields
        for channel in Channel.allCases {
            guard var rule = fields.fields(channel.rawValue, &problems) else { continue }
            let isAllowed = rule.flag("allowed", &problems) ?? true
            let reason = rule.text("reason", &problems)
            if !isAllowed, reason == nil {
                problems.append(PolicyProblem(line: rule.line, kind: .missingField(path: rule.full("reason"))))
            }
            policy.channels[channel] = ChannelRule(
                isAllowed: isAllowed,
                exceptGroups: Set(rule.texts("except_groups", &problems) ?? []),
                reason: reason ?? "",
                instead: rule.text("instead", &problems) ?? ""
            )
            rule.finish(&problems)
        }
        fields.finish(&problems)
    }

    private mutating func readDisclosure(_ fields: PolicyFields) {
        var fields = fields
        if let node = fields.take("assisted") { readAssistedLine(node, fields.full("assisted")) }
        if let line = fields.text("automatic", &problems) { policy.disclosure.automaticLine = line }
        if let node = fields.take("way_to_person") { readWayToPerson(node, fields.full("way_to_person")) }
        fields.finish(&problems)
    }

    private mutating func readAssistedLine(_ node: Node, _ path: String) {
        guard let line = PolicyFields.text(node, path, &problems) else { return }
        do throws(DisclosureLine.TemplateError) {
            policy.disclosure.assistedLine = try DisclosureLine(template: line)
        } catch {
            let why =
                switch error {
                case .noResponsiblePerson: "нет места {сотрудник}: клиент должен знать, кто отвечает за текст."
                case .tooLong: "строка длиннее 300 знаков или занимает несколько строк."
                }
            report(.invalidValue(path: path, value: line, why: why), node)
        }
    }

    /// What the line tells the customer to write must be understood as a request for a person.
    private mutating func readWayToPerson(_ node: Node, _ path: String) {
        guard let line = PolicyFields.text(node, path, &problems) else { return }
        let quoted = line.split(separator: "«").dropFirst().compactMap { $0.split(separator: "»").first }
        if quoted.contains(where: { HumanRequestGuardrail().finding(in: String($0)) != nil }) {
            policy.disclosure.wayToPerson = line
        } else {
            let why = "в кавычках «» должно стоять то, что клиент напишет, чтобы позвать человека, например «оператор»."
            report(.invalidValue(path: path, value: line, why: why), node)
        }
    }

    private mutating func readAutoAnswers(_ node: Node, _ path: String) {
        guard case .sequence(let list) = node else {
            report(.wrongType(path: path, expected: "список правил"), node)
            return
        }
        for node in list {
            guard var rule = PolicyFields(node, path: path, problems: &problems) else { continue }
            let topic = rule.text("topic", &problems)
            let name = rule.text("switched_on_by", &problems)
            rule.finish(&problems)
            if let topic, let name {
                policy.autoAnswers.append(AutoAnswerRule(topic: topic, switchedOnBy: name))
            } else {
                let missing = topic == nil ? "topic" : "switched_on_by"
                problems.append(PolicyProblem(line: rule.line, kind: .missingField(path: rule.full(missing))))
            }
        }
    }

    mutating func report(_ kind: PolicyProblem.Kind, _ node: Node) {
        problems.append(PolicyProblem(line: PolicyFields.line(of: node), kind: kind))
    }

    private mutating func readForm(_ fields: PolicyFields) {
        var form = policy.form
        var reader = FormRulesReader(fields)
        reader.read(into: &form, &problems)
        policy.form = form
    }
}
