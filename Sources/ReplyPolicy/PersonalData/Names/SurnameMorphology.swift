/// Surnames by list and by their endings, in all cases.
enum SurnameMorphology {
    /// How a word is known to be a surname.
    enum Knowledge: Int, Comparable, Sendable {
        /// Its ending is shared with many ordinary words.
        case weakEnding
        /// Its ending is seldom that of another word.
        case strongEnding
        /// It is in a list.
        case listed

        static func < (left: Knowledge, right: Knowledge) -> Bool { left.rawValue < right.rawValue }
    }

    /// A word read as a surname.
    struct Reading: Equatable, Sendable {
        /// The nominative of men.
        let lemma: String
        let forms: NameForms
        let knowledge: Knowledge
    }

    private static let irregular: NameTable = {
        var table = NameTable(capacity: 1 << 14)
        for name in Surnames.irregular.split(whereSeparator: \.isWhitespace).map(String.init) {
            table.insert(NameDeclension.surname(name), lemma: name)
        }
        return table
    }()

    private static let regular = WordSet(
        Surnames.regular.split(whereSeparator: \.isWhitespace).map(String.init))

    /// - Source: the endings of Russian, Ukrainian, Georgian, Armenian, Jewish and other surnames as given in Б. О. Унбегаун, «Русские фамилии».
    private static let strongModels = [
        "ов", "ев", "ин", "ын", "енко", "швили", "дзе", "чук", "щук", "юк", "ян", "янц", "берг", "штейн", "заде",
        "оглу", "ишвили", "евич",
        "ович", "ский", "цкий", "уллин", "иани", "пулос", "зода", "янс", "штайн", "баум", "аускас", "явичюс",
        "швили",
        "йчук", "ейко", "айло",
    ]
    private static let weakModels = [
        "ец", "ик", "ук", "ак", "як", "ок", "ман", "ер", "ко", "ых", "их", "ава", "ия", "ой", "ый", "аль", "ич", "уа",
        "сон", "ейн", "ло", "ли", "лы", "ури", "ели", "улы", "йда",
    ]

    private static let suffixes: SuffixTable = {
        var table = SuffixTable()
        for model in strongModels {
            table.insert(NameDeclension.surname(model), lemmaEnding: model, strength: 1)
        }
        for model in weakModels {
            table.insert(NameDeclension.surname(model), lemmaEnding: model, strength: 0)
        }
        return table
    }()

    /// First parts of surnames that do not decline.
    private static let particles: Set<String> = ["тер", "бен", "бин", "ибн", "аль", "эль", "мак", "сан", "дер", "нор"]

    /// The readings of a word, hyphenated or not; those of the best knowledge only.
    static func readings(of form: String) -> [Reading] {
        guard let hyphen = form.utf8.firstIndex(of: UInt8(ascii: "-")) else { return plainReadings(of: form) }
        let last = plainReadings(of: String(form[form.utf8.index(after: hyphen)...]))
        let head = String(form[..<hyphen])
        if particles.contains(head) {
            return last.map { Reading(lemma: head + "-" + $0.lemma, forms: $0.forms, knowledge: $0.knowledge) }
        }
        let first = plainReadings(of: head)
        return last.flatMap { right in
            first.compactMap { left in
                let common = right.forms.intersection(left.forms)
                guard !common.isEmpty else { return nil }
                return Reading(
                    lemma: left.lemma + "-" + right.lemma, forms: common,
                    knowledge: max(left.knowledge, right.knowledge))
            }
        }
    }

    /// The readings by the lists alone.
    static func allListedReadings(of form: String) -> [Reading] {
        let irregular = listedReadings(of: form)
        guard irregular.isEmpty else { return irregular }
        return plainReadings(of: form).filter { $0.knowledge == .listed }
    }

    /// The readings by the list of surnames with endings of their own.
    static func listedReadings(of form: String) -> [Reading] {
        irregular.readings(of: form).map { Reading(lemma: $0.lemma, forms: $0.forms, knowledge: .listed) }
    }

    private static func plainReadings(of form: String) -> [Reading] {
        var readings = listedReadings(of: form)
        let matches = suffixes.matches(form, minStem: 2)
        for match in matches where match.strength > 0 {
            let lemma = LetterSuffix.dropLast(match.length, of: form) + match.lemmaEnding
            let isListed = regular.contains(lemma)
            readings.append(
                Reading(lemma: lemma, forms: match.forms, knowledge: isListed ? .listed : .strongEnding))
        }
        if readings.isEmpty {
            readings = matches.map { match in
                let lemma = LetterSuffix.dropLast(match.length, of: form) + match.lemmaEnding
                return Reading(lemma: lemma, forms: match.forms, knowledge: .weakEnding)
            }
        }
        guard let best = readings.map(\.knowledge).max() else { return [] }
        return merged(readings.filter { $0.knowledge == best })
    }

    /// One reading for each nominative.
    private static func merged(_ readings: [Reading]) -> [Reading] {
        var result: [Reading] = []
        for reading in readings {
            if let index = result.firstIndex(where: { $0.lemma == reading.lemma }) {
                result[index] = Reading(
                    lemma: reading.lemma, forms: result[index].forms.union(reading.forms), knowledge: reading.knowledge)
            } else {
                result.append(reading)
            }
        }
        return result
    }

    /// The nominative of a surname for a gender.
    ///
    /// - Parameters:
    ///   - lemma: the nominative of men.
    ///   - block: for whom.
    /// - Returns: the nominative of women for `.feminine`, `lemma` otherwise.
    static func nominative(_ lemma: String, _ block: NameForms.Block) -> String {
        guard block == .feminine else { return lemma }
        let nominative = NameForms(.feminine, .nominative)
        return lemma.split(separator: "-").map { part in
            particles.contains(String(part))
                ? String(part)
                : NameDeclension.surname(String(part)).first { $0.forms.contains(nominative) }?.text ?? String(part)
        }.joined(separator: "-")
    }
}

/// The lists of surnames.
enum Surnames {}
