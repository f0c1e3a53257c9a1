public import KnowledgeBase
import SearchIndex
import TextAnalysis

extension KnowledgeSearcher {
    /// How much words of the message around a question count beside the question's own.
    private static let contextWeight: Float = 0.3
    /// How much better than the best usable passage a withheld one must score to be a reason for silence.
    private static let withheldMargin: Float = 1.1
    /// The share of the best article's score from which the second best is a rival.
    private static let rivalShare: Float = 0.8
    /// How many passages of a question's ranking are looked at, at the least.
    private static let evidenceDepth = 50
    /// How many articles are looked at, if there are so many: the confidence compares the best with the fifth.
    private static let evidenceArticles = 5

    /// A question of a message with its words, and the passages found for it.
    struct RankedQuestion {
        let text: String
        let query: AnalyzedQuery
        /// Of all articles, in force or not, public or not; best first.
        let ranked: [ScoredDocument]
        /// Those that a customer may be told.
        let usable: [ScoredDocument]
    }

    /// The questions of a message that have words.
    func rankedQuestions(
        of message: QueryReader.Reading, today: CalendarDate
    ) throws(RetrievalError) -> [RankedQuestion] {
        var around = message.words
        around.weight = Self.contextWeight
        var questions: [RankedQuestion] = []
        for question in QuestionSplitter.questions(in: message.text) {
            let own = try withReader { (reader, analyzer) throws(RetrievalError) in
                try reader.words(of: question, weight: 1, analyzer: &analyzer)
            }
            let query = query([own, around])
            guard !query.words.isEmpty else { continue }
            let ranked = try rankPassages(
                query, depth: Self.evidenceDepth, scope: .everything, today: today,
                until: { passages in
                    articles(of: passages).count { isUsable($0.article, on: today) } >= Self.evidenceArticles
                })
            let usable = ranked.filter { isUsable(article(of: $0.docID), on: today) }
            questions.append(RankedQuestion(text: question, query: query, ranked: ranked, usable: usable))
        }
        return questions
    }

    /// Collects what the knowledge base has to say to a message.
    ///
    /// - Parameters:
    ///   - original: what the customer wrote.
    ///   - today: the day on which articles must be in force to be quoted.
    /// - Returns: one evidence for each question of the message, and the articles nearest to the whole.
    /// - Throws: `.queryTooLong`; `.analysis` or `.index` when something is broken.
    public func evidence(for original: String, today: CalendarDate) throws(RetrievalError) -> AnswerEvidence {
        let message = try read(original)
        let whole = query([message.words])
        var questions: [QuestionEvidence] = []
        for question in try rankedQuestions(of: message, today: today) {
            questions.append(try evidence(for: question, today))
        }
        let ranked = try rankPassages(
            whole, depth: Self.evidenceDepth, scope: .everything, today: today,
            until: { articles(of: $0).count >= Self.evidenceArticles })
        return AnswerEvidence(
            generation: generation, message: message.text, questions: questions,
            nearest: try rankedArticles(of: ranked, on: today))
    }

    private func evidence(
        for question: RankedQuestion, _ today: CalendarDate
    ) throws(RetrievalError) -> QuestionEvidence {
        let query = question.query
        let usable = question.usable
        let withheld = question.ranked.first { isWithheld(article(of: $0.docID), on: today) }
        var best: PassageEvidence?
        var rival: PassageEvidence?
        if let top = usable.first {
            best = try passageEvidence(for: top, query, ranking: usable, today)
            let own = article(of: top.docID)
            if let second = usable.first(where: { article(of: $0.docID) != own }),
                second.score >= Self.rivalShare * top.score
            {
                let others = usable.filter { article(of: $0.docID) != own }
                rival = try passageEvidence(for: second, query, ranking: others, today)
            }
        }
        var beating: WithheldEvidence?
        if let withheld, withheld.score >= Self.withheldMargin * (best?.score ?? 0) {
            beating = WithheldEvidence(
                article: try summary(of: withheld.docID, on: today),
                score: withheld.score,
                confidence: confidence(in: [withheld] + usable)
            )
        }
        return QuestionEvidence(
            text: question.text,
            asksForSteps: QuestionSplitter.asksForSteps(question.text),
            best: best,
            rival: rival,
            withheld: beating
        )
    }

    private func passageEvidence(
        for top: ScoredDocument, _ query: AnalyzedQuery, ranking: [ScoredDocument], _ today: CalendarDate
    ) throws(RetrievalError) -> PassageEvidence {
        let summary = try summary(of: top.docID, on: today)
        let record = try record(of: top.docID)
        let source = try article(id: summary.id)
        let weights = try TermWeights(query: query, snapshot: snapshot)
        let sentences = try withAnalyzer { (analyzer) throws(AnalysisError) in
            try SentenceCollector(article: source, weights: weights).sentences(analyzer: &analyzer)
        }
        return PassageEvidence(
            article: summary,
            source: source,
            ordinal: record.ordinal,
            score: top.score,
            confidence: confidence(in: ranking),
            sentences: sentences
        )
    }

    /// Whether an article is a reason not to answer: internal or out of force.
    ///
    /// One that a current public article has replaced, in one step or in several, is none.
    private func isWithheld(_ article: Int, on today: CalendarDate) -> Bool {
        guard !isUsable(article, on: today) else { return false }
        var seen: Set<Int> = [article]
        var latest = article
        while let next = table.replacement(of: latest), seen.insert(next).inserted {
            if isUsable(next, on: today) { return false }
            latest = next
        }
        return true
    }

    private func isUsable(_ article: Int, on today: CalendarDate) -> Bool {
        !table.isInternal(article) && table.isCurrent(article, on: today)
    }

    private func rankedArticles(of passages: [ScoredDocument], on today: CalendarDate) throws(RetrievalError)
        -> [RankedArticle]
    {
        try articles(of: passages).map { (_, best) throws(RetrievalError) in
            RankedArticle(article: try summary(of: best.docID, on: today), score: best.score)
        }
    }
}
