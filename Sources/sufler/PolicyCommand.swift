import ArgumentParser

/// Works with policies.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Check a policy and explain its decisions.",
        subcommands: [PolicyCheckCommand.self])
}
