import ArgumentParser
import Foundation
import ReplyPolicy
import TextAnalysis

/// Finds and masks personal data.
struct MaskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mask",
        abstract: "Find personal data in a text and mask it.",
        discussion: """
            Prints the text with placeholders such as [ТЕЛЕФОН_1], and each finding with its range of UTF-8 bytes, half-open, in the text \
            as given. With --jsonl every line of standard input is a JSON object with a text and perhaps a conversation: one value has \
            one placeholder in all lines of a conversation; a line without one stands alone. The values themselves are printed with --values only.
            """
    )

    @OptionGroup var policy: PolicyOptions
    @OptionGroup var input: InputText

    @Flag(name: .long, help: "Read JSON lines from standard input and print one for each.")
    var jsonl = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    @Flag(name: .long, help: "Print the values that were found.")
    var values = false

    func validate() throws {
        if jsonl, !input.words.isEmpty { throw ValidationError("--jsonl reads standard input: give it no text.") }
    }

    func run() async throws {
        try await reportingErrors {
            let finder = PersonalDataFinder(orderNumberPatterns: try policy.read().orderNumberPatterns)
            if jsonl { return try maskLines(finder) }
            let text = try input.text(limit: 1 << 20)
            var mask = PersonalDataMask()
            let result = try MaskResult(text, finder, &mask, AnalyzerPool(), showsValues: values)
            if json { try Terminal.printJSON(result) } else { result.lines.forEach { Terminal.print($0) } }
        }
    }

    private struct Line: Decodable {
        let id: String?
        let conversation: String?
        let text: String
    }

    private func maskLines(_ finder: PersonalDataFinder) throws {
        let analyzers = AnalyzerPool()
        let decoder = JSONDecoder()
        var masks: [String: PersonalDataMask] = [:]
        var number = 0
        while let line = readLine() {
            number += 1
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let record: Line
            do {
                record = try decoder.decode(Line.self, from: Data(line.utf8))
            } catch is DecodingError {
                throw CommandError.invalidJSONLine(line: number)
            }
            var mask = record.conversation.flatMap { masks[$0] } ?? PersonalDataMask()
            var result = try MaskResult(record.text, finder, &mask, analyzers, showsValues: values)
            result.id = record.id
            if let conversation = record.conversation { masks[conversation] = mask }
            try Terminal.printJSON(result, onOneLine: true)
        }
    }
}

/// What `sufler mask` prints of one text.
struct MaskResult: Encodable {
    var id: String?
    let masked: String
    let findings: [Finding]

    struct Finding: Encodable {
        let kind: String
        let utf8Range: [Int]
        let placeholder: String
        let score: Float
        let explanation: String
        let value: String?
    }

    init(
        _ string: String, _ finder: PersonalDataFinder, _ mask: inout PersonalDataMask, _ analyzers: AnalyzerPool,
        showsValues: Bool
    ) throws {
        let text = try AnalyzedText(string, using: analyzers)
        let found = finder.findings(in: text)
        let masked = mask.mask(text, findings: found)
        self.masked = masked.text
        let placeholders = Dictionary(
            masked.placeholders.map { ($0.originalUTF8Range, $0.text) }, uniquingKeysWith: { first, _ in first })
        findings = found.map { finding in
            Finding(
                kind: finding.kind.rawValue,
                utf8Range: [finding.utf8Range.lowerBound, finding.utf8Range.upperBound],
                placeholder: placeholders[finding.utf8Range] ?? "",
                score: finding.score,
                explanation: finding.explanation,
                value: showsValues ? text.text(finding.utf8Range) : nil
            )
        }
    }

    var lines: [String] {
        var lines = [masked]
        if !findings.isEmpty { lines.append("") }
        lines += findings.map { finding in
            let value = finding.value.map { "  «\($0)»" } ?? ""
            return "[\(finding.utf8Range[0]), \(finding.utf8Range[1]))  \(finding.placeholder)\(value)  "
                + "\(Int((finding.score * 100).rounded())) %  \(finding.explanation)"
        }
        return lines
    }
}
