/// The line that tells the customer that a machine helped, and who is responsible.
///
/// A template of the policy with two places: `{помощник}` and `{сотрудник}`.
public struct DisclosureLine: Equatable, Sendable {
    /// Why a template cannot be used.
    public enum TemplateError: Error, Equatable, Sendable {
        /// Nobody would be responsible: the place `{сотрудник}` is missing.
        case noResponsiblePerson
        /// It has more than one line, or more than 300 characters.
        case tooLong
    }

    /// What stands when the policy says nothing.
    public static let standard = DisclosureLine(
        checked: "Ответ подготовлен с помощью программы «{помощник}», проверил и отправил сотрудник: {сотрудник}.")

    private static let assistantPlace = "{помощник}"
    private static let personPlace = "{сотрудник}"
    private static let maxCharacters = 300

    private let template: String

    private init(checked template: String) { self.template = template }

    /// Takes a template of the policy.
    ///
    /// - Parameter template: one line with `{сотрудник}` and, if wanted, `{помощник}`.
    /// - Throws: `.noResponsiblePerson`, `.tooLong`.
    public init(template: String) throws(TemplateError) {
        guard template.contains(Self.personPlace) else { throw .noResponsiblePerson }
        guard !template.contains(where: \.isNewline), template.count <= Self.maxCharacters else { throw .tooLong }
        self.init(checked: template)
    }

    /// The line for a reply.
    ///
    /// - Parameters:
    ///   - assistant: the name of the program.
    ///   - person: who sends the reply.
    /// - Returns: one line; line breaks in the names become spaces.
    public func text(assistant: String, person: String) -> String {
        // One pass, so that a name which looks like a place is not filled in again.
        template.split(separator: Self.assistantPlace, omittingEmptySubsequences: false)
            .map { part in
                let name = Self.oneLine(person)
                // «Анна К.» at the end of a sentence needs no second full stop.
                let isStopped = name.hasSuffix(".")
                return part.replacing(Self.personPlace + ".", with: isStopped ? name : name + ".")
                    .replacing(Self.personPlace, with: name)
            }
            .joined(separator: Self.oneLine(assistant))
    }

    private static func oneLine(_ name: String) -> String {
        String(name.map { $0.isNewline ? " " : $0 })
    }
}
