import Foundation
import Glibc
import TestSupport
import Testing

/// The built `sufler` while it runs: its lines are waited for, never slept for.
final class RunningTool {
    private let process = Process()
    private let output = Pipe()
    private var pending: [UInt8] = []

    /// Starts with standard output and standard error in one stream.
    init(_ arguments: [String]) throws {
        process.executableURL = try CommandLineTool.executable()
        process.arguments = arguments
        process.currentDirectoryURL = CommandLineTool.root
        process.standardOutput = output
        process.standardError = output
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    /// The next line that `isWanted`, with the lines before it.
    ///
    /// Fails when there is none within a minute.
    @discardableResult
    func lines(until isWanted: (String) -> Bool) throws -> [String] {
        let deadline = ContinuousClock.now + .seconds(60)
        var lines: [String] = []
        while true {
            while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(String(decoding: pending[..<end], as: UTF8.self))
                pending.removeFirst(end + 1)
                if let last = lines.last, isWanted(last) { return lines }
            }
            var descriptor = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
            try #require(ContinuousClock.now < deadline, "no such line in time; there were \(lines)")
            guard poll(&descriptor, 1, 1000) > 0 else { continue }
            let data = output.fileHandleForReading.availableData
            try #require(!data.isEmpty, "the process has ended; there were \(lines)")
            pending += data
        }
    }

    /// The next line that begins with a text.
    @discardableResult
    func line(_ start: String) throws -> String {
        try #require(try lines { $0.hasPrefix(start) }.last)
    }

    /// Sends a signal and waits for the end.
    func end(by signal: Int32) -> (reason: Process.TerminationReason, status: Int32) {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return (process.terminationReason, process.terminationStatus)
    }
}
