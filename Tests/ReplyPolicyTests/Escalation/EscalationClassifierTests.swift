import Testing
import TextAnalysis

@testable import ReplyPolicy

struct EscalationClassifierTests {
    private static let analyzers = AnalyzerPool()

    /// A combination that adds the log odds of the words and four times the score of the cues.
    private static let combination = ReasonCombination(
        rows: (0..<EscalationClassifier.classCount).map { index in
            var row = [Float](repeating: 0, count: EscalationEvidence.inputCount + 1)
            row[index] = 1
            if index < EscalationClassifier.reasons.count { row[EscalationClassifier.classCount + index] = 4 }
            return row
        })

    /// A classifier that knows the words of messages of one reason, and takes every other word for ordinary.
    private func classifier(of reason: HandoffReason, _ messages: [String], weight: Float = 3) throws
        -> EscalationClassifier
    {
        let index = try #require(EscalationClassifier.reasons.firstIndex(of: reason))
        var weights: [UInt32: [Float]] = [:]
        for message in messages {
            for feature in WordClassifier.features(of: try AnalyzedText(message, using: Self.analyzers)) {
                var row = [Float](repeating: 0, count: EscalationClassifier.classCount)
                row[index] = weight
                row[EscalationClassifier.classCount - 1] = weight
                weights[feature] = row
            }
        }
        let biases = [Float](repeating: -4, count: EscalationClassifier.classCount)
        return EscalationClassifier(
            words: WordClassifier(weights: weights, biases: biases), combination: Self.combination)
    }

    private func findings(
        _ message: String, _ classifier: EscalationClassifier, cues: [EscalationFinding] = []
    ) throws -> [EscalationFinding] {
        let text = try AnalyzedText(message, using: Self.analyzers)
        return ClassifiedReasons(
            MessageReading.readings(of: message), in: text,
            cues: CueFindings(findings: cues, asksForPerson: false), classifier: classifier
        ).findings()
    }

    private func cue(_ reason: HandoffReason, _ score: Float) -> EscalationFinding {
        EscalationFinding(reason: reason, utf8Range: 0..<2, quote: "", explanation: "", score: score)
    }

    @Test func `known words give a reason with the words that weigh most`() throws {
        let classifier = try classifier(of: .fraud, ["ночью ушли все накопления"])
        let found = try findings("ночью ушли все накопления", classifier)
        #expect(found.map(\.reason) == [.fraud])
        #expect(found[0].explanation.contains("мошенничество") && !found[0].quote.isEmpty)
    }

    @Test func `it reads transliteration and the wrong layout`() throws {
        let classifier = try classifier(of: .fraud, ["ночью ушли все накопления"])
        for message in ["nochyu ushli vse nakopleniya", "yjxm. eikb dct yfrjgktybz"] {
            #expect(try findings(message, classifier).map(\.reason) == [.fraud], "\(message)")
        }
    }

    @Test func `of other words and of nothing it says nothing`() throws {
        let classifier = try classifier(of: .fraud, ["ночью ушли все накопления"])
        for message in ["", "iPhone 15 Pro Max", "как вернуть обувь в магазин", "???", "12 34 56"] {
            #expect(try findings(message, classifier).isEmpty, "\(message)")
        }
    }

    @Test func `of a message without a known word all that cues find stays`() throws {
        let classifier = try classifier(of: .fraud, ["ночью ушли все накопления"])
        for message in ["", "Xiaomi", "как вернуть обувь"] {
            #expect(try findings(message, classifier, cues: [cue(.complaint, 0.5)]).map(\.reason) == [.complaint])
        }
    }

    @Test func `weights survive the file; a file that is none gives a classifier that says nothing`() throws {
        let original = try classifier(of: .fraud, ["ночью ушли все накопления"])
        let read = EscalationClassifier(encoded: original.encoded)
        #expect(read.encoded == original.encoded)
        #expect(try findings("ночью ушли все накопления", read).map(\.reason) == [.fraud])
        var longer = original.encoded
        longer.append(0)
        for bytes in [
            [], Array("SFEW".utf8), Array(original.encoded.dropLast()), longer, [UInt8](repeating: 7, count: 300),
        ] {
            let broken = EscalationClassifier(encoded: bytes)
            #expect(try findings("ночью ушли все накопления", broken).isEmpty)
        }
    }

    @Test func `what cues find goes in an ordinary message, but not a plain sign of danger or a plain request`() throws
    {
        let message = "ночью ушли все накопления"
        let calm = try classifier(of: .fraud, [message], weight: -3)
        let reasons: [HandoffReason] = [.selfHarm, .safety, .humanRequested, .complaint]
        #expect(try findings(message, calm, cues: reasons.map { cue($0, 0.5) }).isEmpty)
        #expect(
            try findings(message, calm, cues: reasons.map { cue($0, 0.75) }).map(\.reason) == Array(reasons.prefix(3)))
    }

    @Test func `a finding of cues counts more where the words agree`() throws {
        let message = "ночью ушли все накопления"
        let sure = try classifier(of: .fraud, [message])
        let found = try findings(message, sure, cues: [cue(.fraud, 0.5), cue(.complaint, 0.5)])
        #expect(found == [cue(.fraud, 0.5), cue(.complaint, 0.5)])
    }

    @Test func `the project's weights can be read and know words`() throws {
        #expect(EscalationClassifier.shared.encoded == PackageResources.escalation_weights)
        let text = try AnalyzedText("Как вернуть обувь, если не подошёл размер?", using: Self.analyzers)
        let evidence = EscalationEvidence(of: text, words: EscalationClassifier.shared.words)
        #expect(evidence.inputs.count == EscalationEvidence.inputCount)
        #expect(evidence.knownWords >= 5)
        #expect(EscalationClassifier.shared.judgement(evidence).any < ClassifiedReasons.needed)
    }
}
