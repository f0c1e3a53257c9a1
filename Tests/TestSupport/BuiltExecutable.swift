public import Foundation

/// The executables that are built beside the tests.
public enum BuiltExecutable {
    /// Nothing of this name lies beside the tests.
    public struct NotFound: Error {
        /// What was looked for.
        public let name: String
    }

    /// The executable of a target of this package.
    public static func url(named name: String) throws -> URL {
        let folders =
            CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
            + [URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()]
        let found = folders.map { $0.appendingPathComponent(name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw NotFound(name: name) }
        return found
    }
}
