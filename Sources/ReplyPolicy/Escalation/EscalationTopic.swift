/// A topic that goes to a person: its reason, what the operator is told, the cues that speak for it.
struct EscalationTopic: Sendable {
    /// The reason a finding carries.
    let reason: HandoffReason
    /// The beginning of the explanation; the quoted words follow.
    let explanation: String
    /// The cues, one a line; see ``Cue``.
    let cues: String

    /// All topics that are found by cues, in the order of their numbers.
    static let all: [EscalationTopic] = [
        SelfHarmTopic.topic, SafetyTopic.topic, MedicalTopic.topic, FraudTopic.topic, LegalThreatTopic.topic,
        LegalQuestionTopic.topic, DataDeletionTopic.topic, CompensationTopic.topic, HumanRequestTopic.topic,
        ComplaintTopic.topic, UpsetCustomerTopic.topic, MachineCustomerTopic.topic,
    ]

    /// The cues of all topics, compiled once.
    static let lexicon = CueLexicon(tables: all.map(\.cues), classes: WordClass.all)
}
