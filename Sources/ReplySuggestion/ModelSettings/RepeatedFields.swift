import Yams

/// Sets fields aside that stand twice in one mapping.
///
/// The YAML reader stops at the first of them and does not say where the second stands. So the name of the second is replaced in the text by a mark, which
/// no field has and which `SettingsFields` passes over, and the text is read again.
struct RepeatedFields {
    /// The most fields that are set aside in one file.
    static let limit = 50

    private static let mark = "\u{E000}"

    /// The lines of the file, with marks.
    private var lines: [String]
    /// What was found.
    private(set) var problems: [ModelSettingsProblem] = []

    /// Takes the text of a file with LF as line ends.
    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    /// Whether a name is a mark.
    static func isMark(_ name: String) -> Bool { name.hasPrefix(mark) }

    /// The root of the file without its repeated fields; what is wrong is in `problems`.
    ///
    /// - Throws: the reader's error, if it is another one.
    mutating func root() throws -> Node? {
        while true {
            do {
                return try Yams.compose(yaml: lines.joined(separator: "\n"), .basic, .default, .utf8)
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let isMarked = names.first.map { markSecond($0, after: context.mark) } ?? false
                guard isMarked, problems.count < Self.limit else { return nil }
            }
        }
    }

    /// Replaces the second of two fields in block style.
    ///
    /// - Returns: whether it was found; a problem is noted in any case.
    private mutating func markSecond(_ name: String, after first: Mark) -> Bool {
        let indentation = first.column - 1
        for index in lines.indices.dropFirst(first.line) {
            let line = lines[index]
            let content = line.drop { $0 == " " }
            guard let start = content.first, start != "#" else { continue }
            let column = line.count - content.count
            if column < indentation { break }
            guard column == indentation,
                let key = [name, "\"\(name)\"", "'\(name)'"].first(where: { content.hasPrefix($0) }),
                content.dropFirst(key.count).drop(while: { $0 == " " }).first == ":"
            else { continue }
            lines[index] = line.prefix(column) + Self.mark + "\(index + 1)" + content.dropFirst(key.count)
            note(line: index + 1, first: first)
            return true
        }
        // Both stand within braces.
        note(line: first.line, first: first)
        return false
    }

    private mutating func note(line: Int, first: Mark) {
        problems.append(ModelSettingsProblem(line: line, kind: .repeatedField(firstLine: first.line)))
    }
}
