import Yams

/// The fields of one mapping of a policy file, taken one by one; what is left is unknown.
///
/// Every reading method notes a problem and returns `nil` when a value has the wrong form, so that all problems of a file are found at once.
struct PolicyFields {
    /// The name of the mapping with those around it: `escalation.topics`; empty for the file itself.
    let path: String
    /// The line of the mapping, from 1.
    let line: Int
    private var entries: [(name: String, line: Int, value: Node)]
    private var asked: [String] = []

    /// Reads a mapping; notes a problem if a node is something else.
    init?(_ node: Node, path: String, problems: inout [PolicyProblem]) {
        self.path = path
        line = Self.line(of: node)
        guard case .mapping(let mapping) = node else {
            let kind = PolicyProblem.Kind.wrongType(path: path.isEmpty ? "файл" : path, expected: "набор полей")
            problems.append(PolicyProblem(line: line, kind: kind))
            return nil
        }
        entries = mapping.map { ($0.key.string ?? "", Self.line(of: $0.key), $0.value) }
    }

    /// Takes a field out; `nil` when it is not there or has no value.
    mutating func take(_ name: String) -> Node? {
        asked.append(name)
        guard let index = entries.firstIndex(where: { $0.name == name }) else { return nil }
        let entry = entries.remove(at: index)
        return Self.isNull(entry.value) ? nil : entry.value
    }

    /// Whether a field is there.
    func contains(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// The names of the fields that have not been taken, in the order of the file.
    var remainingNames: [String] { entries.map(\.name) }

    /// Notes the fields that nobody took.
    func finish(_ problems: inout [PolicyProblem]) {
        for entry in entries {
            let kind = PolicyProblem.Kind.unknownField(path: full(entry.name), known: asked)
            problems.append(PolicyProblem(line: entry.line, kind: kind))
        }
    }

    /// The path of a field of this mapping.
    func full(_ name: String) -> String { path.isEmpty ? name : path + "." + name }

    /// The line of a node, from 1.
    static func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    private static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}

/// Values of single fields.
extension PolicyFields {
    /// A mapping inside this one.
    mutating func fields(_ name: String, _ problems: inout [PolicyProblem]) -> PolicyFields? {
        take(name).flatMap { PolicyFields($0, path: full(name), problems: &problems) }
    }

    /// A text that is not empty.
    mutating func text(_ name: String, _ problems: inout [PolicyProblem]) -> String? {
        guard let node = take(name) else { return nil }
        return Self.text(node, full(name), &problems)
    }

    /// A list of texts.
    mutating func texts(_ name: String, _ problems: inout [PolicyProblem]) -> [String]? {
        guard let node = take(name) else { return nil }
        guard case .sequence(let list) = node else {
            problems.append(Self.wrongType(node, full(name), "список строк"))
            return nil
        }
        return list.compactMap { Self.text($0, full(name), &problems) }
    }

    /// `true` or `false`.
    mutating func flag(_ name: String, _ problems: inout [PolicyProblem]) -> Bool? {
        guard let node = take(name) else { return nil }
        switch node.string {
        case "true", "да": return true
        case "false", "нет": return false
        default:
            problems.append(Self.wrongType(node, full(name), "«true» или «false»"))
            return nil
        }
    }

    /// A number within bounds, both included.
    mutating func number(
        _ name: String, in bounds: ClosedRange<Double>, _ problems: inout [PolicyProblem]
    ) -> Double? {
        guard let node = take(name) else { return nil }
        guard let value = node.string.flatMap({ Double($0) }), value.isFinite else {
            problems.append(Self.wrongType(node, full(name), "число"))
            return nil
        }
        guard bounds.contains(value) else {
            let kind = PolicyProblem.Kind.outOfRange(
                path: full(name), least: Self.printed(bounds.lowerBound), most: Self.printed(bounds.upperBound))
            problems.append(PolicyProblem(line: Self.line(of: node), kind: kind))
            return nil
        }
        return value
    }

    /// A whole number within bounds, both included.
    mutating func wholeNumber(
        _ name: String, in bounds: ClosedRange<Int>, _ problems: inout [PolicyProblem]
    ) -> Int? {
        let line = entries.first { $0.name == name }.map { Self.line(of: $0.value) }
        guard
            let value = number(name, in: Double(bounds.lowerBound)...Double(bounds.upperBound), &problems)
        else { return nil }
        guard let whole = Int(exactly: value) else {
            let kind = PolicyProblem.Kind.wrongType(path: full(name), expected: "целое число")
            problems.append(PolicyProblem(line: line ?? self.line, kind: kind))
            return nil
        }
        return whole
    }

    /// A word of an enumeration.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, of type: Choice.Type, _ problems: inout [PolicyProblem]
    ) -> Choice? {
        guard let node = take(name) else { return nil }
        return Self.choice(node, full(name), of: type, &problems)
    }

    /// A node as a word of an enumeration.
    static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ node: Node, _ path: String, of type: Choice.Type, _ problems: inout [PolicyProblem]
    ) -> Choice? {
        guard let word = text(node, path, &problems) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let kind = PolicyProblem.Kind.unknownChoice(path: path, value: word, choices: Choice.allCases.map(\.rawValue))
        problems.append(PolicyProblem(line: line(of: node), kind: kind))
        return nil
    }

    /// A node as a text that is not empty.
    static func text(_ node: Node, _ path: String, _ problems: inout [PolicyProblem]) -> String? {
        guard case .scalar(let scalar) = node, scalar.string.contains(where: { !$0.isWhitespace }) else {
            problems.append(wrongType(node, path, "строка"))
            return nil
        }
        return scalar.string
    }

    private static func wrongType(_ node: Node, _ path: String, _ expected: String) -> PolicyProblem {
        PolicyProblem(line: line(of: node), kind: .wrongType(path: path, expected: expected))
    }

    private static func printed(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }
}
