import TextAnalysis

/// Number words that count what is named beside them, and claim no number of their own.
///
/// - Positive (claims nothing): «обе карты» from «карты Мир и Visa»; «в одном заказе» from «вместе»; «первым вычитают промокод» from
///   «сначала вычитается промокод».
/// - Negative: «две карты» from «три карты»; «один раз» from «два раза».
/// - Near miss: a digit always claims.
enum CountingWord {
    /// Whether a literal of the draft that no span has is such a word.
    ///
    /// The spans must have no number of the same kind that it could stand for.
    static func claimsNothing(_ literal: ClaimLiteral, _ alignment: ClaimAlignment) -> Bool {
        guard literal.isInWords, case .quantity(let quantity) = literal.value, quantity.dimension == nil,
            literal.unit == nil, quantity.low == quantity.high, !hasRival(quantity, alignment)
        else { return false }
        if quantity.isOrdinal {
            return quantity.low <= 2 * Quantity.one && alignment.spans.contains { isOrder($0.claim) }
        }
        if quantity.low == Quantity.one { return true }
        return quantity.low == 2 * Quantity.one && alignment.spans.contains { joins($0.claim) }
    }

    private static func hasRival(_ quantity: Quantity, _ alignment: ClaimAlignment) -> Bool {
        alignment.spans.contains { span in
            span.claim.literals.contains { other in
                guard case .quantity(let said) = other.value else { return false }
                return said.dimension == nil && said.isOrdinal == quantity.isOrdinal && said != quantity
            }
        }
    }

    /// Whether a text joins two things: «и», «или», «ни то ни другое».
    private static func joins(_ claim: ClaimText) -> Bool {
        claim.words.contains { ["и", "или", "либо", "ни", "другое"].contains($0.form) }
    }

    /// Whether a text puts things in order.
    private static func isOrder(_ claim: ClaimText) -> Bool {
        claim.words.contains { ["сначала", "сперва", "вначале", "затем", "потом", "последним"].contains($0.form) }
    }
}
