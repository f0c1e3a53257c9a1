import KnowledgeBase
import Retrieval
import TextAnalysis

/// Takes a reply that a person has written apart, and finds for each sentence the places of articles that may say it.
struct WrittenReply {
    /// The most places that a sentence is held against.
    private static let maxPlaces = 8

    private let places: [Citation]
    private let stems: [Set<String>]
    private let analyzers: AnalyzerPool

    /// Looks for places in pieces of evidence.
    init(_ evidence: [PassageEvidence], analyzers: AnalyzerPool) throws(AnalysisError) {
        var places: [Citation] = []
        var stems: [Set<String>] = []
        for piece in evidence {
            for sentence in piece.sentences {
                places.append(
                    Citation(
                        article: piece.article, utf8Range: sentence.sourceRange, textRange: sentence.utf8Range,
                        quote: sentence.text))
                stems.append(try Self.stems(of: sentence.text, analyzers))
            }
        }
        (self.places, self.stems, self.analyzers) = (places, stems, analyzers)
    }

    /// The reply as a draft.
    func draft(_ text: String) throws(AnalysisError) -> ReplyDraft {
        let bytes = Array(text.utf8)
        var sentences: [DraftSentence] = []
        var end = 0
        for range in SentenceSplitter.sentences(of: text) {
            let (marker, start) = Self.marker(bytes, range)
            let sentence = String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
            let breaks = bytes[end..<range.lowerBound].count { $0 == 0x0A }
            let separator: DraftSentence.Separator = breaks == 0 ? .space : breaks == 1 ? .line : .paragraph
            sentences.append(
                DraftSentence(
                    text: sentence, marker: marker, separator: separator, citations: try nearest(to: sentence)))
            end = range.upperBound
        }
        return ReplyDraft(source: .person, sentences: sentences)
    }

    /// The places that share most words with a sentence, in the order of the articles.
    private func nearest(to sentence: String) throws(AnalysisError) -> [Citation] {
        if Pleasantry.isAll(of: sentence) { return [] }
        let own = try Self.stems(of: sentence, analyzers)
        let shared = stems.map { $0.intersection(own).count }
        let best = places.indices.filter { shared[$0] > 0 }.sorted { (shared[$1], $0) < (shared[$0], $1) }
        return best.prefix(Self.maxPlaces).sorted().map { places[$0] }
    }

    private static func stems(of text: String, _ analyzers: AnalyzerPool) throws(AnalysisError) -> Set<String> {
        let analyzed = try AnalyzedText(text, using: analyzers)
        return Set(analyzed.words.filter { !$0.isStopWord }.map(\.stem))
    }

    /// `1. ` or `— ` before a list item, and where the sentence begins after it.
    private static func marker(_ bytes: [UInt8], _ range: Range<Int>) -> (String, Int) {
        let head = bytes[range].prefix(8)
        let digits = head.prefix { (0x30...0x39).contains($0) }
        if !digits.isEmpty, head.dropFirst(digits.count).starts(with: ". ".utf8), digits.count + 2 < range.count {
            let end = range.lowerBound + digits.count + 2
            return (String(decoding: bytes[range.lowerBound..<end], as: UTF8.self), end)
        }
        for sign in ["— ", "- ", "• ", "– "] where head.starts(with: sign.utf8) && sign.utf8.count < range.count {
            return ("— ", range.lowerBound + sign.utf8.count)
        }
        return ("", range.lowerBound)
    }
}
