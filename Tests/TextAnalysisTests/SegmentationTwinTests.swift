import Foundation
import TestSupport
import Testing

@testable import TextAnalysis

/// The fast ways through a text against ICU's segmentation of the whole, under the same rules.
@Suite struct SegmentationTwinTests {
    /// Random strings of each kind and seed: a million in all with `SUFLER_NIGHTLY=1`.
    private static let stringsPerSeed =
        ProcessInfo.processInfo.environment["SUFLER_NIGHTLY"] == "1" ? 84_000 : 2_000
    private static let seeds: [UInt64] = [1, 2, 3, 4]

    /// What random strings are made of.
    enum Material: CaseIterable {
        /// Letters, digits and signs that the fast ways know.
        case common
        /// Characters of all kinds.
        case anything
        /// Pieces of what the rules look for.
        case fragments

        var pieces: [[String]] {
            switch self {
            case .common:
                let spaces = "    \n\t\u{A0}\u{2009}\u{202F}"
                return Self.characters([
                    Alphabet.russian, Alphabet.latin, Alphabet.digits, spaces, Self.signs, "аеиот", "0158",
                ])
            case .anything:
                return Self.characters(Alphabet.all + [Alphabet.russian, "   \n", Self.signs])
            case .fragments:
                return [Self.ruleFragments, Self.ruleFragments, [" ", " ", "\n", "\u{A0}", "-", ".", ""]]
            }
        }

        private static func characters(_ alphabets: [String]) -> [[String]] {
            alphabets.map { alphabet in alphabet.unicodeScalars.map { String($0) } }
        }

        private static let signs = ".,;:!?-–—()[]«»\"'’/@_#№+%…&=*<>\u{301}\u{AD}·"
        private static let ruleFragments = [
            "т", "Т", "е", "д", "ч", ".", " ", "8", "7", "800", "495", "555", "35", "1", "299", "00", "-", "(", ")",
            ") ",
            "+7", "+375", "№", "№ ", "#", "12", "03", "2026", "марта", "мая", "C", "c", "С", "с", "++", "+", "NET",
            "net",
            "http", "https://", "://", "www.", "/", "a", "kd", "слово", "АБ", "А", "@", "mail.ru", "\u{A0}", "\u{2009}",
            "\u{202F}", ",", ";", "'", "’", "\u{301}", "\u{AD}", "_", "__", ":", "й", "ти", "\n", "漢字", "😀", "👩🏽‍💻",
            "\u{200D}", "ก", "\t", "\r\n", "«", "»", "—", "…", "е\u{308}", "%", "?", "=", "ё", "é", "ґ", "\u{FEFF}",
            "·",
        ]
    }

    private func text(of pieces: [[String]], upTo limit: Int, _ generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...limit, using: &generator) {
            let kind = pieces[Int.random(in: pieces.indices, using: &generator)]
            text += kind[Int.random(in: kind.indices, using: &generator)]
        }
        return text
    }

    @Test(arguments: Material.allCases, seeds)
    func `the fast ways equal ICU for random strings`(material: Material, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var twins = try Twins()
        let pieces = material.pieces
        for _ in 0..<Self.stringsPerSeed {
            let text = text(of: pieces, upTo: 24, &generator)
            if let difference = try twins.difference(in: text) {
                Issue.record("seed \(seed): \(difference)")
                return
            }
        }
    }

    @Test func `groups of digits parted by several spaces are no phone on either way`() throws {
        var twins = try Twins()
        for text in [
            "é\u{301} ч»»+375 «+7149500   2026\t) ч+ .", "+7149500   2026", "+7 495  123-45-67", "8  (800) 555-35-35",
        ] {
            #expect(try twins.difference(in: text) == nil, "\(text)")
        }
    }

    @Test func `every character of the basic plane and emoji equals ICU among letters and digits`() throws {
        var twins = try Twins()
        let surroundings = [
            ("я", "ж"), ("a", "b"), ("1", "2"), ("а", "1"), ("_", "z"), (" ", "а"), ("я.", "ж"), ("я", ".ж"),
            ("1,", "2"),
        ]
        for value in Array(UInt32(0)..<0x600) + Array(0x1FF0..<0x3100) + Array(0xFE00..<0xFFFF)
            + Array(0x1F100..<0x1FB00)
        {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var text = ""
            for (before, after) in surroundings { text += before + String(scalar) + after + " " }
            if let difference = try twins.difference(in: text) {
                Issue.record("U+\(String(value, radix: 16)): \(difference)")
                return
            }
        }
    }

    @Test(
        .enabled(
            if: RealTexts.areThere, "Collections must lie in SUFLER_SHARED_DATA or in shared/data beside the project."))
    func `the fast ways equal ICU for texts of public collections`() throws {
        try compare(RealTexts.lines(limit: Self.stringsPerSeed))
    }

    @Test func `the fast ways equal ICU for the project's articles and questions`() throws {
        let lines = try RealTexts.ownLines()
        try #require(lines.count > 1000)
        try compare(lines)
    }

    private func compare(_ texts: [String]) throws {
        var twins = try Twins()
        for text in texts {
            if let difference = try twins.difference(in: text) {
                Issue.record("\(difference)")
                return
            }
        }
    }
}

/// One analyser asked both ways.
private struct Twins: ~Copyable {
    private var analyzer: RussianAnalyzer
    private var fast: [Token] = []
    private var naive: [Token] = []

    init() throws {
        analyzer = try RussianAnalyzer(maxWords: .max)
    }

    /// How the fast tokens of `text` differ from ICU's; `nil` when they do not.
    mutating func difference(in text: String) throws -> String? {
        try analyzer.analyze(text, into: &fast)
        try analyzer.analyzeWithICU(text, into: &naive)
        let isEqual =
            fast.count == naive.count
            && zip(fast, naive).allSatisfy {
                $0.utf8Range == $1.utf8Range && $0.word == $1.word && $0.position == $1.position
                    && $0.isCompound == $1.isCompound
            }
        guard !isEqual else { return nil }
        let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
        return "«\(text)» (\(scalars)) gives\n\(describe(fast))\nand by ICU\n\(describe(naive))"
    }

    private func describe(_ tokens: [Token]) -> String {
        var lines = ""
        for token in tokens {
            lines +=
                "\(token.utf8Range) \(token.position) \(analyzer.word(token.word).form)\(token.isCompound ? "*" : ""), "
        }
        return lines
    }
}

/// Texts that people wrote.
private enum RealTexts {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static var data: URL {
        if let path = ProcessInfo.processInfo.environment["SUFLER_SHARED_DATA"] { return URL(filePath: path) }
        return root.deletingLastPathComponent().appending(path: "shared/data")
    }

    static var areThere: Bool { FileManager.default.fileExists(atPath: data.path) }

    /// Texts of all uncompressed collections and question sets, taken evenly from each.
    static func lines(limit: Int) throws -> [String] {
        let files = try files(below: data, "jsonl")
        try #require(!files.isEmpty)
        let perFile = max(1, limit / files.count)
        return try files.flatMap { file -> [String] in
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            let step = max(1, lines.count / perFile)
            return try stride(from: 0, to: lines.count, by: step).compactMap { try text(ofRecord: lines[$0]) }
        }
    }

    /// Lines of the articles and of the judged questions.
    static func ownLines() throws -> [String] {
        let files =
            try files(below: root.appending(path: "knowledge"), "md")
            + files(below: root.appending(path: "evals"), "jsonl")
        return try files.flatMap { file in
            let text = try String(contentsOf: file, encoding: .utf8)
            return [text] + text.split(separator: "\n").map(String.init)
        }
    }

    private static func files(below folder: URL, _ ending: String) throws -> [URL] {
        guard let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
        let files = found.compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
        return files.sorted { $0.path < $1.path }
    }

    private static func text(ofRecord line: Substring) throws -> String? {
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return record?["text"] as? String ?? record?["source"] as? String
    }
}
