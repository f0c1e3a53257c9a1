/// The newest version of each prompt.
///
/// Older versions stay in the folder, so that a suggestion made with one can be explained.
public struct PromptLibrary: Sendable {
    private let reply: PromptTemplate
    private let refine: PromptTemplate
    private let handoffSummary: PromptTemplate

    /// Takes the highest version of each prompt.
    ///
    /// - Parameter files: paths and bytes of all files of the folder whose names end in `.md`, in any order.
    /// - Throws: the problems of the first file that cannot be used, by path; a prompt that is missing; a placeholder that the program does not fill.
    public init(files: [(path: String, bytes: [UInt8])]) throws(PromptFileError) {
        var newest: [PromptKind: (path: String, template: PromptTemplate)] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) {
            let template = try PromptFile.parse(file.bytes, path: file.path)
            guard let kind = PromptKind(rawValue: template.name) else {
                let known = PromptKind.allCases.map(\.rawValue)
                throw Self.failure(file.path, .unknownPrompt(name: template.name, known: known))
            }
            if let other = newest[kind], other.template.version >= template.version { continue }
            newest[kind] = (file.path, template)
        }
        reply = try Self.checked(newest[.reply], of: .reply)
        refine = try Self.checked(newest[.refine], of: .refine)
        handoffSummary = try Self.checked(newest[.handoffSummary], of: .handoffSummary)
    }

    /// The newest version of a prompt.
    public subscript(kind: PromptKind) -> PromptTemplate {
        switch kind {
        case .reply: reply
        case .refine: refine
        case .handoffSummary: handoffSummary
        }
    }

    /// Holds the placeholders of the newest version against what the program fills in, so that no request can fail for it.
    private static func checked(
        _ newest: (path: String, template: PromptTemplate)?, of kind: PromptKind
    ) throws(PromptFileError) -> PromptTemplate {
        guard let (path, template) = newest else { throw failure("prompts", .missingPrompt(name: kind.rawValue)) }
        let values = kind.values
        for placeholder in template.placeholders where placeholder.name != PromptPlaceholder.boundaryName {
            guard values[placeholder.name] == nil else { continue }
            throw failure(path, .unfilledPlaceholder(name: placeholder.name, known: values.keys.sorted()))
        }
        for (name, isData) in values.sorted(by: { $0.key < $1.key }) {
            guard template.placeholders.first(where: { $0.name == name })?.isData == isData else {
                throw failure(path, .wrongPlaceholder(name: name, isData: isData))
            }
        }
        return template
    }

    private static func failure(_ path: String, _ kind: PromptProblem.Kind) -> PromptFileError {
        PromptFileError(path: path, problems: [PromptProblem(line: 1, kind: kind)])
    }
}
