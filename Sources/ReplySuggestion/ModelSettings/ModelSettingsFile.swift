/// Reads the file with which an administrator sets up language models: YAML with the fields of `docs/language-model.md`.
///
/// A field that is not known is a problem, so that a slip of the pen does not pass for a setting.
public enum ModelSettingsFile {
    /// The largest file, in bytes.
    public static let maxByteCount = 64 * 1024

    /// Reads the settings of a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - path: its name, for errors.
    /// - Returns: settings in which everything that the file leaves out is as built in.
    /// - Throws: every problem of the file with its line.
    public static func parse(_ bytes: [UInt8], path: String) throws(ModelSettingsError) -> ModelSettings {
        guard bytes.count <= maxByteCount else { throw failure(path, .tooLarge(limit: maxByteCount)) }
        guard let content = String(validating: bytes, as: UTF8.self) else { throw failure(path, .notUTF8) }
        let text = (content.hasPrefix("\u{FEFF}") ? String(content.dropFirst()) : content)
            .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var repeated = RepeatedFields(text)
        var reader = ModelSettingsReader()
        do {
            if let root = try repeated.root() {
                reader.read(SettingsValue(node: root, path: "", line: 1))
            } else if repeated.problems.isEmpty {
                reader.readNothing()
            }
        } catch {
            reader.problems.append(ModelSettingsProblem(yamlError: error, in: text))
        }
        let problems = reader.problems + repeated.problems
        guard problems.isEmpty, let settings = reader.settings else {
            throw ModelSettingsError(path: path, problems: problems.sorted { $0.line < $1.line })
        }
        return settings
    }

    private static func failure(_ path: String, _ kind: ModelSettingsProblem.Kind) -> ModelSettingsError {
        ModelSettingsError(path: path, problems: [ModelSettingsProblem(line: 1, kind: kind)])
    }
}
