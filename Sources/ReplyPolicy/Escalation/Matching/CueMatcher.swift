/// Finds the cues of a reading of a message.
struct CueMatcher {
    /// A cue with the words it rests on.
    struct Match: Sendable {
        let cue: Int32
        let topic: Int
        let weight: Float
        /// The indices of the words, in order.
        let words: [Int]

        /// The first word.
        var first: Int { words.first ?? 0 }
        /// The last word.
        var last: Int { words.last ?? 0 }
    }

    /// A word, or several in a row, that belong to a set.
    private struct Entry {
        let element: Int32
        /// The index of the last word.
        let last: Int
    }

    let lexicon: CueLexicon
    let words: [ReadWord]
    /// The sets that something belongs to that begins at a word.
    private var entries: [[Entry]]
    /// Whether anything in the message belongs to a set; most cues lack a step and need not be tried.
    private var isPresent: [Bool]
    /// Whether a word is «не».
    private let isNegation: [Bool]
    /// Whether a word is a courtesy that may stand before a sentence's first and after its last word.
    private let isCourtesy: [Bool]

    /// How many words on each side are looked through for the excluded ones.
    private static let sentenceWindow = 25

    /// Looks the words up.
    init(words: [ReadWord], lexicon: CueLexicon) {
        self.words = words
        self.lexicon = lexicon
        var entries = words.indices.map { index in
            lexicon.elements(of: words[index]).map { Entry(element: $0, last: index) }
        }
        for amount in MoneyAmount.amounts(in: words) {
            entries[amount.words.lowerBound].append(
                Entry(element: lexicon.amountElement, last: amount.words.upperBound - 1))
        }
        self.entries = entries
        isPresent = [Bool](repeating: false, count: lexicon.cuesByFirst.count)
        let not = LetterCode.codes(of: "не")
        isNegation = words.map { $0.letters == not }
        let courtesy = lexicon.element(named: "@вежливость")
        isCourtesy = entries.map { list in list.contains { $0.element == courtesy } }
        for index in words.indices.reversed() {
            addPhrases(at: index)
            for entry in self.entries[index] { isPresent[Int(entry.element)] = true }
        }
    }

    private mutating func addPhrases(at index: Int) {
        for entry in entries[index] {
            for number in lexicon.phrasesByFirst[Int(entry.element)] {
                let phrase = lexicon.phrases[Int(number)]
                var last = entry.last
                var isWhole = true
                for element in phrase.words.dropFirst() {
                    guard last + 1 < words.count, words[last + 1].sentence == words[index].sentence,
                        let next = entries[last + 1].first(where: { $0.element == element })
                    else {
                        isWhole = false
                        break
                    }
                    last = next.last
                }
                if isWhole { entries[index].append(Entry(element: phrase.element, last: last)) }
            }
        }
    }

    /// The cues that occur, each once, in the order of the text.
    func matches() -> [Match] {
        var found: [Match] = []
        var isFound = [Bool](repeating: false, count: lexicon.cues.count)
        var taken: [Int] = []
        for index in words.indices {
            for entry in entries[index] where !isNegated(index, after: nil) {
                for number in lexicon.cuesByFirst[Int(entry.element)] where !isFound[Int(number)] {
                    taken.removeAll(keepingCapacity: true)
                    taken.append(contentsOf: index...entry.last)
                    let cue = lexicon.cues[Int(number)]
                    guard occurs(cue, from: index, &taken) else { continue }
                    isFound[Int(number)] = true
                    found.append(Match(cue: number, topic: cue.topic, weight: cue.weight, words: taken))
                }
            }
        }
        return found
    }

    /// Whether a cue occurs whose first step is taken at a word.
    private func occurs(_ cue: Cue, from start: Int, _ taken: inout [Int]) -> Bool {
        for step in cue.steps.dropFirst() where !isPresent[Int(step.element)] { return false }
        if cue.isAtStart, !isSentenceStart(start) { return false }
        guard extend(cue, step: 1, &taken) else { return false }
        return cue.excluded.map { !sentenceHas($0, around: start) } ?? true
    }

    /// Takes the next step at the nearest word from which all later steps can be taken.
    private func extend(_ cue: Cue, step: Int, _ taken: inout [Int]) -> Bool {
        guard let last = taken.last else { return false }
        guard step < cue.steps.count else {
            if cue.isLast { return sentenceEnd(from: last) + 1 == words.count }
            return !cue.isAtEnd || isSentenceEnd(last)
        }
        let limit = min(words.count, last + 2 + cue.steps[step].maxGap)
        var index = last + 1
        while index < limit, words[index].sentence == words[last].sentence {
            for entry in entries[index] where entry.element == cue.steps[step].element && !isNegated(index, after: last)
            {
                let count = taken.count
                taken.append(contentsOf: index...entry.last)
                if extend(cue, step: step + 1, &taken) { return true }
                taken.removeLast(taken.count - count)
            }
            index += 1
        }
        return false
    }

    private func isNegated(_ index: Int, after last: Int?) -> Bool {
        index > 0 && isNegation[index - 1] && last != index - 1 && words[index - 1].sentence == words[index].sentence
    }

    private func isSentenceStart(_ index: Int) -> Bool {
        var before = index
        while before > 0, words[before - 1].sentence == words[index].sentence, isCourtesy[before - 1] { before -= 1 }
        return before == 0 || words[before - 1].sentence != words[index].sentence
    }

    private func isSentenceEnd(_ index: Int) -> Bool {
        let end = sentenceEnd(from: index)
        return end + 1 == words.count || words[end + 1].sentence != words[index].sentence
    }

    /// The last of the courtesies behind a word, or the word itself.
    private func sentenceEnd(from index: Int) -> Int {
        var end = index
        while end + 1 < words.count, words[end + 1].sentence == words[index].sentence, isCourtesy[end + 1] { end += 1 }
        return end
    }

    private func sentenceHas(_ element: Int32, around index: Int) -> Bool {
        let near = max(0, index - Self.sentenceWindow)..<min(words.count, index + Self.sentenceWindow)
        return near.contains { other in
            words[other].sentence == words[index].sentence && entries[other].contains { $0.element == element }
        }
    }
}
