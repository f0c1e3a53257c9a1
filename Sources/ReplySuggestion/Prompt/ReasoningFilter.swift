/// Takes out what reasoning models think aloud, and HTML tags of emphasis.
///
/// `<think>…</think>`, also `thinking`, `reasoning`, `thought`: the block is dropped, up to the end of the reply if nothing closes it. Some servers
/// swallow the opening tag, so that a reply begins with thoughts: a closing tag alone means that everything before it was thought. `<br>` is a line end;
/// `<b>`, `<i>`, `<u>`, `<s>`, `<p>`, `<em>`, `<strong>` are dropped, and so are a model's control words that a server lets through: `<|im_end|>`.
/// Anything else in angle brackets is text.
struct ReasoningFilter: Sendable {
    /// What comes out.
    enum Output: Equatable {
        /// A character of the reply.
        case scalar(Unicode.Scalar)
        /// Everything before was thought.
        case restart
    }

    private static let thoughts: Set<String> = ["think", "thinking", "reasoning", "thought"]
    private static let emphasis: Set<String> = ["b", "i", "u", "s", "p", "em", "strong"]
    /// The longest tag that is looked for, without its end.
    private static let maxTagLength = 20

    /// What may become a tag: from `<` on; empty outside.
    private var tag: [Unicode.Scalar] = []
    private var isThinking = false

    /// Takes the next character.
    mutating func push(_ scalar: Unicode.Scalar, _ output: inout [Output]) {
        if tag.isEmpty {
            if scalar == "<" { tag = [scalar] } else { give(scalar, &output) }
            return
        }
        if scalar == ">" {
            tag.append(scalar)
            closeTag(&output)
        } else if tag.count < Self.maxTagLength, Self.mayStandInTag(scalar) {
            tag.append(scalar)
        } else {
            giveTag(&output)
            push(scalar, &output)
        }
    }

    /// Gives what has not become a tag.
    mutating func finish(_ output: inout [Output]) { giveTag(&output) }

    private static func mayStandInTag(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || "/ |_".unicodeScalars.contains(scalar))
    }

    private mutating func closeTag(_ output: inout [Output]) {
        let inside = String(String.UnicodeScalarView(tag.dropFirst().dropLast())).lowercased()
        let isClosing = inside.hasPrefix("/")
        let name = inside.filter { $0 != "/" && $0 != " " }
        if Self.thoughts.contains(name) {
            if isClosing, !isThinking { output.append(.restart) }
            isThinking = !isClosing
            tag = []
        } else if name == "br" {
            tag = []
            give("\n", &output)
        } else if Self.emphasis.contains(name) || name.count > 2 && name.hasPrefix("|") && name.hasSuffix("|") {
            tag = []
        } else {
            giveTag(&output)
        }
    }

    private mutating func giveTag(_ output: inout [Output]) {
        let scalars = tag
        tag = []
        for scalar in scalars { give(scalar, &output) }
    }

    private func give(_ scalar: Unicode.Scalar, _ output: inout [Output]) {
        if !isThinking { output.append(.scalar(scalar)) }
    }
}
