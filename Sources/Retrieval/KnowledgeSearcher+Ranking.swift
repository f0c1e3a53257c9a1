import KnowledgeBase
public import SearchIndex
import TextAnalysis

extension KnowledgeSearcher {
    /// The best passages in the order of both stages, at least `depth` of them if there are so many.
    ///
    /// Passages of one article crowd those of others out: the ranking is looked at deeper until `isEnough` or it ends.
    func rankPassages(
        _ query: AnalyzedQuery, depth start: Int, scope: SearchRequest.Scope, today: CalendarDate,
        until isEnough: ([ScoredDocument]) -> Bool
    ) throws(RetrievalError) -> [ScoredDocument] {
        let reranker = try reranker(of: query)
        let filter = filter(scope, today)
        var depth = max(start, reranker == nil ? 0 : PassageReranker.passageCount)
        while true {
            let passages = try mappingIndexErrors { () throws(IndexError) in
                try snapshot.search(query.query, limit: depth, filter: filter)
            }
            if passages.count < depth || isEnough(passages) {
                return try reranker?.rerank(passages, snapshot: snapshot) ?? passages
            }
            depth *= 4
        }
    }

    /// The second stage for a query; `nil` when it is off or would change nothing.
    private func reranker(of query: AnalyzedQuery) throws(RetrievalError) -> PassageReranker? {
        guard let layer = weightLayer else { return nil }
        let matcher = try headMatcher(of: query, layer: layer)
        return matcher.isEmpty ? nil : PassageReranker(matcher: matcher, cache: heads)
    }

    /// What looks for a query's words in passages; a word counts its weight times the idf of its stem.
    func headMatcher(of query: AnalyzedQuery, layer: Int) throws(RetrievalError) -> HeadMatcher {
        try HeadMatcher(query.words) { (word) throws(RetrievalError) in
            let idf = try mappingIndexErrors { () throws(IndexError) in
                try snapshot.inverseDocumentFrequency(of: word.word.stem, layer: layer)
            }
            return word.weight * idf
        }
    }

    /// The articles of ranked passages, each with the best of its passages.
    func articles(of passages: [ScoredDocument]) -> [(article: Int, best: ScoredDocument)] {
        // Where every article is one passage there is nothing to group.
        if table.articleCount == passageCount { return passages.map { (article(of: $0.docID), $0) } }
        var seen: Set<Int> = []
        return passages.compactMap { passage in
            let article = article(of: passage.docID)
            return seen.insert(article).inserted ? (article, passage) : nil
        }
    }

    /// The best articles by their best passage.
    func rank(
        _ query: AnalyzedQuery, _ request: SearchRequest
    ) throws(RetrievalError) -> [(article: Int, best: ScoredDocument)] {
        let passages = try rankPassages(
            query, depth: request.limit, scope: request.scope, today: request.today,
            until: { articles(of: $0).count >= request.limit })
        return Array(articles(of: passages).prefix(request.limit))
    }

    /// Explains the score of an article's best passage for a request, term by term, and what the second stage adds.
    ///
    /// - Returns: `nil` when the article has no term of the request.
    /// - Throws: `.articleNotFound`, or as `search`.
    public func explain(_ request: SearchRequest, articleID: String) throws(RetrievalError) -> Explanation? {
        guard let article = table.row(of: articleID) else { throw .articleNotFound(id: articleID) }
        let query = try analyze(request.text)
        let reranker = try reranker(of: query)
        let filter = filter(request.scope, request.today)
        let first = try mappingIndexErrors { () throws(IndexError) in
            try snapshot.search(query.query, limit: PassageReranker.passageCount, filter: filter)
        }
        var best: Explanation?
        for document in table.documents(of: article) {
            let docID = DocID(UInt32(document))
            var explanation = try mappingIndexErrors { () throws(IndexError) in
                try snapshot.explain(query.query, docID: docID)
            }
            if let reranker, let top = first.first?.score, first.contains(where: { $0.docID == docID }) {
                let evidence = try reranker.evidence(of: docID, snapshot: snapshot)
                explanation = PassageReranker.explanation(of: explanation, evidence, topScore: top)
            }
            if explanation.value > best?.value ?? 0 { best = explanation }
        }
        return best
    }
}

extension PassageReranker {
    /// The explanation of a passage's score in both stages.
    static func explanation(of first: Explanation, _ evidence: HeadEvidence, topScore: Float) -> Explanation {
        let bonus = Explanation(
            value: bonus(evidence, topScore: topScore),
            description: "place of the words = s · (\(depthWeight) · depth + \(proximityWeight) · proximity)",
            details: [
                Explanation(value: topScore, description: "s, best score of the first stage"),
                Explanation(value: evidence.depth, description: "depth, how early the words stand, 0 to 1"),
                Explanation(value: evidence.proximity, description: "proximity, how close the words stand, 0 to 1"),
            ])
        return Explanation(
            value: first.value + bonus.value, description: "score of the words + place of the words",
            details: [first, bonus])
    }
}
