import TextAnalysis

/// Finds the questions in a customer's message.
///
/// The message is cut into sentences, and a sentence at a comma or «и» that a question word follows («…, как вернуть и
/// когда придут деньги?»). A piece with a question word among its first two words or with `?` at its end is a question;
/// other pieces before the first question belong to it, those after it to the question before them. A message without
/// questions is one question.
public enum QuestionSplitter {
    /// More questions than this are one draft no longer; the last one takes the rest.
    public static let maxQuestions = 3

    private static let questionWords: Set<String> = [
        "как", "когда", "сколько", "где", "куда", "откуда", "почему", "зачем", "можно", "какой", "какая", "какие",
        "какое", "каким", "кто", "что", "чем", "нужно", "надо", "могу", "можете", "есть",
    ]

    /// The questions in order, each with its surroundings; never empty for a text with a visible character.
    public static func questions(in message: String) -> [String] {
        let pieces = SentenceSplitter.sentences(of: message).flatMap { clauses(of: String(message.utf8Slice($0))) }
        var questions: [String] = []
        var waiting = ""
        for piece in pieces {
            let text = waiting.isEmpty ? piece.text : waiting + " " + piece.text
            if piece.isQuestion {
                questions.append(text)
                waiting = ""
            } else if questions.isEmpty {
                waiting = text
            } else {
                questions[questions.count - 1] += " " + piece.text
            }
        }
        if questions.isEmpty { return waiting.isEmpty ? [] : [waiting] }
        guard questions.count > maxQuestions else { return questions }
        return questions.prefix(maxQuestions - 1) + [questions.dropFirst(maxQuestions - 1).joined(separator: " ")]
    }

    /// Words after «как» that make it ask for a measure and not for a way.
    private static let measures: Set<String> = [
        "долго", "скоро", "быстро", "часто", "много", "дорого", "давно", "далеко", "понять", "называется",
    ]

    /// Whether a question asks how to do something, so that steps answer it: «как вернуть», «что делать», «где
    /// оформить».
    public static func asksForSteps(_ question: String) -> Bool {
        // A hyphen stays inside its word: «как-то» is not «как».
        let words = question.lowercased().split { !$0.isLetter && $0 != "-" }.filter { $0.contains(where: \.isLetter) }
        for (index, (word, next)) in zip(words, words.dropFirst()).enumerated() {
            let isReason = index > 0 && words[index - 1] == "так"
            if word == "как", !isReason, !measures.contains(String(next)) { return true }
            let asksWhat = word == "что" || word == "куда"
            if asksWhat, next == "делать" || next == "нажать" || next == "нажимать" { return true }
            let asksWhere = word == "где" || word == "куда"
            if asksWhere, next.hasPrefix("оформ") || next.hasPrefix("обрат") { return true }
        }
        return false
    }

    private struct Clause {
        let text: String
        let isQuestion: Bool
    }

    private static func clauses(of sentence: String) -> [Clause] {
        let words = sentence.split(separator: " ", omittingEmptySubsequences: true)
        var starts = [0]
        for index in words.indices.dropFirst() where index - (starts.last ?? 0) >= 2 {
            let before = words[index - 1]
            let joins = before.hasSuffix(",") || isAnd(before) || before.hasSuffix(";") || before.hasSuffix(":")
            // «…, что …» joins a subordinate clause far more often than it asks.
            if joins, isQuestionWord(words[index]), words[index].lowercased() != "что" {
                starts.append(isAnd(before) ? index - 1 : index)
            }
        }
        return starts.indices.map { number in
            let end = number + 1 < starts.count ? starts[number + 1] : words.count
            let clause = words[starts[number]..<end]
            let asks = number == starts.count - 1 && endsWithQuestionMark(sentence)
            let begins = clause.prefix(2).contains { isQuestionWord($0) } && !isReason(clause)
            return Clause(text: clause.joined(separator: " "), isQuestion: asks || begins)
        }
    }

    private static func isAnd(_ word: Substring) -> Bool {
        let lower = word.lowercased()
        return lower == "и" || lower == "а" || lower == "или"
    }

    /// Whether a clause begins with «так как», which gives a reason.
    private static func isReason(_ clause: ArraySlice<Substring>) -> Bool {
        clause.prefix(2).map { $0.lowercased() } == ["так", "как"]
    }

    /// Whether a question mark is among the signs at the end: `?`, `?!`, `?)))`, `?»`.
    private static func endsWithQuestionMark(_ sentence: String) -> Bool {
        sentence.reversed().prefix { "?!.…)»\"".contains($0) }.contains("?")
    }

    /// Whether a word is a question word, signs around it left aside; «как-то» and «что-нибудь» are none.
    private static func isQuestionWord(_ word: Substring) -> Bool {
        let bare = word.lowercased().trimmingPrefix { !$0.isLetter }
        let letters = bare.prefix { $0.isLetter }
        let rest = bare[letters.endIndex...]
        let isHyphenated = rest.first == "-" && rest.dropFirst().first?.isLetter == true
        return !isHyphenated && questionWords.contains(String(letters))
    }
}
