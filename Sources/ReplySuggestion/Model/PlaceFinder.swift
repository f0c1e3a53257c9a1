import TextAnalysis

/// Finds for a sentence of a model the places of its passages that may say it.
struct PlaceFinder {
    /// The most places that one sentence is held against.
    private static let maxPlaces = 8

    private let passages: NumberedPassages
    private let stems: [[Set<String>]]
    private let analyzers: AnalyzerPool

    /// Reads the passages.
    init(_ passages: NumberedPassages, analyzers: AnalyzerPool) throws(AnalysisError) {
        var stems: [[Set<String>]] = []
        for passage in passages.passages {
            var sets: [Set<String>] = []
            for place in passage.places { sets.append(try Self.stems(of: place.quote, analyzers)) }
            stems.append(sets)
        }
        (self.passages, self.stems, self.analyzers) = (passages, stems, analyzers)
    }

    /// The places that share most words with what a model wrote, in the order of the passages: of those that it cites, of all when it cites none.
    func nearest(to sentence: String, citing numbers: [Int]) throws(AnalysisError) -> [Citation] {
        let own = try Self.stems(of: sentence, analyzers)
        let cited = numbers.isEmpty ? Array(passages.passages.indices) : numbers.map { $0 - 1 }
        var found: [(shared: Int, passage: Int, place: Int)] = []
        for passage in cited where passages.passages.indices.contains(passage) {
            for (place, stems) in stems[passage].enumerated() {
                found.append((stems.intersection(own).count, passage, place))
            }
        }
        let best = found.filter { $0.shared > 0 }.sorted {
            ($1.shared, $0.passage, $0.place) < ($0.shared, $1.passage, $1.place)
        }
        return best.prefix(Self.maxPlaces)
            .sorted { ($0.passage, $0.place) < ($1.passage, $1.place) }
            .map { passages.passages[$0.passage].places[$0.place] }
    }

    private static func stems(of text: String, _ analyzers: AnalyzerPool) throws(AnalysisError) -> Set<String> {
        Set(try AnalyzedText(text, using: analyzers).words.filter { !$0.isStopWord }.map(\.stem))
    }
}
