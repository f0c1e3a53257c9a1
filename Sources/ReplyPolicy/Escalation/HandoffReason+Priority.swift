extension HandoffReason {
    /// How soon a person must look.
    public enum Priority: Int, Comparable, CaseIterable, Sendable {
        /// In its turn, like every message.
        case normal
        /// Before ordinary messages: the customer or the company loses by waiting.
        case high
        /// At once, whatever else waits: life, health or money is at stake now.
        case urgent

        /// The stable name: `urgent`, `high` or `normal`.
        public var name: String {
            switch self {
            case .normal: "normal"
            case .high: "high"
            case .urgent: "urgent"
            }
        }

        /// Whether one comes after the other.
        public static func < (one: Priority, other: Priority) -> Bool { one.rawValue < other.rawValue }
    }

    /// How soon a person must look.
    public var priority: Priority {
        switch self {
        case .selfHarm, .safety, .fraud, .medical: .urgent
        case .humanRequested, .complaint, .legalThreat, .compensation, .upsetCustomer, .vip, .dataDeletion, .aiRefused,
            .repeatedQuestion:
            .high
        case .noAnswer, .internalArticle, .expiredArticle, .notGrounded, .contradictingArticles, .legalQuestion,
            .unknownLanguage, .machineCustomer, .channelForbidden, .checkFailed:
            .normal
        }
    }

    /// The group that the message should go to, a stable name that an administrator may map to a queue.
    public var routing: String {
        switch self {
        case .humanRequested, .noAnswer, .notGrounded, .repeatedQuestion, .aiRefused, .checkFailed: "смена"
        case .internalArticle, .expiredArticle, .contradictingArticles: "редакторы базы"
        case .complaint, .compensation: "претензии"
        case .legalThreat, .legalQuestion: "юристы"
        case .medical, .safety, .fraud: "безопасность"
        case .selfHarm, .upsetCustomer, .vip: "старший смены"
        case .dataDeletion: "персональные данные"
        case .unknownLanguage: "языки"
        case .machineCustomer, .channelForbidden: "каналы"
        }
    }
}
