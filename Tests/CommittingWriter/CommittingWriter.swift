import Foundation
import SearchIndex
import TextAnalysis

/// Commits to an index until it is killed, and says on standard output what is durable: `generation number` of the newest document, a line a commit.
///
/// The live documents are always those of the last ``liveCount`` numbers: each update deletes the oldest and adds the next.
@main enum CommittingWriter {
    static let liveCount = 8
    private static let updatesBeforeRebuild = 37

    static func main() throws {
        let directory = IndexDirectory(path: CommandLine.arguments[1])
        var snapshot = try openOrBuild(directory)
        while true {
            for _ in 0..<updatesBeforeRebuild { snapshot = try step(directory, snapshot) }
            let newest = try newestNumber(of: snapshot)
            acknowledge(try directory.commit(try writer(newest - liveCount + 1...newest)), newest)
            snapshot = try directory.openSnapshot()
        }
    }

    private static func openOrBuild(_ directory: IndexDirectory) throws -> IndexSnapshot {
        do {
            return try directory.openSnapshot()
        } catch IndexError.noIndex {
            acknowledge(try directory.commit(try writer(1...liveCount)), liveCount)
            return try directory.openSnapshot()
        }
    }

    /// One update and the merges that it makes due.
    private static func step(_ directory: IndexDirectory, _ base: IndexSnapshot) throws -> IndexSnapshot {
        let newest = try newestNumber(of: base)
        let oldest = liveDocuments(of: base).prefix(1)
        var snapshot = try directory.update(
            base, deleting: Array(oldest), adding: try writer(newest + 1...newest + 1), userData: [])
        acknowledge(snapshot.manifest.generation, newest + 1)
        while let merged = try directory.mergeIfNeeded(snapshot, mergingUserData: { _ in [] }) {
            snapshot = merged
            acknowledge(snapshot.manifest.generation, newest + 1)
        }
        return snapshot
    }

    private static func writer(_ numbers: ClosedRange<Int>) throws -> IndexWriter {
        let layer = LayerSchema(name: "stem", analysis: .stem, fieldWeights: [1], k1: 1.2, b: 0.75, weight: 1)
        var writer = try IndexWriter(schema: IndexSchema(fields: ["body"], layers: [layer]))
        for number in numbers {
            try writer.add(IndexDocument(fields: [["номер\(number) заказ"]], stored: Array(String(number).utf8)))
        }
        return writer
    }

    private static func liveDocuments(of snapshot: IndexSnapshot) -> [DocID] {
        snapshot.segments.flatMap { segment in
            (0..<segment.documentCount).filter { !segment.isDeleted($0) }
                .map { DocID(UInt32(segment.firstDocument + $0)) }
        }
    }

    private static func newestNumber(of snapshot: IndexSnapshot) throws -> Int {
        guard let last = liveDocuments(of: snapshot).last else { return 0 }
        return Int(String(decoding: try snapshot.storedBytes(of: last), as: UTF8.self)) ?? 0
    }

    private static func acknowledge(_ generation: UInt64, _ newest: Int) {
        FileHandle.standardOutput.write(Data("\(generation) \(newest)\n".utf8))
    }
}
