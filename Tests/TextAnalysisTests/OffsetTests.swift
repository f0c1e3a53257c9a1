import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct OffsetTests {
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5]

    /// Why the tokens of a text are wrong, or `nil`.
    private func contradiction(
        in tokens: [SeenToken], of text: String, _ normalizer: inout WordNormalizer
    ) throws -> String? {
        let bytes = Array(text.utf8)
        var lastStart = 0
        var end = 0
        for (index, token) in tokens.enumerated() {
            let range = token.utf8Range
            guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else {
                return "\(range) outside"
            }
            let borders = [range.lowerBound, range.upperBound].filter { $0 < bytes.count }
            guard borders.allSatisfy({ bytes[$0] & 0xC0 != 0x80 }) else { return "\(range) cuts a character" }
            if token.isCompound {
                let parts = tokens[..<index].filter { !$0.isCompound && range.contains($0.utf8Range.lowerBound) }
                guard !parts.isEmpty, parts.first?.position == token.position, range.upperBound >= end else {
                    return "\(token.text) does not cover its parts"
                }
            } else {
                guard range.lowerBound >= end, range.lowerBound >= lastStart else { return "\(range) does not ascend" }
                lastStart = range.lowerBound
                let form = try normalizer.normalize(token.text)
                guard !form.isEmpty, Array(form.utf8) == Array(token.word.form.utf8) else {
                    return "\(token.text) has the form \(token.word.form)"
                }
            }
            end = max(end, range.upperBound)
        }
        let positions = tokens.filter { !$0.isCompound }.map(\.position)
        return positions == Array(0..<positions.count) ? nil : "positions \(positions)"
    }

    @Test(arguments: seeds)
    func `tokens of random texts lie on character borders, ascend and are the words they stand for`(seed: UInt64) throws
    {
        var generator = SeededGenerator(seed: seed)
        var analyzer = try RussianAnalyzer()
        var normalizer = try WordNormalizer()
        for _ in 0..<300 {
            let text = generator.text(of: Alphabet.all, upTo: 60)
            let tokens = try Analysis.tokens(of: text, &analyzer)
            if let problem = try contradiction(in: tokens, of: text, &normalizer) {
                Issue.record("seed \(seed): \(problem) in \(text.unicodeScalars.map { String($0.value, radix: 16) })")
                return
            }
        }
    }

    @Test(arguments: seeds)
    func `tokens of random identifiers and sentences hold the same laws`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var analyzer = try RussianAnalyzer()
        var normalizer = try WordNormalizer()
        for _ in 0..<300 {
            let text = generator.text(of: ["abz019", "._-@:/", "абя ", "._"], upTo: 80)
            let tokens = try Analysis.tokens(of: text, &analyzer)
            if let problem = try contradiction(in: tokens, of: text, &normalizer) {
                Issue.record("seed \(seed): \(problem) in \(text)")
                return
            }
        }
    }

    @Test(arguments: seeds)
    func `UTF-16 text agrees with the standard library`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var converted = UTF16Text()
        for _ in 0..<300 {
            let text = generator.text(of: Alphabet.all, upTo: 50)
            converted.set(text.utf8Span.span)
            guard Array(converted.units[..<converted.count]) == Array(text.utf16) else {
                Issue.record("seed \(seed): units of \(text)")
                return
            }
            var byteOffset = 0
            var unit = 0
            for scalar in text.unicodeScalars {
                let width = scalar.utf16.count
                let next = byteOffset + scalar.utf8.count
                guard converted.utf8Range(unit, unit + width) == byteOffset..<next else {
                    Issue.record("seed \(seed): offsets of \(text)")
                    return
                }
                byteOffset = next
                unit += width
            }
        }
    }
}
