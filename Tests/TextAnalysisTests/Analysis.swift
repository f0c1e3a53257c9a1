import TextAnalysis

/// A token with everything that is known of it, as a value.
struct SeenToken: Equatable, Sendable {
    let text: String
    let utf8Range: Range<Int>
    let position: Int
    let isCompound: Bool
    let word: AnalyzedWord
}

/// What an analyser says of a text, copied out of it.
enum Analysis {
    static func tokens(of text: String) throws(AnalysisError) -> [SeenToken] {
        var analyzer = try RussianAnalyzer()
        return try tokens(of: text, &analyzer)
    }

    static func tokens(of text: String, _ analyzer: inout RussianAnalyzer) throws(AnalysisError) -> [SeenToken] {
        let found = try analyzer.analyze(text)
        let bytes = Array(text.utf8)
        var seen: [SeenToken] = []
        for token in found {
            seen.append(
                SeenToken(
                    text: String(decoding: bytes[token.utf8Range], as: UTF8.self),
                    utf8Range: token.utf8Range,
                    position: token.position,
                    isCompound: token.isCompound,
                    word: analyzer.word(token.word)
                )
            )
        }
        return seen
    }

    /// The normalised forms of a text's tokens.
    static func forms(of text: String) throws(AnalysisError) -> [String] {
        try tokens(of: text).map(\.word.form)
    }
}
