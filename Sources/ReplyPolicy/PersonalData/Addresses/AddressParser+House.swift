/// Houses, flats and what leads to the door.
extension AddressParser {
    /// The end of a house with its type word.
    ///
    /// «д. 5», «дом 5а», «в доме № 5/2».
    func typedHouse(at position: Int) -> Int? {
        guard let type = word(position), type.roles.contains(.houseType) else { return nil }
        var next = skipFullStop(position + 1)
        if next < tokens.count, tokens[next].isMark("№") || tokens[next].isMark(":") { next += 1 }
        guard next < tokens.count, tokens[next].gap <= .line else { return nil }
        return houseNumber(at: next)
    }

    /// A house number without its type.
    func bareHouse(at position: Int) -> Int? {
        guard position < tokens.count, tokens[position].isNumber, tokens[position].form != "0" else { return nil }
        guard let end = houseNumber(at: position) else { return nil }
        if end < tokens.count, tokens[end].gap <= .space {
            let next = tokens[end]
            if ["%", "₽", "$", "€", ":", "*", "×", "+"].contains(next.form) { return nil }
            if next.isWord, end == position + 1, next.roles.contains(.unit) { return nil }
            if next.isNumber, next.gap == .space, next.length > 4 { return nil }
        }
        return end
    }

    /// The end of the number of a house.
    ///
    /// «15», «15а», «15/2», «15к2», «15-32», «15 корп. 2 стр. 1».
    private func houseNumber(at position: Int) -> Int? {
        guard position < tokens.count, tokens[position].isNumber, tokens[position].length <= 4 else { return nil }
        var index = position + 1
        if let letter = word(index), letter.length == 1, isHouseLetter(letter, at: index) { index += 1 }
        while index + 1 < tokens.count, index < position + 12 {
            let sign = tokens[index]
            let next = tokens[index + 1]
            if sign.isMark("/"), next.gap == .none || sign.gap == .none,
                next.isNumber && next.length <= 4 || next.isWord && next.length == 1
            {
                index += 2
            } else if sign.isMark("-"), next.isNumber, next.length <= 4, sign.gap <= .space, next.gap <= .space {
                index += 2
                break
            } else if let end = building(at: index), sign.gap == .none || index == position + 1 {
                index = end
            } else {
                break
            }
            if let letter = word(index), letter.gap == .none, letter.length == 1, isHouseLetter(letter, at: index) {
                index += 1
            }
        }
        // A date or a longer number is no house.
        if index < tokens.count, tokens[index].gap == .none {
            if tokens[index].isNumber { return nil }
            if [".", ":", "-"].contains(tokens[index].form), index + 1 < tokens.count, tokens[index + 1].isNumber,
                tokens[index + 1].gap == .none
            {
                return nil
            }
        }
        return index
    }

    /// «5а», «5 б»: a letter of the house, not a preposition or «к 2».
    private func isHouseLetter(_ letter: SurfaceToken, at index: Int) -> Bool {
        if letter.isLatin { return letter.gap == .none }
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        let isBeforeNumber = next.map { $0.isNumber && $0.gap <= .space || $0.isMark(".") } ?? false
        if ["к", "с", "д"].contains(letter.form), isBeforeNumber { return false }
        if letter.gap == .none { return true }
        guard letter.gap == .space else { return false }
        let isFree = next.map { $0.kind == .mark || isFlatType($0.roles) || $0.gap >= .line } ?? true
        return letter.capitals == .first ? isFree : isFree && ["а", "б", "в", "г", "д", "е"].contains(letter.form)
    }

    private func isFlatType(_ roles: AddressWords.Roles) -> Bool {
        !roles.isDisjoint(with: [.flatType, .buildingType])
    }

    /// The end of a building or an entry to a house.
    ///
    /// «к. 2», «корпус 2», «стр.1», «литера А».
    func building(at position: Int) -> Int? {
        guard let type = word(position), type.roles.contains(.buildingType), type.gap <= .line else {
            return nil
        }
        return numbered(position, allowsLetter: type.length > 1)
    }

    /// The end of a flat, an office or a room.
    ///
    /// «кв. 17», «квартира 17», «оф 3».
    func flat(at position: Int) -> Int? {
        guard let type = word(position), type.roles.contains(.flatType) else { return nil }
        return numbered(position, allowsLetter: false)
    }

    /// «подъезд 3», «3 подъезд», «этаж 5», «домофон 17К».
    func entrance(at position: Int) -> Int? {
        if tokens[position].isNumber, tokens[position].length <= 3 {
            var index = ordinal(at: position) ?? position + 1
            index = min(index, tokens.count)
            guard let type = word(index), type.gap == .space, ["подъезд", "этаж", "подьезд"].contains(type.form) else {
                return nil
            }
            return index + 1
        }
        guard let type = word(position), type.roles.contains(.entranceType) else { return nil }
        if type.form == "код", let second = word(position + 1), second.form == "домофона" {
            return numbered(position + 1, allowsLetter: false)
        }
        guard type.form != "код", type.form != "вход" else { return nil }
        return numbered(position, allowsLetter: false)
    }

    /// The end of a type word with its number.
    private func numbered(_ position: Int, allowsLetter: Bool) -> Int? {
        var index = skipFullStop(position + 1)
        if index < tokens.count, ["№", ":", "-"].contains(tokens[index].form), tokens[index].gap <= .space {
            index += 1
        }
        guard index < tokens.count, tokens[index].gap <= .line else { return nil }
        if tokens[index].isNumber {
            guard tokens[index].length <= 4 else { return nil }
            index += 1
            if let letter = word(index), letter.gap == .none, letter.length == 1 { index += 1 }
            if index + 1 < tokens.count, tokens[index].isMark("/"), tokens[index + 1].isNumber { index += 2 }
            return index
        }
        guard allowsLetter, let letter = word(index), letter.length == 1, letter.gap <= .space,
            letter.capitals != .none || letter.gap == .none
        else { return nil }
        return index + 1
    }

    /// A flat without its type after a house: «Мира 15 178», «45/2, 46».
    func bareFlat(at position: Int) -> Int? {
        guard tokens[position].isNumber, tokens[position].length <= 4, tokens[position].gap <= .space else {
            return nil
        }
        let end = position + 1
        guard end < tokens.count else { return end }
        let next = tokens[end]
        if next.gap == .none, next.kind != .mark || ![",", ".", ";", "!", "?", ")"].contains(next.form) { return nil }
        if next.isWord, next.roles.contains(.unit) { return nil }
        if next.isNumber { return nil }
        if next.kind == .mark, next.gap == .none, end + 1 < tokens.count, tokens[end + 1].gap == .none { return nil }
        return end
    }
}
