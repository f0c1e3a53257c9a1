import ArgumentParser
import Retrieval
import TextAnalysis

/// Shows how a text is cut into words and terms.
struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Show the terms of a text in every layer, with offsets.",
        discussion: "Offsets are half-open ranges of UTF-8 bytes in the text as given."
    )

    @OptionGroup var input: InputText

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let text = try input.text(limit: 1 << 20)
            var analyzer = try RussianAnalyzer()
            var tokens: [AnalyzedToken] = []
            for token in try analyzer.analyze(text) {
                let word = analyzer.word(token.word)
                tokens.append(AnalyzedToken(token, word, in: text))
            }
            if json { try Terminal.printJSON(tokens) } else { tokens.forEach { Terminal.print($0.line) } }
        }
    }
}

/// A token as `sufler analyze` prints it.
struct AnalyzedToken: Encodable {
    let text: String
    let utf8Range: [Int]
    let position: Int
    let isCompound: Bool
    let isStopWord: Bool
    let form: String?
    let stem: String?
    let root: String?

    init(_ token: Token, _ word: AnalyzedWord, in source: String) {
        let start = source.utf8.index(source.utf8.startIndex, offsetBy: token.utf8Range.lowerBound)
        let end = source.utf8.index(start, offsetBy: token.utf8Range.count)
        text = String(source[start..<end])
        utf8Range = [token.utf8Range.lowerBound, token.utf8Range.upperBound]
        position = token.position
        isCompound = token.isCompound
        isStopWord = word.isStopWord
        form = word.term(in: .form)
        stem = word.term(in: .stem)
        root = word.term(in: .root)
    }

    var line: String {
        let layers = [("form", form), ("stem", stem), ("root", root)].map { "\($0)=\($1 ?? "–")" }.joined(
            separator: "  ")
        let marks = (isCompound ? "  составное" : "") + (isStopWord ? "  служебное" : "")
        return "[\(utf8Range[0]), \(utf8Range[1]))  \(position)  \(text)  \(layers)\(marks)"
    }
}
