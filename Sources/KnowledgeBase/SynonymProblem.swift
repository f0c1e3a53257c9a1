/// Something in a file of synonyms that its editor must change before it can be used.
///
/// `message` and `remedy` are written for people who edit the file, in Russian.
public struct SynonymProblem: Hashable, Sendable {
    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// Names a problem of a line.
    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    /// What can be wrong with a file of synonyms.
    public enum Kind: Hashable, Sendable {
        /// The file cannot be read; `reason` is the system's own text.
        case unreadable(reason: String)
        /// The file is larger than `limit` bytes.
        case tooLarge(limit: Int)
        /// The file is not UTF-8.
        case notUTF8
        /// The file is not YAML; `reason` is the parser's own text.
        case invalidYAML(reason: String)
        /// The file is not a list of groups.
        case notAList
        /// A group is neither a list of names nor a mapping of `from` and `to`.
        case invalidGroup
        /// A mapping has a field other than `from` and `to`.
        case unknownField(name: String)
        /// A mapping lacks a field.
        case missingField(name: String)
        /// A name is no text, or has no letter and no digit.
        case invalidName(value: String)
        /// A name has more words than `limit`.
        case longName(value: String, limit: Int)
        /// A group has the same name twice.
        case repeatedName(value: String)
        /// A group of equals has one name only.
        case singleName
    }

    /// What is wrong, in one Russian sentence.
    public var message: String {
        switch kind {
        case .unreadable(let reason): "Файл не удалось прочитать: \(reason)."
        case .tooLarge(let limit): "Файл больше \(limit) байт."
        case .notUTF8: "Файл сохранён не в кодировке UTF-8."
        case .invalidYAML(let reason): "Файл не удалось разобрать как YAML: \(reason)."
        case .notAList: "Файл — не список групп."
        case .invalidGroup: "Группа — не список названий и не пара «from» и «to»."
        case .unknownField(let name): "Поле «\(name)» неизвестно."
        case .missingField(let name): "В группе нет поля «\(name)»."
        case .invalidName(let value): "Название «\(value)» — не текст, или в нём нет ни буквы, ни цифры."
        case .longName(let value, let limit): "В названии «\(value)» больше слов, чем \(limit)."
        case .repeatedName(let value): "Название «\(value)» записано в группе дважды."
        case .singleName: "В группе одно название, а синонимов нет."
        }
    }

    /// What the editor can do about it, in Russian.
    public var remedy: String {
        switch kind {
        case .unreadable: "Пожалуйста, проверьте, что файл существует и его разрешено читать."
        case .tooLarge: "Пожалуйста, оставьте в файле только нужные группы."
        case .notUTF8: "Пожалуйста, сохраните файл в кодировке UTF-8."
        case .invalidYAML: "Пожалуйста, проверьте отступы, скобки и кавычки."
        case .notAList: "Пожалуйста, начните каждую группу с новой строки и «- »: - [лк, личный кабинет]."
        case .invalidGroup:
            "Пожалуйста, запишите - [лк, личный кабинет] или - {from: [айфон], to: [смартфон]}."
        case .unknownField: "Пожалуйста, оставьте в группе поля «from» и «to»."
        case .missingField(let name): "Пожалуйста, добавьте «\(name): [название, …]»."
        case .invalidName: "Пожалуйста, запишите название словами; число и «да» или «нет» возьмите в кавычки."
        case .longName: "Пожалуйста, сократите название: клиенты пишут коротко."
        case .repeatedName: "Пожалуйста, удалите повтор."
        case .singleName: "Пожалуйста, добавьте второе название или удалите группу."
        }
    }
}

/// Why a file of synonyms cannot be used.
public struct SynonymFileError: Error, Equatable, Sendable {
    /// The path of the file.
    public let path: String
    /// All problems found, in the order of their lines; not empty.
    public let problems: [SynonymProblem]

    /// Names the problems of a file.
    public init(path: String, problems: [SynonymProblem]) {
        self.path = path
        self.problems = problems
    }
}
