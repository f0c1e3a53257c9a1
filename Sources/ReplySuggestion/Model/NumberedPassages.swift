import KnowledgeBase
import ReplyPolicy
import Retrieval
import TextAnalysis

/// The passages that a model is given and may cite, numbered from 1.
///
/// Of each answerable question the best article: the found passage first, then the article's opening, then its other passages by what they are worth
/// for the question.
struct NumberedPassages {
    /// The most passages in all, and of one article.
    static let maxCount = 8
    static let maxCountOfArticle = 4
    /// The most UTF-8 bytes of all passages; a passage that does not fit is left out, the first is cut at a sentence.
    static let maxBytes = 8_192
    /// The most places that one sentence is held against.
    private static let maxPlaces = 8

    /// A passage.
    struct Passage {
        /// What the model reads: the headings above it and its sentences, list items and table rows on lines of their own.
        let text: String
        /// Its sentences as places to be cited, in order.
        let places: [Citation]
    }

    /// In the order of their numbers.
    let passages: [Passage]
    private let stems: [[Set<String>]]
    private let analyzers: AnalyzerPool

    /// Chooses passages.
    init(of questions: [QuestionEvidence], analyzers: AnalyzerPool) throws(AnalysisError) {
        var chosen: [(article: String, ordinal: Int)] = []
        var passages: [Passage] = []
        var bytes = 0
        for evidence in questions.compactMap(\.best) {
            for ordinal in Self.order(of: evidence) {
                let key = (evidence.article.id, ordinal)
                guard passages.count < Self.maxCount, !chosen.contains(where: { $0 == key }) else { continue }
                let limit = Self.maxBytes - bytes
                guard let passage = Self.passage(ordinal, of: evidence, limit, mayCut: passages.isEmpty) else {
                    continue
                }
                chosen.append(key)
                passages.append(passage)
                bytes += passage.text.utf8.count
            }
        }
        var stems: [[Set<String>]] = []
        for passage in passages {
            var sets: [Set<String>] = []
            for place in passage.places { sets.append(try Self.stems(of: place.quote, analyzers)) }
            stems.append(sets)
        }
        (self.passages, self.stems, self.analyzers) = (passages, stems, analyzers)
    }

    /// All numbers.
    var numbers: Set<Int> { Set(1..<(passages.count + 1)) }

    /// All places, in the order of the passages.
    var places: [Citation] { passages.flatMap(\.places) }

    /// The number of the passage that a place lies in; `nil` when it is none of them.
    func number(of place: Citation) -> Int? {
        passages.firstIndex { $0.places.contains(place) }.map { $0 + 1 }
    }

    /// The places that share most words with what a model wrote, in the order of the passages: of those that it cites, of all when it cites none.
    func nearest(to sentence: String, citing numbers: [Int]) throws(AnalysisError) -> [Citation] {
        let own = try Self.stems(of: sentence, analyzers)
        let cited = numbers.isEmpty ? Array(passages.indices) : numbers.map { $0 - 1 }
        var found: [(shared: Int, passage: Int, place: Int)] = []
        for passage in cited where passages.indices.contains(passage) {
            for (place, stems) in stems[passage].enumerated() {
                found.append((stems.intersection(own).count, passage, place))
            }
        }
        let best = found.filter { $0.shared > 0 }.sorted {
            ($1.shared, $0.passage, $0.place) < ($0.shared, $1.passage, $1.place)
        }
        return best.prefix(Self.maxPlaces)
            .sorted { ($0.passage, $0.place) < ($1.passage, $1.place) }
            .map { passages[$0.passage].places[$0.place] }
    }

    /// The passages of an article in the order in which they are wanted.
    private static func order(of evidence: PassageEvidence) -> [Int] {
        var worth: [Int: Float] = [:]
        for sentence in evidence.sentences { worth[sentence.passage, default: 0] += sentence.worth }
        let opening = evidence.sentences.first?.passage
        let others = worth.keys
            .filter { $0 != evidence.ordinal && $0 != opening }
            .sorted { (worth[$1, default: 0], $0) < (worth[$0, default: 0], $1) }
        var order = [evidence.ordinal]
        if let opening, opening != evidence.ordinal { order.append(opening) }
        return Array((order + others).prefix(maxCountOfArticle))
    }

    private static func passage(
        _ ordinal: Int, of evidence: PassageEvidence, _ limit: Int, mayCut: Bool
    ) -> Passage? {
        let headings = evidence.source.passages.first { $0.ordinal == ordinal }?.headingPath ?? [evidence.article.title]
        var text = headings.joined(separator: ". ")
        var places: [Citation] = []
        var previous: SentenceEvidence?
        for sentence in evidence.sentences where sentence.passage == ordinal {
            let head = tableHead(of: sentence, after: previous, in: evidence.source)
            let line = separator(between: previous, and: sentence) + head + marker(sentence.kind) + sentence.text
            guard text.utf8.count + line.utf8.count <= limit else {
                if mayCut, !places.isEmpty { break }
                return nil
            }
            text += line
            places.append(
                Citation(
                    article: evidence.article, utf8Range: sentence.sourceRange, textRange: sentence.utf8Range,
                    quote: sentence.text))
            previous = sentence
        }
        return places.isEmpty ? nil : Passage(text: text, places: places)
    }

    /// The head of the table that begins with a sentence, with its line break.
    private static func tableHead(
        of sentence: SentenceEvidence, after previous: SentenceEvidence?, in article: Article
    ) -> String {
        guard sentence.kind == .tableRow, previous?.kind != .tableRow else { return "" }
        let heads = article.plainText.blocks.filter {
            $0.kind == .tableHeader && $0.utf8Range.upperBound <= sentence.utf8Range.lowerBound
        }
        return heads.last.map { article.plainText.text(in: $0.utf8Range) + "\n" } ?? ""
    }

    private static func separator(between previous: SentenceEvidence?, and next: SentenceEvidence) -> String {
        previous?.block == next.block ? " " : "\n"
    }

    private static func marker(_ kind: PlainText.Kind) -> String {
        switch kind {
        case .listItem(let ordinal?): "\(ordinal). "
        case .listItem(nil): "— "
        default: ""
        }
    }

    private static func stems(of text: String, _ analyzers: AnalyzerPool) throws(AnalysisError) -> Set<String> {
        Set(try AnalyzedText(text, using: analyzers).words.filter { !$0.isStopWord }.map(\.stem))
    }
}
