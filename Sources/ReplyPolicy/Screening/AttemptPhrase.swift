/// A sequence of cues that makes an attempt: «забудь» and, not far behind, «инструкции».
struct AttemptPhrase: Sendable {
    /// A word of a phrase.
    struct Step: Sendable {
        /// The word has at least one of these cues.
        let cues: AttemptCue
        /// How many words it may come after the word of the step before; the end of a sentence counts as two.
        let within: Int
        /// The word also has all of these.
        let also: AttemptCue

        init(_ cues: AttemptCue, within: Int = 0, also: AttemptCue = []) {
            self.cues = cues
            self.within = within
            self.also = also
        }

        func matches(_ cues: AttemptCue) -> Bool {
            !self.cues.isDisjoint(with: cues) && also.isSubset(of: cues)
        }
    }

    let kind: ScreeningFinding.Kind
    let score: Float
    /// A Russian clause: what the text does.
    let explanation: String
    let steps: [Step]
    /// No word with these cues stands directly before.
    var notAfter: AttemptCue = []
    /// No word with these cues stands in the eight words behind.
    var notBefore: AttemptCue = []

    init(
        _ kind: ScreeningFinding.Kind, _ score: Float, _ explanation: String, _ steps: [Step],
        notAfter: AttemptCue = [],
        notBefore: AttemptCue = []
    ) {
        self.kind = kind
        self.score = score
        self.explanation = explanation
        self.steps = steps
        self.notAfter = notAfter
        self.notBefore = notBefore
    }

    /// The numbers of the last word, when a phrase begins at word `first`; each step takes the nearest word that fits.
    ///
    /// - Complexity: O(sum of the distances), a constant.
    func end(in words: [FoldedText.Word], from first: Int) -> Int? {
        guard let opening = steps.first, opening.matches(words[first].cues) else { return nil }
        if first > 0, !notAfter.isDisjoint(with: words[first - 1].cues),
            words[first].ordinal - words[first - 1].ordinal <= 1
        {
            return nil
        }
        var last = first
        for step in steps.dropFirst() {
            guard let next = Self.next(step, in: words, after: last) else { return nil }
            last = next
        }
        return isRefuted(in: words, after: last) ? nil : last
    }

    private static func next(_ step: Step, in words: [FoldedText.Word], after last: Int) -> Int? {
        var index = last + 1
        while index < words.count, words[index].ordinal - words[last].ordinal <= step.within {
            if step.matches(words[index].cues) { return index }
            index += 1
        }
        return nil
    }

    private func isRefuted(in words: [FoldedText.Word], after last: Int) -> Bool {
        guard notBefore != [] else { return false }
        var index = last + 1
        while index < words.count, words[index].ordinal - words[last].ordinal <= 8 {
            if !notBefore.isDisjoint(with: words[index].cues) { return true }
            index += 1
        }
        return false
    }
}

/// All phrases, and which may begin with a word.
struct AttemptPhrases: Sendable {
    static let shared = AttemptPhrases(
        OverridePhrases.all + RolePhrases.all + ExtractionPhrases.all + DictationPhrases.all + DataPhrases.all
            + MachineTalkPhrases.all + PretextPhrases.all)
    /// Pairs that nobody writes in a code or a disguise by chance, and that are too common in plain words.
    static let disguised = AttemptPhrases(DisguisedPhrases.all)

    private let phrases: [AttemptPhrase]
    /// All cues that begin a phrase.
    private let openings: AttemptCue

    init(_ phrases: [AttemptPhrase]) {
        self.phrases = phrases
        openings = phrases.reduce(into: []) { $0.formUnion($1.steps.first?.cues ?? []) }
    }

    /// A phrase found in a text, by the numbers of its first and last word.
    struct Match {
        let phrase: AttemptPhrase
        let words: ClosedRange<Int>
    }

    /// The phrases of a text, in the order of their first word.
    func matches(in words: [FoldedText.Word]) -> [Match] {
        var matches: [Match] = []
        for first in words.indices where !words[first].cues.isDisjoint(with: openings) {
            for phrase in phrases {
                guard let last = phrase.end(in: words, from: first) else { continue }
                matches.append(Match(phrase: phrase, words: first...last))
            }
        }
        return matches
    }
}
