import TextAnalysis

/// A decision in the making: rules are asked one after another and leave findings, reasons and steps.
struct DecisionProcess {
    let policy: Policy
    let guardrails: ReplyGuardrails
    let analyzers: AnalyzerPool
    private(set) var findings: [GuardrailFinding] = []
    private(set) var steps: [PolicyDecision.Step] = []
    /// The reasons for a hand-off, in the order of the rules.
    private(set) var reasons: [HandoffReason] = []

    init(policy: Policy, guardrails: ReplyGuardrails, analyzers: AnalyzerPool) {
        self.policy = policy
        self.guardrails = guardrails
        self.analyzers = analyzers
    }

    mutating func note(_ finding: GuardrailFinding) { findings.append(finding) }

    mutating func pass(_ rule: PolicyDecision.Step.Rule, _ explanation: String) {
        steps.append(.init(rule: rule, result: .pass, explanation: explanation))
    }

    mutating func warn(_ rule: PolicyDecision.Step.Rule, _ explanation: String) {
        steps.append(.init(rule: rule, result: .warn, explanation: explanation))
    }

    mutating func handOff(_ rule: PolicyDecision.Step.Rule, _ reason: HandoffReason, _ explanation: String) {
        reasons.append(reason)
        steps.append(.init(rule: rule, result: .handOff, explanation: explanation))
    }

    // MARK: Rules about the customer and the channel

    mutating func askCustomer(_ customer: Conversation.Customer) {
        if customer.refusesMachine {
            let text = "Клиент отказался от помощи машины: черновик не составляется."
            note(.init(kind: .notAllowed, message: text, reason: .aiRefused))
            return handOff(.customer, .aiRefused, text)
        }
        let groups = customer.groups.intersection(policy.escalation.personOnlyGroups).sorted()
        guard groups.isEmpty else {
            let text = "Клиентам группы «\(groups.joined(separator: "», «"))» отвечает только человек."
            note(.init(kind: .notAllowed, message: text, reason: .vip))
            return handOff(.customer, .vip, text)
        }
        pass(.customer, "Клиент не отказывался от помощи машины и не входит в группы, которым отвечает только человек.")
    }

    mutating func askChannel(_ channel: Channel, _ customer: Conversation.Customer) {
        guard let rule = policy.channels[channel], !rule.allows(customer.groups) else {
            return pass(.channel, "Отвечать в канале «\(channel.name)» разрешено.")
        }
        var text = "Отвечать этому клиенту в канале «\(channel.name)» нельзя"
        if !rule.reason.isEmpty { text += ": \(rule.reason)" }
        text += "."
        if !rule.instead.isEmpty { text += " Используйте: \(rule.instead)." }
        note(.init(kind: .notAllowed, message: text, reason: .channelForbidden))
        handOff(.channel, .channelForbidden, text)
    }

    // MARK: Rules about the message

    mutating func askEscalation(_ texts: ConversationTexts) {
        let found = guardrails.escalation.findings(in: texts.question, conversation: texts.earlier)
        var isQuiet = true
        for finding in found {
            let action = action(for: finding)
            let kind: GuardrailFinding.Kind = finding.reason == .humanRequested ? .humanRequest : .escalation
            note(
                .init(
                    kind: kind, message: finding.explanation, reason: finding.reason, place: .message,
                    utf8Range: finding.utf8Range))
            switch action {
            case .handOff: handOff(.escalation, finding.reason, finding.explanation)
            case .warn: warn(.escalation, finding.explanation + " По политике черновик составляется.")
            case .note: continue
            }
            isQuiet = false
        }
        if isQuiet { pass(.escalation, "Сообщение не просит человека и не требует его по теме или тону.") }
    }

    private func action(for finding: EscalationFinding) -> EscalationRules.Action {
        if finding.reason == .compensation, let amount = finding.amountInKopecks,
            amount <= policy.escalation.compensationLimitKopecks
        {
            return .warn
        }
        return policy.escalation.action(for: finding.reason)
    }

    /// What speaks to the machine is shown to the operator; it changes nothing.
    mutating func askScreening(_ texts: ConversationTexts) {
        let found = guardrails.screen.findings(in: texts.question)
        for finding in found {
            note(
                .init(
                    kind: .machineInstruction, message: finding.explanation, place: .message,
                    utf8Range: finding.utf8Range))
        }
        if found.isEmpty {
            pass(.screening, "В сообщении нет указаний для машины.")
        } else {
            warn(.screening, "В сообщении есть указания для машины: они показаны и ничего не меняют.")
        }
    }

    // MARK: The end

    /// The decision: the most urgent reason, else what is left of the draft.
    mutating func decision(
        _ reviewed: ReviewedReply?, _ retrieved: [RetrievedAnswer], _ customer: Conversation.Customer
    ) -> PolicyDecision {
        var outcome = PolicyDecision.Outcome.handOff(.noAnswer)
        var automatic: AutoAnswerRule?
        // The first of the most pressing ones: `max(by:)` keeps the last of equals.
        if let reason = reasons.reversed().max(by: { $0.priority < $1.priority }) {
            outcome = .handOff(reason)
        } else if let reviewed {
            outcome = .suggest(reviewed)
            automatic = askAutomaticAnswer(reviewed, retrieved, customer)
        }
        return PolicyDecision(
            outcome: outcome, automatic: automatic, findings: findings, steps: steps, policyVersion: policy.version)
    }

    /// Whether a machine may send it alone: every question on topics that were switched on, sure, and nothing at all noticed.
    private mutating func askAutomaticAnswer(
        _ reviewed: ReviewedReply, _ retrieved: [RetrievedAnswer], _ customer: Conversation.Customer
    ) -> AutoAnswerRule? {
        let rules = retrieved.map { answer in policy.autoAnswers.first { $0.topic == answer.section } }
        guard let first = rules.first, let rule = first, rules.allSatisfy({ $0 != nil }) else {
            pass(.automaticAnswer, "Сама машина на эту тему не отвечает: черновик проверяет и отправляет оператор.")
            return nil
        }
        let isSure = retrieved.allSatisfy { $0.confidence >= policy.confidence.autoAnswer && $0.confidence.isFinite }
        let isWhole =
            reviewed.removed.isEmpty
            && reviewed.sentences.allSatisfy { [.courtesy, .quotation, .supported].contains($0.verdict) }
        guard isSure, isWhole, findings.isEmpty, !customer.refusesMachine else {
            pass(.automaticAnswer, "Тема включена, но уверенности или чистоты проверки не хватает: решает оператор.")
            return nil
        }
        pass(.automaticAnswer, "Тему «\(rule.topic)» для автоматических ответов включил(а) \(rule.switchedOnBy).")
        return rule
    }
}
