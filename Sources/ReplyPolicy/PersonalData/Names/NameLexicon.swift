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
        guard readings.isEmpty else { return readings }
        guard form.unicodeScalars.contains("э") else { return compoundReadings(of: form) }
        var folded = String.UnicodeScalarView()
        for scalar in form.unicodeScalars { folded.append(scalar == "э" ? "е" : scalar) }
        return given.readings(of: String(folded))
    }

    /// «Дастанбек», «Зиннур»: names that are put together with a second part which no other word ends in.
    private static func compoundReadings(of form: String) -> [NameReading] {
        guard form.utf8.count >= 12 else { return [] }
        guard let match = compounds.matches(form, minStem: 3).last else { return [] }
        return [
            NameReading(lemma: LetterSuffix.dropLast(match.length, of: form) + match.lemmaEnding, forms: match.forms)
        ]
    }

    private static let compounds: SuffixTable = {
        var table = SuffixTable()
        for (endings, block) in [(maleSecondParts, NameForms.Block.masculine), (femaleSecondParts, .feminine)] {
            for ending in GivenNames.words(endings) {
                table.insert(NameDeclension.given(ending, block), lemmaEnding: ending, strength: 1)
            }
        }
        return table
    }()

    private static let maleSecondParts = """
        бек жан джан джон жон хан мурат мурад мурод улла улло уддин иддин утдин етдин магомед мухаммад мухаммед
        султан назар гельды берды берди берген болат сейит мырза мирза гирей герей заман ислам
        """
    private static let femaleSecondParts = "гуль гюль бану бика ханум жамал сылу сулу банат"
}
