import Mustache

/// Reads a prompt file, `prompts/NAME.vN.md`: YAML front matter, then the sections `# system`, `# user` and `# assistant` in Mustache.
///
/// Of Mustache only values and sections are allowed, so that what a file can do is seen at a glance; see ``PromptTagScanner``.
public enum PromptFile {
    /// The largest file, in bytes.
    public static let maxByteCount = 64 * 1024

    /// Turns off the escaping for HTML: the text goes to a model, not to a browser.
    private static let plainText = "{{%CONTENT_TYPE:TEXT}}\n"

    /// Reads the template of a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - path: its name, which must be that of the prompt and its version; folders before it do not matter.
    /// - Returns: the template, ready to be filled.
    /// - Throws: every problem of the file with its line.
    public static func parse(_ bytes: [UInt8], path: String) throws(PromptFileError) -> PromptTemplate {
        guard bytes.count <= maxByteCount else { throw failure(path, .tooLarge(limit: maxByteCount)) }
        guard let raw = String(validating: bytes, as: UTF8.self) else { throw failure(path, .notUTF8) }
        let text = normalized(raw)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---" else { throw failure(path, .missingFrontMatter) }
        guard let closing = lines.dropFirst().firstIndex(of: "---") else { throw failure(path, .unclosedFrontMatter) }

        var problems: [PromptProblem] = []
        let matter = PromptFrontMatter.read(lines[1..<closing].joined(separator: "\n"), firstLine: 2, &problems)
        checkName(of: path, matter, &problems)
        let sections = PromptSection.all(in: lines, from: closing + 1, &problems)
        let turns = turns(of: sections, declared: matter, &problems)
        guard problems.isEmpty else {
            throw PromptFileError(path: path, problems: problems.sorted { $0.line < $1.line })
        }
        return PromptTemplate(
            name: matter.name, version: matter.version, purpose: matter.purpose,
            placeholders: matter.placeholders.map(\.placeholder),
            parameters: .init(temperature: matter.temperature, maxTokens: matter.maxTokens),
            contentHash: ContentHash(text), turns: turns)
    }

    /// Without a byte order mark, every line end a line feed, so that a checkout on Windows has the same hash.
    private static func normalized(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isAfterReturn = false
        for (index, scalar) in text.unicodeScalars.enumerated() where index > 0 || scalar != "\u{FEFF}" {
            if scalar == "\r" || scalar == "\n" {
                if !(scalar == "\n" && isAfterReturn) { scalars.append("\n") }
            } else {
                scalars.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(scalars)
    }

    private static func failure(_ path: String, _ kind: PromptProblem.Kind) -> PromptFileError {
        PromptFileError(path: path, problems: [PromptProblem(line: 1, kind: kind)])
    }

    /// Holds name and version against the name of the file.
    private static func checkName(of path: String, _ matter: PromptFrontMatter, _ problems: inout [PromptProblem]) {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let (name, version) = nameAndVersion(of: file) else {
            problems.append(PromptProblem(line: 1, kind: .invalidFileName(name: file)))
            return
        }
        if !matter.name.isEmpty, matter.name != name {
            let kind = PromptProblem.Kind.nameMismatch(field: matter.name, file: name)
            problems.append(PromptProblem(line: matter.nameLine, kind: kind))
        }
        if matter.version > 0, matter.version != version {
            let kind = PromptProblem.Kind.versionMismatch(field: matter.version, file: version)
            problems.append(PromptProblem(line: matter.versionLine, kind: kind))
        }
    }

    /// The two parts of `NAME.vN.md`; `nil` for any other name.
    static func nameAndVersion(of file: String) -> (name: String, version: Int)? {
        let parts = file.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2] == "md", PromptTagScanner.isName(parts[0]), parts[1].first == "v",
            let version = Int(parts[1].dropFirst()), version > 0, parts[1] == "v\(version)"
        else { return nil }
        return (String(parts[0]), version)
    }

    /// The sections as templates; every placeholder must be declared and used.
    private static func turns(
        of sections: [PromptSection], declared matter: PromptFrontMatter, _ problems: inout [PromptProblem]
    ) -> [PromptTemplate.Turn] {
        var turns: [PromptTemplate.Turn] = []
        var used: Set<String> = []
        let known = matter.placeholders.map(\.placeholder.name)
        for section in sections {
            let before = problems.count
            for tag in PromptTagScanner.names(in: section.text, firstLine: section.textLine, &problems) {
                used.insert(tag.name)
                guard !known.contains(tag.name) else { continue }
                let kind = PromptProblem.Kind.undeclaredPlaceholder(name: tag.name, known: known)
                problems.append(PromptProblem(line: tag.line, kind: kind))
            }
            guard problems.count == before else { continue }
            do {
                let template = try MustacheTemplate(string: plainText + section.text)
                turns.append(.init(role: section.role, template: template))
            } catch {
                problems.append(PromptProblem(line: section.textLine, kind: .invalidTag(.refused(reason: "\(error)"))))
            }
        }
        for declared in matter.placeholders where !used.contains(declared.placeholder.name) {
            let kind = PromptProblem.Kind.unusedPlaceholder(name: declared.placeholder.name)
            problems.append(PromptProblem(line: declared.line, kind: kind))
        }
        return turns
    }
}
