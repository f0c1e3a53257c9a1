import TextAnalysis

/// Rules about what was found and what is to be said.
extension DecisionProcess {
    /// If no question may be answered the first reason is the reason; questions without an answer beside answered ones are findings.
    mutating func askRetrieval(_ retrieved: [RetrievedAnswer]) {
        var firstReason: HandoffReason?
        var unanswered = 0
        for answer in retrieved {
            guard let reason = policy.reason(against: answer) else { continue }
            firstReason = firstReason ?? reason
            unanswered += 1
            note(Self.finding(for: answer, reason))
        }
        if unanswered == retrieved.count {
            let reason = firstReason ?? .noAnswer
            handOff(.retrieval, reason, reason.operatorMessage)
        } else if unanswered > 0 {
            warn(.retrieval, "Не на все вопросы есть уверенный ответ: на остальные отвечает оператор.")
        } else {
            pass(.retrieval, "На каждый вопрос есть статья, которая отвечает с достаточной уверенностью.")
        }
    }

    private static func finding(for answer: RetrievedAnswer, _ reason: HandoffReason) -> GuardrailFinding {
        switch reason {
        case .internalArticle:
            GuardrailFinding(
                kind: .withheldArticle,
                message: "На вопрос «\(answer.question)» лучше всего отвечает внутренняя статья: "
                    + "клиенту её не показываем.", reason: reason)
        case .expiredArticle:
            GuardrailFinding(
                kind: .withheldArticle,
                message: "На вопрос «\(answer.question)» лучше всего отвечает статья, которая не действует.",
                reason: reason)
        default:
            GuardrailFinding(
                kind: .unansweredQuestion,
                message: "На вопрос «\(answer.question)» в базе нет уверенного ответа: дополните черновик сами.",
                reason: reason)
        }
    }

    /// Holds what the draft takes from the best article against the second best.
    mutating func askContradiction(_ retrieved: [RetrievedAnswer], _ draft: DraftedReply?) throws(AnalysisError) {
        for answer in retrieved where !answer.rival.isEmpty {
            var quotes: [AnalyzedText] = []
            for source in draft?.sources ?? [] where source.articleID == answer.articleID {
                quotes.append(try AnalyzedText(source.text, using: analyzers))
            }
            var rival: [AnalyzedText] = []
            for sentence in answer.rival { rival.append(try AnalyzedText(sentence, using: analyzers)) }
            guard let found = guardrails.contradiction.contradiction(between: quotes, and: rival) else { continue }
            let text = "Статьи расходятся: «\(found.first)» и «\(found.second)»."
            note(.init(kind: .contradiction, message: text, reason: .contradictingArticles))
            return handOff(.contradiction, .contradictingArticles, text)
        }
        pass(.contradiction, "Статья, по которой составлен ответ, не расходится с соседней.")
    }

    /// What is left of the draft; `nil` when nothing is, which is a reason of its own.
    mutating func askGrounding(
        _ draft: DraftedReply?, _ texts: ConversationTexts
    ) throws(AnalysisError) -> ReviewedReply? {
        guard let draft, !draft.sentences.isEmpty else {
            if reasons.isEmpty { handOff(.grounding, .noAnswer, "Черновика нет.") }
            return nil
        }
        let check = try SentenceCheck(
            sources: draft.sources, conversation: texts.all, purpose: draft.purpose, policy: policy,
            guardrails: guardrails, analyzers: analyzers)
        let verdicts = try check.reviews(of: draft.sentences)
        var kept: [ReviewedReply.Sentence] = []
        var removed: [ReviewedReply.Sentence] = []
        for sentence in verdicts {
            let treatment = check.treatment(of: sentence.verdict)
            if treatment == .remove { removed.append(sentence) } else { kept.append(sentence) }
            guard treatment != nil else { continue }
            let text = draft.sentences[sentence.index].text
            note(
                .init(
                    kind: .ungroundedSentence,
                    message: "Предложение не подтверждено источником: «\(text)». \(sentence.note ?? "")",
                    place: .draft, sentence: sentence.index))
        }
        let reviewed = ReviewedReply(sentences: kept, removed: removed)
        guard Self.hasSubstance(kept, for: draft.purpose) else {
            handOff(.grounding, .notGrounded, "В черновике не осталось ни одного подтверждённого утверждения.")
            return nil
        }
        if removed.isEmpty, kept.count == verdicts.count, findings.allSatisfy({ $0.kind != .ungroundedSentence }) {
            pass(.grounding, "Каждое предложение черновика подтверждено источником.")
        } else {
            warn(.grounding, "Убрано предложений: \(removed.count); помечено: \(kept.count { $0.note != nil }).")
        }
        return reviewed
    }

    /// Whether what is left of a draft does what it is for.
    private static func hasSubstance(_ kept: [ReviewedReply.Sentence], for purpose: DraftedReply.Purpose) -> Bool {
        switch purpose {
        case .answer: kept.contains { $0.verdict == .quotation || $0.verdict == .supported }
        case .clarification: !kept.isEmpty
        case .translation, .summary: kept.contains { $0.verdict != .courtesy && $0.verdict != .unsupported }
        }
    }

    /// Warns of what is written badly; takes out what must not be said and what does something when shown.
    ///
    /// Quotations are the company's own words: they are warned of, never taken out.
    mutating func askForm(
        _ draft: DraftedReply?, _ reviewed: ReviewedReply?, _ channel: Channel, _ texts: ConversationTexts
    ) throws(AnalysisError) -> ReviewedReply? {
        guard let draft, let reviewed else { return nil }
        var notes: [Int: String] = [:]
        for sentence in reviewed.sentences where sentence.verdict != .quotation {
            guard let found = guardrails.sanitizer.sanitize(draft.sentences[sentence.index].text).findings.first else {
                continue
            }
            notes[sentence.index] = found.explanation
            note(
                .init(
                    kind: .form, message: found.explanation, place: .draft, sentence: sentence.index,
                    utf8Range: found.utf8Range))
        }
        let whole = WholeReply(draft, reviewed.sentences.filter { notes[$0.index] == nil })
        // An operator asked for the language of a translation: it need not be the customer's.
        let language: WrittenLanguage =
            draft.purpose == .translation ? .unknown : LanguageDetector.language(of: texts.question.string)
        let context = ReplyContext(
            customerLanguage: language, quotedRanges: whole.quotedRanges)
        let text = try AnalyzedText(whole.text, using: analyzers)
        let found = guardrails.linter.findings(in: text, channel: channel, context: context)
        for finding in found {
            let place = whole.place(of: finding.utf8Range)
            note(
                .init(
                    kind: .form, message: finding.explanation, place: place.map { _ in .draft },
                    sentence: place?.sentence.index, utf8Range: place?.utf8Range))
            guard finding.severity == .block, let sentence = place?.sentence, sentence.verdict != .quotation else {
                continue
            }
            notes[sentence.index] = finding.explanation
        }
        let count = found.count + notes.count
        if count == 0 { pass(.form, "К форме ответа замечаний нет.") }
        if count > 0 { warn(.form, "Замечаний к форме ответа: \(count).") }
        return takingOut(notes, of: reviewed, for: draft.purpose)
    }

    /// What is left without some sentences; `nil`, and a reason, when no claim is left.
    private mutating func takingOut(
        _ notes: [Int: String], of reviewed: ReviewedReply, for purpose: DraftedReply.Purpose
    ) -> ReviewedReply? {
        let kept = reviewed.sentences.filter { notes[$0.index] == nil }
        let removed = reviewed.sentences.filter { notes[$0.index] != nil }.map {
            ReviewedReply.Sentence(
                index: $0.index, verdict: $0.verdict, supports: $0.supports, note: notes[$0.index])
        }
        guard Self.hasSubstance(kept, for: purpose) else {
            handOff(.form, .notGrounded, "После проверки формы в черновике не осталось ни одного утверждения.")
            return nil
        }
        return ReviewedReply(
            sentences: kept, removed: (reviewed.removed + removed).sorted { $0.index < $1.index })
    }
}

/// The sentences of a draft as one text, one a line.
private struct WholeReply {
    private(set) var text = ""
    private var ranges: [(sentence: ReviewedReply.Sentence, utf8Range: Range<Int>)] = []

    init(_ draft: DraftedReply, _ sentences: [ReviewedReply.Sentence]) {
        for sentence in sentences {
            if !text.isEmpty { text += "\n" }
            let start = text.utf8.count
            text += draft.sentences[sentence.index].text
            ranges.append((sentence, start..<text.utf8.count))
        }
    }

    /// What is quoted or a courtesy of ours.
    var quotedRanges: [Range<Int>] { ranges.filter { $0.sentence.verdict == .quotation }.map(\.utf8Range) }

    /// The sentence that a range lies in, and the range within it; `nil` when it spans several.
    func place(of range: Range<Int>) -> (sentence: ReviewedReply.Sentence, utf8Range: Range<Int>)? {
        ranges.first { $0.utf8Range.lowerBound <= range.lowerBound && range.upperBound <= $0.utf8Range.upperBound }
            .map {
                ($0.sentence, range.lowerBound - $0.utf8Range.lowerBound..<range.upperBound - $0.utf8Range.lowerBound)
            }
    }
}

extension ReviewedReply.Verdict {
    init(_ verdict: SentenceGrounding.Verdict) {
        self =
            switch verdict {
            case .courtesy: .courtesy
            case .supported: .supported
            case .partly: .partly
            case .unsupported: .unsupported
            }
    }
}
