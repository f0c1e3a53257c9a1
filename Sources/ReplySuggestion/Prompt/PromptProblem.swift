/// Something in a prompt file that its editor must change before it can be used.
///
/// `message` and `remedy` are written for people who edit the file, in Russian.
public struct PromptProblem: Hashable, Sendable {
    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// Names a problem of a line.
    init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    /// What can be wrong with a prompt file.
    public enum Kind: Hashable, Sendable {
        /// The file is larger than `limit` bytes.
        case tooLarge(limit: Int)
        /// The file is not UTF-8.
        case notUTF8
        /// The first line is not `---`.
        case missingFrontMatter
        /// There is no second line `---`.
        case unclosedFrontMatter
        /// The front matter is not YAML; `reason` is the parser's own text.
        case invalidYAML(reason: String)
        /// A field that must be there is not.
        case missingField(name: String)
        /// A field that does not exist.
        case unknownField(name: String, known: [String])
        /// A value is something else than is expected.
        case wrongType(field: String, expected: String)
        /// The file is not called `NAME.vN.md`.
        case invalidFileName(name: String)
        /// The field `name` and the name of the file differ.
        case nameMismatch(field: String, file: String)
        /// The field `version` and the name of the file differ.
        case versionMismatch(field: Int, file: Int)
        /// The name of a placeholder has other characters than small Latin letters, digits and `_`.
        case invalidPlaceholderName(name: String)
        /// A placeholder is used and not declared.
        case undeclaredPlaceholder(name: String, known: [String])
        /// A placeholder is declared and not used.
        case unusedPlaceholder(name: String)
        /// A placeholder for data is declared and the boundary is not.
        case dataWithoutBoundary(name: String)
        /// The program does not fill this placeholder of this prompt.
        case unfilledPlaceholder(name: String, known: [String])
        /// The program gives the prompt a value that it does not use or declares otherwise.
        case wrongPlaceholder(name: String, isData: Bool)
        /// The program has no prompt of this name.
        case unknownPrompt(name: String, known: [String])
        /// No file has a prompt that the program needs.
        case missingPrompt(name: String)
        /// A section that must be there is not.
        case missingSection(name: String)
        /// A heading that is no section.
        case unknownSection(name: String)
        /// A section has no text.
        case emptySection(name: String)
        /// Text stands before the first section.
        case textBeforeSections
        /// A section stands where another should.
        case wrongOrder(found: String, expected: String)
        /// The last section is an answer.
        case endsWithAnswer
        /// A Mustache tag is wrong.
        case invalidTag(PromptTagFault)
    }
}

/// What is wrong with a Mustache tag.
public enum PromptTagFault: Hashable, Sendable {
    /// `{{` without `}}` on the same line.
    case unclosed
    /// A tag that is neither a value nor a section nor a comment.
    case unsupported(tag: String)
    /// A section that nothing closes.
    case unclosedSection(name: String)
    /// A closing tag without its section.
    case unexpectedClose(name: String)
    /// What the Mustache parser itself refuses; `reason` is its own text.
    case refused(reason: String)
}

/// Why a prompt file cannot be used.
public struct PromptFileError: Error, Equatable, Sendable {
    /// The path of the file.
    public let path: String
    /// All problems found, in the order of their lines; not empty.
    public let problems: [PromptProblem]
}
