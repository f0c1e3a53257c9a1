/// Takes off the quotation marks that a model puts around its whole reply.
///
/// The opening mark goes when its closing mark is not in the first sentence, and then the closing mark that has no opening one; or both, when the reply is one
/// sentence between them. «Тариф «Лето» закончился.» and «Лето» — это тариф.» keep theirs.
struct ReplyQuotation: Sendable {
    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = ["«": "»", "“": "”", "„": "“", "\"": "\""]

    /// The mark that closes the reply, once its opening has been taken off.
    private var closing: Unicode.Scalar?

    /// A sentence without its part of the reply's own quotation marks.
    ///
    /// - Parameters:
    ///   - scalars: the sentence.
    ///   - isFirst: whether it is the first of the reply.
    ///   - isLast: whether the reply ends with it.
    /// - Returns: the sentence as it is to be read.
    mutating func unquoted(_ scalars: [Unicode.Scalar], isFirst: Bool, isLast: Bool) -> [Unicode.Scalar] {
        if isFirst, let first = scalars.first, let closing = Self.pairs[first] {
            guard let end = Self.end(ofQuotationIn: scalars, closing) else {
                self.closing = closing
                return Array(scalars.dropFirst())
            }
            let isWhole = isLast && scalars[(end + 1)...].allSatisfy { ".!?…".unicodeScalars.contains($0) }
            guard isWhole else { return scalars }
            return Array(scalars[1..<end] + scalars[(end + 1)...])
        }
        guard let closing, let last = scalars.lastIndex(of: closing), Self.isUnopened(closing, in: scalars) else {
            return scalars
        }
        guard scalars[(last + 1)...].allSatisfy({ ".!?…".unicodeScalars.contains($0) }) else { return scalars }
        self.closing = nil
        var rest = scalars
        rest.remove(at: last)
        return rest
    }

    /// Where the quotation ends that the first character opens.
    private static func end(ofQuotationIn scalars: [Unicode.Scalar], _ closing: Unicode.Scalar) -> Int? {
        let opening = scalars[0]
        var depth = 1
        for index in scalars.indices.dropFirst() {
            if scalars[index] == closing { depth -= 1 } else if scalars[index] == opening { depth += 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static func isUnopened(_ closing: Unicode.Scalar, in scalars: [Unicode.Scalar]) -> Bool {
        if closing == "\"" { return !scalars.count { $0 == closing }.isMultiple(of: 2) }
        let opening = pairs.first { $0.value == closing }?.key
        return scalars.count { $0 == closing } > scalars.count { $0 == opening }
    }
}
