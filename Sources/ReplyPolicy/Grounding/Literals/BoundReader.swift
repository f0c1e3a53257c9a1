/// Words before and behind a number that make it a limit.
enum BoundReader {
    typealias Bound = ClaimLiteral.Bound

    /// The bound that the words before a token give to what starts there.
    static func bound(_ tokens: [ClaimToken], before index: Int) -> Bound {
        var place = index - 1
        var steps = 0
        var fallback = Bound.exact
        while place >= 0, steps < 3 {
            switch tokens[place].kind {
            case .word(let word):
                if word.form == "и", place > 1, isBetween(tokens, place - 1) { return [.atMost, .lessThan, .equal] }
                if let bound = bounds[word.form] ?? limit(word.form) {
                    if isFrequent(tokens, place) { return fallback }
                    if place > 0, isNegation(tokens[place - 1]) { return negated(bound) }
                    let outer = self.bound(tokens, before: place)
                    return bound == .later && outer.contains(.atMost) ? outer : bound
                }
                if near.contains(word.form) { fallback = [.equal, .within, .atMost] }
                guard transparent.contains(word.form) || near.contains(word.form) else { return fallback }
            case .mark(.dash), .mark(.colon): break
            default: return fallback
            }
            place -= 1
            steps += 1
        }
        return fallback
    }

    /// «В первые 7 дней»; another word before them bounds: «после первых 7 дней».
    private static let near: Set<ClaimTerm> = ["первые", "первых", "ближайшие", "ближайших", "крайний"]

    /// The bound with what follows the number: «3 000 ₽ и больше».
    static func bound(_ bound: Bound, _ tokens: [ClaimToken], after index: Int) -> Bound {
        guard index + 1 < tokens.count, let conjunction = tokens[index].word?.form,
            conjunction == "и" || conjunction == "или",
            let word = tokens[index + 1].word?.form
        else { return bound }
        switch bounds[word] {
        case .moreThan?, .later?: return .atLeast
        case Bound.lessThan?: return .atMost
        default: return bound
        }
    }

    /// The bound that the words before a dash or a colon give: «минимальный заказ для компании — 10 карт».
    static func heading(_ tokens: [ClaimToken], before index: Int) -> Bound? {
        guard index > 1 else { return nil }
        switch tokens[index - 1].kind {
        case .mark(.dash), .mark(.colon): break
        default: return nil
        }
        for place in (max(0, index - 7)..<index - 1).reversed() {
            guard let word = tokens[place].word else { return nil }
            if let bound = limit(word.form) { return bound }
        }
        return nil
    }

    /// Whether a token stands behind «между»: «между 9:00 и 21:00».
    private static func isBetween(_ tokens: [ClaimToken], _ index: Int) -> Bool {
        tokens[max(0, index - 3)...index].contains { $0.word?.form == "между" }
    }

    /// Whether «чаще» is that of «чаще всего», which bounds nothing.
    private static func isFrequent(_ tokens: [ClaimToken], _ index: Int) -> Bool {
        tokens[index].word?.form == "чаще" && index + 1 < tokens.count && tokens[index + 1].word?.form == "всего"
    }

    /// Whether a form bounds what follows it.
    static func isBound(_ form: ClaimTerm) -> Bool { comparatives.contains(form) || form.hasPrefix("превы") }

    private static let comparatives: Set<ClaimTerm> = [
        "более", "больше", "выше", "дороже", "дольше", "дальше", "старше", "длиннее", "тяжелее", "крупнее", "менее",
        "меньше",
        "ниже",
        "дешевле", "младше", "короче", "легче", "раньше", "ранее", "позже", "позднее", "чаще", "реже", "шире",
    ]

    private static func isNegation(_ token: ClaimToken) -> Bool {
        token.word?.roles.contains(.negation) ?? false
    }

    private static func negated(_ bound: Bound) -> Bound {
        switch bound {
        case .moreThan, .later: .atMost
        case .lessThan: .atLeast
        default: bound
        }
    }

    private static func limit(_ form: ClaimTerm) -> Bound? {
        if form.hasPrefix("превыс") || form.hasPrefix("превыш") { return .moreThan }
        if limits.contains(where: form.hasPrefix) { return [.atMost, .equal] }
        if form.hasPrefix("миним") { return [.atLeast, .equal] }
        return nil
    }

    private static let limits = ["предел", "лимит", "максим", "потол"]

    private static let bounds: [ClaimTerm: Bound] = {
        var bounds: [ClaimTerm: Bound] = [:]
        for (bound, words) in lists {
            for word in words.split(separator: " ") { bounds[ClaimTerm(String(word))] = bound }
        }
        return bounds
    }()

    private static let lists: [(Bound, String)] = [
        ([.atMost, .lessThan], "до"), (.atMost, "максимум"),
        ([.equal, .within, .atMost], "за течение течении пределах"),
        (.atLeast, "от начиная минимум хотя"), ([.atLeast, .equal], "с со между"),
        (.moreThan, "свыше более больше выше дороже дольше дальше старше сверх длиннее тяжелее крупнее чаще"),
        (.lessThan, "менее меньше ниже дешевле младше короче легче раньше ранее реже"),
        (.rate, "каждые каждых"), (.later, "через спустя после позже позднее"),
        (.about, "около примерно порядка почти приблизительно ориентировочно"), ([.equal, .atMost], "к"),
    ]

    /// Words that may stand between.
    private static let transparent: Set<ClaimTerm> = [
        "чем", "срок", "сумму", "сумма", "суммой", "стоимостью", "ценой", "на", "еще", "всего", "сроком", "весом",
        "составляет", "бы", "как",
    ]
}
