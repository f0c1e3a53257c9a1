/// Personal data found in a text.
public struct PersonalDataFinding: Equatable, Sendable {
    /// What it is.
    public let kind: PersonalDataKind
    /// Where it stands: half-open, in UTF-8 bytes of the text.
    public let utf8Range: Range<Int>
    /// How sure it is, from 0 to 1: 1 for what a checksum proves.
    public let score: Float
    /// The value without its spelling, the same for all spellings of one value: `79161234567` for a phone.
    ///
    /// For a person `surname|given name|patronymic` in small letters, ё→е, in the nominative where it can be worked out; a part that is
    /// not given is empty, an initial is its letter and a full stop: `иванов|п.|`. Whether two names are one person is the mask's to decide.
    public let canonical: String
    /// A Russian clause for people: by what it was recognised.
    public let explanation: String

    /// Makes a finding.
    public init(
        kind: PersonalDataKind, utf8Range: Range<Int>, score: Float, canonical: String, explanation: String
    ) {
        self.kind = kind
        self.utf8Range = utf8Range
        self.score = score
        self.canonical = canonical
        self.explanation = explanation
    }
}
