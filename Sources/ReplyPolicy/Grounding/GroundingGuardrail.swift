/// Recognises quotations: the strict form of grounding.
///
/// A sentence with citations is a quotation if it is one of its quotes, whole and letter for letter, as ``wording(of:)`` writes it; so no word,
/// number or «не» can be added, changed, moved or lost. A sentence without citations must be a ``Courtesy``.
public enum GroundingGuardrail {
    /// Whether a sentence needs no further check.
    ///
    /// - Parameters:
    ///   - sentence: what the customer would read, without the marker of a list item.
    ///   - quotes: the texts of its citations; empty for a greeting or a closing.
    /// - Returns: whether it is one of the quotes, or a courtesy when there are none.
    public static func isQuotation(_ sentence: String, of quotes: [String]) -> Bool {
        guard !quotes.isEmpty else { return Courtesy(rawValue: sentence) != nil }
        // Compared by bytes: `==` of strings would take two spellings of a letter for one.
        return quotes.contains { wording(of: $0).utf8.elementsEqual(sentence.utf8) }
    }

    /// A quote as a draft writes it: the cells of a table row are joined by dashes, all else is as it is.
    ///
    /// - Parameter quote: plain text of an article.
    /// - Returns: the text for the customer.
    public static func wording(of quote: String) -> String {
        quote.replacing(" | ", with: " — ")
    }
}
