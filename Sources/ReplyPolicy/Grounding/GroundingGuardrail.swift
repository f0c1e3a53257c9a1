/// Checks that a draft says nothing that its sources do not.
///
/// The strict form, for drafts made of quotations: a sentence with citations must be one of its quotes, whole and letter for letter, as
/// ``wording(of:)`` writes it; so no word, number or «не» can be added, changed, moved or lost. A sentence without citations must be a
/// ``Courtesy``.
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

    /// Looks for sentences that are not covered.
    ///
    /// - Parameter sentences: the sentences of a draft, without the markers of list items.
    /// - Returns: one finding for each sentence that is not covered, in their order.
    public func findings(in sentences: [Sentence]) -> [GuardrailFinding] {
        sentences.filter { !Self.isCovered($0) }.map { sentence in
            GuardrailFinding(
                kind: .ungroundedSentence,
                message: "Предложение не подтверждено источником: «\(sentence.text)»."
            )
        }
    }

    /// A quote as a draft writes it: the cells of a table row are joined by dashes, all else is as it is.
    ///
    /// - Parameter quote: plain text of an article.
    /// - Returns: the text for the customer.
    public static func wording(of quote: String) -> String {
        quote.replacing(" | ", with: " — ")
    }

    private static func isCovered(_ sentence: Sentence) -> Bool {
        guard !sentence.quotes.isEmpty else { return Courtesy(rawValue: sentence.text) != nil }
        // Compared by bytes: `==` of strings would take two spellings of a letter for one.
        return sentence.quotes.contains { wording(of: $0).utf8.elementsEqual(sentence.text.utf8) }
    }
}
