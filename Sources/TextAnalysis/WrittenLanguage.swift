/// The language a text is written in, as far as a contact centre has to tell.
public enum WrittenLanguage: String, CaseIterable, Codable, Sendable {
    /// Russian, also in Latin letters or typed on the Latin layout.
    case russian = "ru"
    /// Ukrainian.
    case ukrainian = "uk"
    /// Belarusian.
    case belarusian = "be"
    /// Kazakh in Cyrillic letters.
    case kazakh = "kk"
    /// English.
    case english = "en"
    /// Another language.
    case other
    /// Too little text to tell: «ок», «+», «12345».
    case unknown
}
