/// A measure of one ranking against the judgements of its topic, between 0 (worst) and 1 (best).
///
/// Symbols of the formulas: k is the cut-off, at least 1; i a rank, counted from 1; g(i) the grade of the document at
/// rank i, 0 when it is not judged or the ranking is shorter; r(i) is 1 when g(i) ≥ `Qrels.relevanceLevel`, else 0;
/// R the number of relevant documents of the topic, retrieved or not.
/// A measure is 0 when R = 0, and 0 for an empty ranking, as in trec_eval with its option `-c`.
public enum Measure: Hashable, Sendable {
    /// Normalised discounted cumulative gain: DCG@k / IDCG@k.
    ///
    /// DCG@k = Σ gain(g(i)) / log2(i + 1) over i = 1…k. IDCG@k is the DCG@k of all judged documents of the topic by
    /// falling grade. Grades of zero or below have no gain. `Gain` says what gain(g) is.
    /// With `.linear` it is trec_eval's `ndcg_cut_k`. Source: Järvelin & Kekäläinen, ACM TOIS 20(4), 2002.
    case nDCG(at: Int, gain: Gain)
    /// Reciprocal rank: 1 / i of the smallest i ≤ k with r(i) = 1, else 0.
    ///
    /// It is trec_eval's `recip_rank` of the ranking cut after k documents. Its mean is known as MRR@k.
    case reciprocalRank(at: Int)
    /// Recall: Σ r(i) over i = 1…k, divided by R.
    ///
    /// It is trec_eval's `recall_k`.
    case recall(at: Int)
    /// Precision: Σ r(i) over i = 1…k, divided by k, even if the ranking is shorter.
    ///
    /// It is trec_eval's `P_k`.
    case precision(at: Int)
    /// Success: 1 when r(i) = 1 for some i ≤ k, else 0.
    ///
    /// It is trec_eval's `success_k`, known as hit rate too.
    case success(at: Int)
    /// Average precision: Σ r(i) · P@i over all ranks i, divided by R, where P@i is the precision at i.
    ///
    /// It is trec_eval's `map` of one topic. There is no cut-off.
    case averagePrecision

    /// The name in the notation of ir_measures, such as `nDCG@10`, `nDCG(dcg='exp-log2')@10`, `RR@10` or `AP`.
    public var name: String {
        switch self {
        case .nDCG(let cutoff, .linear): "nDCG@\(cutoff)"
        case .nDCG(let cutoff, .exponential): "nDCG(dcg='exp-log2')@\(cutoff)"
        case .reciprocalRank(let cutoff): "RR@\(cutoff)"
        case .recall(let cutoff): "R@\(cutoff)"
        case .precision(let cutoff): "P@\(cutoff)"
        case .success(let cutoff): "Success@\(cutoff)"
        case .averagePrecision: "AP"
        }
    }

    /// The value for one topic.
    ///
    /// Requires a cut-off of at least 1.
    ///
    /// - Parameters:
    ///   - topic: The identifier of a judged topic. One that is not judged has the value 0; averages must leave it out.
    ///   - qrels: The judgements.
    ///   - run: The rankings. A topic missing there counts as an empty ranking.
    /// - Returns: A value between 0 and 1.
    /// - Complexity: O(n + j log j), n = length of the ranking, j = judged documents of the topic.
    public func value(topic: String, qrels: Qrels, run: Run) -> Double {
        value(of: JudgedRanking(topicID: topic, qrels: qrels, run: run))
    }

    /// The value of a ranking whose grades are looked up already.
    ///
    /// Requires a cut-off of at least 1.
    func value(of ranking: JudgedRanking) -> Double {
        if let cutoff {
            precondition(cutoff >= 1, "the cut-off of a measure counts ranks from 1")
        }
        return switch self {
        case .nDCG(let cutoff, let gain): ranking.nDCG(at: cutoff, gain: gain)
        case .reciprocalRank(let cutoff): ranking.reciprocalRank(at: cutoff)
        case .recall(let cutoff): ranking.recall(at: cutoff)
        case .precision(let cutoff): ranking.precision(at: cutoff)
        case .success(let cutoff): ranking.success(at: cutoff)
        case .averagePrecision: ranking.averagePrecision()
        }
    }

    /// The number of ranks that the measure looks at, `nil` when it looks at all.
    private var cutoff: Int? {
        switch self {
        case .nDCG(let cutoff, _), .reciprocalRank(let cutoff), .recall(let cutoff), .precision(let cutoff),
            .success(let cutoff):
            cutoff
        case .averagePrecision:
            nil
        }
    }
}
