public import Evaluation
import Foundation

/// A test collection on disk, in the form of BEIR.
///
/// ```
/// DIRECTORY/corpus.jsonl or corpus.jsonl.gz   _id, title, text    (absent: articles are the documents)
/// DIRECTORY/queries.jsonl                     _id, text, and for our own sets kind
/// DIRECTORY/qrels.tsv                         header, then query-id, corpus-id, score
/// ```
/// - Source: N. Thakur et al., BEIR: A heterogeneous benchmark for zero-shot evaluation of information retrieval
///   models, NeurIPS 2021.
public struct RetrievalCollection: Sendable {
    /// The last component of the folder's path.
    public let name: String
    /// The path of the corpus, or `nil` when the collection is over a knowledge base.
    public let corpusPath: String?
    /// The topics with at least one judgement, in the order of the file.
    ///
    /// Others are no topics.
    public let topics: [Topic]
    /// The judgements.
    public let qrels: Qrels
    /// The kind of each topic that names one, by topic.
    public let kinds: [String: String]

    /// Reads the topics and judgements of a folder.
    ///
    /// - Parameters:
    ///   - directory: the folder.
    ///   - queriesPath: another file of topics for the same judgements, such as a variant with typos.
    /// - Throws: a ``HarnessError`` that names the file and the line.
    public init(directory: String, queriesPath: String? = nil) throws(HarnessError) {
        let topicsFile = queriesPath ?? directory + "/queries.jsonl"
        let qrelsFile = directory + "/qrels.tsv"
        let allTopics = try Self.readTopics(topicsFile)
        let judgements = try Self.readText(qrelsFile)
        do throws(EvaluationError) {
            qrels = try Qrels(beirTSV: judgements)
        } catch {
            throw .evaluation(error, file: qrelsFile)
        }
        let judged = Set(qrels.topics)
        let kept = allTopics.filter { judged.contains($0.topic.id) }
        guard !kept.isEmpty else { throw .noJudgedTopics(topics: topicsFile, qrels: qrelsFile) }
        topics = kept.map(\.topic)
        kinds = Dictionary(kept.compactMap { line in line.kind.map { (line.topic.id, $0) } }) { first, _ in first }
        name = directory.split(separator: "/").last.map(String.init) ?? directory
        corpusPath = ["corpus.jsonl", "corpus.jsonl.gz"].map { directory + "/" + $0 }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    private struct TopicLine {
        let topic: Topic
        let kind: String?
    }

    private struct JSONTopic: Decodable {
        let id: String
        let text: String
        let kind: String?

        enum CodingKeys: String, CodingKey {
            case id = "_id"
            case text
            case kind
        }
    }

    private static func readTopics(_ path: String) throws(HarnessError) -> [TopicLine] {
        let decoder = JSONDecoder()
        var lines: [TopicLine] = []
        var seen: Set<String> = []
        // Cut at bytes: a carriage return and a line feed are one `Character`, which is no line feed.
        let slices = try readText(path).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in slices.enumerated() {
            guard Substring(line).contains(where: { !$0.isWhitespace }) else { continue }
            let decoded: JSONTopic
            do {
                decoded = try decoder.decode(JSONTopic.self, from: Data(line))
            } catch {
                let reason = "expected a JSON object with the strings _id and text"
                throw .invalidLine(file: path, line: index + 1, reason: reason)
            }
            guard seen.insert(decoded.id).inserted else {
                throw .invalidLine(file: path, line: index + 1, reason: "the _id \(decoded.id) occurs twice")
            }
            lines.append(TopicLine(topic: Topic(id: decoded.id, text: decoded.text), kind: decoded.kind))
        }
        return lines
    }

    private static func readText(_ path: String) throws(HarnessError) -> String {
        guard FileManager.default.fileExists(atPath: path) else { throw .fileNotFound(path: path) }
        do {
            return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }
}
