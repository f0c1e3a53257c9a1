import ArgumentParser
import EvaluationHarness
import Foundation
import ReplyPolicy
import TextAnalysis

/// Learns what the program knows by weights.
struct TrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learn weights from sets of messages.",
        subcommands: [TrainEscalationCommand.self])
}

/// Learns the weights of the classifier of escalations.
struct TrainEscalationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalation",
        abstract: "Learn to tell messages that need a person.",
        discussion: """
            Reads the sets of the folders, as in evals/policy, and writes the weights to a file; the same sets give the same bytes. The program has the \
            weights of Sources/ReplyPolicy/Resources/escalation.weights built in. Words are learnt from all folders; how far to trust cues beside words \
            only from the independent ones, which the cues were not written from.
            """
    )

    @Argument(help: "Folders of sets.")
    var folders: [String] = ["evals/policy/dev", "evals/policy/blind", "evals/policy/further"]

    @Option(name: .long, parsing: .upToNextOption, help: "Folders of independent sets.")
    var independent: [String] = ["evals/policy/blind-2", "evals/policy/broad"]

    @Option(name: .long, help: "File to write.")
    var output = "Sources/ReplyPolicy/Resources/escalation.weights"

    func run() async throws {
        try await reportingErrors {
            var trainer = EscalationTrainer()
            let analyzers = AnalyzerPool()
            for folder in folders { try trainer.add(folder: folder, analyzers: analyzers) }
            for folder in independent {
                try trainer.add(folder: folder, isIndependent: true, analyzers: analyzers)
            }
            let bytes = await trainer.classifier().encoded
            try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
            Terminal.print("Сообщений \(trainer.messageCount), файл \(output): \(bytes.count) байт.")
        }
    }
}
