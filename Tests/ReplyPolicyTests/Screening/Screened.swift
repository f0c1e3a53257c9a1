import ReplyPolicy
import TextAnalysis

/// Analyses texts for tests of the screen and of the form.
enum Screened {
    private static let analyzers = AnalyzerPool()

    static func text(_ string: String) throws -> AnalyzedText {
        try AnalyzedText(string, using: analyzers)
    }

    static func findings(_ string: String) throws -> [ScreeningFinding] {
        InjectionScreen().findings(in: try text(string))
    }

    static func kinds(_ string: String) throws -> Set<ScreeningFinding.Kind> {
        Set(try findings(string).map(\.kind))
    }
}
