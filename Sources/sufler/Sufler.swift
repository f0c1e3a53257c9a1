import ArgumentParser

/// The composition root: every dependency of the product is made in its commands.
@main
struct Sufler: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sufler",
        abstract: "An operator copilot for Russian-speaking contact centres.",
        discussion: """
            Indexes a knowledge base of Russian articles, finds the passages that answer a customer's message, \
            and drafts the reply with its sources. A person reads, edits and sends it.

            EXIT CODES
              0   done                         69  the address is in use
              1   done, and the answer is no:  73  an output cannot be created
                  problems or damage found     74  reading or writing failed
              64  the command line is wrong    75  busy: another process writes the index
              65  the input is malformed       78  the index was made by another version
              66  an input does not exist
            """,
        version: Version.current,
        subcommands: [
            IndexCommand.self, SearchCommand.self, SuggestCommand.self, ServeCommand.self, VerifyCommand.self,
            AnalyzeCommand.self, MaskCommand.self, PolicyCommand.self, PromptCommand.self, EvalCommand.self,
            TrainCommand.self,
            BenchCommand.self,
        ]
    )
}

/// The version of the program.
enum Version {
    static let current = "0.1.0"
}
