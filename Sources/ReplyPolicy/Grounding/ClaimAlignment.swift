import TextAnalysis

/// A sentence of a draft beside the spans it cites: which word says what which word says, and which clause which.
struct ClaimAlignment: Sendable {
    /// A word of a span.
    struct Place: Equatable, Sendable {
        /// Index of ``spans``.
        let span: Int
        /// Index of the span's words.
        let word: Int
    }

    /// A clause of a span.
    struct ClausePlace: Hashable, Sendable {
        let span: Int
        let clause: Int
    }

    let draft: ClaimText
    let spans: [SourceIndex]
    /// For each word of the draft, where it is said.
    let matches: [[Place]]
    /// For each clause of the draft, the clause that says most of it; `nil` when none says anything.
    private(set) var best: [ClausePlace?] = []
    /// For each clause of the draft, the best and those of its sentence that say words which the best does not.
    private var saying: [[ClausePlace]] = []

    init(_ draft: ClaimText, _ spans: [SourceIndex]) {
        self.draft = draft
        self.spans = spans
        matches = draft.words.map { word in
            spans.indices.flatMap { span in spans[span].matches(of: word).map { Place(span: span, word: $0) } }
        }
        let all = spans.indices.flatMap { span in
            spans[span].claim.clauses.indices.map { ClausePlace(span: span, clause: $0) }
        }
        var starts: [Int] = []
        for span in spans { starts.append((starts.last ?? 0) + span.claim.clauses.count) }
        starts.insert(0, at: 0)
        let raw = draft.clauses.indices.map { scores(of: $0, all, starts) }
        let sentences = sentenceScores(raw, all)
        for clause in draft.clauses.indices {
            let scores = all.indices.map { raw[clause][$0] > 0 ? raw[clause][$0] + sentences[$0] * 0.1 : 0 }
            let most = scores.max() ?? 0
            let ties = most > 0 ? scores.indices.filter { scores[$0] >= most * 0.999 }.map { all[$0] } : []
            // Of clauses that say as much, the one that denies as often: «не курьер, а почта».
            let count = draft.clauses[clause].denial.count
            best.append(ties.first { self.clause(at: $0).denial.count == count } ?? ties.first)
            saying.append(homes(of: clause))
        }
    }

    /// How much of a clause of the draft each clause of the spans says.
    private func scores(of clause: Int, _ all: [ClausePlace], _ starts: [Int]) -> [Float] {
        var scores = [Float](repeating: 0, count: all.count)
        for index in draft.clauses[clause].words {
            // «Нет» alone finds its like.
            let isDenial = draft.words[index].roles.contains(.denial)
            let weight = max(Self.weight(draft.words[index]), isDenial ? 0.2 : 0)
            guard weight > 0 else { continue }
            var seen: [Int] = []
            for place in matches[index] {
                let word = spans[place.span].claim.words[place.word]
                let at = starts[place.span] + word.clause
                guard !seen.contains(at) else { continue }
                seen.append(at)
                scores[at] += weight * Self.share(Derivation.distance(draft.words[index], word))
            }
        }
        for literal in draft.literals where literal.clause == clause {
            for (span, source) in spans.enumerated() {
                for other in source.claim.literals where other.value == literal.value {
                    scores[starts[span] + other.clause] += 1
                }
            }
        }
        return scores
    }

    private static func share(_ distance: Derivation.Distance) -> Float {
        switch distance {
        case .related: 1
        case .synonyms: 0.9
        case .family: 0.7
        }
    }

    /// For each clause, how much of all clauses of the draft its sentence says.
    private func sentenceScores(_ raw: [[Float]], _ all: [ClausePlace]) -> [Float] {
        var totals = [Float](repeating: 0, count: all.count)
        var first = 0
        while first < all.count {
            let sentence = clause(at: all[first]).sentence
            var end = first
            while end < all.count, all[end].span == all[first].span, clause(at: all[end]).sentence == sentence {
                end += 1
            }
            let total = raw.map { scores in scores[first..<end].max() ?? 0 }.reduce(0, +)
            for index in first..<end { totals[index] = total }
            first = end
        }
        return totals
    }

    /// The best clause of a clause of the draft, and the clauses of its sentence with the content words that it does not have.
    private func homes(of clause: Int) -> [ClausePlace] {
        guard let best = best[clause] else { return [] }
        var homes = [best]
        for index in draft.clauses[clause].words where Self.weight(draft.words[index]) == 1 {
            for place in places(of: index) {
                let home = ClausePlace(span: place.span, clause: word(at: place).clause)
                if !homes.contains(home) { homes.append(home) }
            }
        }
        return homes
    }

    /// Where the best clause of a word's clause says the word; if it does not, where its sentence does; of both the nearest words only.
    func places(of index: Int) -> [Place] {
        guard let best = best[draft.words[index].clause] else { return [] }
        let sentence = clause(at: best).sentence
        if matches[index].isEmpty { return [] }
        let all = matches[index].filter { $0.span == best.span && word(at: $0).sentence == sentence }
        if all.count < 2 { return all }
        let distances = all.map { Derivation.distance(draft.words[index], word(at: $0)) }
        guard let least = distances.min() else { return [] }
        let near = zip(all, distances).filter { $0.1 == least }.map(\.0)
        let inClause = near.filter { word(at: $0).clause == best.clause }
        return inClause.isEmpty ? near : inClause
    }

    /// All clauses of spans that say the draft, each once.
    var said: [ClausePlace] {
        var places: [ClausePlace] = []
        for place in saying.joined() where !places.contains(place) { places.append(place) }
        return places
    }

    /// The clauses of spans that say a clause of the draft.
    func said(of clause: Int) -> [ClausePlace] { saying[clause] }

    /// A word of a span.
    func word(at place: Place) -> ClaimWord { spans[place.span].claim.words[place.word] }

    /// A clause of a span.
    func clause(at place: ClausePlace) -> ClaimText.Clause { spans[place.span].claim.clauses[place.clause] }

    /// How much a word counts: 0 when it claims nothing.
    static func weight(_ word: ClaimWord) -> Float {
        switch word.weight {
        case .glue: 0
        case .general: 0.35
        case .content, .critical: 1
        }
    }

    /// The words of a clause of a span.
    func words(of place: ClausePlace) -> ArraySlice<ClaimWord> {
        let claim = spans[place.span].claim
        return claim.words[claim.clauses[place.clause].words]
    }

    /// The words of the sentence of a clause of a span.
    func sentenceWords(of place: ClausePlace) -> ArraySlice<ClaimWord> {
        let claim = spans[place.span].claim
        let sentence = claim.clauses[place.clause].sentence
        var (first, last) = (place.clause, place.clause)
        while first > 0, claim.clauses[first - 1].sentence == sentence { first -= 1 }
        while last + 1 < claim.clauses.count, claim.clauses[last + 1].sentence == sentence { last += 1 }
        return claim.words[claim.clauses[first].words.lowerBound..<claim.clauses[last].words.upperBound]
    }

    /// The text of a span.
    func text(_ span: Int, _ utf8Range: Range<Int>) -> String { spans[span].text.text(utf8Range) }
}
