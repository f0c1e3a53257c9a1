/// Something in a policy file that its author must change before it can be used.
///
/// `message` and `remedy` are written for people who edit the file, in Russian.
public struct PolicyProblem: Hashable, Sendable {
    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// Names a problem of a line.
    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    /// What can be wrong with a policy file.
    public enum Kind: Hashable, Sendable {
        /// The file is larger than `limit` bytes.
        case tooLarge(limit: Int)
        /// The file is not UTF-8.
        case notUTF8
        /// The file is not YAML; `reason` is the parser's own text.
        case invalidYAML(reason: String)
        /// A field is not known; `known` are those of its place.
        case unknownField(path: String, known: [String])
        /// A field is there twice.
        case repeatedField(path: String)
        /// A field that must be there is missing.
        case missingField(path: String)
        /// A value has another form than `expected`, a Russian noun phrase.
        case wrongType(path: String, expected: String)
        /// A number is outside its bounds, which are printed.
        case outOfRange(path: String, least: String, most: String)
        /// A word is none of the choices.
        case unknownChoice(path: String, value: String, choices: [String])
        /// A setting would switch off what no setting may switch off.
        case notNegotiable(path: String, why: String)
        /// A value has a fault of its own; `why` is a Russian sentence.
        case invalidValue(path: String, value: String, why: String)
    }

    /// What is wrong, in one Russian sentence.
    public var message: String {
        switch kind {
        case .tooLarge(let limit): "Файл больше \(limit) байт."
        case .notUTF8: "Файл сохранён не в кодировке UTF-8."
        case .invalidYAML(let reason): "Файл не удалось разобрать как YAML: \(reason)."
        case .unknownField(let path, _): "Поле «\(path)» неизвестно."
        case .repeatedField(let path): "Поле «\(path)» записано дважды."
        case .missingField(let path): "Нет поля «\(path)»."
        case .wrongType(let path, let expected): "Значение поля «\(path)» — не \(expected)."
        case .outOfRange(let path, let least, let most): "Значение поля «\(path)» должно быть от \(least) до \(most)."
        case .unknownChoice(let path, let value, _): "В поле «\(path)» не может быть «\(value)»."
        case .notNegotiable(let path, let why): "Поле «\(path)» изменить нельзя: \(why)."
        case .invalidValue(let path, let value, let why): "Поле «\(path)», значение «\(value)»: \(why)"
        }
    }

    /// What the author can do about it, in Russian.
    public var remedy: String {
        switch kind {
        case .tooLarge: "Оставьте в файле только нужные настройки."
        case .notUTF8: "Сохраните файл в кодировке UTF-8."
        case .invalidYAML: "Проверьте отступы, скобки и кавычки."
        case .unknownField(_, let known): "Здесь возможны поля: \(known.joined(separator: ", "))."
        case .repeatedField: "Оставьте одну запись."
        case .missingField(let path): "Добавьте строку «\(path): …»; образец — prompts/policy.yaml."
        case .wrongType(_, let expected): "Запишите \(expected); образец — prompts/policy.yaml."
        case .outOfRange: "Исправьте число."
        case .unknownChoice(_, _, let choices): "Возможны: \(choices.joined(separator: ", "))."
        case .notNegotiable: "Удалите строку."
        case .invalidValue: "Исправьте значение; образец — prompts/policy.yaml."
        }
    }
}

/// Why a policy file cannot be used.
public struct PolicyFileError: Error, Equatable, Sendable {
    /// The name of the file, for messages.
    public let path: String
    /// All problems found, in the order of their lines; not empty.
    public let problems: [PolicyProblem]

    /// Names the problems of a file.
    public init(path: String, problems: [PolicyProblem]) {
        self.path = path
        self.problems = problems
    }
}
