/// Finds the Mustache tags of a prompt and what is wrong with them.
///
/// Allowed are `{{name}}`, `{{#name}}…{{/name}}` for what stands only where there is a value, `{{^name}}…{{/name}}` for what stands only where
/// there is none, and comments, `{{! … }}`. Partials, lambdas, other delimiters and `{{{name}}}` are refused: nothing is escaped anyway.
enum PromptTagScanner {
    /// A use of a placeholder.
    struct Use: Equatable {
        let name: String
        /// From 1.
        let line: Int
    }

    /// The placeholders used in a text whose first line has the number `firstLine`, in order; faults are noted.
    static func names(in text: String, firstLine: Int, _ problems: inout [PromptProblem]) -> [Use] {
        var uses: [Use] = []
        var open: [Use] = []
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = firstLine + offset
            var rest = line[...]
            while let opening = position(of: "{{", in: rest) {
                rest = rest[opening...].dropFirst(2)
                guard let closing = position(of: "}}", in: rest) else {
                    problems.append(PromptProblem(line: number, kind: .invalidTag(.unclosed)))
                    break
                }
                let tag = rest[..<closing]
                rest = rest[closing...].dropFirst(2)
                read(tag, line: number, &uses, &open, &problems)
            }
        }
        for section in open {
            problems.append(PromptProblem(line: section.line, kind: .invalidTag(.unclosedSection(name: section.name))))
        }
        return uses
    }

    /// Whether a text may be the name of a placeholder or a prompt: a small Latin letter, then small letters, digits and `_`.
    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    private static func read(
        _ tag: Substring, line: Int, _ uses: inout [Use], _ open: inout [Use], _ problems: inout [PromptProblem]
    ) {
        let sign = tag.first
        if sign == "!" { return }
        let name = trimmed(["#", "^", "/"].contains(sign) ? tag.dropFirst() : tag)
        guard isName(name) else {
            problems.append(PromptProblem(line: line, kind: .invalidTag(.unsupported(tag: "{{\(tag)}}"))))
            return
        }
        let use = Use(name: name, line: line)
        switch sign {
        case "/":
            if open.last?.name == name {
                open.removeLast()
            } else {
                problems.append(PromptProblem(line: line, kind: .invalidTag(.unexpectedClose(name: name))))
            }
        case "#", "^":
            open.append(use)
            uses.append(use)
        default: uses.append(use)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private static func position(of pair: String, in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(pair) { return index }
            index = text.index(after: index)
        }
        return nil
    }
}
