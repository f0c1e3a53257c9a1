/// Ordinary Russian words that stand beside names and must not be taken for a part of one.
///
/// Compared by ``key(of:)``, which cuts the endings of declension off, so that a list of base forms serves all cases.
enum CommonWords {
    private static let keys = WordSet(
        [nouns, verbs].flatMap { $0.split(whereSeparator: \.isWhitespace).map { key(of: String($0)) } })
    private static let adjectiveKeys = WordSet(
        adjectives.split(whereSeparator: \.isWhitespace).map { key(of: String($0)) })
    private static let exact = WordSet(
        functionWords.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Whether a word is an ordinary one.
    ///
    /// - Parameter form: small letters, ё→е.
    /// - Returns: whether it, or what it is without its ending, is in the lists.
    static func contains(_ form: String) -> Bool {
        if exact.contains(form) { return true }
        let key = key(of: form)
        // «Крайнов» is no form of «крайний».
        let isNominal = form.hasSuffix("ов") || form.hasSuffix("ев")
        return keys.contains(key) || !isNominal && adjectiveKeys.contains(key)
    }

    /// Whether a word is one of those that do not change, a pronoun, a brand or an abbreviation.
    static func isFunctionWord(_ form: String) -> Bool { exact.contains(form) }

    /// Whether an unknown word has the ending of a verb: «позвонила», «отправьте», «оплатить».
    static func looksLikeVerb(_ form: String) -> Bool {
        LetterSuffix.keys(of: form, upTo: 3).dropFirst().contains(where: verbEndings.contains)
    }

    private static let verbEndings: Set<UInt64> = Set(
        """
        ил ал ел ял ул ыл ол ть ться ила ала ела ыла яла ули или али ели ыли яли ило ало ело ыло лся сь ся ает яет
        еет ует ают яют еют уют ите йте ьте ишь ешь дит жит лит нит рит сит тит чит шит вит бит мит пит лет жет чет
        нет дет сет тся вал ыва дят лят нят рят сят тят вят шат жат чат дут жут кут нут рут сут тут шут мся ясь
        """.split(whereSeparator: \.isWhitespace).compactMap { LetterSuffix.key(of: String($0)) })

    /// Endings of declension by their length in letters.
    private static let endings: Set<UInt64> = Set(
        """
        иями ями ами ого его ому ему ыми ими иях иям ием ов ев ей ах ях ам ям ом ем ой ый ий ая яя ое ее ые ие ым им
        ых их ую юю ою ею ия ию ии ью а я о е ы и у ю ь й
        """.split(whereSeparator: \.isWhitespace).compactMap { LetterSuffix.key(of: String($0)) })

    /// A word without its longest ending, at least three letters long.
    static func key(of form: String) -> String {
        let letterCount = form.utf8.count / 2
        guard letterCount > 3 else { return form }
        let keys = LetterSuffix.keys(of: form, upTo: min(4, letterCount - 3))
        for length in stride(from: keys.count, to: 0, by: -1) where endings.contains(keys[length - 1]) {
            return LetterSuffix.dropLast(length, of: form)
        }
        return form
    }
}
