/// Finds which words of a clause are denied.
///
/// «Не» denies the next word that claims something; before a modal word («не может», «не нужно») the infinitives of the clause. «Нельзя»
/// denies the infinitives too, or the verbs when there are none. «Без» denies the next word, and its noun if that is an adjective. What
/// «нет», «не бывает» and modal words without an infinitive deny is left open among the words of the clause. Two denials cancel out.
struct DenialReader {
    /// How a clause denies.
    struct Denial: Equatable, Sendable {
        /// How often.
        var count = 0
        /// «Не нужно»: nobody is forbidden anything.
        var isNeedless = false
        /// «Нельзя», «не может».
        var isForbidden = false
        /// How many words say no in another way: «отказ», «перестаёт», «неверный».
        var negativeWords = 0
        /// How many words leave something out: «только», «кроме».
        var limitingWords = 0
        /// «Нет», «не бывает».
        var isAbsent = false

        /// How many words say no in any way.
        var all: Int { count + negativeWords + limitingWords }

        /// Where it first denies.
        var firstRange: Range<Int>?
    }

    private(set) var denial = Denial()

    /// Marks the denied words among those of one clause.
    mutating func mark(_ words: inout [ClaimWord], _ clause: Range<Int>) {
        var index = clause.lowerBound
        while index < clause.upperBound {
            let word = words[index]
            let roles = word.roles
            if word.isDeniedByPrefix, roles.contains(.obligation) {
                // «Необязательно» is «не обязательно».
                add(word)
                denial.isNeedless = true
                denyInfinitives(except: index, &words, clause)
                index += 1
                continue
            }
            if word.isDeniedByPrefix {
                denial.negativeWords += 1
                words[index].isDenied.toggle()
            }
            if roles.contains(.negation) {
                index = negation(at: index, &words, clause)
                continue
            }
            if roles.contains(.without) {
                add(word)
                denyAfterWithout(index, &words, clause)
            } else if roles.contains(.denial) {
                add(word)
                if word.form == "нет" || word.form.hasPrefix("отсутств") {
                    denial.isAbsent = true
                    leaveOpen(&words, segment(of: index, words, clause))
                } else {
                    denial.isForbidden = true
                    denyInfinitives(except: index, &words, clause)
                }
            } else if roles.contains(.negative) {
                denial.negativeWords += 1
                stop(at: index, &words, clause)
            } else if !roles.isDisjoint(with: [.restriction, .exception]) {
                denial.limitingWords += 1
            }
            index += 1
        }
    }

    /// Applies «не»; returns the next word to look at.
    private mutating func negation(at index: Int, _ words: inout [ClaimWord], _ clause: Range<Int>) -> Int {
        guard index + 1 < clause.upperBound else { return index + 1 }
        let next = words[index + 1]
        if index > clause.lowerBound, words[index - 1].form == "можно" { denial.isNeedless = true }
        if Self.deniesNothing(next) || next.roles.contains(.denial) { return index + 2 }
        if words[index].form == "ни" {
            // «Ни … ни» repeats a «не»; «какой бы ни был» denies nothing.
            guard !hasNot(words, clause), index == clause.lowerBound || words[index - 1].form != "бы" else {
                return index + 1
            }
        }
        add(words[index])
        if Self.isOfExistence(next.form) {
            denial.isAbsent = true
            leaveOpen(&words, segment(of: index, words, clause))
            return index + 2
        }
        let modal: WordSense.Role = [.permission, .possibility, .obligation]
        if next.form.hasPrefix("важ") { denial.isNeedless = true }
        if !next.roles.isDisjoint(with: modal) {
            if next.roles.contains(.obligation), !next.form.hasPrefix("долж"), next.form != "следует" {
                denial.isNeedless = true
            } else {
                denial.isForbidden = true
            }
            denyInfinitives(except: index + 1, &words, clause)
            return index + 2
        }
        deny(after: index, &words, clause)
        if next.isPredicate { leaveOpenObjects(of: index + 1, &words, clause) }
        return index + 1
    }

    private func hasNot(_ words: [ClaimWord], _ clause: Range<Int>) -> Bool {
        clause.contains { words[$0].form == "не" || words[$0].form == "нет" || words[$0].form == "нельзя" }
    }

    private mutating func add(_ word: ClaimWord) {
        denial.count += 1
        denial.firstRange = denial.firstRange ?? word.utf8Range
    }

    /// Denies the first word behind `index` that claims something, at most three words away.
    private func deny(after index: Int, _ words: inout [ClaimWord], _ clause: Range<Int>) {
        let near = index + 1..<min(index + 4, clause.upperBound)
        let claiming = near.first { ClaimAlignment.weight(words[$0]) > 0 }
        // «Не со дня …, а …»
        if let place = claiming ?? near.first(where: { words[$0].sense.unit != nil }) {
            words[place].isDenied.toggle()
            words[place].mayBeDenied = false
        }
    }

    /// «Прекращает действовать» denies the infinitive behind it.
    private func stop(at index: Int, _ words: inout [ClaimWord], _ clause: Range<Int>) {
        guard index + 1 < clause.upperBound, !words[index].isDenied, Self.isInfinitive(words[index + 1].form),
            ["прекра", "переста", "отказ"].contains(where: words[index].form.hasPrefix)
        else { return }
        words[index + 1].isDenied.toggle()
    }

    /// The words of the clause between the same commas; the whole clause for a «нет» that answers a question.
    private func segment(of index: Int, _ words: [ClaimWord], _ clause: Range<Int>) -> Range<Int> {
        guard index > clause.lowerBound else { return clause }
        let segment = words[index].segment
        let first = clause.first { words[$0].segment == segment } ?? clause.lowerBound
        let last = clause.last { words[$0].segment == segment } ?? clause.upperBound - 1
        return first..<last + 1
    }

    /// «Не подавайте заявку»: the object goes with the verb.
    private func leaveOpenObjects(of verb: Int, _ words: inout [ClaimWord], _ clause: Range<Int>) {
        for place in verb + 1..<max(verb + 1, min(verb + 4, clause.upperBound)) {
            guard words[place].segment == words[verb].segment, !words[place].isPredicate,
                !["на", "в", "за", "из", "по", "до", "с"].contains(words[place].form)
            else { return }
            words[place].mayBeDenied = true
        }
    }

    private func denyAfterWithout(_ index: Int, _ words: inout [ClaimWord], _ clause: Range<Int>) {
        // «Без них» denies what was named before.
        if index + 1 < clause.upperBound, Self.pronouns.contains(words[index + 1].form) { return }
        let near = index + 1..<min(index + 4, clause.upperBound)
        guard let place = near.first(where: { ClaimAlignment.weight(words[$0]) > 0 }) else { return }
        words[place].isDenied.toggle()
        let endings = ["ой", "ей", "ых", "их", "ого", "его"]
        if place + 1 < clause.upperBound, endings.contains(where: words[place].form.hasSuffix) {
            words[place + 1].isDenied.toggle()
            return
        }
        // «Без чека и упаковки».
        if place + 2 < clause.upperBound, ["и", "или", "либо"].contains(words[place + 1].form),
            words[place + 2].segment == words[place].segment, !words[place + 2].isPredicate
        {
            words[place + 2].isDenied.toggle()
        }
    }

    private func leaveOpen(_ words: inout [ClaimWord], _ clause: Range<Int>) {
        for place in clause { words[place].mayBeDenied = true }
    }

    private func denyInfinitives(except index: Int, _ words: inout [ClaimWord], _ clause: Range<Int>) {
        let all = clause.filter { $0 != index && ClaimAlignment.weight(words[$0]) > 0 }
        let infinitives = all.filter { Self.isInfinitive(words[$0].form) }
        if infinitives.isEmpty { leaveOpen(&words, clause) }
        for place in infinitives { words[place].isDenied.toggle() }
    }

    private static let pronouns: Set<ClaimTerm> = ["него", "нее", "них", "этого"]

    /// Nouns that end as infinitives do.
    private static let nouns: Set<ClaimTerm> = [
        "часть", "область", "мелочь", "ночь", "речь", "дочь", "сеть", "путь", "память", "печать", "кровать", "запчасть",
        "пять", "шесть", "девять", "десять", "почти", "сети", "части", "области", "почти", "есть",
    ]

    static func isInfinitive(_ form: ClaimTerm) -> Bool {
        !form.hasSuffix("ость") && !nouns.contains(form)
            && ["ть", "ти", "ться", "тись", "чь"].contains(where: form.hasSuffix)
    }

    private static func isOfExistence(_ form: ClaimTerm) -> Bool {
        form.hasPrefix("быва") || form.hasPrefix("существу") || form.hasPrefix("предусмотр") || form.hasPrefix("имеет")
            || form == "было" || form == "будет" || form == "была" || form == "были"
    }

    /// Words that make «не» a part of a bound or of «не только».
    private static func deniesNothing(_ word: ClaimWord) -> Bool {
        word.form == "только" || word.form == "просто" || BoundReader.isBound(word.form)
    }
}
