public import KnowledgeBase
import SearchIndex
import TextAnalysis

extension KnowledgeSearcher {
    /// How much words of the message around a question count beside the question's own.
    private static let contextWeight: Float = 0.3
    /// How much better than the best usable passage a withheld one must score to be a reason for silence.
    private static let withheldMargin: Float = 1.1
    /// How many passages of a question's ranking are looked at, at the least.
    private static let evidenceDepth = 50
    /// How many articles are looked at, if there are so many: the confidence compares the best with the fifth.
    private static let evidenceArticles = 5

    /// Collects what the knowledge base has to say to a message.
    ///
    /// - Parameters:
    ///   - original: what the customer wrote.
    ///   - today: the day on which articles must be in force to be quoted.
    /// - Returns: one evidence for each question of the message, and the articles nearest to the whole.
    /// - Throws: `.queryTooLong`; `.analysis` or `.index` when something is broken.
    public func evidence(for original: String, today: CalendarDate) throws(RetrievalError) -> AnswerEvidence {
        let reading = try read(original)
        let message = reading.text
        let whole = query([reading.words])
        var around = reading.words
        around.weight = Self.contextWeight
        var questions: [QuestionEvidence] = []
        for question in QuestionSplitter.questions(in: message) {
            let own = try withReader { (reader, analyzer) throws(RetrievalError) in
                try reader.words(of: question, weight: 1, analyzer: &analyzer)
            }
            let query = query([own, around])
            guard !query.words.isEmpty else { continue }
            questions.append(try evidence(for: question, query, today))
        }
        let ranked = try rankPassages(
            whole, depth: Self.evidenceDepth, scope: .everything, today: today,
            until: { articles(of: $0).count >= Self.evidenceArticles })
        return AnswerEvidence(
            generation: generation, message: message, questions: questions,
            nearest: rankedArticles(of: ranked, on: today))
    }

    private func evidence(
        for question: String, _ query: AnalyzedQuery, _ today: CalendarDate
    ) throws(RetrievalError) -> QuestionEvidence {
        let ranked = try rankPassages(
            query, depth: Self.evidenceDepth, scope: .everything, today: today,
            until: { passages in
                articles(of: passages).count { isUsable($0.article, on: today) } >= Self.evidenceArticles
            })
        let usable = ranked.filter { isUsable(article(of: $0.docID), on: today) }
        let withheld = ranked.first { isWithheld(article(of: $0.docID), on: today) }
        var best: PassageEvidence?
        if let top = usable.first {
            best = try passageEvidence(for: top, query, runnersUp: rankedArticles(of: usable, on: today), today)
        }
        var beating: WithheldEvidence?
        if let withheld, withheld.score >= Self.withheldMargin * (best?.score ?? 0) {
            let others = rankedArticles(of: [withheld] + usable, on: today)
            beating = WithheldEvidence(
                article: summary(of: article(of: withheld.docID), on: today),
                score: withheld.score,
                confidence: try confidence(of: withheld, query, runnersUp: others)
            )
        }
        return QuestionEvidence(
            text: question,
            asksForSteps: QuestionSplitter.asksForSteps(question),
            best: best,
            withheld: beating
        )
    }

    private func confidence(
        of top: ScoredDocument, _ query: AnalyzedQuery, runnersUp: [RankedArticle]
    ) throws(RetrievalError) -> Float {
        AnswerConfidence.probability(
            AnswerConfidence.Features(
                passageCount: passageCount,
                coverage: try coverage(of: query, in: top.docID),
                topScore: top.score,
                secondScore: runnersUp.dropFirst().first?.score ?? 0,
                fifthScore: runnersUp.dropFirst(4).first?.score ?? 0
            ))
    }

    private func passageEvidence(
        for top: ScoredDocument, _ query: AnalyzedQuery, runnersUp: [RankedArticle], _ today: CalendarDate
    ) throws(RetrievalError) -> PassageEvidence {
        let summary = summary(of: article(of: top.docID), on: today)
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
            confidence: try confidence(of: top, query, runnersUp: runnersUp),
            sentences: sentences
        )
    }

    /// The share of the query's weighted idf mass that a document matches by stem, or at half by root; from 0 to 1.
    private func coverage(of query: AnalyzedQuery, in docID: DocID) throws(RetrievalError) -> Float {
        let layers = snapshot.manifest.schema.layers
        guard let stemLayer = layers.firstIndex(where: { $0.analysis == .stem }) else { return 0 }
        let rootLayer = layers.firstIndex { $0.analysis == .root }
        let scores = try mappingIndexErrors { () throws(IndexError) in
            try snapshot.termScores(of: query.query, in: docID)
        }
        var found: [Int: Set<String>] = [:]
        for (term, score) in zip(query.query.terms, scores) where score > 0 {
            found[term.layer, default: []].insert(term.term)
        }
        // How much of each word is matched: by itself, or by another name of it.
        var shares = [Float](repeating: 0, count: query.words.count)
        for (index, word) in query.words.enumerated() {
            var share: Float = 0
            if found[stemLayer]?.contains(word.word.stem) == true {
                share = 1
            } else if let rootLayer, let root = word.word.root, found[rootLayer]?.contains(root) == true {
                share = 0.5
            }
            let place = word.alternativeTo ?? index
            shares[place] = max(shares[place], share)
        }
        var total: Float = 0
        var matched: Float = 0
        for (word, share) in zip(query.words, shares) where word.alternativeTo == nil {
            let idf = try mappingIndexErrors { () throws(IndexError) in
                try snapshot.inverseDocumentFrequency(of: word.word.stem, layer: stemLayer)
            }
            total += word.weight * idf
            matched += word.weight * idf * share
        }
        return total > 0 ? matched / total : 0
    }

    /// Whether an article is a reason not to answer: internal or out of force.
    ///
    /// One that a current public article has replaced, in one step or in several, is none.
    private func isWithheld(_ article: Int, on today: CalendarDate) -> Bool {
        guard !isUsable(article, on: today) else { return false }
        var seen: Set<Int> = [article]
        var latest = article
        while let next = table.index(of: table.entries[latest].replacedBy), seen.insert(next).inserted {
            if isUsable(next, on: today) { return false }
            latest = next
        }
        return true
    }

    private func isUsable(_ article: Int, on today: CalendarDate) -> Bool {
        let entry = table.entries[article]
        return !entry.isInternal && entry.isCurrent(on: today)
    }

    private func rankedArticles(of passages: [ScoredDocument], on today: CalendarDate) -> [RankedArticle] {
        articles(of: passages).map { RankedArticle(article: summary(of: $0.article, on: today), score: $0.best.score) }
    }
}
