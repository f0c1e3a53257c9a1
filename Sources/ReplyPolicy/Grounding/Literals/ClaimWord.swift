import TextAnalysis

/// A word of a claim with what the lexicon knows of it.
struct ClaimWord: Sendable {
    /// What does not depend on where the word stands, in one box, so that a copy of a word costs little.
    private final class Entry: Sendable {
        let form: ClaimTerm
        let stem: ClaimTerm
        let root: ClaimTerm?
        let sense: WordSense
        let weight: WordSense.Weight
        let isLatin: Bool
        let isDeniedByPrefix: Bool
        let isPredicate: Bool

        init(
            form: ClaimTerm, stem: ClaimTerm, root: ClaimTerm?, sense: WordSense, isStopWord: Bool,
            isDeniedByPrefix: Bool
        ) {
            self.form = form
            self.stem = stem
            self.root = root
            self.sense = sense
            self.isDeniedByPrefix = isDeniedByPrefix
            weight = ClaimWord.weight(of: sense, isStopWord: isStopWord)
            isLatin = form.string.utf8.contains(where: ClaimBytes.isLatin)
            isPredicate = ClauseCutter.isPredicate(form, sense, isStopWord: isStopWord)
        }
    }

    private let entry: Entry
    let utf8Range: Range<Int>
    /// Whether it starts with a capital letter.
    let isCapitalized: Bool
    /// Whether it belongs to a number that is checked with it.
    var isOfLiteral = false
    /// Whether it is denied where it stands.
    var isDenied = false
    /// Whether it stands by a «нет» or «не нужен», of which only the clause shows what they deny.
    var mayBeDenied = false
    /// How many words and numbers of its sentence are before it.
    var position = 0
    /// How many commas and clauses of its text are before it.
    var segment = 0
    var clause = 0
    var sentence = 0

    /// The normalised form.
    var form: ClaimTerm { entry.form }
    /// The stem; of the rest for a word with a denying prefix.
    var stem: ClaimTerm { entry.stem }
    /// The first letters of the stem; `nil` for function words and words that are not Russian.
    var root: ClaimTerm? { entry.root }
    var sense: WordSense { entry.sense }
    /// What it does to its sentence where it stands.
    var roles: WordSense.Role
    /// Whether it has Latin letters.
    var isLatin: Bool { entry.isLatin }
    /// Whether it starts with a «не» that denies the rest: «неоплаченный».
    var isDeniedByPrefix: Bool { entry.isDeniedByPrefix }
    /// Whether it can be a predicate.
    var isPredicate: Bool { entry.isPredicate }
    /// How much it claims.
    var weight: WordSense.Weight { isOfLiteral ? .glue : entry.weight }

    init(_ word: AnalyzedText.Word, in bytes: [UInt8]) {
        let rest = DenyingPrefix.rest(of: word.form, stem: word.stem)
        entry = Entry(
            form: ClaimTerm(word.form), stem: ClaimTerm(rest?.stem ?? word.stem),
            root: (rest.map { String($0.stem.prefix(4)) } ?? word.analysis.root).map { ClaimTerm($0) },
            sense: Self.sense(of: rest?.form ?? word.form), isStopWord: word.isStopWord,
            isDeniedByPrefix: rest != nil)
        roles = entry.sense.roles
        utf8Range = word.utf8Range
        isCapitalized = Self.isCapital(bytes, word.utf8Range.lowerBound)
    }

    /// A word cut from a longer one: the end of `14дней`.
    init(form: String, utf8Range: Range<Int>) {
        let term = ClaimTerm(form)
        entry = Entry(
            form: term, stem: term, root: nil, sense: ClaimLexicon.sense(of: form), isStopWord: false,
            isDeniedByPrefix: false)
        roles = entry.sense.roles
        self.utf8Range = utf8Range
        isCapitalized = false
    }

    /// What is known of a form; of «исправен» what is known of «исправный».
    private static func sense(of form: String) -> WordSense {
        let sense = ClaimLexicon.sense(of: form)
        guard sense == WordSense(), form.utf8.count >= 12, form.hasSuffix("ен") else { return sense }
        return ClaimLexicon.sense(of: form.dropLast(2) + "н")
    }

    private static func weight(of sense: WordSense, isStopWord: Bool) -> WordSense.Weight {
        if let weight = sense.weight { return weight }
        if isStopWord { return .glue }
        // The rules of negation, modality and conditions answer for these.
        let checked: WordSense.Role = [.denial, .permission, .possibility, .condition, .restriction, .exception]
        if !sense.roles.isDisjoint(with: checked) { return .glue }
        return sense.roles.isDisjoint(with: [.obligation, .hedge, .certainty, .universal, .partial])
            ? .content : .general
    }

    /// А–Я, Ё, A–Z.
    private static func isCapital(_ bytes: [UInt8], _ start: Int) -> Bool {
        if (0x41...0x5A).contains(bytes[start]) { return true }
        guard bytes[start] == 0xD0, start + 1 < bytes.count else { return false }
        return bytes[start + 1] == 0x81 || (0x90...0xAF).contains(bytes[start + 1])
    }
}

/// Words whose «не» denies the rest: «неоплаченный», «неношеная», «недоступно».
enum DenyingPrefix {
    /// The form and the stem without the prefix; `nil` for other words.
    static func rest(of form: String, stem: String) -> (form: String, stem: String)? {
        // Seven letters, of which the first two are «не».
        guard form.utf8.count >= 14, form.utf8.starts(with: "не".utf8), stem.utf8.starts(with: "не".utf8) else {
            return nil
        }
        guard !others.contains(where: { form.utf8.starts(with: $0.utf8) }) else { return nil }
        return (String(form.dropFirst(2)), String(stem.dropFirst(2)))
    }

    /// Beginnings of words that do not deny by their «не», or of which the lexicon knows the whole.
    private static let others = [
        "недел", "некотор", "необход", "нескольк", "нельз", "немедлен", "невозможн", "недавн", "нередк", "неудоб",
        "недостат",
        "недопуст", "независ", "неустой", "неисправ", "неизмен", "незамед", "нехват", "недостав", "непремен", "нему",
        "недостающ", "невест", "нефт", "некак", "ненадлеж", "недвиж",
    ]
}
