/// Given names in all cases, and both kinds of names as they are written in Latin letters.
enum NameLexicon {
    /// The forms of given names, full and short.
    static let given: NameTable = {
        var table = NameTable(capacity: 1 << 17)
        for name in GivenNames.allMale { table.insert(NameDeclension.given(name, .masculine), lemma: name) }
        for name in GivenNames.allFemale { table.insert(NameDeclension.given(name, .feminine), lemma: name) }
        return table
    }()

    /// The forms of given names by their ``LatinName/key(of:)``.
    static let latinGiven: [String: [NameReading]] = {
        var table: [String: [NameReading]] = [:]
        for (names, block) in [(GivenNames.latinMale, NameForms.Block.masculine), (GivenNames.latinFemale, .feminine)] {
            for name in names {
                for form in NameDeclension.given(name, block) {
                    table[LatinName.key(ofRussian: form.text), default: []].append(
                        NameReading(lemma: name, forms: form.forms))
                }
            }
        }
        return table
    }()

    /// The readings of a form as a given name, «э» and «е» being one: «Наринэ», «Нарине».
    static func givenReadings(of form: String) -> [NameReading] {
        let readings = given.readings(of: form)
        guard readings.isEmpty, form.unicodeScalars.contains("э") else { return readings }
        var folded = String.UnicodeScalarView()
        for scalar in form.unicodeScalars { folded.append(scalar == "э" ? "е" : scalar) }
        return given.readings(of: String(folded))
    }
}
