/// Something in a file of model settings that its author must change before it can be used.
///
/// `message` and `remedy` are written for people who edit the file, in Russian. They hold names of fields, numbers of lines and limits, and never a value of
/// the file: it may be a key that was put into the wrong place.
public struct ModelSettingsProblem: Hashable, Sendable {
    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// Names a problem of a line.
    init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    /// What can be wrong with the settings.
    ///
    /// A `path` is a field with those around it: `providers.limits.connect`.
    public enum Kind: Hashable, Sendable {
        /// The file is larger than `limit` bytes.
        case tooLarge(limit: Int)
        /// The file is not UTF-8.
        case notUTF8
        /// The file is not YAML.
        case invalidYAML(YAMLFault)
        /// A field is not known; `known` are those of its place. `nil` when its name does not look like one: it may be a value.
        case unknownField(path: String?, known: [String])
        /// A field is there twice; the line of the first.
        case repeatedField(firstLine: Int)
        /// A field that must be there is missing.
        case missingField(path: String)
        /// A field has no value.
        case emptyField(path: String)
        /// A field does not belong to the provider's service, but to `service`.
        case fieldOfOtherService(path: String, service: String)
        /// A value has another form than is expected.
        case wrongType(path: String, expected: ValueForm)
        /// A number is outside its bounds, which are printed.
        case outOfRange(path: String, least: String, most: String)
        /// A number has more than six digits behind the point.
        case tooPrecise(path: String)
        /// A text has more characters than `limit`.
        case tooLong(path: String, limit: Int)
        /// A word is none of the choices.
        case unknownChoice(path: String, choices: [String])
        /// A value has a fault of its own.
        case invalidValue(path: String, fault: ValueFault)
        /// A provider has the name of another one, which stands on `firstLine`.
        case repeatedProvider(firstLine: Int)
        /// There is no provider in the list.
        case noProviders
        /// The key itself stands in the file.
        case literalKey(path: String)
        /// A key is neither in a variable nor in a file.
        case unknownKeySource(path: String)
    }

    /// Why a file is not YAML.
    public enum YAMLFault: Hashable, Sendable {
        /// A colon stands where none may, or a line is indented in a way that its neighbours are not.
        case misplacedColon
        /// A line has no colon behind the name of its field.
        case missingColon
        /// The indentation does not fit.
        case indentation
        /// A tab stands in the indentation.
        case tab
        /// A value begins with a character that must be quoted.
        case unquoted
        /// A quotation mark or a bracket is not closed.
        case unclosed
        /// An alias without its anchor.
        case undefinedAlias
        /// A control character.
        case controlCharacter
        /// More than one document.
        case severalDocuments
        /// Anything else.
        case other
    }

    /// The form of a value.
    public enum ValueForm: Hashable, Sendable {
        /// A text.
        case text
        /// A number, perhaps with a fraction.
        case number
        /// A number without a fraction.
        case wholeNumber
        /// Yes or no.
        case flag
        /// Fields with values.
        case fields
        /// A list of such.
        case list
    }

    /// What is wrong with a single value.
    public enum ValueFault: Hashable, Sendable {
        /// Control characters, such as a line end.
        case controlCharacters
        /// Spaces where there may be none.
        case spaces
        /// Not an address `https://…` or `http://…`.
        case notURL
        /// An address with a user's name or password.
        case urlWithPassword
        /// An address with a part behind `?` or `#`.
        case urlWithQuery
        /// An address that already has `/chat/completions`.
        case urlWithEndpoint
        /// Neither `none` nor `environment` nor the address of a proxy.
        case notProxy
        /// Not a path that begins with `/`, `./` or `../`.
        case notPath
        /// Not the name of a variable of the environment.
        case notVariableName
        /// Not the name of a header.
        case notHeaderName
        /// The key would be a header of one's own.
        case authorizationHeader
        /// A header that the program makes itself.
        case ownHeader
        /// A header that is there twice.
        case repeatedHeader
        /// Not an offset such as `+03:00`, or none from −12:00 to +14:00.
        case notOffset
    }
}

/// Why a file of model settings cannot be used.
public struct ModelSettingsError: Error, Equatable, Sendable {
    /// The name of the file, for messages.
    public let path: String
    /// All problems found, in the order of their lines; not empty.
    public let problems: [ModelSettingsProblem]
}
