public import Evaluation
public import ReplyPolicy
public import TextAnalysis

/// How well personal data is found: a set of texts with marked entities against what the finder finds.
///
/// An entity is found when findings of its kind cover all its letters and digits; it is *leaked* when a letter or digit of it is covered by no
/// finding of any kind, so that it would go out unmasked. A finding is right when it overlaps an entity of its kind.
public struct PersonalDataEvaluation: Sendable {
    /// A text with marked entities.
    struct Record: Decodable {
        let id: String
        let text: String
        let entities: [Entity]

        struct Entity: Decodable {
            let kind: PersonalDataKind
            let start: Int
            let end: Int
            let obfuscation: String?
        }
    }

    /// An entity that was not found or a finding that is none.
    public struct Failure: Equatable, Sendable {
        /// The text it is in.
        public let id: String
        /// The kind of the entity, or of the wrong finding.
        public let kind: PersonalDataKind
        /// Its text.
        public let value: String
        /// Whether it is a wrong finding.
        public let isFalseAlarm: Bool
    }

    /// Right, wrong and missed findings of each kind.
    public let counts: [PersonalDataKind: DetectionCounts]
    /// Entities of each kind that would go out at least in part.
    public let leaks: [PersonalDataKind: Int]
    /// Recall by obfuscation.
    public let obfuscations: [String: DetectionCounts]
    /// What went wrong, in the order of the set.
    public let failures: [Failure]

    /// Runs the finder over a set.
    ///
    /// - Parameters:
    ///   - path: the set, JSON lines of `id`, `text` and `entities` (`kind`, `start`, `end` in UTF-8 bytes).
    ///   - finder: finds.
    ///   - analyzers: lends analysers.
    /// - Throws: a ``HarnessError`` when the set is malformed; `AnalysisError` when a library refuses.
    public init(path: String, finder: PersonalDataFinder, analyzers: AnalyzerPool) throws {
        var tally = Tally()
        for (number, record) in try SetFile.read(path, as: Record.self).enumerated() {
            let text = try AnalyzedText(record.text, using: analyzers)
            guard record.entities.allSatisfy({ 0 <= $0.start && $0.start < $0.end && $0.end <= text.bytes.count })
            else {
                throw HarnessError.invalidLine(file: path, line: number + 1, reason: "an entity lies outside the text")
            }
            tally.add(record, text, finder.findings(in: text))
        }
        counts = tally.counts
        leaks = tally.leaks
        obfuscations = tally.obfuscations
        failures = tally.failures
    }

    /// All kinds together.
    public var total: DetectionCounts { counts.values.reduce(DetectionCounts(), +) }

    private struct Tally {
        var counts: [PersonalDataKind: DetectionCounts] = [:]
        var leaks: [PersonalDataKind: Int] = [:]
        var obfuscations: [String: DetectionCounts] = [:]
        var failures: [Failure] = []

        mutating func add(_ record: Record, _ text: AnalyzedText, _ findings: [PersonalDataFinding]) {
            for entity in record.entities {
                let range = entity.start..<entity.end
                let significant = range.filter { isSignificant(text.bytes[$0]) }
                let isFound = significant.allSatisfy { byte in
                    findings.contains { $0.kind == entity.kind && $0.utf8Range.contains(byte) }
                }
                let isMasked = significant.allSatisfy { byte in findings.contains { $0.utf8Range.contains(byte) } }
                let obfuscation = entity.obfuscation ?? "none"
                if isFound {
                    counts[entity.kind, default: .init()].truePositives += 1
                    obfuscations[obfuscation, default: .init()].truePositives += 1
                } else {
                    counts[entity.kind, default: .init()].falseNegatives += 1
                    obfuscations[obfuscation, default: .init()].falseNegatives += 1
                    note(record.id, entity.kind, text.text(range), isFalseAlarm: false)
                }
                if !isMasked { leaks[entity.kind, default: 0] += 1 }
            }
            for finding in findings {
                let isRight = record.entities.contains {
                    $0.kind == finding.kind && finding.utf8Range.overlaps($0.start..<$0.end)
                }
                guard !isRight else { continue }
                counts[finding.kind, default: .init()].falsePositives += 1
                note(record.id, finding.kind, text.text(finding.utf8Range), isFalseAlarm: true)
            }
        }

        private mutating func note(_ id: String, _ kind: PersonalDataKind, _ value: String, isFalseAlarm: Bool) {
            failures.append(Failure(id: id, kind: kind, value: value, isFalseAlarm: isFalseAlarm))
        }

        /// Letters and digits, by their bytes: ASCII letters and digits, and everything beyond ASCII but spaces and punctuation of U+2000.
        private func isSignificant(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || (0xD0...0xD3).contains(byte)
        }
    }
}
