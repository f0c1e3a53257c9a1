/// What a company has decided about its replies: a value, read from `prompts/policy.yaml`.
///
/// Everything has a safe default. No value switches off what must not be switched off: a request for a person always reaches one, text goes to a
/// customer only with somebody's approval, and what no source supports is not said.
public struct Policy: Equatable, Sendable {
    /// Names the policy in every decision; changed with every change of the file.
    public var version = "built-in"
    /// How sure an answer must be.
    public var confidence = ConfidenceRules()
    /// Forms of order and contract numbers, which are masked: `#` is a digit; see ``OrderNumberPattern``.
    public var orderNumberPatterns: [OrderNumberPattern] = []
    /// What goes to a person.
    public var escalation = EscalationRules()
    /// What becomes of sentences without support.
    public var grounding = GroundingRules()
    /// How a reply must be written.
    public var form = FormRules()
    /// Where customers may be answered; a channel that is not here may be used for all.
    public var channels: [Channel: ChannelRule] = [:]
    /// What a customer is told about the machine.
    public var disclosure = DisclosureRules()
    /// Topics that a machine may answer alone.
    public var autoAnswers: [AutoAnswerRule] = []

    /// The built-in policy: every guardrail on, nothing answered without a person.
    public init() {}
}

/// How sure an answer must be; calibrated probabilities from 0 to 1.
public struct ConfidenceRules: Equatable, Sendable {
    /// Below this an answer is no answer.
    ///
    /// The default was chosen on the development half of `evals/retrieval/sample`; see `docs/retrieval.md`.
    public var suggest: Float = 0.35
    /// Below this no machine answers alone.
    public var autoAnswer: Float = 0.9

    /// The defaults.
    public init() {}
}

/// What goes to a person.
public struct EscalationRules: Equatable, Sendable {
    /// What becomes of a message with a reason to escalate.
    public enum Action: String, CaseIterable, Equatable, Sendable {
        /// A person answers, without a draft.
        case handOff = "handoff"
        /// A draft is made, and the operator is warned.
        case warn
        /// The reason is only noted.
        case note
    }

    /// The reasons whose action a policy may choose: those that are seen in a customer's words.
    public static let configurable: [HandoffReason] = [
        .complaint, .legalThreat, .legalQuestion, .medical, .fraud, .dataDeletion, .compensation, .upsetCustomer,
        .repeatedQuestion, .unknownLanguage, .machineCustomer,
    ]

    /// Actions that differ from a hand-off; only of ``configurable`` reasons.
    public var actions: [HandoffReason: Action] = [:]
    /// The compensation in kopecks up to which an operator gets a draft; what goes beyond, or names no sum, is a reason.
    public var compensationLimitKopecks = 0
    /// Groups of customers who are always answered by a person.
    public var personOnlyGroups: Set<String> = []

    /// The defaults: everything goes to a person.
    public init() {}

    /// What becomes of a message with a reason.
    ///
    /// - Parameter reason: any reason.
    /// - Returns: `.handOff` for every reason that is not configurable.
    public func action(for reason: HandoffReason) -> Action {
        Self.configurable.contains(reason) ? actions[reason] ?? .handOff : .handOff
    }
}

/// What becomes of sentences of a draft that their sources do not support.
public struct GroundingRules: Equatable, Sendable {
    /// What is done to a sentence.
    public enum Treatment: String, CaseIterable, Equatable, Sendable {
        /// It is taken out.
        case remove
        /// It stays, marked for the operator, who cannot approve it unread.
        case mark
    }

    /// What is done to a sentence without support.
    public var unsupported = Treatment.remove
    /// What is done to a sentence that is supported in part.
    public var partly = Treatment.remove

    /// The defaults.
    public init() {}
}

/// Whether a channel may be used.
public struct ChannelRule: Equatable, Sendable {
    /// Whether customers may be answered there at all.
    public var isAllowed: Bool
    /// Groups of customers for whom it is the other way round.
    public var exceptGroups: Set<String>
    /// Why, in Russian, for the operator: the law or the contract.
    public var reason: String
    /// What to use instead, in Russian, for the operator.
    public var instead: String

    /// Makes a rule.
    public init(isAllowed: Bool, exceptGroups: Set<String> = [], reason: String = "", instead: String = "") {
        self.isAllowed = isAllowed
        self.exceptGroups = exceptGroups
        self.reason = reason
        self.instead = instead
    }

    /// Whether a customer of these groups may be answered.
    public func allows(_ groups: Set<String>) -> Bool {
        isAllowed == exceptGroups.isDisjoint(with: groups)
    }
}

/// What a customer is told about the machine.
public struct DisclosureRules: Equatable, Sendable {
    /// The line under a reply that a machine helped to write and a person sends; `nil` for none.
    public var assistedLine: DisclosureLine?
    /// The line under a reply that nobody approved by hand; never empty.
    public var automaticLine = "Это автоматический ответ по материалам базы знаний."
    /// The way to a person, in every automatic reply; never empty.
    public var wayToPerson = "Чтобы ответил сотрудник, напишите «оператор»."

    /// The defaults.
    public init() {}

    /// What stands under a reply.
    ///
    /// - Parameters:
    ///   - isAutomatic: whether no person approves it.
    ///   - person: who sends it; `nil` when the name is not known.
    /// - Returns: lines for the customer; `nil` for none.
    public func text(isAutomatic: Bool, person: String?) -> String? {
        if isAutomatic { return automaticLine + " " + wayToPerson }
        return assistedLine?.text(assistant: "Суфлёр", person: person ?? "оператор контакт-центра")
    }
}

/// A topic that a machine may answer alone, and who decided it.
public struct AutoAnswerRule: Equatable, Sendable {
    /// The section of the articles.
    public let topic: String
    /// The administrator who switched it on and answers for it.
    public let switchedOnBy: String

    /// Makes a rule.
    public init(topic: String, switchedOnBy: String) {
        self.topic = topic
        self.switchedOnBy = switchedOnBy
    }
}
