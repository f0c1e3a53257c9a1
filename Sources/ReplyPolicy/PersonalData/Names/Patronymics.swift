/// Patronymics by their endings: «Сергеевичу», «Ивановной», «Ильич», «Палыча».
enum Patronymics {
    /// Patronymics that no productive ending makes, and those that everyday speech shortens.
    private static let irregular = """
        ильич кузьмич лукич фомич никитич саввич силыч ионыч фокич ильинична кузьминична лукинична фоминична
        никитична саввична саввишна силична палыч саныч санна михалыч михална николаич николавна сергеич андреич
        алексеич палн пална иванна степанна семенна антонна романна демьянна васильич григорьич юрьич анатольич
        валерьич геннадьич аркадьич ильинишна кузьминишна никитишна викторна александрна владимирна дмитрич юрич
        василич анатолич валерич геннадич аркадич григорич никифорыч
        """
    /// Stems of adjectives that end like a patronymic: «основной», «верховной».
    private static let adjectiveStems: Set<String> = Set(
        """
        основ верхов услов безуслов духов церков винов невинов любов полюбов готов кров бескров ров неров слов послов
        дослов голов уголов чинов толков сослов часов душев задушев плачев гнев древ днев ежеднев повседнев однодн
        дерев деш полудн многослов немногослов поголов баснослов родослов безголов пустоголов злослов славослов
        цельнолитов нов весов шелков бездуховн кормов напев распев кочев кочегов королев царев сановн грехов верхн
        сахаров буднев полднев
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let table: NameTable = {
        var table = NameTable(capacity: 512)
        for word in irregular.split(whereSeparator: \.isWhitespace).map(String.init) {
            table.insert(NameDeclension.given(word, word.hasSuffix("ч") ? .masculine : .feminine), lemma: word)
        }
        return table
    }()

    private static let suffixes: SuffixTable = {
        var table = SuffixTable()
        for ending in ["ович", "евич"] {
            table.insert(NameDeclension.given(ending, .masculine), lemmaEnding: ending, strength: 0.8)
        }
        for ending in ["овна", "евна"] {
            table.insert(NameDeclension.given(ending, .feminine), lemmaEnding: ending, strength: 0.6)
        }
        for (ending, block) in [("ич", NameForms.Block.masculine), ("ична", .feminine), ("инична", .feminine)] {
            table.insert(NameDeclension.given(ending, block), lemmaEnding: ending, strength: fromVowel)
        }
        for ending in ["ыч", "еич", "аич"] {
            table.insert(NameDeclension.given(ending, .masculine), lemmaEnding: ending, strength: 0)
        }
        return table
    }()

    /// What marks the endings after names in «-а» and «-я»: «Добрынич», «Никитична»; found with a known name only.
    private static let fromVowel: Float = 0.1

    /// A word read as a patronymic.
    struct Reading: Equatable, Sendable {
        let lemma: String
        let forms: NameForms
        /// Whether its base is a known given name.
        let hasKnownBase: Bool
        let strength: Float
    }

    /// The reading of a word as a patronymic; `nil` for what is none.
    static func reading(of form: String) -> Reading? {
        if let known = table.readings(of: form).first {
            return Reading(lemma: known.lemma, forms: known.forms, hasKnownBase: true, strength: 1)
        }
        let matches = suffixes.matches(form, minStem: 2)
        guard let longest = matches.last else { return nil }
        let base = LetterSuffix.dropLast(longest.length, of: form)
        let isColloquial = longest.strength == 0
        let isFromVowel = longest.strength == fromVowel
        let fathers =
            isFromVowel
            ? [base + "а", base + "я"]
            : isColloquial
                ? [base, base + LetterSuffix.dropLast(2, of: longest.lemmaEnding) + "й"]
                : [base, base + "ь", base + "й", base + "ий", base + "а", base + "я"].map(withoutSoftSign)
        let hasKnownBase = fathers.contains { !NameLexicon.given.readings(of: $0).isEmpty }
        if isColloquial || isFromVowel, !hasKnownBase { return nil }
        let isFeminine = longest.forms.isFeminineOnly
        if isFeminine, !isFromVowel {
            let stem = base + LetterSuffix.dropLast(2, of: longest.lemmaEnding)
            if adjectiveStems.contains(stem) { return nil }
        }
        let forms = matches.filter { $0.length == longest.length }.reduce(into: NameForms()) { $0.formUnion($1.forms) }
        return Reading(
            lemma: base + longest.lemmaEnding, forms: forms, hasKnownBase: hasKnownBase, strength: longest.strength)
    }

    /// «васильевич»: the base «василь» with «ий» is «василий».
    private static func withoutSoftSign(_ father: String) -> String {
        guard father.hasSuffix("ьий") else { return father }
        return LetterSuffix.dropLast(3, of: father) + "ий"
    }
}
