import Foundation
import Glibc
import TestSupport
import Testing

@testable import SearchIndex

/// A process that commits in a loop is killed at random moments: what it had acknowledged is there.
@Suite struct KillTests {
    private static let killCount = Nightly.isOn ? 1000 : 20
    /// As many live documents as `CommittingWriter` keeps.
    private static let liveCount = 8

    @Test func `after a kill the index opens with at least the last acknowledged generation`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/index"
        let seed: UInt64 = 20_261_127
        var generator = SeededGenerator(seed: seed)
        var acknowledged = Acknowledgement(generation: 0, newest: 0)
        var commits: UInt64 = 0
        for kill in 0..<Self.killCount {
            let microseconds = UInt32.random(in: 0..<60_000, using: &generator)
            let last = try runAndKill(path, afterMicroseconds: microseconds)
            if let last { acknowledged = last }
            let place: Comment = "seed \(seed), kill \(kill), after \(microseconds) µs"
            commits = try check(path, acknowledged, place)
        }
        #expect(commits > Self.killCount, "the killed processes committed \(commits) times in all")
    }

    struct Acknowledgement: Equatable {
        let generation: UInt64
        let newest: Int

        init(generation: UInt64, newest: Int) {
            self.generation = generation
            self.newest = newest
        }

        /// A line of the process; `nil` for one that the kill cut off.
        init?(line: Substring) {
            let numbers = line.split(separator: " ")
            guard numbers.count == 2, let generation = UInt64(numbers[0]), let newest = Int(numbers[1]) else {
                return nil
            }
            self.init(generation: generation, newest: newest)
        }
    }

    /// Starts the process, waits for its first commit and a little more, kills it; returns its last acknowledgement.
    private func runAndKill(_ path: String, afterMicroseconds delay: UInt32) throws -> Acknowledgement? {
        let process = Process()
        process.executableURL = try BuiltExecutable.url(named: "CommittingWriter")
        process.arguments = [path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let first = output.fileHandleForReading.availableData
        usleep(delay)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL)
        let rest = try output.fileHandleForReading.readToEnd() ?? Data()
        let text = String(decoding: first + rest, as: UTF8.self)
        // The last line may be cut off, by no newline only: what is after the last newline does not count.
        let complete = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return complete.last.flatMap(Acknowledgement.init(line:))
    }

    private func check(_ path: String, _ acknowledged: Acknowledgement, _ place: Comment) throws -> UInt64 {
        let snapshot = try IndexDirectory(path: path).openSnapshot()
        _ = try snapshot.verify()
        try #require(snapshot.generation >= acknowledged.generation, place)
        var numbers: [Int] = []
        for segment in snapshot.segments {
            for document in 0..<segment.documentCount where !segment.isDeleted(document) {
                let stored = try snapshot.storedBytes(of: DocID(UInt32(segment.firstDocument + document)))
                numbers.append(try #require(Int(String(decoding: stored, as: UTF8.self)), place))
            }
        }
        let newest = try #require(numbers.last, place)
        try #require(newest >= acknowledged.newest, place)
        try #require(numbers == Array(newest - Self.liveCount + 1...newest), place)
        var query = Query()
        query.add(QueryTerm(layer: 0, term: "номер\(newest)"))
        let hits = try snapshot.search(query, limit: 5)
        try #require(hits.count == 1, place)
        return snapshot.generation
    }
}
