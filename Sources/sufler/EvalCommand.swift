import ArgumentParser

/// Evaluations for quality engineers.
struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure the quality of retrieval.",
        subcommands: [EvalRetrievalCommand.self, EvalRewritesCommand.self]
    )
}
