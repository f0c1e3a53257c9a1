import TextAnalysis

/// A text with its words, literals and clauses, ready to be compared.
struct ClaimText: Sendable {
    /// A part of a sentence with a predicate of its own.
    struct Clause: Sendable {
        let sentence: Int
        /// Indices of ``ClaimText/words``.
        var words: Range<Int>
        var utf8Range: Range<Int>
        /// How it denies.
        var denial = DenialReader.Denial()
    }

    private(set) var words: [ClaimWord] = []
    private(set) var literals: [ClaimLiteral] = []
    private(set) var clauses: [Clause] = []
    private(set) var sentences: [Range<Int>] = []
    private var segments = 0
    /// The first piece that could not be read.
    private(set) var unread: Range<Int>?

    /// Reads a text.
    ///
    /// - Complexity: O(bytes).
    init(_ text: AnalyzedText) {
        sentences = text.sentences
        for (number, range) in text.sentences.enumerated() {
            let lexed = ClaimLexer.read(text, in: range)
            unread = unread ?? lexed.unread
            append(lexed.tokens, sentence: number)
        }
        for index in clauses.indices {
            RoleReader.correct(&words, clauses[index].words)
            var reader = DenialReader()
            reader.mark(&words, clauses[index].words)
            clauses[index].denial = reader.denial
            if index > 0 {
                answerQuestion(index)
                forbidAcross(index)
            }
        }
    }

    /// «Вернуть карту, которую активировали, не получится»: the infinitive stands in a clause before.
    private mutating func forbidAcross(_ index: Int) {
        guard clauses[index].denial.isForbidden, clauses[index].sentence == clauses[index - 1].sentence,
            !clauses[index].words.contains(where: { DenialReader.isInfinitive(words[$0].form) })
        else { return }
        for other in (0..<index).reversed() where clauses[other].sentence == clauses[index].sentence {
            guard let place = clauses[other].words.first(where: { DenialReader.isInfinitive(words[$0].form) }),
                clauses[other].denial.count == 0
            else { continue }
            words[place].isDenied.toggle()
            clauses[other].denial.count += 1
            clauses[other].denial.firstRange = clauses[index].denial.firstRange
            clauses[other].denial.isForbidden = true
            clauses[index].denial.count = max(0, clauses[index].denial.count - 1)
            return
        }
    }

    /// «Складываются ли заказы? Нет.» denies the question.
    private mutating func answerQuestion(_ index: Int) {
        guard clauses[index].sentence != clauses[index - 1].sentence,
            let first = clauses[index].words.first, words[first].form == "нет",
            clauses[index - 1].words.contains(where: { words[$0].form == "ли" })
        else { return }
        for word in clauses[index - 1].words { words[word].mayBeDenied = true }
        clauses[index - 1].denial.count += 1
        clauses[index - 1].denial.firstRange = words[first].utf8Range
    }

    /// Where the text ends.
    var end: Int { sentences.last?.upperBound ?? 0 }

    private mutating func append(_ tokens: [ClaimToken], sentence: Int) {
        var reader = LiteralReader(tokens)
        let found = reader.read()
        let starts = ClauseCutter.starts(of: tokens)
        var clauseOf = [Int](repeating: 0, count: tokens.count)
        var segmentOf = clauseOf
        var placeOf = clauseOf
        var place = 0
        for index in tokens.indices {
            if starts[index] || clauses.last?.sentence != sentence {
                let at = tokens[index].utf8Range
                clauses.append(Clause(sentence: sentence, words: words.count..<words.count, utf8Range: at))
            }
            let clause = clauses.count - 1
            clauseOf[index] = clause
            if starts[index] { segments += 1 }
            if case .mark(.comma) = tokens[index].kind { segments += 1 }
            segmentOf[index] = segments
            placeOf[index] = place
            if case .mark = tokens[index].kind { continue }
            place += 1
            clauses[clause].utf8Range = clauses[clause].utf8Range.lowerBound..<tokens[index].utf8Range.upperBound
            guard var word = tokens[index].word else { continue }
            word.isOfLiteral = reader.isTaken[index]
            word.position = placeOf[index]
            word.segment = segments
            word.clause = clause
            word.sentence = sentence
            words.append(word)
            clauses[clause].words = clauses[clause].words.lowerBound..<words.count
        }
        for var literal in found {
            literal.clause = clauseOf[literal.position]
            literal.segment = segmentOf[literal.position]
            literal.position = placeOf[literal.position]
            literal.sentence = sentence
            literals.append(literal)
        }
    }
}

/// Finds where the clauses of a sentence start.
enum ClauseCutter {
    /// For each token, whether a clause starts with it.
    ///
    /// A clause starts after a semicolon or a colon, after a comma when a conjunction follows, and after a comma or a dash when there is a
    /// predicate on both sides.
    static func starts(of tokens: [ClaimToken]) -> [Bool] {
        var starts = [Bool](repeating: false, count: tokens.count)
        let predicates = predicatesBehindCommas(tokens)
        var hasPredicate = false
        var index = 0
        while index < tokens.count {
            switch tokens[index].kind {
            case .word(let word) where word.isPredicate: hasPredicate = true
            case .mark(.semicolon), .mark(.end), .mark(.colon):
                if index + 1 < tokens.count { starts[index + 1] = true }
                hasPredicate = false
            case .mark(.dash)
            where index + 1 < tokens.count && hasPredicate && predicates[index]
                && tokens[index + 1].word?.form != "нет":
                starts[index + 1] = true
                hasPredicate = false
            case .mark(.comma) where index + 1 < tokens.count:
                let conjunction = tokens[index + 1].word.map { $0.roles.contains(.clauseStart) } ?? false
                if conjunction || hasPredicate && predicates[index] {
                    starts[index + 1] = true
                    hasPredicate = false
                }
            default: break
            }
            index += 1
        }
        return starts
    }

    /// For each comma and dash, whether there is a predicate before the next one.
    private static func predicatesBehindCommas(_ tokens: [ClaimToken]) -> [Bool] {
        var found = [Bool](repeating: false, count: tokens.count)
        var hasPredicate = false
        for index in tokens.indices.reversed() {
            switch tokens[index].kind {
            case .word(let word) where word.isPredicate: hasPredicate = true
            case .mark(.comma), .mark(.dash):
                found[index] = hasPredicate
                hasPredicate = false
            case .mark(.semicolon), .mark(.end), .mark(.colon): hasPredicate = false
            default: break
            }
        }
        return found
    }

    /// Whether a word can be a predicate: a modal word, or by its ending a verb.
    static func isPredicate(_ form: ClaimTerm, _ sense: WordSense, isStopWord: Bool) -> Bool {
        let modal: WordSense.Role = [.denial, .permission, .obligation, .possibility]
        if !sense.roles.isDisjoint(with: modal) { return true }
        guard form.byteCount >= 8, !isStopWord, sense.unit == nil else { return false }
        return !form.hasSuffix("ость") && [4, 6, 8].contains { endings.contains(form.ending($0)) }
    }

    /// Of two to four letters.
    private static let endings = Set(
        [
            "ть", "ться", "ешь", "ем", "им", "ете", "ите", "ет", "ит", "ут", "ют", "ят", "ется", "ится", "утся", "ются",
            "атся",
            "ятся", "ли", "ла", "ло", "лся", "йте", "ьте", "лась", "лось", "лись",
        ].map { ClaimTerm($0).ending(8) })
}
