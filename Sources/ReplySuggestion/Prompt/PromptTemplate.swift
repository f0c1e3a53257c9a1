import Mustache

/// A released version of a prompt, read from `prompts/NAME.vN.md`.
///
/// Immutable and safe to share between tasks. The form of the file is described in `docs/prompts.md`; ``PromptFile`` reads it.
public struct PromptTemplate: Sendable {
    /// The part of the file's name before the version.
    public let name: String
    /// From 1; a changed text is a new version.
    public let version: Int
    /// What the prompt is for, in Russian.
    public let purpose: String
    /// What must be filled in, in the order of the file.
    public let placeholders: [PromptPlaceholder]
    /// What the model is to write with.
    public let parameters: PromptParameters
    /// The hash of the file: its UTF-8 without a byte order mark, every line end a line feed.
    public let contentHash: ContentHash
    /// The rules, pairs of example task and example answer, the task.
    let turns: [Turn]

    /// A turn whose placeholders are not filled.
    struct Turn: Sendable {
        let role: PromptTurn.Role
        let template: MustacheTemplate
    }

    /// Fills the placeholders.
    ///
    /// Values stand in the text exactly as given: nothing is escaped, and what looks like a tag in a value is no tag. Foreign texts stand between
    /// lines with the boundary.
    ///
    /// - Parameters:
    ///   - values: by the names of the placeholders, all of them; an empty value only where the template allows it.
    ///   - boundary: the string of this request; it stands where the template has `{{boundary}}`.
    /// - Returns: what is to be sent, and by which names it is found again.
    /// - Throws: a value that is missing, unknown, empty, of the wrong kind, or contains the boundary. The caller can prevent all of these.
    public func render(
        _ values: [String: PromptValue], boundary: PromptBoundary
    ) throws(PromptRenderingError) -> RenderedPrompt {
        var texts: [String: String] = [:]
        for placeholder in placeholders where placeholder.name != PromptPlaceholder.boundaryName {
            guard let value = values[placeholder.name] else { throw .missingValue(placeholder.name) }
            let text = try Self.text(of: value, for: placeholder, boundary)
            // An empty text is left out: Mustache takes any string for true.
            if !Self.isBlank(text) { texts[placeholder.name] = text }
        }
        for name in values.keys.sorted() where !placeholders.contains(where: { $0.name == name }) {
            throw .unknownValue(name)
        }
        if values[PromptPlaceholder.boundaryName] != nil { throw .unknownValue(PromptPlaceholder.boundaryName) }
        texts[PromptPlaceholder.boundaryName] = boundary.text
        let rendered = turns.map { PromptTurn(role: $0.role, text: $0.template.render(texts)) }
        return RenderedPrompt(
            name: name, version: version, templateHash: contentHash, turns: rendered, parameters: parameters)
    }

    private static func text(
        of value: PromptValue, for placeholder: PromptPlaceholder, _ boundary: PromptBoundary
    ) throws(PromptRenderingError) -> String {
        let name = placeholder.name
        let pieces: [String]
        let text: String
        switch value {
        case .text(let own) where !placeholder.isData: (pieces, text) = ([own], own)
        case .data(let data) where placeholder.isData:
            pieces = data.map(\.text)
            text = data.map { $0.delimited(by: boundary) }.joined(separator: "\n\n")
        case .text, .data: throw .wrongKind(name)
        }
        for piece in pieces where piece.utf8.contains(boundary.text.utf8) { throw .boundaryInValue(name) }
        if pieces.allSatisfy(isBlank), !placeholder.mayBeEmpty { throw .emptyValue(name) }
        return text
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

/// Why a template could not be filled: a mistake of the calling code.
public enum PromptRenderingError: Error, Equatable, Sendable {
    /// No value for this placeholder.
    case missingValue(String)
    /// The template has no placeholder of this name.
    case unknownValue(String)
    /// The value is empty and the template needs one.
    case emptyValue(String)
    /// The value is the program's own text where the template expects data, or the other way round.
    case wrongKind(String)
    /// A value contains the boundary, so that it could pass for the program's own words.
    case boundaryInValue(String)
}
