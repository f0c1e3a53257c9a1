/// What an operator may ask a model to do with a draft.
///
/// A closed list: the operator presses a button, and the words for the model are the program's.
public enum RefinementKind: Equatable, Hashable, Sendable {
    /// Fewer words.
    case shorter
    /// Friendlier.
    case warmer
    /// More official.
    case moreFormal
    /// Without terms and long sentences.
    case simpler
    /// In another language.
    case translated(to: Language)
    /// A question to the customer in place of the answer.
    case clarifyingQuestion

    /// A language to translate to.
    public enum Language: String, CaseIterable, Sendable {
        /// English.
        case english = "en"
        /// Kazakh.
        case kazakh = "kk"
        /// Uzbek.
        case uzbek = "uz"
        /// Kyrgyz.
        case kyrgyz = "ky"
        /// Tajik.
        case tajik = "tg"
        /// Armenian.
        case armenian = "hy"
        /// Belarusian.
        case belarusian = "be"
        /// Tatar.
        case tatar = "tt"
        /// Chinese.
        case chinese = "zh"
        /// Turkish.
        case turkish = "tr"

        /// The word after «на» in Russian.
        var accusative: String {
            switch self {
            case .english: "английский"
            case .kazakh: "казахский"
            case .uzbek: "узбекский"
            case .kyrgyz: "киргизский"
            case .tajik: "таджикский"
            case .armenian: "армянский"
            case .belarusian: "белорусский"
            case .tatar: "татарский"
            case .chinese: "китайский"
            case .turkish: "турецкий"
            }
        }
    }
}

extension RefinementKind: CaseIterable {
    /// All that can be asked for, translations last.
    public static let allCases: [RefinementKind] =
        [.shorter, .warmer, .moreFormal, .simpler, .clarifyingQuestion]
        + Language.allCases.map { .translated(to: $0) }
}

extension RefinementKind {
    /// The name in the API: `shorter`, `translated_en`.
    public var name: String {
        switch self {
        case .shorter: "shorter"
        case .warmer: "warmer"
        case .moreFormal: "more_formal"
        case .simpler: "simpler"
        case .translated(let language): "translated_" + language.rawValue
        case .clarifyingQuestion: "clarifying_question"
        }
    }

    /// The refinement of a name; `nil` when there is none.
    public init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }

    /// The Russian words for the button.
    public var title: String {
        switch self {
        case .shorter: "Короче"
        case .warmer: "Теплее"
        case .moreFormal: "Официальнее"
        case .simpler: "Проще"
        case .translated(let language): "Перевести на " + language.accusative
        case .clarifyingQuestion: "Задать уточнение"
        }
    }

    /// The Russian words for the model: the value of `instruction` in the template `refine`.
    public var instruction: String {
        switch self {
        case .shorter:
            "Сделай черновик короче, примерно вдвое: оставь прямой ответ и шаги, убери повторы и вводные слова. "
                + "Числа, сроки и условия, от которых зависит решение клиента, оставь все."
        case .warmer:
            "Сделай тон теплее: обратись к клиенту по-человечески, назови его трудность своими словами. "
                + "Без уменьшительных слов, смайликов, лишних извинений и заискивания."
        case .moreFormal:
            "Сделай тон официальнее: полные предложения, нейтральные слова, без разговорных оборотов. "
                + "Без канцелярских штампов и без новых ссылок на правила."
        case .simpler:
            "Объясни проще: короткие предложения, обычные слова вместо терминов, одно действие в одном предложении. "
                + "Названия кнопок и разделов не меняй."
        case .translated(let language):
            "Переведи черновик на \(language.accusative) язык: точно, вежливо, ничего не добавляя и не пропуская. "
                + "Названия кнопок и разделов оставь по-русски в кавычках и переведи рядом в скобках."
        case .clarifyingQuestion:
            "Замени черновик одним вежливым уточняющим вопросом клиенту: спроси о том единственном, от чего зависит, "
                + "какой ответ из фрагментов ему подходит. Не отвечай за клиента и не перечисляй больше трёх вариантов."
        }
    }
}
