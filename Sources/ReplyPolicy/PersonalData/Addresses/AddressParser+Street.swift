/// Streets with a type word and without.
extension AddressParser {
    /// The end of a street with its type word.
    ///
    /// «ул. Ленина», «на улице Льва Толстого», «Ярославское шоссе», «3-й проезд Марьиной Рощи», «6-й мкр.».
    func typedStreet(at position: Int) -> Int? {
        if let type = streetType(at: position) { return streetName(from: type, typeAt: position) }
        guard hasStreetTypeNear(position), let first = nameBefore(position), let type = streetType(at: first) else {
            return nil
        }
        // «Муром, пер. Пугачёва»: a town before a street.
        if first == position + 1, tokens[position].roles.contains(.town), let name = word(type), name.capitals == .first
        {
            return nil
        }
        // «3-й проезд Марьиной Рощи»: the name goes on after the type.
        if first > position, tokens[position].isNumber, let name = word(type), name.capitals == .first,
            name.gap == .space,
            let end = streetName(from: type, typeAt: first)
        {
            return end
        }
        return type
    }

    /// Whether one of the next tokens is the type of a street; spares most words the work.
    private func hasStreetTypeNear(_ position: Int) -> Bool {
        tokens[position..<min(position + 6, tokens.count)].contains {
            !$0.roles.isDisjoint(with: [.streetType, .doubtfulStreetType])
        }
    }

    /// The token after a type word and its full stop.
    private func streetType(at position: Int) -> Int? {
        guard let token = word(position), token.gap <= .line || position == 0 else { return nil }
        let next = skipFullStop(position + 1)
        if token.roles.contains(.streetType) { return next }
        guard token.roles.contains(.doubtfulStreetType) else { return nil }
        // «Ш. А. Давтян»: an initial.
        if next > position + 1 {
            let isInitial =
                token.capitals != .none && token.length == 1
                && !(position > 0 && isAdjective(tokens[position - 1].form))
            return isInitial ? nil : next
        }
        guard next < tokens.count, tokens[next].isWord || tokens[next].isMark(",") || tokens[next].isNumber else {
            return nil
        }
        return tokens[next].isWord && tokens[next].capitals == .none ? nil : next
    }

    /// A name that stands before its type: an ordinal, an adjective or both.
    private func nameBefore(_ position: Int) -> Int? {
        var index = ordinal(at: position) ?? position
        let hasOrdinal = index > position
        var words = 0
        while words < 2, let name = word(index), name.gap <= .line || index == position, streetType(at: index) == nil {
            let isName =
                name.capitals != .none || !name.roles.isDisjoint(with: [.street, .town])
                || !CommonWords.contains(name.form)
            guard isName, isAdjective(name.form), words == 0 || name.gap <= .line else { break }
            words += 1
            index += 1
        }
        guard words > 0 || hasOrdinal, let type = word(index), type.gap <= .line, streetType(at: index) != nil else {
            return nil
        }
        return index
    }

    /// «3-я», «1-й», «2 -ая».
    func ordinal(at position: Int) -> Int? {
        guard position < tokens.count, tokens[position].isNumber, tokens[position].length <= 3 else { return nil }
        var index = position + 1
        if index < tokens.count, tokens[index].isMark("-"), tokens[index].gap == .none { index += 1 }
        guard let ending = word(index), ending.gap == .none,
            ["й", "я", "ая", "ый", "ой", "ья", "е", "ое", "ю", "ую"].contains(ending.form)
        else { return nil }
        return index + 1
    }

    /// The end of a name after its type.
    private func streetName(from start: Int, typeAt position: Int) -> Int? {
        guard start < tokens.count, tokens[start].gap <= .line else { return nil }
        let isPlaced = tokens[position].length > 1
        var index = ordinal(at: start) ?? start
        if index == start, tokens[start].isNumber {
            return numberedName(from: start, typeAt: position)
        }
        if index < tokens.count, tokens[index].isMark("\"") { index += 1 }
        let first = index
        var capitalEnd = first
        while index < first + 5, let name = nameWord(at: index, isFirst: index == first) {
            let isCapital = tokens[index].capitals != .none
            index = name
            if isCapital, capitalEnd == index - (index - capitalEnd) || capitalEnd > 0 { capitalEnd = index }
        }
        guard index > first else { return first > start && tokens[start].isNumber ? first : nil }
        if reachesHouse(index) { return closeQuote(index) }
        return endWithoutHouse(first, isPlaced: isPlaced)
    }

    /// The end of a name that begins with a number.
    ///
    /// «улица 8 Марта», «ул. 40 лет Победы», «улица 1905 года», «мкр 5».
    private func numberedName(from start: Int, typeAt position: Int) -> Int? {
        // «100-летия Октября».
        if start + 1 < tokens.count, tokens[start + 1].isMark("-"), let years = word(start + 2), years.form == "летия",
            let name = word(start + 3), name.gap == .space
        {
            return start + 4
        }
        guard let next = word(start + 1), next.gap == .space, next.length > 2,
            !next.roles.contains(.houseType)
        else {
            let type = tokens[position].form
            return type.hasPrefix("м") || type.hasPrefix("кв") ? start + 1 : nil
        }
        if next.roles.contains(.flatType) || next.roles.contains(.buildingType) { return nil }
        var index = start + 2
        if next.form == "лет" || next.form == "летия", let name = word(index), name.length > 2 {
            index += name.gap == .space ? 1 : 0
        }
        return next.capitals != .none || next.roles.contains(.unit) || reachesHouse(index) ? index : nil
    }

    /// The token after a word of a street's name, its initial's full stop included.
    private func nameWord(at index: Int, isFirst: Bool) -> Int? {
        guard let token = word(index), token.gap <= (isFirst ? .line : .line) else { return nil }
        if token.roles.contains(.inner) {
            return isFirst && token.length == 1 && token.capitals == .none ? nil : skipFullStop(index + 1)
        }
        if isComponentType(index) { return nil }
        if token.length == 1 {
            return token.capitals != .none || skipFullStop(index + 1) > index + 1 ? skipFullStop(index + 1) : nil
        }
        if token.capitals == .none, token.roles.contains(.preposition) || isFunctionWord(token) {
            return nil
        }
        return index + 1
    }

    private func isFunctionWord(_ token: SurfaceToken) -> Bool {
        !token.roles.contains(.street) && CommonWords.isFunctionWord(token.form)
    }

    /// Whether a word is the type of another component.
    private func isComponentType(_ index: Int) -> Bool {
        let isType = !tokens[index].roles.isDisjoint(with: [.houseType, .flatType, .entranceType, .buildingType])
        guard isType else { return false }
        return tokens[index].length > 2 || tokens[index].capitals == .none
    }

    /// Whether a house follows: a number or its type word.
    func reachesHouse(_ index: Int) -> Bool {
        var position = closeQuote(index)
        if position < tokens.count, tokens[position].isMark(",") { position += 1 }
        guard position < tokens.count, tokens[position].gap <= .line else { return false }
        if typedHouse(at: position) != nil { return true }
        return bareHouse(at: position) != nil
    }

    private func closeQuote(_ index: Int) -> Int {
        index < tokens.count && tokens[index].isMark("\"") ? index + 1 : index
    }

    /// A name with no house after it: as many capitals as there are, or one small word that is known as a street.
    private func endWithoutHouse(_ first: Int, isPlaced: Bool) -> Int? {
        var index = first
        while index < first + 3, let token = word(index), token.capitals != .none, !isComponentType(index),
            index == first || token.gap == .space
        {
            index = token.length == 1 ? skipFullStop(index + 1) : index + 1
        }
        if index > first {
            return tokens[first].capitals == .all && CommonWords.contains(tokens[first].form)
                && !tokens[first].roles.contains(.street) ? nil : closeQuote(index)
        }
        guard let token = word(first), token.roles.contains(.street) else { return nil }
        return first + 1
    }

    /// «Ленина 15-32», «Москва, Малая Ордынка 34»: a street without its type, before a house.
    func bareStreet(at position: Int, afterTown: Bool) -> Int? {
        guard tokens[position...].dropFirst().prefix(8).contains(where: \.isNumber) else { return nil }
        // «Пермь, 8 Марта, 6».
        if afterTown, tokens[position].isNumber, let name = word(position + 1),
            ["марта", "мая", "января"].contains(name.form),
            reachesHouse(position + 2)
        {
            return position + 2
        }
        let first = ordinal(at: position) ?? position
        var index = first
        while index < first + 3, let token = word(index), index == position || token.gap <= .line, isStreetWord(index) {
            index = token.length == 1 ? skipFullStop(index + 1) : index + 1
            if !isNear(index) { break }
            if let end = bareEnd(first, index, position, afterTown: afterTown) { return end }
        }
        return nil
    }

    private func isStreetWord(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.isLatin || !token.roles.isDisjoint(with: [.streetType, .doubtfulStreetType]) { return false }
        if token.roles.contains(.street) || token.roles.contains(.inner) && token.length > 3 { return true }
        if isComponentType(index) || CommonWords.isFunctionWord(token.form) { return false }
        if token.length == 1 { return token.capitals != .none && skipFullStop(index + 1) > index + 1 }
        if CommonWords.contains(token.form) { return token.capitals != .none && !token.startsSentence }
        return token.capitals != .none || !CommonWords.looksLikeVerb(token.form)
    }

    /// The end of a bare name if a house follows that proves it.
    private func bareEnd(_ first: Int, _ end: Int, _ start: Int, afterTown: Bool) -> Int? {
        let isKnown = tokens[end - 1].roles.contains(.street) || first > start
        var position = end
        if tokens[position].isMark(",") { position += 1 }
        guard isNear(position) else { return nil }
        if let house = typedHouse(at: position) {
            let isMarked = afterTown || isKnown || hasFlat(house)
            return isMarked && (tokens[position].gap != .none || position > end) ? end : nil
        }
        guard let house = bareHouse(at: position) else { return nil }
        if afterTown { return end }
        let shaped = isKnown || hasStreetEnding(tokens[end - 1].form)
        let isNamed = isKnown || tokens[first].capitals != .none
        if shaped, hasFlat(house) || isNamed && hasDashedFlat(position, house) { return end }
        let isCapital = tokens[first].capitals == .first && !tokens[first].startsSentence
        return isKnown && isCapital && tokens[position].length <= 3 ? end : nil
    }

    private func hasStreetEnding(_ form: String) -> Bool {
        let endings = [
            "ова", "ева", "ина", "ына", "кая", "ная", "кой", "ной", "ого", "его", "вая", "вой", "мая", "кий",
        ]
        return endings.contains(LetterSuffix.last(3, of: form) ?? "") && !CommonWords.contains(form)
    }

    private func hasFlat(_ index: Int) -> Bool {
        var position = index
        if position < tokens.count, tokens[position].isMark(",") { position += 1 }
        guard position < tokens.count, tokens[position].gap <= .line else { return false }
        return flat(at: position) != nil || entrance(at: position) != nil
    }

    /// Whether the number has a flat or a building in it: «15-32», «40/3», «82к2».
    private func hasDashedFlat(_ start: Int, _ end: Int) -> Bool { end - start >= 3 }
}
