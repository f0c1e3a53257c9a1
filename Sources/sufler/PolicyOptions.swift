import ArgumentParser
import Foundation
import ReplyPolicy

/// Which policy is in force.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "Policy file. Default: $SUFLER_POLICY, else prompts/policy.yaml if it is there, else the built-in policy."
    )
    var policy: String?

    /// The path of the policy file; `nil` for the built-in policy.
    var path: String? {
        if let named = policy ?? Self.environment { return named }
        return FileManager.default.fileExists(atPath: Self.usualPath) ? Self.usualPath : nil
    }

    /// The policy in force.
    func read() throws -> Policy {
        guard let path else { return Policy() }
        return try Self.read(path)
    }

    /// The policy of a file.
    static func read(_ path: String) throws -> Policy {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError.fileNotFound(path: path)
        }
        return try PolicyFile.parse(Array(data), path: path)
    }

    private static let usualPath = "prompts/policy.yaml"

    private static var environment: String? {
        ProcessInfo.processInfo.environment["SUFLER_POLICY"].flatMap { $0.isEmpty ? nil : $0 }
    }
}
