import KnowledgeBase
import Retrieval

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
    /// A passage.
    struct Passage {
        /// What the model reads: the headings above it and its sentences, list items and table rows on lines of their own.
        let text: String
        /// Its sentences as places to be cited, in order.
        let places: [Citation]
    }

    /// In the order of their numbers.
    let passages: [Passage]

    /// Chooses passages.
    init(of questions: [QuestionEvidence]) {
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
        self.passages = passages
    }

    /// All numbers.
    var numbers: Set<Int> { Set(1..<(passages.count + 1)) }

    /// All places, in the order of the passages.
    var places: [Citation] { passages.flatMap(\.places) }

    /// The number of the passage that a place lies in; `nil` when it is none of them.
    func number(of place: Citation) -> Int? {
        passages.firstIndex { $0.places.contains(place) }.map { $0 + 1 }
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
}
