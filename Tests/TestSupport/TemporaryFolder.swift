public import Foundation

/// A folder that is there as long as the value.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes an empty folder with a name of its own.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("sufler-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            assertionFailure("the folder \(url.path) was not removed: \(error)")
        }
    }

    /// Where it is, as a path.
    public var path: String { url.path }

    /// The place of a file in it.
    public func file(_ name: String) -> URL {
        url.appendingPathComponent(name)
    }

    /// Writes a file; returns its path.
    public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: file(name))
        return file(name).path
    }

    /// The bytes of a file.
    public func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: file(name)))
    }
}
