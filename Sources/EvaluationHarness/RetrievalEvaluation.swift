public import Evaluation
public import KnowledgeBase
public import Retrieval

/// Runs the topics of a collection against an index and measures what comes back.
public struct RetrievalEvaluation: Sendable {
    /// How deep every ranking is: enough for Recall@100.
    public static let depth = 100

    /// The measures, in the order of reports.
    public static let measures: [Measure] = [
        .nDCG(at: 10, gain: .linear), .reciprocalRank(at: 10), .recall(at: 10), .recall(at: 100),
    ]

    /// The values over all judged topics.
    public let report: Report
    /// The values by kind of topic, for collections that name kinds; sorted by kind.
    public let reportsByKind: [(kind: String, report: Report)]
    /// The rankings, for a TREC run file.
    public let run: Run
    /// Microseconds for each topic: analysis, ranking and grouping by article, without snippets, one after the other.
    public let latency: LatencySummary

    /// Evaluates.
    ///
    /// Every topic is run once before it is timed, so that latencies are of a warm index.
    /// - Parameters:
    ///   - collection: topics and judgements.
    ///   - searcher: the index of the collection's documents.
    ///   - today: the day on which articles must be in force.
    ///   - progress: called with the number of topics done.
    /// - Throws: `RetrievalError`, or `EvaluationError` for a collection that cannot be measured.
    public init(
        collection: RetrievalCollection,
        searcher: KnowledgeSearcher,
        today: CalendarDate,
        progress: (Int) -> Void = { _ in }
    ) throws {
        var rankings: [String: [ScoredDocumentID]] = [:]
        var microseconds: [Double] = []
        let clock = ContinuousClock()
        for (index, topic) in collection.topics.enumerated() {
            let request = SearchRequest(text: topic.text, limit: Self.depth, scope: .operators, today: today)
            _ = try searcher.rankArticles(request)
            let start = clock.now
            let ranked = try searcher.rankArticles(request)
            microseconds.append((clock.now - start).microseconds)
            // A corpus may have an identifier twice: the better of its documents counts.
            var seen: Set<String> = []
            rankings[topic.id] = ranked.filter { seen.insert($0.id).inserted }
                .map { ScoredDocumentID(id: $0.id, score: Double($0.score)) }
            progress(index + 1)
        }
        run = try Run(rankings: rankings)
        report = try Report(run: run, qrels: try collection.judgements(), measures: Self.measures)
        reportsByKind = try Self.byKind(collection, run)
        latency = try LatencySummary(microseconds: microseconds)
    }

    private static func byKind(
        _ collection: RetrievalCollection, _ run: Run
    ) throws -> [(kind: String, report: Report)] {
        try Set(collection.kinds.values).sorted().map { kind in
            let qrels = try collection.judgements { collection.kinds[$0] == kind }
            return (kind, try Report(run: run, qrels: qrels, measures: measures))
        }
    }
}

extension RetrievalCollection {
    /// The judgements of the topics that were read and that satisfy a condition: a judged topic that is not in the file
    /// of topics is not counted.
    func judgements(where isIncluded: (String) -> Bool = { _ in true }) throws(EvaluationError) -> Qrels {
        var judgements: [String: [String: Int]] = [:]
        for topic in topics where isIncluded(topic.id) {
            judgements[topic.id] = qrels.judgements(for: topic.id)
        }
        return try Qrels(judgements: judgements)
    }
}

extension Duration {
    /// The duration in microseconds.
    public var microseconds: Double {
        Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
    }
}
