import ArgumentParser
import Foundation

/// A text given as arguments, or on standard input when there are none or the only one is `-`.
struct InputText: ParsableArguments {
    @Argument(help: "The text. Without it, or with -, it is read from standard input.")
    var words: [String] = []

    /// The text, checked: UTF-8, not empty, at most `limit` bytes.
    func text(limit: Int) throws -> String {
        let text = words.isEmpty || words == ["-"] ? try Self.standardInput(limit: limit) : words.joined(separator: " ")
        guard text.utf8.count <= limit else { throw CommandError.textTooLong(byteCount: text.utf8.count, limit: limit) }
        guard text.contains(where: { !$0.isWhitespace }) else { throw CommandError.emptyText }
        return text
    }

    private static func standardInput(limit: Int) throws -> String {
        let data = try Terminal.readStandardInput(limit: limit)
        guard data.count <= limit else { throw CommandError.textTooLong(byteCount: data.count, limit: limit) }
        return try string(utf8: Array(data))
    }

    /// The string of valid UTF-8.
    static func string(utf8 bytes: [UInt8]) throws(CommandError) -> String {
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw .invalidUTF8(byteOffset: error.byteOffsets.lowerBound)
        }
    }
}
