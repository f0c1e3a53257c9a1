import ArgumentParser

/// Evaluations for quality engineers.
struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure the quality of retrieval and of the policy layer.",
        subcommands: [EvalRetrievalCommand.self, EvalRewritesCommand.self, EvalPolicyCommand.self]
    )
}
