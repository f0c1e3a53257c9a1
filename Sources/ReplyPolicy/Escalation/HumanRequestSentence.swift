/// A sentence of a customer's message, looked through for a request for a person.
struct HumanRequestSentence {
    typealias Words = HumanRequestWords

    /// The words in lower case, «ё» as «е».
    let words: [String]
    let keys: [String]
    private let personIndices: [Int]

    init(words: [String]) {
        self.words = words
        keys = words.map { PhoneticKey.key(of: $0) }
        let keys = keys
        personIndices = words.indices.filter { Self.isPerson(words[$0], keys[$0]) }
    }

    /// Whether the customer asks for a person, or whether it is a machine that answers.
    var asksForPerson: Bool {
        namesPersonOnly || callsPerson || handsOver || wantsToTalk || wishesPerson || stressesPerson || ordersAnswer
            || doubtsMachine
    }

    /// «Оператор!», «оператора пожалуйста», «где живой человек»: a person and nothing else of weight.
    private var namesPersonOnly: Bool {
        guard !personIndices.isEmpty, words.count <= 10, words.first != "не" else { return false }
        return words.indices.allSatisfy { index in
            personIndices.contains(index) || isFiller(index) || Words.wishes.contains(words[index])
        } && personIndices.contains { !isDative($0) }
    }

    /// «Соедините с менеджером», «оператора позовите».
    private var callsPerson: Bool {
        for index in words.indices where isCall(index) && !isNegated(index) {
            let isOrder = words[index].hasSuffix("те") || words[index].hasSuffix("и")
            for target in window(index, before: 3, after: 7) where target != index {
                let isPerson = personIndices.contains(target)
                guard isPerson || Words.callable.contains(words[target]) else { continue }
                if movesThing(index, target) { continue }
                if isPerson, isElsewhere(target) { continue }
                if isOrder || (isPerson ? !isSubject(target) : target > index) { return true }
            }
        }
        return false
    }

    /// «Передайте диалог оператору», «отправьте меня к менеджеру».
    private var handsOver: Bool {
        guard words.contains(where: Words.transferred.contains) else { return false }
        return words.indices.contains { index in
            let isTransfer = Words.transfers.contains { keys[index].hasPrefix($0) }
            guard isTransfer, words[index].hasSuffix("те") || words[index].hasSuffix("й") else { return false }
            return window(index, before: 0, after: 4).contains { personIndices.contains($0) && !isElsewhere($0) }
        }
    }

    /// «Хочу поговорить с человеком», «можно голосом поговорить», «объяснить ситуацию человеку».
    private var wantsToTalk: Bool {
        for index in words.indices where !isNegated(index) {
            if Words.talks.contains(keys[index]) {
                let near = window(index, before: 4, after: 5)
                if near.contains(where: { words[$0] == "голосом" }) { return true }
                if near.contains(where: { isCompany($0) && !isElsewhere($0) }) { return true }
            }
            guard keys[index] == "абиснит", words.contains(where: Words.wishes.contains) else { continue }
            let near = window(index, before: 0, after: 4)
            if near.contains(where: { personIndices.contains($0) && isDative($0) && !isElsewhere($0) }) { return true }
        }
        return false
    }

    /// «Нужен оператор, у меня потерялся заказ»: a wish, then a person, with nothing but fillers between.
    private var wishesPerson: Bool {
        for index in words.indices where isWish(index) && !isNegated(index) {
            var next = index + 1
            while next < words.count, !personIndices.contains(next), isFiller(next) || isOther(next) { next += 1 }
            guard next < words.count, personIndices.contains(next) else { continue }
            if !isDative(next), !isElsewhere(next) { return true }
        }
        return false
    }

    /// «Живой человек тут есть?», «вы настоящая?», «есть тут люди?».
    private var stressesPerson: Bool {
        if words.indices.contains(where: { hasStem($0, of: Words.shownPeople) }) { return false }
        for index in words.indices where isLiving(index) {
            let before = window(index, before: 2, after: -1)
            let isSelf = before.contains { ["я", "мы", "как", "сама", "сам"].contains(words[$0]) }
            if !words[index].hasPrefix("норм"), !isSelf, isPersonOrVoice(index + 1) { return true }
            let speaker = index > 0 ? words[index - 1] : ""
            let isLast = index + 1 == words.count || ["или", "там", "вообще"].contains(words[index + 1])
            if ["вы", "ты"].contains(speaker), isLast { return true }
        }
        let isOneOfThem = personIndices.contains {
            $0 > 1 && words[$0 - 1] == "из" && words[$0 - 2].hasPrefix("кто")
        }
        if isOneOfThem, words.contains("есть") { return true }
        guard words.count <= 6, words.contains("тут") || words.contains("здесь") else { return false }
        return words.contains("есть") && (!personIndices.isEmpty || words.indices.contains(where: isLiving))
    }

    /// «Пусть ответит кто-то из людей», «когда подключится специалист?», «хочу, чтобы ответил человек».
    private var ordersAnswer: Bool {
        let isOrder = words.contains(where: Words.orders.contains)
        guard isOrder || words.contains(where: Words.hopes.contains) else { return false }
        for index in words.indices {
            let callsBack = isOrder && Words.callsBack.contains(words[index])
            guard callsBack || Words.answers.contains(words[index]) else { continue }
            let near = window(index, before: 4, after: 4)
            let isNamed = near.contains { personIndices.contains($0) && !isDative($0) && !isElsewhere($0) }
            let isAnyone = near.contains { words[$0].hasPrefix("кто") } && near.contains(where: isLiving)
            if isNamed || isAnyone { return true }
        }
        return false
    }
}
