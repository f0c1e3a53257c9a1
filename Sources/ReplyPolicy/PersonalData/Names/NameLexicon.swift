/// Given names in all cases, and both kinds of names as they are written in Latin letters.
enum NameLexicon {
    /// The forms of given names, full and short.
    static let given: NameTable = {
        var table = NameTable(capacity: 1 << 16)
        for name in GivenNames.allMale { table.insert(NameDeclension.given(name, .masculine), lemma: name) }
        for name in GivenNames.allFemale { table.insert(NameDeclension.given(name, .feminine), lemma: name) }
        return table
    }()

    /// The forms of given names by their ``LatinName/key(of:)``.
    static let latinGiven: [String: [NameReading]] = {
        var table: [String: [NameReading]] = [:]
        for (names, block) in [(GivenNames.allMale, NameForms.Block.masculine), (GivenNames.allFemale, .feminine)] {
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
