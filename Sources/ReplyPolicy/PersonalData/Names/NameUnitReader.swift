/// Reads the words of a text as ``NameUnit``s.
struct NameUnitReader {
    /// Ends of Turkic patronymics: «Мамед оглы».
    private static let turkicEnds: WordSet = [
        "оглы", "оглу", "огли", "улы", "уулу", "угли", "кызы", "кизи", "гызы", "кыз",
    ]
    /// Above so many Latin words a text is no message with names in Latin letters.
    private static let maxSmallLatinWords = 100

    let tokens: [SurfaceToken]
    /// Whether nearly all of the text is in capitals, so that they say nothing.
    private let isShouted: Bool
    private let readsSmallLatin: Bool

    init(_ tokens: [SurfaceToken]) {
        self.tokens = tokens
        var capitals = 0
        var words = 0
        var latin = 0
        for token in tokens where token.isWord {
            if token.isLatin { latin += 1 }
            guard token.length > 2, !token.isLatin else { continue }
            words += 1
            if token.capitals == .all { capitals += 1 }
        }
        isShouted = capitals * 10 >= words * 7
        readsSmallLatin = latin <= Self.maxSmallLatinWords
    }

    /// The units in the order of the text.
    func units() -> [NameUnit] {
        var units: [NameUnit] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].isWord else {
                index += 1
                continue
            }
            let unit = self.unit(at: index, after: units.last)
            units.append(unit)
            index = unit.tokens.upperBound
        }
        return units
    }

    private func unit(at index: Int, after previous: NameUnit?) -> NameUnit {
        let token = tokens[index]
        let isInitial = token.length == 1
        let hasFullStop =
            isInitial && index + 1 < tokens.count && tokens[index + 1].isMark(".") && tokens[index + 1].gap == .none
        var end = index + (hasFullStop ? 2 : 1)
        let isName = !isInitial && !isPartOfAddress(index)
        let isPlainWord = token.capitals == .none && CommonWords.isFunctionWord(token.form)
        let latin = isName && token.isLatin ? latinReading(of: token) : nil
        let form = latin?.form ?? token.form
        let given =
            latin?.given ?? (isName && !token.isLatin && !isPlainWord ? NameLexicon.givenReadings(of: form) : [])
        var patronymic = isName ? Patronymics.reading(of: form) : nil
        if isName, end < tokens.count, Self.turkicEnds.contains(tokens[end].form), tokens[end].gap != .none {
            patronymic = Self.turkicPatronymic(form, given, tokens[end].form)
            end += 1
        }
        if isName, let hyphen = form.lastIndex(of: "-"),
            case let suffix = String(form[form.index(after: hyphen)...]), Self.turkicEnds.contains(suffix)
        {
            patronymic = Self.turkicPatronymic(String(form[..<hyphen]), given, suffix)
        }
        let isOrdinary = CommonWords.contains(form)
        let writing = self.writing(of: token)
        let surname = isName && form.utf8.count > 2 ? surnames(form, isPlain: isOrdinary && writing == .small) : []
        return NameUnit(
            token: token, tokens: index..<end,
            utf8Range: token.utf8Range.lowerBound..<tokens[end - 1].utf8Range.upperBound,
            followsDirectly: followsDirectly(index, previous), writing: writing, form: form, given: given,
            patronymic: patronymic,
            surname: surname,
            isOrdinary: isOrdinary,
            isOrdinaryGiven: !given.isEmpty && GivenNames.ordinaryForms.contains(form),
            isPlace: PlaceNames.isPlace(form), isInitial: isInitial, hasFullStop: hasFullStop,
            givenForms: given.reduce(into: NameForms()) { $0.formUnion($1.forms) },
            surnameForms: surname.isEmpty ? .all : surname.reduce(into: NameForms()) { $0.formUnion($1.forms) },
            surnameKnowledge: surname.first?.knowledge)
    }

    /// The readings as a surname; an ordinary word in small letters is one only if it is listed.
    private func surnames(_ form: String, isPlain: Bool) -> [SurnameMorphology.Reading] {
        isPlain ? SurnameMorphology.allListedReadings(of: form) : SurnameMorphology.readings(of: form)
    }

    private func followsDirectly(_ index: Int, _ previous: NameUnit?) -> Bool {
        guard let previous, previous.tokens.upperBound == index, tokens[index].gap != .blankLine else { return false }
        return tokens[index].gap != .none || previous.hasFullStop
    }

    private func writing(of token: SurfaceToken) -> NameUnit.Writing {
        switch token.capitals {
        case .none: .small
        case .all where isShouted || token.length <= 4: .small
        case .first where isShouted && token.length == 1: .small
        case .first, .all: token.startsSentence ? .sentenceStart : .capital
        }
    }

    /// Whether a word is grown together with the signs of an e-mail, a link or a handle.
    private func isPartOfAddress(_ index: Int) -> Bool {
        if index > 0, tokens[index].gap == .none, ["@", "_", "#", "&", "="].contains(tokens[index - 1].form) {
            return true
        }
        if index > 1, tokens[index].gap == .none, [".", "/"].contains(tokens[index - 1].form),
            tokens[index - 1].gap == .none,
            tokens[index].isLatin
        {
            return true
        }
        guard index + 1 < tokens.count, tokens[index + 1].gap == .none else { return false }
        if ["@", "_", "&", "="].contains(tokens[index + 1].form) { return true }
        if tokens[index + 1].isNumber { return tokens[index].isLatin }
        guard tokens[index].isLatin, [".", "/", ":"].contains(tokens[index + 1].form), index + 2 < tokens.count else {
            return false
        }
        return tokens[index + 2].gap == .none
    }

    private func latinReading(of token: SurfaceToken) -> (form: String, given: [NameReading])? {
        guard token.length > 2, token.capitals != .none || readsSmallLatin else { return nil }
        let russian = LatinName.russian(token.form)
        return (russian, NameLexicon.latinGiven[LatinName.key(ofRussian: russian)] ?? [])
    }

    private static func turkicPatronymic(
        _ father: String, _ readings: [NameReading], _ end: String
    ) -> Patronymics.Reading {
        let isDaughter = end.hasPrefix("к") || end.hasPrefix("гы")
        return Patronymics.Reading(
            lemma: (readings.first?.lemma ?? father) + " " + end, forms: isDaughter ? .feminine : .masculine,
            hasKnownBase: true, strength: 1)
    }
}
