/// Indices, regions, districts, towns, metro stations.
extension AddressParser {
    func word(_ index: Int) -> SurfaceToken? {
        guard index < tokens.count, tokens[index].isWord else { return nil }
        return tokens[index]
    }

    /// The token after a full stop that is grown together with the word before it.
    func skipFullStop(_ index: Int) -> Int {
        guard index < tokens.count, tokens[index].isMark("."), tokens[index].gap == .none else { return index }
        // «проспект.»: a whole word before a full stop ends a sentence.
        return index > 0 && tokens[index - 1].length > 6 ? index : index + 1
    }

    func isNear(_ index: Int) -> Bool { index < tokens.count && tokens[index].gap <= .line }

    /// «123456» before the rest of an address.
    func index(at position: Int) -> Int? {
        let token = tokens[position]
        guard token.isNumber, token.length == 6, token.form.utf8.first != UInt8(ascii: "0") else { return nil }
        if position > 0, token.gap == .none, tokens[position - 1].kind != .mark { return nil }
        if position + 1 < tokens.count, tokens[position + 1].gap == .none, !tokens[position + 1].isMark(",") {
            return nil
        }
        return position + 1
    }

    /// The end of a region.
    ///
    /// «Московская область», «респ. Татарстан», «Краснодарский край».
    func region(at position: Int) -> Int? {
        guard let first = word(position) else { return nil }
        guard tokens[position..<min(position + 2, tokens.count)].contains(where: { $0.roles.contains(.regionType) })
        else { return nil }
        if ["республика", "респ"].contains(first.form), let name = word(skipFullStop(position + 1)),
            name.capitals != .none || name.length > 4
        {
            return skipFullStop(position + 1) + 1
        }
        guard let type = word(position + 1), type.gap <= .line, type.roles.contains(.regionType),
            isAdjective(first.form)
        else { return nil }
        return skipFullStop(position + 2)
    }

    /// «Раменский район», «р-н Люблино».
    func district(at position: Int) -> Int? {
        guard let first = word(position) else { return nil }
        if first.roles.contains(.districtType) {
            let next = skipFullStop(position + 1)
            guard let name = word(next), name.capitals != .none else { return nil }
            return next + 1
        }
        guard let type = word(position + 1), type.gap <= .line, type.roles.contains(.districtType),
            first.capitals != .none || !CommonWords.contains(first.form), isAdjective(first.form)
        else { return nil }
        return skipFullStop(position + 2)
    }

    /// The end of a town with its type word.
    ///
    /// «г. Москва», «село Красное», «гор.Уфа», «д. Малые Вязёмы».
    func typedTown(at position: Int) -> Int? {
        guard let type = word(position) else { return nil }
        let isDoubtful = type.roles.contains(.doubtfulTownType)
        guard isDoubtful || type.roles.contains(.townType) else { return nil }
        let next = skipFullStop(position + 1)
        guard let name = word(next), name.gap <= .line, name.length > 1 else { return nil }
        if let end = listedTown(at: next) {
            let isKnown =
                next > position + 1 || name.gap == .none || name.capitals == .first || !isDoubtful || type.form == "г"
            return isKnown ? end : nil
        }
        let isMarked = next > position + 1 || name.gap == .none
        guard name.capitals != .none || isMarked && !CommonWords.contains(name.form) && name.length > 3 else {
            return nil
        }
        if isDoubtful, !isMarked { return nil }
        if name.roles.contains(.streetType) { return nil }
        // «Малые Вязёмы»: a second capital that is no street.
        if let second = word(next + 1), second.gap == .space, name.capitals == .first, second.capitals == .first,
            !second.roles.contains(.streetType), isAdjective(name.form)
        {
            return next + 2
        }
        return next + 1
    }

    /// A town of the list, of one word or several.
    func listedTown(at position: Int) -> Int? {
        guard let first = word(position), first.capitals != .none || first.roles.contains(.town) else { return nil }
        for words in first.roles.contains(.town) ? PlaceNames.compoundTowns[first.form] ?? [] : [] {
            if let end = end(of: words, at: position) { return end }
        }
        let isForm = PlaceNames.isTown(first.form) || (first.capitals != .none && PlaceNames.isPlace(first.form))
        guard isForm, first.length > 2 else { return nil }
        // «Владимир Петрович», «Артем Иванов»: a given name too.
        if !NameLexicon.given.readings(of: first.form).isEmpty, let next = word(position + 1), next.gap == .space,
            next.capitals == .first || Patronymics.reading(of: next.form) != nil
        {
            return next.roles.contains(.streetType) ? position + 1 : nil
        }
        return position + 1
    }

    /// The end of a name of several words, hyphens or spaces between them.
    private func end(of words: [String], at position: Int) -> Int? {
        var index = position
        for (number, name) in words.enumerated() {
            if number > 0, index < tokens.count, tokens[index].isMark("-") { index += 1 }
            guard let token = word(index), token.form == name, number == 0 || token.gap <= .line else { return nil }
            index += 1
        }
        return index
    }

    /// The end of a metro station.
    ///
    /// «метро Сокольники», «м. Сокол».
    func metro(at position: Int) -> Int? {
        guard let type = word(position), type.form == "метро" || type.form == "м" && type.capitals == .none else {
            return nil
        }
        let next = skipFullStop(position + 1)
        guard type.form == "метро" || next > position + 1, let name = word(next), name.gap <= .space,
            name.capitals != .none
        else { return nil }
        if let second = word(next + 1), second.gap == .space, second.capitals == .first { return next + 2 }
        return next + 1
    }

    /// Whether a word has the ending of an adjective that towns, regions and streets are named by.
    func isAdjective(_ form: String) -> Bool {
        guard form.utf8.count >= 10 else { return false }
        let two = LetterSuffix.last(2, of: form) ?? ""
        return ["ая", "ой", "ую", "ий", "ый", "ое", "ом", "го", "ые", "ых", "ие", "их", "ая"].contains(two)
    }
}
