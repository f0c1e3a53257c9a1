/// One change of a true sentence that turns, widens or hardens what it says, with the numbers left as they are.
enum MeaningMutation: CaseIterable {
    case addedNot, removedNot, forbidden, removedOnly, removedCondition, removedException, opposite, surer, hardened,
        swappedNumbers, removedLimit

    /// The changed sentence; `nil` where there is nothing to change.
    func apply(to sentence: KnowledgeSentence, _ random: inout some RandomNumberGenerator) -> String? {
        let text = sentence.text
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch self {
        case .addedNot:
            let places = parts.indices.filter { place in
                Self.isVerb(parts[place]) && (place == 0 || !["не", "чтобы", "нельзя"].contains(parts[place - 1]))
                    && !sentence.text.contains("е " + parts[place])
            }
            guard let place = places.randomElement(using: &random) else { return nil }
            parts.insert("не", at: place)
        case .removedNot:
            let places = parts.indices.dropLast().filter {
                parts[$0] == "не" && !Self.bounds.contains(Self.bare(parts[$0 + 1]))
            }
            guard let place = places.randomElement(using: &random) else { return nil }
            parts.remove(at: place)
        case .forbidden: return Self.replace(text, ["можно": "нельзя", "нельзя": "можно", "нужно": "нельзя"], &random)
        case .removedOnly: return Self.replace(text, ["только": ""], &random)
        case .removedCondition: return Self.cut(text, ["если"])
        case .removedException: return Self.cut(text, ["кроме"])
        case .opposite: return Self.replace(text, Self.opposites, &random)
        case .surer:
            return Self.replace(
                text, ["обычно": "всегда", "может": "обязательно", "иногда": "всегда", "могут": "точно"], &random)
        case .hardened: return Self.replace(text, ["можно": "обязательно", "обычно": ""], &random)
        case .swappedNumbers: return Self.swap(text, sentence.paragraph)
        case .removedLimit:
            let places = parts.indices.dropLast(2).filter {
                parts[$0] == "до" && parts[$0 + 1].allSatisfy(\.isNumber) && parts[$0 + 2].hasPrefix("д")
            }
            guard let place = places.randomElement(using: &random) else { return nil }
            parts.removeSubrange(place...place + 2)
        }
        return parts.joined(separator: " ")
    }

    private static let bounds = [
        "только", "более", "больше", "менее", "меньше", "позднее", "позже", "раньше", "выше", "ниже", "дешевле",
        "дороже",
    ]

    private static func bare(_ word: String) -> String { word.filter(\.isLetter).lowercased() }

    private static func isVerb(_ word: String) -> Bool {
        guard word.count >= 6, word.allSatisfy(\.isLetter), word == word.lowercased() else { return false }
        return ["ает", "яет", "ают", "яют", "ится", "ется", "ются", "аем", "яем", "уем"].contains(where: word.hasSuffix)
    }

    private static let opposites = [
        "бесплатно": "платно", "бесплатный": "платный", "бесплатная": "платная", "дешевле": "дороже",
        "дороже": "дешевле",
        "больше": "меньше", "меньше": "больше", "раньше": "позже", "позже": "раньше", "после": "до", "без": "с",
        "полностью": "частично", "открыть": "закрыть", "включить": "отключить", "начисляются": "списываются",
    ]

    private static func replace(_ text: String, _ words: [String: String], _ random: inout some RandomNumberGenerator)
        -> String?
    {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        // A word before a number is a bound and belongs to the other mutations.
        let places = parts.indices.filter {
            words[parts[$0]] != nil && ($0 == 0 || !["не", "и", "как", "быть"].contains(parts[$0 - 1]))
        }
        guard let place = places.randomElement(using: &random), let other = words[parts[place]] else { return nil }
        parts[place] = other
        if other.isEmpty { parts.remove(at: place) }
        return parts.joined(separator: " ")
    }

    /// The text without the part that begins with a word, up to the next comma or the end.
    private static func cut(_ text: String, _ words: [String]) -> String? {
        for word in words {
            guard let range = text.firstRange(of: ", \(word) ") else { continue }
            let rest = text[range.upperBound...]
            guard !rest.contains(where: { $0 == "," || $0 == ";" || $0 == ":" || $0 == "—" }) else { continue }
            let kept = String(text[..<range.lowerBound])
            guard kept.split(separator: " ").count >= 3, !kept.contains(":"), !kept.contains("—") else { continue }
            return kept + "."
        }
        return nil
    }

    /// The text with two numbers of one unit changed with each other.
    private static func swap(_ text: String, _ paragraph: String) -> String? {
        let numbers = text.numbers.filter(\.isFree)
        let characters = Array(text)
        for (first, second) in zip(numbers, numbers.dropFirst()) where first.value != second.value {
            let unit = characters[first.characters.upperBound...].prefix(3)
            guard unit == characters[second.characters.upperBound...].prefix(3), unit.first == " ",
                second.characters.lowerBound - first.characters.upperBound > 8
            else { continue }
            return text.replacing(second, with: String(first.value)).replacing(first, with: String(second.value))
        }
        return nil
    }
}
