import Yams

/// Reads a policy file: YAML with the fields of `docs/policy.md`.
///
/// Every field may be left out, except `version`; a field that is not known is a problem, so that a slip of the pen does not pass for a setting.
public enum PolicyFile {
    /// The largest file, in bytes.
    public static let maxByteCount = 256 * 1024

    /// Reads the policy of a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - path: its name, for errors.
    /// - Returns: a policy in which everything that the file leaves out is as built in.
    /// - Throws: every problem of the file with its line.
    public static func parse(_ bytes: [UInt8], path: String) throws(PolicyFileError) -> Policy {
        guard bytes.count <= maxByteCount else { throw failure(path, .tooLarge(limit: maxByteCount)) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure(path, .notUTF8) }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw failure(path, kind(of: error), line: line(of: error))
        }
        var reader = PolicyReader()
        if let root { reader.read(root) } else { reader.problems.append(missingVersion) }
        guard reader.problems.isEmpty else {
            throw PolicyFileError(path: path, problems: reader.problems.sorted { $0.line < $1.line })
        }
        return reader.policy
    }

    static var missingVersion: PolicyProblem { PolicyProblem(line: 1, kind: .missingField(path: "version")) }

    private static func failure(_ path: String, _ kind: PolicyProblem.Kind, line: Int = 1) -> PolicyFileError {
        PolicyFileError(path: path, problems: [PolicyProblem(line: line, kind: kind)])
    }

    private static func kind(of error: any Error) -> PolicyProblem.Kind {
        switch error {
        case YamlError.scanner(_, let problem, _, _), YamlError.parser(_, let problem, _, _),
            YamlError.composer(_, let problem, _, _):
            .invalidYAML(reason: problem)
        case YamlError.duplicatedKeysInMapping(let duplicates, _):
            .repeatedField(path: duplicates.sorted().first ?? "")
        default: .invalidYAML(reason: "\(error)")
        }
    }

    private static func line(of error: any Error) -> Int {
        switch error {
        case YamlError.scanner(let context, _, let mark, _): (context?.mark ?? mark).line
        case YamlError.parser(_, _, let mark, _), YamlError.composer(_, _, let mark, _): mark.line
        case YamlError.duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }
}
