/// Doubts about the machine.
extension HumanRequestSentence {
    /// «Вы бот?», «я с роботом разговариваю?», «уберите бота»: a short sentence about the machine that answers here.
    var doubtsMachine: Bool {
        let machines = words.indices.filter { Words.machines.contains(words[$0]) }
        guard words.count <= 12 else { return false }
        if asksWhetherPerson { return true }
        let isNamed = zip(words, words.indices.dropFirst()).contains { word, next in
            (word == "вы" || word == "ты") && hasStem(next, of: Words.machineNames)
        }
        if isNamed { return true }
        guard let machine = machines.first else { return false }
        let isOther = words.contains { word in Words.otherMachines.contains { word.hasPrefix($0) } }
        if isOther { return false }
        if words.contains(where: { Words.talking.contains($0) || Words.fedUp.contains($0) }) { return true }
        let isAddressed = window(machine, before: 3, after: 2).contains { words[$0] == "вы" || words[$0] == "ты" }
        return isAddressed || (words.count <= 4 && ["это", "тут", "здесь", "я", "не"].contains { words.contains($0) })
    }

    /// «Вы человек?», «ты вообще человек или кто».
    private var asksWhetherPerson: Bool {
        guard words.count <= 6 else { return false }
        return zip(words, words.dropFirst()).contains { word, next in
            ["вы", "ты", "вообще", "точно"].contains(word) && next == "человек"
        } && (words.contains("вы") || words.contains("ты"))
    }
}
