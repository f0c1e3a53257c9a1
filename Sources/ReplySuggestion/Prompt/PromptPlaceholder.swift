/// A place in a template that the program fills.
public struct PromptPlaceholder: Equatable, Sendable {
    /// The placeholder for the boundary of a request.
    static let boundaryName = "boundary"

    /// The name in the template: a small Latin letter, then small letters, digits and `_`.
    public let name: String
    /// What stands there, in Russian, for people who edit prompts.
    public let description: String
    /// Whether there may be nothing to fill in.
    public let mayBeEmpty: Bool
    /// Whether the value is foreign text, which always stands between boundaries.
    public let isData: Bool

    /// Declares a placeholder.
    public init(name: String, description: String, mayBeEmpty: Bool = false, isData: Bool = false) {
        self.name = name
        self.description = description
        self.mayBeEmpty = mayBeEmpty
        self.isData = isData
    }
}

/// What stands in the place of a placeholder.
public enum PromptValue: Equatable, Sendable {
    /// The program's own words.
    case text(String)
    /// Foreign texts: a customer's, an article's, a model's.
    case data([PromptDatum])
}

/// A foreign text in a prompt.
///
/// Personal data must have been masked before.
public struct PromptDatum: Equatable, Sendable {
    /// What the text is; the words are the program's, never those of the text.
    public enum Label: Equatable, Sendable {
        /// A passage, by the number that the model cites: [1].
        case passage(Int)
        /// What a customer wrote, by the number of the message: [С1].
        case customer(Int)
        /// What an operator wrote, by the number of the message.
        case `operator`(Int)
        /// A draft that is to be changed.
        case draft

        var words: String {
            switch self {
            case .passage(let number): "ФРАГМЕНТ [\(number)]"
            case .customer(let number): "СООБЩЕНИЕ [С\(number)] КЛИЕНТА"
            case .operator(let number): "СООБЩЕНИЕ [С\(number)] ОПЕРАТОРА"
            case .draft: "ЧЕРНОВИК"
            }
        }
    }

    /// What the text is.
    public let label: Label
    /// The text itself; title and body of a passage with a line feed between them.
    public let text: String

    /// Labels a foreign text.
    public init(_ label: Label, _ text: String) {
        self.label = label
        self.text = text
    }

    /// The text between boundaries.
    func delimited(by boundary: PromptBoundary) -> String {
        "<<<\(boundary.text) \(label.words)\n\(text)\n\(boundary.text)>>>"
    }
}
