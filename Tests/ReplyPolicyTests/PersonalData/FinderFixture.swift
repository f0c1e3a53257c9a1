import ReplyPolicy
import TextAnalysis

/// A finder with the sample base's order numbers, and a short way to ask it.
struct FinderFixture {
    static let patterns = ["###-###-###", "В-######", "К-######"]
    private static let pool = AnalyzerPool()
    let finder: PersonalDataFinder

    init(patterns: [String] = patterns) throws {
        finder = PersonalDataFinder(orderNumberPatterns: try patterns.map { try OrderNumberPattern($0) })
    }

    func text(_ string: String) throws -> AnalyzedText { try AnalyzedText(string, using: Self.pool) }

    func findings(in string: String) throws -> [PersonalDataFinding] { finder.findings(in: try text(string)) }

    /// What was found, as `kind «text»`.
    func found(in string: String) throws -> [String] {
        let text = try text(string)
        return finder.findings(in: text).map { "\($0.kind.rawValue) «\(text.text($0.utf8Range))»" }
    }

    /// Whether the text in braces, and nothing else, is found as `kind`.
    func finds(_ kind: PersonalDataKind, _ marked: String) throws -> Bool {
        let parts = marked.split(whereSeparator: { "{}".contains($0) })
        let wanted = marked.hasPrefix("{") ? parts[0] : parts[1]
        return try found(in: parts.joined()) == ["\(kind.rawValue) «\(wanted)»"]
    }

    /// The only finding of a kind.
    func only(_ kind: PersonalDataKind, in string: String) throws -> PersonalDataFinding? {
        let found = try findings(in: string).filter { $0.kind == kind }
        return found.count == 1 ? found[0] : nil
    }
}
