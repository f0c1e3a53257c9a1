/// Why a message goes to a person without a draft.
public enum HandoffReason: String, CaseIterable, Equatable, Sendable {
    /// The customer asks for a living person.
    case humanRequested = "human_requested"
    /// The knowledge base has no answer that is good enough.
    case noAnswer = "no_answer"
    /// The best answer is in an article for operators only.
    case internalArticle = "internal_article"
    /// The best answer is in an article that is out of force or not yet in force.
    case expiredArticle = "expired_article"
    /// A draft was made, but not every sentence of it is covered by its sources.
    case notGrounded = "not_grounded"
    /// Two articles in force say different things.
    case contradictingArticles = "contradicting_articles"
    /// The customer complains about people, a seller or the company.
    case complaint
    /// The customer threatens with, or has turned to, a court, a lawyer, an authority or the press.
    case legalThreat = "legal_threat"
    /// The customer asks for an opinion on the law, on liability or on a contract.
    case legalQuestion = "legal_question"
    /// A question about health or medicines.
    case medical
    /// Somebody is or was in danger.
    case safety
    /// Somebody may do harm to themselves.
    case selfHarm = "self_harm"
    /// A third person deceived or robbed the customer, or tries to.
    case fraud
    /// The customer uses a right over personal data.
    case dataDeletion = "data_deletion"
    /// The customer demands money beyond the refund of a purchase.
    case compensation
    /// The customer is marked as a very important one.
    case vip
    /// The customer is angry, mocking or desperate, or threatens to leave.
    case upsetCustomer = "upset_customer"
    /// The customer asks again what was asked before in the conversation.
    case repeatedQuestion = "repeated_question"
    /// The message is in another language than Russian.
    case unknownLanguage = "unknown_language"
    /// A machine wrote the message, on its own or for a customer.
    case machineCustomer = "machine_customer"
    /// The customer has refused to be served by a machine.
    case aiRefused = "ai_refused"
    /// The law or the company's policy forbids to serve the customer over this channel.
    case channelForbidden = "channel_forbidden"
    /// The message could not be checked.
    case checkFailed = "check_failed"
}
