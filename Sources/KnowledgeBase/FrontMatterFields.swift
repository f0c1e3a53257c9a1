import Yams

/// Reads the fields of a front matter one by one and notes what is wrong with them.
struct FrontMatterFields {
    private let path: String
    private let yaml: FrontMatterYAML
    private let fields: [String: FrontMatterYAML.Field]
    private(set) var problems: [KnowledgeProblem] = []

    private static let known: Set<String> = [
        "id", "title", "section", "audience", "tags", "questions", "valid_from", "valid_to", "supersedes", "owner",
        "updated",
    ]

    init(_ yaml: FrontMatterYAML, path: String) {
        self.path = path
        self.yaml = yaml
        fields = Dictionary(yaml.fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for field in yaml.fields where !Self.known.contains(field.name) {
            report(.unknownField(name: field.name), line: field.line)
        }
    }

    /// The line of the field, or of the opening `---` if it is not there.
    func line(of name: String) -> Int { fields[name]?.line ?? yaml.firstLine - 1 }

    /// A text that must be there.
    mutating func text(_ name: String) -> String? {
        guard let field = fields[name], !Self.isNull(field.value) else {
            report(.missingField(name: name), line: line(of: name))
            return nil
        }
        guard let text = scalar(field) else { return nil }
        if text.isEmpty { report(.missingField(name: name), line: field.line) }
        return text.isEmpty ? nil : text
    }

    /// A text that may be absent, `null` or empty.
    mutating func optionalText(_ name: String) -> String? {
        guard let field = fields[name], !Self.isNull(field.value) else { return nil }
        guard let text = scalar(field), !text.isEmpty else { return nil }
        return text
    }

    /// A day that must be there.
    mutating func date(_ name: String) -> CalendarDate? { text(name).flatMap { date($0, field: name) } }

    /// A day that may be absent.
    mutating func optionalDate(_ name: String) -> CalendarDate? {
        optionalText(name).flatMap { date($0, field: name) }
    }

    /// The identifier of the article.
    mutating func articleID() -> ArticleID? {
        guard let text = text("id") else { return nil }
        guard let id = ArticleID(rawValue: text) else {
            report(.invalidID(value: text), line: line(of: "id"))
            return nil
        }
        return id
    }

    /// The superseded article, if one is named.
    mutating func supersedes() -> ArticleID? {
        let name = "supersedes"
        guard let text = optionalText(name) else { return nil }
        guard let id = ArticleID(rawValue: text) else {
            reportInvalid(name, value: text, expected: "идентификатор статьи, например kb-0301, или null")
            return nil
        }
        return id
    }

    /// The audience, which must be there.
    mutating func audience() -> Audience? {
        let name = "audience"
        guard let text = text(name) else { return nil }
        guard let audience = Audience(rawValue: text) else {
            reportInvalid(name, value: text, expected: "public или internal")
            return nil
        }
        return audience
    }

    /// A list of texts that may be absent or empty.
    mutating func texts(_ name: String) -> [String] {
        guard let field = fields[name], !Self.isNull(field.value) else { return [] }
        guard case .sequence(let sequence) = field.value else {
            reportInvalid(name, value: Self.shown(field.value), expected: Self.expectedList)
            return []
        }
        var texts: [String] = []
        for item in sequence {
            guard case .scalar(let scalar) = item, !Self.isNull(item), let text = Self.trimmed(scalar.string) else {
                let kind = KnowledgeProblem.Kind.invalidField(
                    name: name, value: Self.shown(item), expected: Self.expectedList)
                report(kind, line: yaml.line(of: item))
                continue
            }
            texts.append(text)
        }
        return texts
    }

    /// Notes a problem of the file.
    mutating func report(_ kind: KnowledgeProblem.Kind, line: Int) {
        problems.append(KnowledgeProblem(path: path, line: line, kind: kind))
    }

    private static let expectedList = "список непустых строк"

    private mutating func date(_ text: String, field: String) -> CalendarDate? {
        guard let date = CalendarDate(iso8601: text) else {
            report(.invalidDate(field: field, value: text), line: line(of: field))
            return nil
        }
        return date
    }

    /// The scalar without white space at its ends; anything else than a scalar is a problem.
    private mutating func scalar(_ field: FrontMatterYAML.Field) -> String? {
        guard case .scalar(let scalar) = field.value else {
            reportInvalid(field.name, value: Self.shown(field.value), expected: "одна строка")
            return nil
        }
        return Self.trimmed(scalar.string) ?? ""
    }

    private mutating func reportInvalid(_ name: String, value: String, expected: String) {
        report(.invalidField(name: name, value: value, expected: expected), line: line(of: name))
    }

    /// Whether YAML's core schema reads the node as null.
    private static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    private static func trimmed(_ text: String) -> String? {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(text[first...last])
    }

    private static func shown(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .mapping: "{…}"
        case .sequence: "[…]"
        case .alias: "*…"
        }
    }
}
