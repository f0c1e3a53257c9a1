import Testing
import TextAnalysis

@testable import ReplyPolicy

struct EscalationClassifierTests {
    private static let analyzers = AnalyzerPool()

    /// A classifier that knows the words of messages of one reason.
    private func classifier(of reason: HandoffReason, _ messages: [String]) throws -> EscalationClassifier {
        let index = try #require(EscalationClassifier.reasons.firstIndex(of: reason))
        var weights: [UInt32: [Float]] = [:]
        for message in messages {
            for feature in EscalationClassifier.features(of: try AnalyzedText(message, using: Self.analyzers)) {
                var row = [Float](repeating: 0, count: EscalationClassifier.classCount)
                row[index] = 3
                row[EscalationClassifier.classCount - 1] = 3
                weights[feature] = row
            }
        }
        return EscalationClassifier(
            weights: weights, biases: [Float](repeating: -4, count: EscalationClassifier.classCount))
    }

    private func additions(_ message: String, _ classifier: EscalationClassifier) throws -> [EscalationFinding] {
        let text = try AnalyzedText(message, using: Self.analyzers)
        let readings = MessageReading.readings(of: message)
        return ClassifiedReasons(readings, in: text, classifier: classifier).additions(to: [])
    }

    @Test func `known words give a reason with the words that weigh most`() throws {
        let classifier = try classifier(of: .fraud, ["ночью ушли все накопления"])
        let found = try additions("ночью ушли все накопления", classifier)
        #expect(found.map(\.reason) == [.fraud])
        #expect(found[0].explanation.contains("мошенничество") && !found[0].quote.isEmpty)
    }

    @Test func `it reads transliteration and the wrong layout`() throws {
        let classifier = try classifier(of: .fraud, ["ночью ушли все накопления"])
        for message in ["nochyu ushli vse nakopleniya", "yjxm. eikb dct yfrjgktybz"] {
            #expect(try additions(message, classifier).map(\.reason) == [.fraud], "\(message)")
        }
    }

    @Test func `of few known words, of other words and of nothing it says nothing`() throws {
        let classifier = try classifier(of: .fraud, ["ночью ушли все накопления"])
        for message in ["", "ночью", "iPhone 15 Pro Max", "как вернуть обувь в магазин", "???", "12 34 56"] {
            #expect(try additions(message, classifier).isEmpty, "\(message)")
        }
    }

    @Test func `weights survive the file; a file that is none gives a classifier that says nothing`() throws {
        let original = try classifier(of: .fraud, ["ночью ушли все накопления"])
        let read = EscalationClassifier(encoded: original.encoded)
        #expect(read.encoded == original.encoded)
        #expect(try additions("ночью ушли все накопления", read).map(\.reason) == [.fraud])
        for bytes in [[], Array("SFEW".utf8), Array(original.encoded.dropLast()), [UInt8](repeating: 7, count: 300)] {
            let broken = EscalationClassifier(encoded: bytes)
            #expect(try additions("ночью ушли все накопления", broken).isEmpty)
        }
    }

    @Test func `what cues find is kept where life may be in danger, whatever the classifier thinks`() throws {
        let text = try AnalyzedText("ночью ушли все накопления", using: Self.analyzers)
        let readings = MessageReading.readings(of: text.string)
        // Knows the words and thinks a reason impossible.
        let calm = EscalationClassifier(
            weights: Dictionary(
                uniqueKeysWithValues: EscalationClassifier.features(of: text).map {
                    ($0, [Float](repeating: -3, count: EscalationClassifier.classCount))
                }), biases: [Float](repeating: -4, count: EscalationClassifier.classCount))
        let classified = ClassifiedReasons(readings, in: text, classifier: calm)
        func finding(_ reason: HandoffReason, _ score: Float) -> EscalationFinding {
            EscalationFinding(reason: reason, utf8Range: 0..<2, quote: "", explanation: "", score: score)
        }
        let weak = [HandoffReason.selfHarm, .safety, .humanRequested, .complaint].map { finding($0, 0.5) }
        #expect(classified.confirmed(weak).map(\.reason) == [.selfHarm, .safety, .humanRequested])
        #expect(classified.confirmed([finding(.complaint, 0.9)]).count == 1)
    }

    @Test func `the project's weights can be read and know words`() throws {
        #expect(EscalationClassifier.shared.encoded == PackageResources.escalation_weights)
        let text = try AnalyzedText("Как вернуть обувь, если не подошёл размер?", using: Self.analyzers)
        let judgement = EscalationClassifier.shared.judgement(
            of: MessageReading.readings(of: text.string), in: text)
        #expect(judgement.knownWords >= 5 && judgement.any < 0.3)
    }
}
