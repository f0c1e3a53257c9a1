import Foundation
import TestSupport
import Testing

@testable import sufler

/// What the commands measure, on documents so few that the figures can be worked by hand.
struct BenchmarkTests {
    private static let corpus = """
        {"_id": "a", "title": "Возврат", "text": "возврат обуви"}
        {"_id": "b", "title": "Доставка", "text": "доставка обуви"}

        """

    private func indexed() throws -> (folder: TemporaryFolder, output: [String: Any]) {
        let folder = try TemporaryFolder()
        let corpus = try folder.write("corpus.jsonl", Array(Self.corpus.utf8))
        let output = try CommandLineTool.run(
            ["index", "--corpus", corpus, "--index", folder.path + "/index", "--layers", "stem", "--json"])
        try #require(output.status == 0, "\(output.standardError)")
        return (folder, try output.json())
    }

    @Test func `indexing a corpus reports postings, bytes and memory`() throws {
        let (_, json) = try indexed()
        #expect(json["documents"] as? Int == 2)
        // Two stems in each document.
        #expect(json["postings"] as? [String: Int] == ["stem": 4])
        // Cyrillic letters have two bytes: 7 + 12 letters and a space, 8 + 13 letters and a space.
        #expect(json["textBytes"] as? Int == 2 * 19 + 1 + 2 * 21 + 1)
        let files = try #require(json["files"] as? [String: Int])
        let stored = files.filter { $0.key.hasPrefix("stored") }.values.reduce(0, +)
        let all = try #require(json["indexBytes"] as? Int)
        #expect(stored > 0 && json["indexBytesWithoutStoredText"] as? Int == all - stored)
        #expect(try #require(json["peakMemoryBytes"] as? Int) > 1 << 20)
    }

    @Test func `a benchmark reports times and allocations and writes the time of each query`() throws {
        let (folder, _) = try indexed()
        let queries = try folder.write(
            "queries.jsonl",
            Array("{\"_id\": \"q1\", \"text\": \"обувь\"}\n{\"_id\": \"q2\", \"text\": \"где\"}\n".utf8))
        let times = folder.path + "/times.tsv"
        let output = try CommandLineTool.run(
            ["bench", "search", "--index", folder.path + "/index", "--queries", queries, "--times", times, "--json"])
        #expect(output.status == 0, "\(output.standardError)")
        let json = try output.json()
        #expect(json["queries"] as? Int == 2)
        let allocations = try #require(json["allocations"] as? [String: Double])
        let mean = try #require(allocations["mean"])
        let most = try #require(allocations["max"])
        // The list of results is on the heap.
        #expect(mean > 0 && most >= mean)
        let rows = String(decoding: try folder.read("times.tsv"), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: "\t") }
        #expect(rows.map { String($0[0]) } == ["q1", "q2"])
        let microseconds = try rows.map { try #require(Double($0[1])) }
        let slowest = try #require(json["max"] as? Double)
        let slowestWritten = try #require(microseconds.max())
        #expect(microseconds.allSatisfy { $0 > 0 } && abs(slowestWritten - slowest) < 0.001)
    }

    @Test func `heap allocations of Swift code are counted, and nothing else`() {
        var benchmark = QueryBenchmark(queryCount: 2)
        var kept: [[UInt8]] = []
        kept.reserveCapacity(100)
        var sum = 0
        benchmark.runRound(isWarmUp: false) { index in
            if index == 1 {
                for size in 1...50 { kept.append([UInt8](repeating: 1, count: size * 100)) }
            } else {
                sum += 1
            }
        }
        #expect(QueryBenchmark.countsAllocations)
        #expect(benchmark.allocations == [0, 50])
        #expect(kept.count == 50 && sum == 1)
    }

    @Test func `a warm-up is not timed`() {
        var benchmark = QueryBenchmark(queryCount: 1)
        benchmark.runRound(isWarmUp: true) { _ in }
        #expect(benchmark.bestMicroseconds == [.infinity])
        benchmark.runRound(isWarmUp: false) { _ in }
        #expect(benchmark.bestMicroseconds[0] < 1e6)
    }

    @Test func `the largest resident set is read from the kernel's status`() {
        #expect(PeakMemory.byteCount(status: "VmPeak:\t 9 kB\nVmHWM:\t    1234 kB\nVmRSS:\t 5 kB\n") == 1234 * 1024)
        #expect(PeakMemory.byteCount(status: "VmRSS:\t 5 kB\n") == nil)
    }
}
