import Foundation
import TestSupport
import Testing

/// Runs the built `sufler` as its users do.
struct CommandLineTool {
    struct Output {
        let status: Int32
        let standardOutput: String
        let standardError: String

        func json() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(standardOutput.utf8)) as? [String: Any])
        }
    }

    /// The folder that holds knowledge/ and evals/.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The executable beside the test bundle.
    static func executable() throws -> URL {
        let candidates =
            CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
            + [URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()]
        let found = candidates.map { $0.appendingPathComponent("sufler") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(found, "the executable sufler is not beside the tests")
    }

    static func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> Output {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let scratch = try TemporaryFolder()
        let inputFile = scratch.file("input")
        let outputFile = scratch.file("output")
        let errorFile = scratch.file("error")
        try Data(input).write(to: inputFile)
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        return Output(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            standardOutput: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
            standardError: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
        )
    }
}
