import CZlib
import Glibc

/// Reads whole text files, plain or gzip-compressed (by content, not by name), line by line.
public enum TextFile {
    /// Calls `body` with every line, without its end, and its number from 1.
    ///
    /// An empty last line is not given.
    ///
    /// Lines may be of any length; memory is one buffer and the longest line.
    /// - Throws: `.notFound`, `.system`, `.corrupt` for damaged gzip data, or what `body` throws.
    public static func forEachLine<Failure: Error>(
        of path: String, _ body: (_ line: ArraySlice<UInt8>, _ number: Int) throws(Failure) -> Void
    ) throws {
        guard FileSystem.exists(path) else { throw StorageError.notFound(file: path) }
        guard let file = unsafe gzopen(path, "rb") else {
            throw StorageError.system(operation: "open", file: path, code: errno)
        }
        defer { unsafe gzclose(file) }
        unsafe gzbuffer(file, 1 << 18)
        var pending: [UInt8] = []
        var number = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Int(
                unsafe chunk.withUnsafeMutableBytes { unsafe gzread(file, $0.baseAddress, UInt32($0.count)) })
            if count <= 0 { break }
            var start = 0
            while let end = chunk[start..<count].firstIndex(of: 0x0A) {
                number += 1
                if pending.isEmpty {
                    try body(trimmed(chunk[start..<end]), number)
                } else {
                    pending.append(contentsOf: chunk[start..<end])
                    try body(trimmed(pending[...]), number)
                    pending.removeAll(keepingCapacity: true)
                }
                start = end + 1
            }
            pending.append(contentsOf: chunk[start..<count])
        }
        try unsafe checkEnd(of: file, path: path)
        if !pending.isEmpty { try body(trimmed(pending[...]), number + 1) }
    }

    /// Tells the end of a sound file from damage, and damage from a refusal of the system.
    private static func checkEnd(of file: gzFile, path: String) throws(StorageError) {
        let systemCode = errno
        var code: Int32 = 0
        _ = unsafe gzerror(file, &code)
        guard code != Z_ERRNO else { throw .system(operation: "read", file: path, code: systemCode) }
        guard code == Z_OK else {
            throw .corrupt(file: path, byteOffset: Int(unsafe gzoffset(file)), expected: "complete gzip data")
        }
    }

    /// The whole content of a plain file of at most `limit` bytes.
    ///
    /// - Throws: `.notFound`, `.system`, `.tooLarge`.
    public static func readBytes(of path: String, limit: Int) throws(StorageError) -> [UInt8] {
        let file = try MappedFile(path: path)
        guard file.byteCount <= limit else {
            throw .tooLarge(file: path, byteCount: file.byteCount, limit: limit)
        }
        return file.withBytes { bytes in
            unsafe bytes.withUnsafeBytes { unsafe Array($0) }
        }
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == 0x0D ? line.dropLast() : line
    }
}
