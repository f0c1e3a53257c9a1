import Foundation
import Testing

/// A folder of a test collection that is there as long as the value.
final class CollectionFolder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        let name = "EvaluationHarnessTests-" + UUID().uuidString
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            Issue.record(error)
        }
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: path + "/" + name))
    }
}
