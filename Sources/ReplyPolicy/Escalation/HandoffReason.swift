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

    /// A sentence for the operator: what happened and what to do next.
    public var operatorMessage: String {
        switch self {
        case .humanRequested:
            "Клиент просит живого человека. Ответьте сами: черновик не предлагается."
        case .noAnswer:
            "В базе знаний нет уверенного ответа. Посмотрите ближайшие статьи, уточните вопрос у клиента или передайте его старшему."
        case .internalArticle:
            "Ответ есть только во внутренней статье. Прочитайте её и ответьте своими словами: цитировать её клиенту нельзя."
        case .expiredArticle:
            "Подходит только статья, которая не действует. Проверьте нынешние правила, прежде чем отвечать."
        case .notGrounded:
            "Черновик составлен, но не каждое его утверждение подтверждено источником. Ответьте сами по статьям ниже."
        }
    }
}
