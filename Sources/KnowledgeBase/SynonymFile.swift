import Foundation
import Yams

/// Reads a file of synonyms.
///
/// ```yaml
/// - [личный кабинет, лк, профиль]             # each of the names finds the others
/// - {from: [айфон, iphone], to: [смартфон]}   # the first names find the last, and not the other way round
/// ```
public enum SynonymFile {
    /// The usual name of the file in a folder of articles.
    public static let fileName = "synonyms.yaml"
    /// The largest file, in bytes.
    public static let maxByteCount = 1 << 20
    /// The most words of a name.
    public static let maxWords = 6

    /// Reads the synonyms of a file.
    ///
    /// - Throws: `SynonymFileError` with every problem of the file and its line.
    public static func read(path: String) throws(SynonymFileError) -> Synonyms {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw failure(path, .unreadable(reason: error.localizedDescription))
        }
        return try parse(Array(data), path: path)
    }

    /// Reads the synonyms of a file's bytes; `path` stands in errors.
    public static func parse(_ bytes: [UInt8], path: String) throws(SynonymFileError) -> Synonyms {
        guard bytes.count <= maxByteCount else { throw failure(path, .tooLarge(limit: maxByteCount)) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure(path, .notUTF8) }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw failure(path, .invalidYAML(reason: reason(error)), line: line(of: error))
        }
        guard let root else { return Synonyms() }
        if case .scalar(let scalar) = root, scalar.string.isEmpty { return Synonyms() }
        guard case .sequence(let list) = root else { throw failure(path, .notAList, line: root.mark?.line ?? 1) }
        var reader = SynonymGroupReader()
        for group in list { reader.read(group) }
        guard reader.problems.isEmpty else { throw SynonymFileError(path: path, problems: reader.problems) }
        return Synonyms(groups: reader.groups)
    }

    private static func failure(_ path: String, _ kind: SynonymProblem.Kind, line: Int = 1) -> SynonymFileError {
        SynonymFileError(path: path, problems: [SynonymProblem(line: line, kind: kind)])
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case YamlError.scanner(_, let problem, _, _), YamlError.parser(_, let problem, _, _),
            YamlError.composer(_, let problem, _, _):
            problem
        default: "\(error)"
        }
    }

    private static func line(of error: any Error) -> Int {
        switch error {
        case YamlError.scanner(let context, _, let mark, _): (context?.mark ?? mark).line
        case YamlError.parser(_, _, let mark, _), YamlError.composer(_, _, let mark, _): mark.line
        default: 1
        }
    }
}

/// Reads the groups of a file of synonyms one by one and notes what is wrong with them.
private struct SynonymGroupReader {
    private(set) var groups: [Synonyms.Group] = []
    private(set) var problems: [SynonymProblem] = []

    mutating func read(_ node: Node) {
        let before = problems.count
        switch node {
        case .sequence(let list):
            let found = names(list)
            if found.count == 1, problems.count == before { report(.singleName, node) }
            guard problems.count == before else { return }
            groups.append(Synonyms.Group(from: found, to: found))
        case .mapping(let mapping):
            for (key, _) in mapping where !["from", "to"].contains(key.string ?? "") {
                report(.unknownField(name: key.string ?? ""), key)
            }
            let from = names(field: "from", mapping, node)
            let to = names(field: "to", mapping, node)
            guard problems.count == before else { return }
            groups.append(Synonyms.Group(from: from, to: to))
        case .scalar, .alias: report(.invalidGroup, node)
        }
    }

    private mutating func names(field: String, _ mapping: Node.Mapping, _ node: Node) -> [String] {
        guard let value = mapping.first(where: { $0.key.string == field })?.value else {
            report(.missingField(name: field), node)
            return []
        }
        guard case .sequence(let list) = value, !list.isEmpty else {
            report(.invalidGroup, value)
            return []
        }
        return names(list)
    }

    private mutating func names(_ list: Node.Sequence) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        for node in list {
            guard case .scalar(let scalar) = node, scalar.string.contains(where: { $0.isLetter || $0.isNumber }) else {
                report(.invalidName(value: node.scalar?.string ?? ""), node)
                continue
            }
            let name = scalar.string
            if name.split(whereSeparator: \.isWhitespace).count > SynonymFile.maxWords {
                report(.longName(value: name, limit: SynonymFile.maxWords), node)
            }
            if !seen.insert(name.lowercased()).inserted { report(.repeatedName(value: name), node) }
            found.append(name)
        }
        if list.isEmpty { problems.append(SynonymProblem(line: list.mark?.line ?? 1, kind: .invalidGroup)) }
        return found
    }

    private mutating func report(_ kind: SynonymProblem.Kind, _ node: Node) {
        problems.append(SynonymProblem(line: node.mark?.line ?? 1, kind: kind))
    }
}
