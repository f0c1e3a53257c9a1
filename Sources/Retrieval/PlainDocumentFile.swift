import FoundationEssentials
import MappedStorage

/// A file of plain documents: JSON lines with `_id`, `title` (optional) and `text`, plain or gzip-compressed.
public struct PlainDocumentFile: Sendable {
    /// The path of the file.
    public let path: String

    /// Names a file; it is read by ``forEachDocument(_:)``.
    public init(path: String) {
        self.path = path
    }

    private struct Line: Decodable {
        let _id: String
        let title: String?
        let text: String
    }

    /// Calls `body` with each document, in the order of the file. Empty lines are skipped.
    ///
    /// - Throws: `RetrievalError.invalidLine` with the number of the line, `StorageError` when the file cannot be read, or what `body` throws.
    public func forEachDocument(_ body: (PlainDocument) throws -> Void) throws {
        let decoder = JSONDecoder()
        try TextFile.forEachLine(of: path) { (line, number) throws in
            guard !line.isEmpty else { return }
            let decoded: Line
            do {
                decoded = try decoder.decode(Line.self, from: Data(line))
            } catch {
                let reason = "expected a JSON object with the strings _id and text"
                throw RetrievalError.invalidLine(file: path, line: number, reason: reason)
            }
            try body(PlainDocument(id: decoded._id, title: decoded.title ?? "", text: decoded.text))
        }
    }
}
