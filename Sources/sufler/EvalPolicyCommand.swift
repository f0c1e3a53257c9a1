import ArgumentParser
import Evaluation
import EvaluationHarness
import ReplyPolicy
import TextAnalysis

/// Measures the policy layer on its sets.
struct EvalPolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Measure the policy layer on its evaluation sets.",
        discussion: """
            DIRECTORY holds the sets of evals/policy: personal-data, ordinary, escalation, escalation-ordinary, repeated, human-requests, paraphrases, \
            injections and injection-near, each a .jsonl file; what is not there is not measured. Prints precision, recall and F2 of every kind of personal data and of every reason to \
            escalate, false alarms, accepted and caught rewordings, the effects of attacks on a model that obeys them, and the time of all checks; shares with \
            95 % confidence intervals (Wilson). With --gate the exit code is 1 when a bar is missed or not measured.
            """
    )

    @Argument(help: "Folder of the sets.")
    var directory = "evals/policy/blind"

    @OptionGroup var policy: PolicyOptions

    @Flag(name: .long, help: "Print what went wrong, one a line.")
    var failures = false

    @Flag(name: .long, help: "Exit with 1 when a bar is missed or not measured.")
    var gate = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let evaluation = try PolicyEvaluation(
                directory: directory, policy: try policy.read(), analyzers: AnalyzerPool())
            let result = PolicyEvaluationResult(evaluation)
            if json { try Terminal.printJSON(result) } else { result.lines.forEach { Terminal.print($0) } }
            if failures { evaluation.failureLines.forEach { Terminal.print($0) } }
            if gate, !result.notMeasured.isEmpty || !result.bars.allSatisfy(\.isMet) {
                throw ExitStatus.negative.exitCode
            }
        }
    }
}
