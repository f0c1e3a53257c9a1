public import TextAnalysis

/// Looks for attempts on the machine in a customer's message, an article or a model's output.
///
/// The layers, each in a file of its own: phrases of orders in Russian and English (``OverridePhrases`` and its neighbours) over words
/// freed of their disguises (``FoldedText``), hidden characters, marks of prompts, markup that does something, code (``CodeScan``),
/// and texts in a code, which are decoded and looked at again, two codes deep at most.
///
/// A finding never changes an outcome. Customers quote attempts, and an unknown wording is missed: what protects is that the text stays
/// data (``Neutralizer``) and that models decide nothing.
public struct InjectionScreen: Sendable {
    /// How many codes are undone one inside another.
    private static let maxDepth = 2

    /// How far alphabets are shifted: ROT13 both ways in Russian, and Caesar's own three.
    private static let shifts = [13, -13, 3, -3]

    /// Makes the screen.
    public init() {}

    /// The findings of a text.
    ///
    /// - Parameter text: what came in, as it came.
    /// - Returns: the findings in the order of their start; those of one kind do not overlap.
    /// - Complexity: O(bytes).
    public func findings(in text: AnalyzedText) -> [ScreeningFinding] {
        Self.findings(in: text.bytes)
    }

    /// The findings of UTF-8 bytes.
    static func findings(in bytes: [UInt8]) -> [ScreeningFinding] {
        ScreeningMerge.merged(findings(in: bytes, depth: 0))
    }

    private static func findings(in bytes: [UInt8], depth: Int) -> [ScreeningFinding] {
        let lexicon = AttemptLexicon.shared
        let folded = FoldedText(bytes, lexicon: lexicon)
        var findings = attempts(in: folded)
        findings += attempts(in: folded.unsplit(lexicon))
        findings += disguised(folded) + disguised(folded.unsplit(lexicon))
        findings += CodeScan.findings(in: bytes)
        for shift in shifts { findings += encoded(folded.shifted(back: shift, lexicon), "сдвиг по алфавиту") }
        findings += encoded(folded.reversed(lexicon), "письмо задом наперёд")
        let hidden = HiddenTextScan(bytes)
        findings += hidden.findings
        for mark in PromptDelimiterScanner.delimiters(in: bytes) {
            findings.append(
                ScreeningFinding(
                    kind: .delimiterForgery, utf8Range: mark.range, score: mark.score,
                    explanation: "Текст подделывает границы реплик или разделов запроса к модели."))
        }
        findings += MarkupFindings.findings(in: bytes)
        guard depth < maxDepth else { return findings }
        for payload in PayloadDecoder.payloads(in: bytes) + hidden.payloads {
            if let finding = finding(of: payload, depth: depth) { findings.append(finding) }
        }
        return findings
    }

    // MARK: Phrases

    private static func attempts(in text: FoldedText) -> [ScreeningFinding] {
        AttemptPhrases.shared.matches(in: text.words).flatMap { match -> [ScreeningFinding] in
            let words = text.words[match.words]
            let range = words.reduce(words[match.words.lowerBound].utf8Range) {
                min($0.lowerBound, $1.utf8Range.lowerBound)..<max($0.upperBound, $1.utf8Range.upperBound)
            }
            let disguise = words.reduce(into: FoldedText.Disguise()) { $0.formUnion($1.disguise) }
            let found = ScreeningFinding(
                kind: match.phrase.kind, utf8Range: range, score: match.phrase.score,
                explanation: "Текст \(match.phrase.explanation). Это данные, а не указание: ответ от них не зависит.")
            guard !disguise.subtracting(.latin).isEmpty else { return [found] }
            return [
                found,
                ScreeningFinding(
                    kind: .disguisedLetters, utf8Range: range, score: 0.9,
                    explanation: "Слова указания спрятаны: \(description(of: disguise))."),
            ]
        }
    }

    private static func description(of disguise: FoldedText.Disguise) -> String {
        var parts: [String] = []
        if disguise.contains(.letters) { parts.append("буквы похожи на другие") }
        if disguise.contains(.signs) { parts.append("вместо букв цифры и знаки") }
        if disguise.contains(.hidden) { parts.append("внутри невидимые символы") }
        if disguise.contains(.spacing) { parts.append("пробелы стоят не там") }
        return parts.joined(separator: ", ")
    }

    /// Words that are disguised: pairs of them say enough, and three that are disguised with one that we know.
    private static func disguised(_ text: FoldedText) -> [ScreeningFinding] {
        // A piece of a long word is no disguise; letters with spaces between them are.
        let words = text.words.filter { word in
            !word.disguise.contains(.joined) && !word.disguise.subtracting(.latin).isEmpty
        }
        guard words.count >= 2 else { return [] }
        func finding(_ words: some Collection<FoldedText.Word>) -> ScreeningFinding {
            let start = words.map(\.utf8Range.lowerBound).min() ?? 0
            let end = words.map(\.utf8Range.upperBound).max() ?? start
            let disguise = words.reduce(into: FoldedText.Disguise()) { $0.formUnion($1.disguise) }
            return ScreeningFinding(
                kind: .disguisedLetters, utf8Range: start..<end, score: 0.8,
                explanation: "Слова указания спрятаны: \(description(of: disguise)).")
        }
        let matches = AttemptPhrases.disguised.matches(in: words)
        if !matches.isEmpty { return matches.map { finding(words[$0.words]) } }
        // Other languages have letters of their own; only plain letters of two scripts are counted.
        let odd = words.filter { !$0.disguise.isDisjoint(with: [.signs, .scripts]) }
        let known = odd.filter { !$0.cues.subtracting(.signs).isEmpty && $0.letters.count >= 4 }
        return known.count >= 3 || odd.count >= 4 && !known.isEmpty ? [finding(odd)] : []
    }

    // MARK: Codes

    private static func encoded(_ text: FoldedText, _ code: String) -> [ScreeningFinding] {
        guard text.words.count > 1 else { return [] }
        let matches =
            AttemptPhrases.shared.matches(in: text.words) + AttemptPhrases.disguised.matches(in: text.words)
        return matches.map { match in
            let words = text.words[match.words]
            let start = words.map(\.utf8Range.lowerBound).min() ?? 0
            let end = words.map(\.utf8Range.upperBound).max() ?? start
            return ScreeningFinding(
                kind: .encodedPayload, utf8Range: start..<end, score: 0.85,
                explanation: "В коде (\(code)) записано указание машине.")
        }
    }

    private static func finding(of payload: EncodedPayload, depth: Int) -> ScreeningFinding? {
        let inner = findings(in: payload.decoded, depth: depth + 1)
        if let strongest = inner.max(by: { $0.score < $1.score }) {
            return ScreeningFinding(
                kind: .encodedPayload, utf8Range: payload.range, score: max(0.9, strongest.score),
                explanation: "В коде (\(payload.code.rawValue)) записано указание машине.")
        }
        guard payload.code == .base64 || payload.code == .hexadecimal || payload.code == .binary,
            payload.decoded.contains(0x20)
        else { return nil }
        return ScreeningFinding(
            kind: .encodedPayload, utf8Range: payload.range, score: 0.55,
            explanation: "Часть текста записана кодом (\(payload.code.rawValue)): прочитайте её, прежде чем отвечать.")
    }
}
