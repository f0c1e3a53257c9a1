import Evaluation
import EvaluationHarness
import Foundation

/// What `sufler eval retrieval` prints.
struct RetrievalEvaluationResult: Encodable {
    let collection: String
    let topics: Int
    let measures: Measures
    let kinds: [Kind]
    let latencyMicroseconds: Latency
    let indexing: Indexing

    struct Measures: Encodable {
        let ndcgAt10: Double
        let mrrAt10: Double
        let recallAt10: Double
        let recallAt100: Double
        let zeroResultRate: Double

        private enum CodingKeys: String, CodingKey {
            case ndcgAt10 = "ndcg@10"
            case mrrAt10 = "mrr@10"
            case recallAt10 = "recall@10"
            case recallAt100 = "recall@100"
            case zeroResultRate
        }

        init(_ report: Report) {
            func mean(_ measure: Measure) -> Double { report.summary(for: measure)?.mean ?? 0 }
            ndcgAt10 = mean(.nDCG(at: 10, gain: .linear))
            mrrAt10 = mean(.reciprocalRank(at: 10))
            recallAt10 = mean(.recall(at: 10))
            recallAt100 = mean(.recall(at: 100))
            zeroResultRate = report.zeroResultRate
        }
    }

    struct Kind: Encodable {
        let kind: String
        let topics: Int
        let measures: Measures
    }

    struct Latency: Encodable {
        let p50: Double
        let p95: Double
        let p99: Double
        let mean: Double
    }

    struct Indexing: Encodable {
        let seconds: Double
        let documents: Int
        let passages: Int
        let tokens: UInt64
        let documentsPerSecond: Double
        let tokensPerSecond: Double
        let indexBytes: Int
    }

    init(
        _ collection: String, _ measurement: IndexingMeasurement, _ evaluation: RetrievalEvaluation, indexBytes: Int
    ) {
        self.collection = collection
        topics = evaluation.report.topicCount
        measures = Measures(evaluation.report)
        kinds = evaluation.reportsByKind.map {
            Kind(kind: $0.kind, topics: $0.report.topicCount, measures: Measures($0.report))
        }
        let latency = evaluation.latency
        latencyMicroseconds = Latency(p50: latency.p50, p95: latency.p95, p99: latency.p99, mean: latency.mean)
        indexing = Indexing(
            seconds: measurement.seconds,
            documents: measurement.documentCount,
            passages: measurement.passageCount,
            tokens: measurement.tokenCount,
            documentsPerSecond: measurement.documentsPerSecond,
            tokensPerSecond: measurement.tokensPerSecond,
            indexBytes: indexBytes
        )
    }

    /// The same for people.
    var table: String {
        var lines = [
            "Набор «\(collection)»: вопросов \(topics)",
            "",
            row("", "вопросов", "nDCG@10", "MRR@10", "Recall@10", "Recall@100", "пусто"),
            row("все", topics, measures),
        ]
        lines += kinds.map { row($0.kind, $0.topics, $0.measures) }
        lines += [
            "",
            "Задержка, мкс: p50 \(number(latencyMicroseconds.p50, 0)), p95 \(number(latencyMicroseconds.p95, 0)), "
                + "p99 \(number(latencyMicroseconds.p99, 0))",
            "Индексация: \(number(indexing.seconds, 3)) с, документов \(indexing.documents) "
                + "(\(number(indexing.documentsPerSecond, 0))/с), токенов \(indexing.tokens) "
                + "(\(number(indexing.tokensPerSecond, 0))/с), индекс \(indexing.indexBytes) байт",
        ]
        return lines.joined(separator: "\n")
    }

    private func row(_ name: String, _ topics: Int, _ measures: Measures) -> String {
        row(
            name, String(topics), number(measures.ndcgAt10, 4), number(measures.mrrAt10, 4),
            number(measures.recallAt10, 4), number(measures.recallAt100, 4), number(measures.zeroResultRate, 4))
    }

    private func row(_ name: String, _ cells: String...) -> String {
        let padded = cells.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(0, 14 - name.count)) + padded.joined()
    }

    private func number(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }
}
