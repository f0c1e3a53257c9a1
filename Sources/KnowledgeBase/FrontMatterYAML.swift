import Yams

/// The fields of a front matter as YAML nodes with their lines.
struct FrontMatterYAML {
    /// A field in the order of the file.
    struct Field {
        let name: String
        /// The line of the file, from 1.
        let line: Int
        let value: Node
    }

    let fields: [Field]
    /// The line of the file on which the YAML begins, from 1.
    let firstLine: Int

    /// Why a front matter is no mapping of names to values.
    struct Failure: Error, Equatable, Sendable {
        /// The line of the file, from 1.
        let line: Int
        /// The parser's own text.
        let reason: String
    }

    /// More aliases than this are taken for an attack: their expansion can grow exponentially.
    static let maxAliases = 16

    /// Parses the YAML whose first line has the number `firstLine`.
    static func parse(_ yaml: String, firstLine: Int) throws(Failure) -> FrontMatterYAML {
        guard aliasCount(yaml) <= maxAliases else { throw Failure(line: firstLine, reason: "too many aliases") }
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml, .basic, .default, .utf8)
        } catch {
            throw failure(error, yaml: yaml, firstLine: firstLine)
        }
        guard let root else { return FrontMatterYAML(fields: [], firstLine: firstLine) }
        guard case .mapping(let mapping) = root else {
            throw Failure(line: line(root, firstLine), reason: "not a mapping of names to values")
        }
        var fields: [Field] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw Failure(line: line(key, firstLine), reason: "a field name is not a string")
            }
            fields.append(Field(name: scalar.string, line: line(key, firstLine), value: value))
        }
        return FrontMatterYAML(fields: fields, firstLine: firstLine)
    }

    /// The line of a node in the file, from 1.
    func line(of node: Node) -> Int { Self.line(node, firstLine) }

    private static func line(_ node: Node, _ firstLine: Int) -> Int { firstLine + (node.mark?.line ?? 1) - 1 }

    /// How many asterisks stand where an alias may begin; one in a quoted text counts too.
    private static func aliasCount(_ yaml: String) -> Int {
        var count = 0
        var mayBegin = true
        for byte in yaml.utf8 {
            if mayBegin, byte == .asterisk { count += 1 }
            mayBegin = byte <= .space || "[{,:".utf8.contains(byte)
        }
        return count
    }

    private static func failure(_ error: any Error, yaml: String, firstLine: Int) -> Failure {
        guard let error = error as? YamlError else { return Failure(line: firstLine, reason: "\(error)") }
        switch error {
        case .scanner(let context, let problem, let mark, _):
            // A quotation that nothing closes is found at the end of the file; its beginning is what helps.
            return Failure(line: firstLine + (context?.mark ?? mark).line - 1, reason: problem)
        case .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return Failure(line: firstLine + mark.line - 1, reason: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: ", ")
            let line = lastLine(ofField: duplicates.first, in: yaml) ?? context.mark.line
            return Failure(line: firstLine + line - 1, reason: "duplicate field \(names)")
        case .reader(let problem, let offset, _, _):
            let newlines = yaml.prefix(offset ?? 0).count(where: \.isNewline)
            return Failure(line: firstLine + newlines, reason: problem)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return Failure(line: firstLine, reason: "\(error)")
        }
    }

    /// The last line, from 1, that begins with the name of the field.
    private static func lastLine(ofField name: String?, in yaml: String) -> Int? {
        guard let name else { return nil }
        let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.lastIndex { $0.hasPrefix(name + ":") }.map { $0 + 1 }
    }
}
