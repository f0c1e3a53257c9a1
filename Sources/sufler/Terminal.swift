import Foundation

/// Text on standard output and standard error.
enum Terminal {
    static func print(_ line: String = "") {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    static func printError(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Prints a value as JSON with sorted keys, on many lines or on one.
    static func printJSON(_ value: some Encodable, onOneLine: Bool = false) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !onOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Everything on standard input, up to one byte over `limit`.
    static func readStandardInput(limit: Int) throws -> Data {
        try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
    }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// A counter on standard error for work that takes long; silent unless a person watches.
struct Progress {
    private let title: String
    private let isEnabled: Bool
    private let step: Int

    init(title: String, step: Int, isEnabled: Bool = Terminal.isInteractive) {
        self.title = title
        self.step = step
        self.isEnabled = isEnabled
    }

    func report(_ count: Int) {
        guard isEnabled, count.isMultiple(of: step) else { return }
        FileHandle.standardError.write(Data("\r\(title): \(count)".utf8))
    }

    func finish() {
        guard isEnabled else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
