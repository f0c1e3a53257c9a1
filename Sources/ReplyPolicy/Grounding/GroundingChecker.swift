public import TextAnalysis

/// Finds for each sentence of a draft the cited span that says it, by words, numbers and structure; no model.
///
/// A sentence is supported when
/// - each literal (number, sum, date, time, phone, link, address, code) is in a cited span or the conversation, with its unit and bound and
///   with the words around it (``GroundingProblem/Kind/misplacedNumber``);
/// - most of its words are said by the cited spans: by the same stem, root, or a synonym of a fixed list; and those of each clause mostly by
///   one span, so that no claim is put together from halves;
/// - each clause denies, allows, obliges, limits and hedges as the clause of the span that says most of it;
/// - nobody else does it, from no other event on, and what is said of two things is not changed about between them.
///
/// Several spans may support a sentence, a span for each clause. ``GroundingGuardrail`` is the strict form for drafts made of quotations.
///
/// What it cannot see: a change of meaning by other words that are all in the spans and near each other, and irony. All texts are data: an
/// instruction in a draft or a source is a sentence like others. What it cannot read it does not support.
///
/// Pure and deterministic.
public struct GroundingChecker: Sendable {
    /// A longer sentence is not read, in UTF-8 bytes.
    public static let maxSentenceBytes = 2048
    /// What a sentence cites is not read when it is longer in all, in UTF-8 bytes.
    public static let maxCitedBytes = 16_384
    /// A sentence with more numbers, links and so on is not read.
    public static let maxLiterals = 32

    /// Makes a checker.
    public init() {}

    /// Checks a draft.
    ///
    /// - Parameters:
    ///   - draft: its sentences, with the spans that each cites.
    ///   - sources: the cited spans; an index that is none of theirs cites nothing.
    ///   - conversation: the messages so far: numbers and names in them may be repeated, but prove no claim.
    /// - Returns: one result for each sentence, in their order.
    /// - Complexity: O(bytes) to read; for each sentence O(words · 32 + clauses · clauses of the cited spans + literals · literals of the
    ///   cited spans), within the limits above.
    public func check(
        _ draft: [DraftClaim], sources: [AnalyzedText], conversation: [AnalyzedText]
    ) -> [SentenceGrounding] {
        var cited = [Bool](repeating: false, count: sources.count)
        for claim in draft {
            for index in claim.sources where sources.indices.contains(index) { cited[index] = true }
        }
        let spans = sources.indices.map { index in
            cited[index] && sources[index].bytes.count <= Self.maxCitedBytes ? SourceIndex(sources[index]) : nil
        }
        let said = conversation.filter { $0.bytes.count <= 1 << 16 }.map { ClaimText($0) }
        return draft.map { check($0, spans, said) }
    }

    private func check(_ claim: DraftClaim, _ spans: [SourceIndex?], _ conversation: [ClaimText]) -> SentenceGrounding {
        var indices: [Int] = []
        for index in claim.sources where spans.indices.contains(index) && !indices.contains(index) {
            indices.append(index)
        }
        let cited = indices.compactMap { spans[$0] }
        if let support = Self.quotedSentence(claim.text, indices, spans) {
            return SentenceGrounding(verdict: .supported, supports: [support], problems: [])
        }
        let whole = 0..<claim.text.bytes.count
        guard whole.count <= Self.maxSentenceBytes, cited.map(\.text.bytes.count).reduce(0, +) <= Self.maxCitedBytes,
            cited.count == indices.count
        else { return Self.failed(.unreadable, 0..<min(whole.count, 64), claim.text) }
        if let unknown = ClaimBytes.unknownCharacter(claim.text.bytes, in: whole) {
            return Self.failed(.unreadable, unknown, claim.text)
        }
        let text = ClaimText(claim.text)
        if let unread = text.unread { return Self.failed(.unreadable, unread, claim.text) }
        if CourtesyRule.isCourtesy(text) || Courtesy(rawValue: claim.text.string) != nil {
            return SentenceGrounding(verdict: .courtesy, supports: [], problems: [])
        }
        guard text.literals.count <= Self.maxLiterals else { return Self.failed(.unreadable, whole, claim.text) }
        guard !cited.isEmpty else { return Self.failed(.uncited, whole, claim.text) }
        return compare(text, claim.text, cited, indices, conversation)
    }

    private func compare(
        _ claim: ClaimText, _ text: AnalyzedText, _ cited: [SourceIndex], _ indices: [Int], _ conversation: [ClaimText]
    ) -> SentenceGrounding {
        let alignment = ClaimAlignment(claim, cited)
        var problems: [GroundingProblem] = []
        func add(_ kind: GroundingProblem.Kind, _ range: Range<Int>, _ words: String = "") {
            let explanation = kind.explanation(words.isEmpty ? text.text(range) : words)
            problems.append(GroundingProblem(kind: kind, utf8Range: range, explanation: explanation))
        }
        for found in LiteralRule(alignment, conversation: conversation.flatMap(\.literals)).problems() {
            add(found.kind, found.utf8Range)
        }
        for found in NegationRule(alignment: alignment).problems() { add(found.kind, found.utf8Range, found.words) }
        for found in ModalityRule(alignment: alignment).problems() { add(found.kind, found.utf8Range, found.words) }
        for found in ConditionRule(alignment).problems() { add(found.kind, found.utf8Range, found.words) }
        for found in MeaningRule(alignment: alignment, conversation: conversation).problems() {
            add(found.kind, found.utf8Range)
        }
        for range in ActorRule(alignment: alignment).problems() { add(.changedActor, range) }
        for range in EventRule(alignment: alignment).problems() { add(.changedEvent, range) }
        if let range = PairingRule(alignment: alignment).problem() { add(.crossedPairs, range) }
        let coverage = CoverageRule(alignment: alignment)
        if coverage.share < CoverageRule.lowShare {
            for word in coverage.missing { add(.unsupportedTerm, word.utf8Range) }
        }
        if coverage.share < CoverageRule.highShare || !coverage.isTogether { add(.lowCoverage, 0..<text.bytes.count) }
        problems.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
        return SentenceGrounding(
            verdict: problems.isEmpty ? .supported : problems.contains(where: \.isFatal) ? .unsupported : .partly,
            supports: Self.supports(alignment, indices), problems: problems)
    }

    private static func failed(
        _ kind: GroundingProblem.Kind, _ range: Range<Int>, _ text: AnalyzedText
    ) -> SentenceGrounding {
        let problem = GroundingProblem(kind: kind, utf8Range: range, explanation: kind.explanation(text.text(range)))
        return SentenceGrounding(verdict: .unsupported, supports: [], problems: [problem])
    }

    /// The place of a sentence that is letter for letter a sentence of a span, or the whole span as a draft writes it.
    private static func quotedSentence(
        _ text: AnalyzedText, _ indices: [Int], _ spans: [SourceIndex?]
    ) -> SentenceGrounding.Support? {
        guard !text.bytes.isEmpty else { return nil }
        for index in indices {
            guard let span = spans[index] else { continue }
            let source = span.text
            if span.wording == text.bytes {
                return SentenceGrounding.Support(source: index, utf8Range: 0..<source.bytes.count)
            }
            for range in source.sentences where range.count == text.bytes.count {
                guard source.bytes[range].elementsEqual(text.bytes) else { continue }
                return SentenceGrounding.Support(source: index, utf8Range: range)
            }
        }
        return nil
    }

    private static func supports(_ alignment: ClaimAlignment, _ indices: [Int]) -> [SentenceGrounding.Support] {
        var supports: [SentenceGrounding.Support] = []
        for case .some(let best) in alignment.best {
            let claim = alignment.spans[best.span].claim
            let range = claim.sentences[claim.clauses[best.clause].sentence]
            let support = SentenceGrounding.Support(source: indices[best.span], utf8Range: range)
            if !supports.contains(support) { supports.append(support) }
        }
        return supports
    }
}
