/// Checks that a draft says nothing that its sources do not.
///
/// First, strict form, for drafts made of quotations: a sentence with citations must be made of its quotes word by word, and every number
/// in a sentence must occur in a quote. A sentence without citations may greet and close, but hold no digit and no link.
public struct GroundingGuardrail: Sendable {
    /// A sentence of a draft as the guardrail sees it.
    public struct Sentence: Equatable, Sendable {
        /// What the customer would read.
        public let text: String
        /// The quotes of its citations; empty for a greeting or a closing.
        public let quotes: [String]

        /// Makes a sentence.
        public init(text: String, quotes: [String]) {
            self.text = text
            self.quotes = quotes
        }
    }

    /// Makes the guardrail.
    public init() {}

    /// One finding for each sentence that is not covered.
    public func findings(in sentences: [Sentence]) -> [GuardrailFinding] {
        sentences.compactMap { sentence in
            Self.isCovered(sentence)
                ? nil
                : GuardrailFinding(
                    kind: .ungroundedSentence,
                    message: "Предложение не подтверждено источником: «\(sentence.text)»."
                )
        }
    }

    private static func isCovered(_ sentence: Sentence) -> Bool {
        guard !sentence.quotes.isEmpty else {
            return !sentence.text.contains(where: \.isNumber) && !sentence.text.contains("://")
        }
        let allowed = Set(sentence.quotes.flatMap(words))
        return words(sentence.text).allSatisfy(allowed.contains)
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
