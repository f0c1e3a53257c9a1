import Yams

/// The front matter of a prompt file.
struct PromptFrontMatter {
    /// A placeholder and the line of its name.
    struct Declared {
        let placeholder: PromptPlaceholder
        let line: Int
    }

    /// Empty if it is missing.
    private(set) var name = ""
    private(set) var nameLine = 1
    /// 0 if it is missing.
    private(set) var version = 0
    private(set) var versionLine = 1
    private(set) var purpose = ""
    private(set) var placeholders: [Declared] = []
    private(set) var temperature = 0.0
    private(set) var maxTokens = 0

    /// The line of the file on which the YAML begins, from 1.
    private let firstLine: Int

    private init(firstLine: Int) { self.firstLine = firstLine }

    /// Reads the YAML between the lines `---`; what is wrong is noted.
    static func read(_ yaml: String, firstLine: Int, _ problems: inout [PromptProblem]) -> PromptFrontMatter {
        var matter = PromptFrontMatter(firstLine: firstLine)
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml, .basic, .default, .utf8)
        } catch {
            problems.append(matter.problem(of: error, in: yaml))
            return matter
        }
        let fields = root.flatMap { matter.fields(of: $0, path: "", &problems) } ?? []
        matter.read(fields, &problems)
        return matter
    }

    /// A field of a mapping.
    private struct Field {
        let name: String
        let line: Int
        let value: Node
    }

    private func line(of node: Node) -> Int { firstLine + (node.mark?.line ?? 1) - 1 }

    private func problem(of error: any Error, in yaml: String) -> PromptProblem {
        let (reason, line): (String, Int) =
            switch error {
            case YamlError.scanner(let context, let problem, let mark, _): (problem, (context?.mark ?? mark).line)
            case YamlError.parser(_, let problem, let mark, _), YamlError.composer(_, let problem, let mark, _):
                (problem, mark.line)
            case YamlError.duplicatedKeysInMapping(let names, let context):
                (
                    "duplicate field \(names.joined(separator: ", "))",
                    Self.lastLine(of: names.first, in: yaml) ?? context.mark.line
                )
            default: ("\(error)", 1)
            }
        return PromptProblem(line: firstLine + line - 1, kind: .invalidYAML(reason: reason))
    }

    /// The last line, from 1, that begins with the name of the field.
    private static func lastLine(of name: String?, in yaml: String) -> Int? {
        guard let name else { return nil }
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.lastIndex { $0.drop(while: { $0 == " " }).hasPrefix(name + ":") }.map { $0 + 1 }
    }

    private func fields(of node: Node, path: String, _ problems: inout [PromptProblem]) -> [Field]? {
        guard case .mapping(let mapping) = node else {
            let kind = PromptProblem.Kind.wrongType(field: path.isEmpty ? "---" : path, expected: "набор полей")
            problems.append(PromptProblem(line: line(of: node), kind: kind))
            return nil
        }
        return mapping.map { Field(name: $0.key.string ?? "", line: line(of: $0.key), value: $0.value) }
    }

    private mutating func read(_ fields: [Field], _ problems: inout [PromptProblem]) {
        let known = ["name", "version", "purpose", "placeholders", "parameters"]
        checkNames(of: fields, path: "", known: known, required: known, &problems)
        for field in fields {
            switch field.name {
            case "name": (name, nameLine) = (text(field, &problems) ?? "", field.line)
            case "version": (version, versionLine) = (number(field, 1...9999, &problems).map(Int.init) ?? 0, field.line)
            case "purpose": purpose = text(field, &problems) ?? ""
            case "placeholders": readPlaceholders(field.value, &problems)
            case "parameters": readParameters(field, &problems)
            default: continue
            }
        }
    }

    private mutating func readParameters(_ field: Field, _ problems: inout [PromptProblem]) {
        guard let fields = fields(of: field.value, path: field.name, &problems) else { return }
        let known = ["temperature", "max_tokens"]
        checkNames(of: fields, path: "parameters.", known: known, required: known, line: field.line, &problems)
        for field in fields {
            switch field.name {
            case "temperature": temperature = number(field, 0...2, &problems) ?? 0
            case "max_tokens": maxTokens = number(field, 1...32768, &problems).map { Int($0) } ?? 0
            default: continue
            }
        }
    }

    private mutating func readPlaceholders(_ node: Node, _ problems: inout [PromptProblem]) {
        guard let fields = fields(of: node, path: "placeholders", &problems) else { return }
        for field in fields {
            if !PromptTagScanner.isName(field.name) {
                problems.append(PromptProblem(line: field.line, kind: .invalidPlaceholderName(name: field.name)))
            }
            let path = "placeholders." + field.name
            guard let parts = self.fields(of: field.value, path: path, &problems) else { continue }
            checkNames(
                of: parts, path: path + ".", known: ["description", "may_be_empty", "data"], required: ["description"],
                line: field.line, &problems)
            let description = parts.first { $0.name == "description" }.flatMap { text($0, &problems) }
            let mayBeEmpty = parts.first { $0.name == "may_be_empty" }.flatMap { flag($0, &problems) }
            let isData = parts.first { $0.name == "data" }.flatMap { flag($0, &problems) }
            let placeholder = PromptPlaceholder(
                name: field.name, description: description ?? "", mayBeEmpty: mayBeEmpty ?? false,
                isData: isData ?? false)
            placeholders.append(Declared(placeholder: placeholder, line: field.line))
        }
        checkBoundary(&problems)
    }

    /// Data needs a boundary, and the rules of the prompt must name it.
    private func checkBoundary(_ problems: inout [PromptProblem]) {
        guard !placeholders.contains(where: { $0.placeholder.name == PromptPlaceholder.boundaryName }),
            let data = placeholders.first(where: { $0.placeholder.isData })
        else { return }
        problems.append(PromptProblem(line: data.line, kind: .dataWithoutBoundary(name: data.placeholder.name)))
    }

    private func checkNames(
        of fields: [Field], path: String, known: [String], required: [String], line: Int? = nil,
        _ problems: inout [PromptProblem]
    ) {
        for field in fields where !known.contains(field.name) {
            let kind = PromptProblem.Kind.unknownField(name: path + field.name, known: known)
            problems.append(PromptProblem(line: field.line, kind: kind))
        }
        for name in required where !fields.contains(where: { $0.name == name }) {
            problems.append(PromptProblem(line: line ?? firstLine - 1, kind: .missingField(name: path + name)))
        }
    }

    private func text(_ field: Field, _ problems: inout [PromptProblem]) -> String? {
        if case .scalar(let scalar) = field.value, scalar.string.contains(where: { !$0.isWhitespace }) {
            return scalar.string
        }
        return wrongType(field, "текст", &problems)
    }

    private func flag(_ field: Field, _ problems: inout [PromptProblem]) -> Bool? {
        switch field.value.string {
        case "true": true
        case "false": false
        default: wrongType(field, "«true» или «false»", &problems)
        }
    }

    private func number(
        _ field: Field, _ bounds: ClosedRange<Double>, _ problems: inout [PromptProblem]
    ) -> Double? {
        let isWhole = field.name != "temperature"
        guard let value = field.value.string.flatMap({ Double($0) }), bounds.contains(value),
            !isWhole || value == value.rounded()
        else {
            let least = isWhole ? "\(Int(bounds.lowerBound))" : "\(bounds.lowerBound)"
            let most = isWhole ? "\(Int(bounds.upperBound))" : "\(bounds.upperBound)"
            return wrongType(field, "\(isWhole ? "целое число" : "число") от \(least) до \(most)", &problems)
        }
        return value
    }

    private func wrongType<Value>(
        _ field: Field, _ expected: String, _ problems: inout [PromptProblem]
    ) -> Value? {
        problems.append(
            PromptProblem(line: line(of: field.value), kind: .wrongType(field: field.name, expected: expected)))
        return nil
    }
}
