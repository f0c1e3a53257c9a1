/// What a placeholder stands for: a kind of personal data, or a stretch of the customer's own text that looks like a placeholder.
enum PlaceholderLabel: Hashable, Sendable {
    case data(PersonalDataKind)
    case text

    /// All of them.
    static let all: [PlaceholderLabel] = PersonalDataKind.allCases.map { .data($0) } + [.text]

    /// The word in the placeholder.
    var word: String {
        switch self {
        case .data(let kind): kind.label
        case .text: "ТЕКСТ"
        }
    }

    /// The placeholder with a number.
    func placeholder(_ number: Int) -> String { "[\(word)_\(number)]" }

    /// The unchanging beginnings of the words of a label, folded: `код`, `карт` of `КОД_КАРТЫ`.
    private static let stems: [(label: PlaceholderLabel, stems: [String])] = all.map { label in
        (label, label.word.split(separator: "_").map { stem(of: fold(String($0))) })
    }

    /// The labels by the first stem's first letter.
    private static let byFirstLetter: [Character: [(label: PlaceholderLabel, stems: [String])]] =
        Dictionary(grouping: stems) { $0.stems[0].first ?? " " }

    /// Endings that a label, or what replaces it, can have in a sentence.
    ///
    /// - Source: the declensions of Russian nouns and adjectives.
    static let endings: Set<String> = [
        "", "а", "у", "е", "ы", "и", "ю", "я", "о", "ь", "й", "ом", "ем", "ой", "ей", "ою", "ею", "ов", "ев", "ам",
        "ям", "ах", "ях", "ами",
        "ями", "ых", "их", "ым", "им", "ого", "его", "ому", "ему", "ую", "юю", "ыми", "ими", "ия", "ию", "ии", "ием",
        "ий", "ям", "ья", "ые",
    ]

    /// Small letters, ё→е, Latin letters that look like Cyrillic ones as these.
    static func fold(_ word: String) -> String {
        var folded = ""
        for scalar in word.unicodeScalars where ScalarClass(scalar.value) != .invisible {
            switch scalar {
            case "ё", "Ё": folded.unicodeScalars.append("е")
            default: folded.unicodeScalars.append(Unicode.Scalar(OrderNumberPattern.fold(scalar.value)) ?? scalar)
            }
        }
        return folded
    }

    /// A folded word without the vowel or soft sign at its end.
    private static func stem(of word: String) -> String {
        if word.hasSuffix("ия") { return String(word.dropLast(2)) }
        guard word.count > 3, let last = word.last, "аяыиуюеоь".contains(last) else { return word }
        return String(word.dropLast())
    }

    /// The labels that begin with a folded word, with how many words each has.
    static func beginning(with word: String) -> [(label: PlaceholderLabel, wordCount: Int)] {
        guard let first = word.first else { return [] }
        return byFirstLetter[first, default: []].filter { matches(word, $0.stems[0]) }.map {
            ($0.label, $0.stems.count)
        }
    }

    /// Whether these folded words are this label in any case.
    func matches(_ words: [String]) -> Bool {
        guard let stems = Self.stems.first(where: { $0.label == self })?.stems, stems.count == words.count else {
            return false
        }
        return zip(words, stems).allSatisfy { Self.matches($0, $1) }
    }

    private static func matches(_ word: String, _ stem: String) -> Bool {
        word.hasPrefix(stem) && endings.contains(String(word.dropFirst(stem.count)))
    }
}
