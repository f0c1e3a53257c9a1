import EvaluationHarness
import Foundation
import ReplyPolicy
import TestSupport
import Testing
import TextAnalysis

struct EscalationTrainerTests {
    private static let analyzers = AnalyzerPool()

    private func folder(_ escalations: [(String, String)], ordinary: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        func write(_ name: String, _ lines: [String]) throws {
            try Data((lines.joined(separator: "\n") + "\n").utf8)
                .write(to: URL(fileURLWithPath: folder.path + "/" + name + ".jsonl"))
        }
        try write(
            "escalation",
            escalations.enumerated().map { index, each in
                #"{"id": "e\#(index)", "text": "\#(each.0)", "reasons": ["\#(each.1)"]}"#
            })
        try write("human-requests", [#"{"id": "h", "text": "позовите живого оператора"}"#])
        try write("ordinary", ordinary.enumerated().map { #"{"id": "o\#($0)", "text": "\#($1)"}"# })
        try write("escalation-ordinary", [#"{"id": "t", "text": "где забрать мой заказ"}"#])
        return folder
    }

    private static let escalations = [
        ("чайник задымился и искрит", "safety"), ("розетка задымилась и искрит", "safety"),
        ("утюг искрит и дымит на кухне", "safety"), ("взломали аккаунт и списали деньги", "fraud"),
        ("взломали мой кабинет, списали деньги", "fraud"), ("мошенники взломали аккаунт", "fraud"),
    ]
    private static let ordinary = [
        "сколько идёт доставка", "где забрать мой заказ завтра", "можно вернуть обувь", "сколько стоит доставка",
    ]

    @Test func `the same sets give the same weights, and other sets others`() async throws {
        let folder = try folder(Self.escalations, ordinary: Self.ordinary)
        var encoded: [[UInt8]] = []
        for _ in 0..<2 {
            var trainer = EscalationTrainer()
            try trainer.add(folder: folder.path, analyzers: Self.analyzers)
            #expect(trainer.messageCount == 12)
            encoded.append(await trainer.classifier().encoded)
        }
        #expect(encoded[0] == encoded[1])
        var trainer = EscalationTrainer()
        let other = try self.folder(Array(Self.escalations.prefix(4)), ordinary: Self.ordinary)
        try trainer.add(folder: other.path, analyzers: Self.analyzers)
        #expect(await trainer.classifier().encoded != encoded[0])
        withExtendedLifetime((folder, other)) {}
    }

    @Test func `the number of features that are kept is bounded`() async throws {
        let folder = try folder(Self.escalations, ordinary: Self.ordinary)
        var settings = EscalationTrainer.Settings()
        settings.maxFeatures = 5
        settings.steps = 20
        var trainer = EscalationTrainer(settings: settings)
        try trainer.add(folder: folder.path, analyzers: Self.analyzers)
        // Magic, version, classes, the combination, two floats a class, the count, and for each feature its key and one byte a class.
        let classes = EscalationClassifier.classCount
        let combination = 4 * classes * (EscalationEvidence.inputCount + 1)
        #expect(
            await trainer.classifier().encoded.count == 6 + combination + 8 * classes + 4 + 5 * (4 + classes))
        withExtendedLifetime(folder) {}
    }

    @Test func `how far to trust cues is learnt from independent sets`() async throws {
        let folder = try folder(Self.escalations, ordinary: Self.ordinary)
        var encoded: [[UInt8]] = []
        for isIndependent in [false, true] {
            var trainer = EscalationTrainer()
            let other = try self.folder(Array(Self.escalations.prefix(3)), ordinary: Self.ordinary)
            try trainer.add(folder: folder.path, analyzers: Self.analyzers)
            try trainer.add(folder: other.path, isIndependent: isIndependent, analyzers: Self.analyzers)
            encoded.append(await trainer.classifier().encoded)
            withExtendedLifetime(other) {}
        }
        let words = 6 + 4 * EscalationClassifier.classCount * (EscalationEvidence.inputCount + 1)
        #expect(encoded[0].prefix(words) != encoded[1].prefix(words))
        #expect(encoded[0].dropFirst(words) == encoded[1].dropFirst(words))
        withExtendedLifetime(folder) {}
    }

    @Test func `a set that is missing is named`() throws {
        let folder = try TemporaryFolder()
        var trainer = EscalationTrainer()
        #expect(throws: HarnessError.fileNotFound(path: folder.path + "/escalation.jsonl")) {
            try trainer.add(folder: folder.path, analyzers: Self.analyzers)
        }
        withExtendedLifetime(folder) {}
    }
}
