public import TextAnalysis

/// Notices that two articles say different things of the same matter.
///
/// Two sentences are of the same matter when three quarters of their content words are the same, and three at least; they contradict each
/// other when a number of the same unit differs, or when one of them denies what the other says. It is a strict rule: sentences in other words
/// are not compared, since a false alarm would keep a good answer from the operator.
///
/// Examples: «Возврат занимает 5 рабочих дней» against «Возврат занимает 10 рабочих дней»; «Бельё вернуть можно» against «Бельё вернуть нельзя».
/// Near misses: «Доставка курьером стоит 199 ₽» and «Доставка экспрессом стоит 499 ₽» (the courier is no express); «от 5 дней» twice.
/// - Source: our own rule; that articles contradict each other is the complaint about knowledge bases in the industry's texts.
public struct ContradictionGuardrail: Sendable {
    /// Two sentences that do not go together.
    public struct Contradiction: Equatable, Sendable {
        /// The sentence of the first text.
        public let first: String
        /// The sentence of the second.
        public let second: String
    }

    private static let minSharedWords = 3
    private static let minSharedShare = 0.75
    private static let negations: Set<String> = ["не", "нет", "нельзя", "без", "невозможно", "запрещено"]

    /// Makes the guardrail.
    public init() {}

    /// Looks for the first contradiction.
    ///
    /// - Parameters:
    ///   - first: sentences of one article.
    ///   - second: sentences of another.
    /// - Returns: two sentences that contradict each other, or `nil`.
    /// - Complexity: O(n · m) sentences, with words of both once.
    public func contradiction(between first: [AnalyzedText], and second: [AnalyzedText]) -> Contradiction? {
        let theirs = second.map { ($0, Statement($0)) }.filter { $0.1.words.count >= Self.minSharedWords }
        for text in first {
            let mine = Statement(text)
            guard mine.words.count >= Self.minSharedWords else { continue }
            for (other, statement) in theirs where mine.contradicts(statement) {
                return Contradiction(first: text.string, second: other.string)
            }
        }
        return nil
    }

    /// A sentence taken apart.
    private struct Statement {
        var words: Set<String> = []
        /// Values by the stem of the word after them.
        var numbers: [String: Set<String>] = [:]
        var isNegated = false

        init(_ text: AnalyzedText) {
            let units = text.units.filter { Self.isNumber($0.form) }
            var items = text.words.filter { word in !units.contains { $0.utf8Range.overlaps(word.utf8Range) } } + units
            items.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
            for (index, item) in items.enumerated() {
                if ContradictionGuardrail.negations.contains(item.form) {
                    isNegated.toggle()
                } else if Self.isNumber(item.form) {
                    let unit = items[(index + 1)...].first { !Self.isNumber($0.form) }
                    numbers[unit?.stem ?? "", default: []].insert(item.form)
                } else if !item.isStopWord, item.form != "можно" {
                    words.insert(item.stem)
                }
            }
        }

        private static func isNumber(_ form: String) -> Bool {
            form.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } && !form.isEmpty
        }

        func contradicts(_ other: Statement) -> Bool {
            let shared = words.intersection(other.words).count
            guard shared >= minSharedWords,
                Double(shared) >= minSharedShare * Double(words.union(other.words).count)
            else { return false }
            if isNegated != other.isNegated, words == other.words { return true }
            return numbers.contains { unit, values in other.numbers[unit].map { $0 != values } ?? false }
        }
    }
}
