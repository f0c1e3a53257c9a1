/// A word of a text with all that it may be in a name.
struct NameUnit: Sendable {
    /// How much its capital letter says.
    enum Writing: Equatable, Sendable {
        /// Small, or in a text that is all capitals.
        case small
        /// A capital where every word has one.
        case sentenceStart
        /// A capital within a sentence.
        case capital
    }

    let token: SurfaceToken
    /// The tokens it takes: the full stop of an initial and the «оглы» of a patronymic are its part.
    let tokens: Range<Int>
    /// The UTF-8 bytes of those.
    let utf8Range: Range<Int>
    /// Whether nothing but space is between it and the unit before.
    let followsDirectly: Bool
    let writing: Writing
    /// The word in Cyrillic letters.
    let form: String
    let given: [NameReading]
    let patronymic: Patronymics.Reading?
    let surname: [SurnameMorphology.Reading]
    /// Whether it is an ordinary word that must not be taken for an unknown name.
    let isOrdinary: Bool
    /// Whether as a given name it is more often something else.
    let isOrdinaryGiven: Bool
    let isPlace: Bool
    /// Whether it is a single letter that may stand for a name.
    let isInitial: Bool
    let hasFullStop: Bool

    /// The forms that it has as a given name.
    let givenForms: NameForms
    /// The forms that it has as a surname; all for an unknown one.
    let surnameForms: NameForms
    let surnameKnowledge: SurnameMorphology.Knowledge?
}
