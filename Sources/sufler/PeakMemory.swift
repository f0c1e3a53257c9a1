import Foundation

/// The largest resident set of this process.
enum PeakMemory {
    /// Bytes, from the kernel's `VmHWM`; `nil` where it cannot be read.
    ///
    /// `getrusage` would not do: its figure survives `exec`, so it can be that of the program that started this one.
    static func byteCount() -> Int? {
        guard let status = FileManager.default.contents(atPath: "/proc/self/status") else { return nil }
        return byteCount(status: String(decoding: status, as: UTF8.self))
    }

    /// Reads the line `VmHWM:   123 kB` of a status file.
    static func byteCount(status: String) -> Int? {
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }
}
