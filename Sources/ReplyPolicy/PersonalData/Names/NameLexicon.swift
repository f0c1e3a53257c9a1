/// Given names in all cases, and both kinds of names as they are written in Latin letters.
enum NameLexicon {
    /// The forms of given names, full and short.
    static let given: NameTable = {
        var table = NameTable(capacity: 1 << 14)
        for name in GivenNames.words(GivenNames.male) + GivenNames.words(GivenNames.maleShort) {
            table.insert(NameDeclension.given(name, .masculine), lemma: name)
        }
        for name in GivenNames.words(GivenNames.female) + GivenNames.words(GivenNames.femaleShort) {
            table.insert(NameDeclension.given(name, .feminine), lemma: name)
        }
        return table
    }()

    /// The forms of given names by their ``LatinName/key(of:)``.
    static let latinGiven: [String: [NameReading]] = {
        var table: [String: [NameReading]] = [:]
        let men = GivenNames.words(GivenNames.male) + GivenNames.words(GivenNames.maleShort)
        let women = GivenNames.words(GivenNames.female) + GivenNames.words(GivenNames.femaleShort)
        for (names, block) in [(men, NameForms.Block.masculine), (women, .feminine)] {
            for name in names {
                for form in NameDeclension.given(name, block) {
                    table[LatinName.key(ofRussian: form.text), default: []].append(
                        NameReading(lemma: name, forms: form.forms))
                }
            }
        }
        return table
    }()
}
