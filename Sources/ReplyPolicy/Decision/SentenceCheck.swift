public import TextAnalysis

/// Holds sentences against sources that are known beforehand: one by one, as somebody writes them, or all at once.
///
/// A quotation, whole and letter for letter, needs no further look; everything else is checked word by word. Sentences of the sources that speak to
/// the machine are no source of anything.
public struct SentenceCheck: Sendable {
    private let sources: [AnalyzedText]
    private let conversation: [AnalyzedText]
    private let attribution: DraftAttribution
    private let purpose: DraftedReply.Purpose
    private let rules: GroundingRules
    private let guardrails: ReplyGuardrails
    private let analyzers: AnalyzerPool

    init(
        sources: [DraftedReply.Source], conversation: [AnalyzedText], purpose: DraftedReply.Purpose, policy: Policy,
        guardrails: ReplyGuardrails, analyzers: AnalyzerPool
    ) throws(AnalysisError) {
        var original: [AnalyzedText] = []
        for source in sources { original.append(try AnalyzedText(source.text, using: analyzers)) }
        self.sources = try original.map { (text) throws(AnalysisError) in
            try Self.withoutInstructions(text, guardrails, analyzers)
        }
        self.conversation = try conversation.map { (text) throws(AnalysisError) in
            try Self.withoutInstructions(text, guardrails, analyzers)
        }
        attribution = DraftAttribution(screen: guardrails.screen, sources: original, conversation: conversation)
        self.purpose = purpose
        rules = policy.grounding
        self.guardrails = guardrails
        self.analyzers = analyzers
    }

    /// Checks one sentence, its form included: text that does something when it is shown is never supported.
    ///
    /// - Parameters:
    ///   - sentence: the sentence; a citation that is no index of the sources counts as none.
    ///   - index: its number in the draft.
    /// - Returns: what was found out.
    /// - Throws: `AnalysisError` when the sentence cannot be read: then it must not be shown.
    public func review(
        _ sentence: DraftedReply.Sentence, at index: Int
    ) throws(AnalysisError) -> ReviewedReply.Sentence {
        if let found = guardrails.sanitizer.sanitize(sentence.text).findings.first {
            return .init(index: index, verdict: .unsupported, note: found.explanation)
        }
        let review = try reviews(of: [sentence])[0]
        return .init(index: index, verdict: review.verdict, supports: review.supports, note: review.note)
    }

    /// What the policy wants to become of a sentence; `nil` when nothing is wrong with it.
    public func treatment(of verdict: ReviewedReply.Verdict) -> GroundingRules.Treatment? {
        switch verdict {
        case .courtesy, .quotation, .supported: nil
        // Of a translation or a summary nothing better can be said.
        case .partly: purpose == .translation || purpose == .summary ? .mark : rules.partly
        case .unsupported: rules.unsupported
        }
    }

    /// Checks sentences for what they claim.
    func reviews(of sentences: [DraftedReply.Sentence]) throws(AnalysisError) -> [ReviewedReply.Sentence] {
        var reviews = [ReviewedReply.Sentence?](repeating: nil, count: sentences.count)
        var claims: [DraftClaim] = []
        var indices: [Int] = []
        for (index, sentence) in sentences.enumerated() {
            var citations = sentence.citations.filter { sources.indices.contains($0) }
            // A question may speak of anything that the sources say.
            if purpose == .clarification, citations.isEmpty { citations = Array(sources.indices) }
            let quotes = citations.map { sources[$0].string }
            if GroundingGuardrail.isQuotation(sentence.text, of: quotes) {
                let own = citations.filter { GroundingGuardrail.isQuotation(sentence.text, of: [sources[$0].string]) }
                reviews[index] = .init(
                    index: index, verdict: quotes.isEmpty ? .courtesy : .quotation,
                    supports: own.isEmpty ? citations : own)
            } else {
                claims.append(
                    DraftClaim(text: try AnalyzedText(sentence.text, using: analyzers), sources: citations))
                indices.append(index)
            }
        }
        let checked = guardrails.grounding.check(claims, sources: sources, conversation: conversation)
        for ((index, claim), grounding) in zip(zip(indices, claims), checked) {
            reviews[index] = review(claim, grounding, at: index)
        }
        // Fails closed: a sentence that was not checked is not supported.
        return reviews.enumerated().map { index, review in
            review ?? .init(index: index, verdict: .unsupported, note: "Предложение не проверено.")
        }
    }

    private func review(_ claim: DraftClaim, _ grounding: SentenceGrounding, at index: Int) -> ReviewedReply.Sentence {
        switch purpose {
        case .clarification where claim.text.string.hasSuffix("?") && !grounding.problems.contains(where: \.isInvented):
            return .init(index: index, verdict: .courtesy)
        case .translation where LanguageDetector.language(of: claim.text.string) != .russian:
            return translated(claim, at: index)
        case .summary where !claim.sources.isEmpty && !grounding.problems.contains(where: \.isInvented):
            let isSupported = grounding.verdict == .supported
            return .init(
                index: index, verdict: isSupported ? .supported : .partly, supports: claim.sources,
                note: isSupported ? nil : "Сказано своими словами: сверьте с перепиской.")
        case .answer, .clarification, .translation, .summary:
            var note = grounding.problems.map(\.explanation).joined(separator: " ")
            var verdict = ReviewedReply.Verdict(grounding.verdict)
            if verdict == .supported || verdict == .partly,
                let objection = attribution.objection(
                    to: claim.text, citing: claim.sources, hasSupport: !grounding.supports.isEmpty)
            {
                (verdict, note) = (.unsupported, objection)
            }
            return .init(
                index: index, verdict: verdict, supports: Set(grounding.supports.map(\.source)).sorted(),
                note: note.isEmpty ? nil : note)
        }
    }

    /// A sentence in another language: its figures must be those of the sources or of the conversation.
    private func translated(_ claim: DraftClaim, at index: Int) -> ReviewedReply.Sentence {
        let known = (claim.sources.map { sources[$0] } + conversation).reduce(into: Set<String>()) {
            $0.formUnion(Figures.runs(in: $1.string))
        }
        let unknown = Figures.runs(in: claim.text.string).filter { !known.contains($0) }
        guard unknown.isEmpty else {
            let note = "Числа «\(unknown.joined(separator: "», «"))» нет в источнике."
            return .init(index: index, verdict: .unsupported, note: note)
        }
        return .init(
            index: index, verdict: .partly, supports: claim.sources,
            note: "Перевод: сверены только числа, смысл проверьте сами.")
    }

    /// A source or message with spaces in the place of sentences that speak to the machine, so that ranges stay true: those are no source of anything.
    private static func withoutInstructions(
        _ text: AnalyzedText, _ guardrails: ReplyGuardrails, _ analyzers: AnalyzerPool
    ) throws(AnalysisError) -> AnalyzedText {
        let findings = guardrails.screen.findings(in: text)
        guard !findings.isEmpty else { return text }
        var bytes = text.bytes
        for range in text.sentences where findings.contains(where: { $0.utf8Range.overlaps(range) }) {
            for index in range { bytes[index] = 0x20 }
        }
        for finding in findings { for index in finding.utf8Range { bytes[index] = 0x20 } }
        return try AnalyzedText(String(decoding: bytes, as: UTF8.self), using: analyzers)
    }
}

/// The figures of a text, as they are the same in all languages.
enum Figures {
    /// The runs of digits, in order; one space, point or comma between groups of three belongs to a number: `1 299`, `1,299` and `1299` are one.
    static func runs(in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var runs: [String] = []
        var run = ""
        var index = 0
        while index < scalars.count {
            if let digit = scalars[index].properties.numericType == .decimal
                ? scalars[index].properties.numericValue : nil
            {
                run += String(Int(digit))
            } else if !run.isEmpty, isGroupSeparator(at: index, scalars, after: run) {
                index += 1
                continue
            } else if !run.isEmpty {
                runs.append(run)
                run = ""
            }
            index += 1
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    private static let separators: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", ",", "."]

    private static func isGroupSeparator(at index: Int, _ scalars: [Unicode.Scalar], after run: String) -> Bool {
        guard separators.contains(scalars[index]) else { return false }
        let group = scalars[(index + 1)...].prefix { $0.properties.numericType == .decimal }
        return group.count == 3
    }
}
