/// Declines names by rule.
///
/// - Source: the rules of Russian school grammar on personal names (Валгина, Розенталь, Фомина, «Современный русский язык», on the declension of
///   names): what ends in a consonant declines for men only, «-о», «-е», «-и», «-у», «-ых» never, «-а» and «-я» for both.
enum NameDeclension {
    /// A form with the cases in which it is used.
    struct Form: Equatable, Sendable {
        let text: String
        let forms: NameForms
    }

    /// Nominatives that lose or change their last vowel in the other cases, with the stem of those.
    private static let changedStems: [String: String] = [
        "павел": "павл", "лев": "льв", "козел": "козл", "орел": "орл", "ветер": "ветр", "заяц": "зайц", "пес": "пс",
        "коготь": "когт", "перец": "перц", "игорек": "игорьк", "санек": "саньк", "ванек": "ваньк", "витек": "витьк",
        "васек": "васьк", "лоб": "лб", "рот": "рт",
    ]
    private static let hushing: Set<Unicode.Scalar> = ["ж", "ч", "ш", "щ", "ц"]
    private static let takesI: Set<Unicode.Scalar> = ["ж", "ч", "ш", "щ", "г", "к", "х"]
    private static let vowelsWithoutCases: Set<Unicode.Scalar> = ["о", "е", "э", "и", "у", "ю", "ы"]
    /// Surnames in «-ой» that are nouns.
    private static let nounsInOy: Set<String> = ["цой", "ной", "бой", "чой", "рой", "гой"]

    /// The forms of a given name.
    ///
    /// - Parameters:
    ///   - name: the nominative, small letters, ё→е.
    ///   - block: `.masculine` or `.feminine`.
    /// - Returns: the forms in the order of the cases; the same text may occur more than once.
    static func given(_ name: String, _ block: NameForms.Block) -> [Form] {
        guard let last = name.unicodeScalars.last else { return [] }
        switch last {
        case "а", "я": return vowelNoun(name, last, [block])
        case "ь" where block == .feminine:
            // «Айгуль», «Асель» are often left as they are.
            let isTurkic = name.hasSuffix("уль") || name.hasSuffix("ель") || name.hasSuffix("иль")
            return forms(stem(name), ["ь", "и", "и", "ь", "ью", "и"], block)
                + (isTurkic ? [unchanged(name, [block])] : [])
        case _ where block == .feminine || vowelsWithoutCases.contains(last): return [unchanged(name, [block])]
        default: return consonantNoun(name, last)
        }
    }

    /// The forms of a surname, of men, women and families.
    ///
    /// - Parameter name: the nominative of men, small letters, ё→е.
    /// - Returns: the forms; the same text may occur more than once.
    static func surname(_ name: String) -> [Form] {
        guard let last = name.unicodeScalars.last else { return [] }
        let ending = String(String.UnicodeScalarView(name.unicodeScalars.suffix(2)))
        switch ending {
        case "ов", "ев", "ин", "ын": return possessive(name)
        case "ый": return adjective(stem(stem(name)), nominative: ending)
        case "ой" where !nounsInOy.contains(name): return adjective(stem(stem(name)), nominative: ending)
        case "ий" where isAdjective(name): return adjective(stem(stem(name)), nominative: ending)
        case "ая": return adjective(stem(stem(name)), nominative: "ый")
        case "ых", "их": return [unchanged(name, [.masculine, .feminine, .plural])]
        default: break
        }
        switch last {
        case "а", "я": return vowelNoun(name, last, [.masculine, .feminine])
        case _ where vowelsWithoutCases.contains(last):
            return [unchanged(name, [.masculine, .feminine, .plural])]
        default: return consonantNoun(name, last) + [unchanged(name, [.feminine])]
        }
    }

    /// Whether a name in «-ий» declines like «рыжий», not like «палий».
    static func isAdjective(_ name: String) -> Bool {
        guard let before = name.unicodeScalars.dropLast(2).last else { return false }
        return takesI.contains(before) || before == "н"
    }

    private static func possessive(_ name: String) -> [Form] {
        forms(name, ["", "а", "у", "а", "ым", "е"], .masculine)
            + forms(name, ["а", "ой", "ой", "у", "ой", "ой"], .feminine)
            + [Form(text: name + "ою", forms: NameForms(.feminine, .instrumental))]
            + forms(name, ["ы", "ых", "ым", "ых", "ыми", "ых"], .plural)
    }

    private static func adjective(_ stem: String, nominative: String) -> [Form] {
        let last = stem.unicodeScalars.last ?? "н"
        let isSoft = nominative == "ий" && !["г", "к", "х"].contains(last)
        let i = isSoft || takesI.contains(last) ? "и" : "ы"
        let o = isSoft ? "е" : "о"
        let isHushed = hushing.contains(last)
        let (a, u) = isSoft && !isHushed ? ("яя", "юю") : ("ая", "ую")
        return forms(stem, [nominative, o + "го", o + "му", o + "го", i + "м", o + "м"], .masculine)
            + forms(stem, [a, o + "й", o + "й", u, o + "й", o + "й"], .feminine)
            + forms(stem, [i + "е", i + "х", i + "м", i + "х", i + "ми", i + "х"], .plural)
    }

    private static func vowelNoun(_ name: String, _ last: Unicode.Scalar, _ blocks: [NameForms.Block]) -> [Form] {
        let base = stem(name)
        let before = base.unicodeScalars.last ?? "н"
        let endings: [String] =
            if last == "а" {
                ["а", takesI.contains(before) ? "и" : "ы", "е", "у", hushing.contains(before) ? "ей" : "ой", "е"]
            } else if before == "и" {
                ["я", "и", "и", "ю", "ей", "и"]
            } else {
                ["я", "и", "е", "ю", "ей", "е"]
            }
        let archaic = last == "а" ? "ою" : "ею"
        return blocks.flatMap { block in
            forms(base, endings, block) + [Form(text: base + archaic, forms: NameForms(block, .instrumental))]
        }
    }

    private static func consonantNoun(_ name: String, _ last: Unicode.Scalar) -> [Form] {
        if last == "й" {
            let base = stem(name)
            let prepositional = base.unicodeScalars.last == "и" ? "и" : "е"
            return forms(base, ["й", "я", "ю", "я", "ем", prepositional], .masculine)
        }
        if last == "ь" {
            let base = changedStems[name] ?? stem(name)
            return [Form(text: name, forms: NameForms(.masculine, .nominative))]
                + forms(base, [nil, "я", "ю", "я", "ем", "е"], .masculine)
        }
        let endings = [nil, "а", "у", "а", hushing.contains(last) ? "ем" : "ом", "е"]
        var result = [Form(text: name, forms: NameForms(.masculine, .nominative))]
        for base in obliqueStems(name) { result += forms(base, endings, .masculine) }
        return result
    }

    /// The stems of the oblique cases; both where a vowel may or may not be lost.
    private static func obliqueStems(_ name: String) -> [String] {
        if let changed = changedStems[name] { return [changed] }
        let scalars = Array(name.unicodeScalars)
        guard scalars.count > 3 else { return [name] }
        let head = String(String.UnicodeScalarView(scalars.dropLast(2)))
        switch (scalars[scalars.count - 2], scalars[scalars.count - 1]) {
        case ("е", "ц"):
            let before = scalars[scalars.count - 3]
            let join = before == "л" ? "ь" : "аиоуыэя".unicodeScalars.contains(before) ? "й" : ""
            return [head + join + "ц", name]
        case ("о", "к"), ("е", "к"): return [head + "к", name]
        default: return [name]
        }
    }

    private static func forms(_ stem: String, _ endings: [String?], _ block: NameForms.Block) -> [Form] {
        zip(GrammaticalCase.allCases, endings).compactMap { grammaticalCase, ending in
            ending.map { Form(text: stem + $0, forms: NameForms(block, grammaticalCase)) }
        }
    }

    private static func unchanged(_ name: String, _ blocks: [NameForms.Block]) -> Form {
        let bits = blocks.reduce(UInt32(0)) { $0 | 0x3F << UInt32($1.rawValue * 6) }
        return Form(text: name, forms: NameForms(rawValue: bits))
    }

    /// A word without its last letter.
    static func stem(_ word: String) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.dropLast()))
    }
}
