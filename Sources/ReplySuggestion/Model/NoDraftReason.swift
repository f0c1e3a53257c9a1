import LanguageModel
import ReplyPolicy

/// Why there is no draft, or none that a model wrote; a closed list, each with the next best thing to do.
public enum NoDraftReason: String, CaseIterable, Equatable, Sendable {
    /// No article has a word of the question.
    case nothingFound = "nothing_found"
    /// Articles are near, and none answers surely enough.
    case notEnoughInformation = "not_enough_information"
    /// What was written is not covered by its sources.
    case notGrounded = "not_grounded"
    /// A rule of the policy gives the message to a person.
    case policy
    /// The answer is in an article that is not in force.
    case expired
    /// Articles say different things.
    case contradicting
    /// No model is configured.
    case modelOff = "model_off"
    /// Every model failed.
    case modelFailed = "model_failed"
    /// The operator's or the day's budget is used up.
    case budget
    /// The model did not answer in time.
    case timeout
    /// The message holds personal data and nothing else.
    case onlyPersonalData = "only_personal_data"
    /// The message greets or thanks and asks nothing.
    case smallTalk = "small_talk"
    /// The customer asks for a person.
    case personRequested = "person_requested"
    /// The customer wrote again, or the operator went on: nobody waits for it.
    case stale

    /// A Russian sentence for the operator.
    public var message: String {
        switch self {
        case .nothingFound: "В базе знаний нет статьи с такими словами."
        case .notEnoughInformation: "Сведений базы знаний не хватает для уверенного ответа."
        case .notGrounded: "Написанное не подтвердилось источниками, поэтому не показано."
        case .policy: "По политике на это обращение отвечает человек."
        case .expired: "Ответ есть только в статье, которая не действует."
        case .contradicting: "Статьи базы знаний расходятся."
        case .modelOff: "Языковая модель не подключена: черновик составлен из цитат."
        case .modelFailed: "Языковая модель не ответила: черновик составлен из цитат."
        case .budget: "Лимит языковой модели исчерпан: черновик составлен из цитат."
        case .timeout: "Языковая модель не успела ответить: черновик составлен из цитат."
        case .onlyPersonalData: "В сообщении только персональные данные, вопроса в нём нет."
        case .smallTalk: "Клиент здоровается или благодарит, вопроса в сообщении нет."
        case .personRequested: "Клиент просит живого человека."
        case .stale: "Черновик устарел: клиент написал ещё или запрос отменён."
        }
    }

    /// What the operator does best now, in a Russian sentence.
    public var nextStep: String {
        switch self {
        case .nothingFound:
            "Спросите клиента иначе или поищите другими словами; сообщите редактору базы, если статьи нет."
        case .notEnoughInformation: "Задайте клиенту уточняющий вопрос или откройте ближайшие статьи."
        case .notGrounded: "Возьмите черновик из цитат или ответьте по источникам сами."
        case .policy: "Ответьте сами или передайте обращение, как сказано в подсказке."
        case .expired: "Уточните у редактора базы действующие правила, клиенту старых не сообщайте."
        case .contradicting: "Уточните у редактора базы, какая статья верна, и не отвечайте по памяти."
        case .modelOff: "Отправьте черновик из цитат, поправив слова."
        case .modelFailed: "Отправьте черновик из цитат или попробуйте ещё раз через минуту."
        case .budget: "Работайте с черновиком из цитат; лимит обновится завтра, изменить его может администратор."
        case .timeout: "Отправьте черновик из цитат: ждать модель не нужно."
        case .onlyPersonalData: "Спросите клиента, с чем помочь; данных без нужды не повторяйте."
        case .smallTalk: "Ответьте на приветствие или благодарность сами."
        case .personRequested: "Подключитесь к разговору и назовитесь."
        case .stale: "Запросите подсказку к последнему сообщению."
        }
    }
}

extension NoDraftReason {
    /// The reason behind a hand-off.
    ///
    /// - Parameters:
    ///   - reason: what the policy says.
    ///   - message: what is known of the message.
    init(_ reason: HandoffReason, _ message: MessageSubstance) {
        switch reason {
        case .humanRequested: self = .personRequested
        case .noAnswer:
            switch message {
            case .smallTalk: self = .smallTalk
            case .onlyPersonalData: self = .onlyPersonalData
            case .question(let isAnythingNear): self = isAnythingNear ? .notEnoughInformation : .nothingFound
            }
        case .expiredArticle: self = .expired
        case .notGrounded: self = .notGrounded
        case .contradictingArticles: self = .contradicting
        default: self = .policy
        }
    }

    /// The reason in what a model says of itself.
    init(_ reason: NoAnswerReason) {
        switch reason {
        case .contradiction: self = .contradicting
        case .insufficientEvidence, .offTopic, .unstated: self = .notEnoughInformation
        }
    }

    /// The reason behind a model's failure.
    init(_ error: ModelError) {
        switch error {
        case .budgetExceeded: self = .budget
        case .timeout: self = .timeout
        case .cancelled: self = .stale
        case .noProviderAnswered(let errors):
            if errors.isEmpty {
                self = .modelOff
            } else {
                self = errors.allSatisfy { NoDraftReason($0) == .timeout } ? .timeout : .modelFailed
            }
        default: self = .modelFailed
        }
    }
}

/// What a message holds beside courtesies and personal data.
enum MessageSubstance: Equatable {
    case smallTalk
    case onlyPersonalData
    case question(isAnythingNear: Bool)

    /// Reads a masked message.
    init(maskedText: String, hasPersonalData: Bool, isAnythingNear: Bool) {
        if !hasPersonalData {
            self = Pleasantry.isAll(of: maskedText) ? .smallTalk : .question(isAnythingNear: isAnythingNear)
            return
        }
        let words = maskedText.split(whereSeparator: \.isWhitespace)
            .filter { !($0.hasPrefix("[") && $0.contains("_")) }
            .map { $0.lowercased().filter(\.isLetter) }
            .filter { !Self.labels.contains($0) }
        let isOnlyData = Pleasantry.isAll(of: words.joined(separator: " "))
        self = isOnlyData ? .onlyPersonalData : .question(isAnythingNear: isAnythingNear)
    }

    /// Words with which people introduce their data.
    private static let labels: Set<String> = [
        "мой", "моя", "мое", "моё", "мои", "вот", "это", "я", "меня", "зовут", "имя", "фамилия", "фио", "номер", "тел",
        "телефон", "телефона", "почта", "емейл", "mail", "email", "адрес", "паспорт", "карта", "карты", "заказ",
        "заказа", "договор", "договора", "инн", "снилс", "дата", "рождения",
    ]
}
