/// A section of a prompt file: the text under `# system`, `# user` or `# assistant`.
struct PromptSection {
    let role: PromptTurn.Role
    /// The line of its heading, from 1.
    let line: Int
    /// Without blank lines at its ends.
    let text: String
    /// The line on which the text begins, from 1.
    let textLine: Int

    /// The sections of the lines from an index on.
    ///
    /// A file has one `# system`, then pairs of `# user` and `# assistant`, then a last `# user`. Every line that begins with `# ` is a heading.
    static func all(in lines: [Substring], from start: Int, _ problems: inout [PromptProblem]) -> [PromptSection] {
        let headings = lines.indices.filter { $0 >= start && lines[$0].hasPrefix("# ") }
        let firstHeading = headings.first ?? lines.count
        if let stray = lines[start..<firstHeading].firstIndex(where: { !isBlank($0) }) {
            problems.append(PromptProblem(line: stray + 1, kind: .textBeforeSections))
        }
        var sections: [PromptSection] = []
        for (number, heading) in headings.enumerated() {
            let end = number + 1 < headings.count ? headings[number + 1] : lines.count
            let name = String(lines[heading].dropFirst(2))
            guard let role = PromptTurn.Role(rawValue: name) else {
                problems.append(PromptProblem(line: heading + 1, kind: .unknownSection(name: name)))
                continue
            }
            let body = trimmed(heading + 1..<end, of: lines)
            if body.isEmpty { problems.append(PromptProblem(line: heading + 1, kind: .emptySection(name: name))) }
            sections.append(
                PromptSection(
                    role: role, line: heading + 1, text: lines[body].joined(separator: "\n"),
                    textLine: body.lowerBound + 1))
        }
        checkOrder(of: sections, lineCount: lines.count, &problems)
        return sections
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    private static func trimmed(_ range: Range<Int>, of lines: [Substring]) -> Range<Int> {
        guard let first = lines[range].firstIndex(where: { !isBlank($0) }),
            let last = lines[range].lastIndex(where: { !isBlank($0) })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }

    private static func checkOrder(of sections: [PromptSection], lineCount: Int, _ problems: inout [PromptProblem]) {
        for role in [PromptTurn.Role.system, .user] where !sections.contains(where: { $0.role == role }) {
            problems.append(PromptProblem(line: lineCount, kind: .missingSection(name: role.rawValue)))
        }
        var expected = PromptTurn.Role.system
        for section in sections {
            if section.role != expected {
                let kind = PromptProblem.Kind.wrongOrder(found: section.role.rawValue, expected: expected.rawValue)
                problems.append(PromptProblem(line: section.line, kind: kind))
                return
            }
            expected = section.role == .user ? .assistant : .user
        }
        if let last = sections.last, last.role == .assistant {
            problems.append(PromptProblem(line: last.line, kind: .endsWithAnswer))
        }
    }
}
