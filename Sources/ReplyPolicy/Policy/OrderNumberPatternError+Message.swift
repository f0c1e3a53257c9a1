extension OrderNumberPatternError {
    /// What is wrong, in a Russian sentence.
    public var message: String {
        switch self {
        case .empty: "образец пуст."
        case .tooLong(let characters, let limit): "в образце \(characters) знаков, можно не больше \(limit)."
        case .unexpectedCharacter(_, let offset): "знак номер \(offset + 1) ничего не значит: # — цифра, @ — буква."
        case .nothingOptional(_, let offset): "перед «?» (знак номер \(offset + 1)) нет того, что можно пропустить."
        case .tooFewPlaces(_, let found, let needed):
            "в образце мест для цифр и букв \(found), нужно не меньше \(needed): иначе он совпадёт со случайным числом."
        }
    }
}
