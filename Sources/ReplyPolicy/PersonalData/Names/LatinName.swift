import TextAnalysis

/// Names written in Latin letters: «Ivanov Petr», «Yuliya», «Tatiana».
///
/// The systems differ in the signs that most of them leave out and in how they write «й», «я», «х»; names are compared by a key that
/// forgets those differences.
enum LatinName {
    /// The key of a name in Russian letters.
    static func key(ofRussian name: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar {
            case "ь", "ъ", "-": break
            case "й", "ы": append("и", to: &key)
            case "э": append("е", to: &key)
            case "я":
                append("и", to: &key)
                append("а", to: &key)
            case "ю":
                append("и", to: &key)
                append("у", to: &key)
            case "щ": append("ш", to: &key)
            default: append(scalar, to: &key)
            }
        }
        return String(key)
    }

    /// The key of a name in small Latin letters.
    static func key(ofLatin name: String) -> String {
        key(ofRussian: russian(name))
    }

    /// A name in Russian letters as it would stand in a list of surnames: «petrovsky» → «петровский».
    static func russian(_ latin: String) -> String {
        var russian = Transliteration.russian(fromLatin: latin)
        for (wrong, right) in endings where russian.hasSuffix(wrong) {
            russian = LetterSuffix.dropLast(wrong.unicodeScalars.count, of: russian) + right
            break
        }
        return russian
    }

    private static let endings = [
        ("скы", "ский"), ("ски", "ский"), ("цки", "цкий"), ("цкы", "цкий"), ("скии", "ский"), ("аиа", "ая"),
        ("нян", "нян"), ("яян", "ян"),
    ]

    /// «ии» of different systems is one letter.
    private static func append(_ scalar: Unicode.Scalar, to key: inout String.UnicodeScalarView) {
        if scalar == "и", key.last == "и" { return }
        key.append(scalar)
    }
}
