/// The rule that topic and document identifiers obey, so that every run can be written as a TREC file.
///
/// The TREC formats separate columns by ASCII white space and have no escape for it.
enum Identifier {
    /// Whether the text is not empty and has no byte at or below the ASCII space, nor a DEL.
    static func isValid(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > UInt8(ascii: " ") && $0 != 0x7F }
    }

    /// Rejects a text that is not a legal identifier.
    ///
    /// - Parameters:
    ///   - identifier: The topic or document identifier.
    ///   - line: The line that it was read from, `nil` outside a file.
    /// - Throws: `EvaluationError.invalidIdentifier`.
    static func validate(_ identifier: some StringProtocol, line: Int?) throws(EvaluationError) {
        guard isValid(identifier) else {
            throw .invalidIdentifier(line: line, text: String(identifier))
        }
    }
}
