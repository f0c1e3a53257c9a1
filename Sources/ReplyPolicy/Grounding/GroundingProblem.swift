/// One thing in a sentence of a draft that its sources do not say.
public struct GroundingProblem: Equatable, Sendable {
    /// What is wrong.
    public enum Kind: String, Equatable, Sendable, CaseIterable {
        case inventedNumber = "invented_number"
        case inventedSum = "invented_sum"
        case inventedDate = "invented_date"
        case inventedTime = "invented_time"
        case inventedPhone = "invented_phone"
        case inventedLink = "invented_link"
        case inventedEmail = "invented_email"
        case inventedCode = "invented_code"
        case unknownName = "unknown_name"
        /// The value is in the source, but of another unit.
        case changedUnit = "changed_unit"
        /// The value is in the source, but limits otherwise: «до» for «от».
        case changedBound = "changed_bound"
        /// The value is in the source, but of another thing.
        case misplacedNumber = "misplaced_number"
        case lostNegation = "lost_negation"
        case addedNegation = "added_negation"
        case strongerModality = "stronger_modality"
        case weakerModality = "weaker_modality"
        case lostCondition = "lost_condition"
        case addedRestriction = "added_restriction"
        case widerScope = "wider_scope"
        case oppositeMeaning = "opposite_meaning"
        /// Somebody else does it.
        case changedActor = "changed_actor"
        /// It is counted from, or holds after, another event.
        case changedEvent = "changed_event"
        /// What is said of two things is changed about between them.
        case crossedPairs = "crossed_pairs"
        case promiseBeyondSource = "promise_beyond_source"
        case unsupportedTerm = "unsupported_term"
        case lowCoverage = "low_coverage"
        case uncited = "uncited"
        /// The sentence, or what it cites, has characters that cannot be read, or is too long.
        case unreadable = "unreadable"
    }

    /// What is wrong.
    public let kind: Kind
    /// Where in the sentence, in UTF-8 bytes of the claim's text; the whole claim when something is missing from it.
    public let utf8Range: Range<Int>
    /// A Russian sentence for the operator.
    public let explanation: String

    /// Makes a problem.
    public init(kind: Kind, utf8Range: Range<Int>, explanation: String) {
        self.kind = kind
        self.utf8Range = utf8Range
        self.explanation = explanation
    }

    /// Whether the sentence says something that its sources do not, or only leaves something out.
    var isFatal: Bool {
        switch kind {
        case .lostCondition, .weakerModality, .lowCoverage: false
        default: true
        }
    }
}

extension GroundingProblem {
    /// Whether it is a figure, an address, a code or a name that nobody has said.
    var isInvented: Bool {
        switch kind {
        case .inventedNumber, .inventedSum, .inventedDate, .inventedTime, .inventedPhone, .inventedLink, .inventedEmail,
            .inventedCode, .changedUnit, .changedBound, .misplacedNumber, .unreadable:
            true
        default: false
        }
    }
}

extension GroundingProblem.Kind {
    /// The explanation for the operator.
    ///
    /// - Parameter words: the words of the draft or the source that it is about.
    /// - Returns: a Russian sentence.
    func explanation(_ words: String) -> String {
        switch self {
        case .inventedNumber: "Числа «\(words)» нет в источнике."
        case .inventedSum: "Суммы «\(words)» нет в источнике."
        case .inventedDate: "Даты «\(words)» нет в источнике."
        case .inventedTime: "Времени «\(words)» нет в источнике."
        case .inventedPhone: "Телефона «\(words)» нет в источнике."
        case .inventedLink: "Ссылки «\(words)» нет в источнике."
        case .inventedEmail: "Адреса почты «\(words)» нет в источнике."
        case .inventedCode: "Обозначения «\(words)» нет в источнике."
        case .unknownName: "Названия или имени «\(words)» нет в источнике."
        case .changedUnit: "В источнике у числа «\(words)» другая единица."
        case .changedBound: "В источнике «\(words)» ограничено иначе: проверьте «до», «от», «больше», «меньше»."
        case .misplacedNumber: "В источнике «\(words)» относится к другому."
        case .lostNegation: "В источнике сказано с отрицанием: «\(words)»."
        case .addedNegation: "В источнике нет этого отрицания: «\(words)»."
        case .strongerModality: "Сказано увереннее, чем в источнике: «\(words)»."
        case .weakerModality: "В источнике это обязательно: «\(words)»."
        case .lostCondition: "Пропущено условие источника: «\(words)»."
        case .addedRestriction: "Такого ограничения в источнике нет: «\(words)»."
        case .widerScope: "Сказано шире, чем в источнике: «\(words)»."
        case .oppositeMeaning: "В источнике сказано обратное: «\(words)»."
        case .changedActor: "В источнике это делает не тот, кто здесь: «\(words)»."
        case .changedEvent: "В источнике другой момент или событие: «\(words)»."
        case .crossedPairs: "В источнике сказанное относится к разному, здесь перепутано: «\(words)»."
        case .promiseBeyondSource: "Источник этого не обещает: «\(words)»."
        case .unsupportedTerm: "Слова «\(words)» нет в источнике."
        case .lowCoverage: "Источник подтверждает предложение лишь частично."
        case .uncited: "У предложения нет источника."
        case .unreadable: "Предложение не удалось проверить: «\(words)»."
        }
    }
}
