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
        let id: String
        let title: String?
        let text: String

        enum CodingKeys: String, CodingKey {
            case id = "_id"
            case title
            case text
        }
    }

    /// Calls `body` with each document, in the order of the file.
    ///
    /// Blank lines are skipped, and counted.
    /// - Parameter body: what to do with a document.
    /// - Throws: `RetrievalError.invalidLine` with the number of the line, `StorageError` when the file cannot be read,
    ///   or what `body` throws.
    public func forEachDocument(_ body: (PlainDocument) throws -> Void) throws {
        let decoder = JSONDecoder()
        try TextFile.forEachLine(of: path) { (line, number) throws in
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
            let decoded: Line
            do {
                decoded = try decoder.decode(Line.self, from: Data(line))
            } catch {
                let reason = "expected a JSON object with the strings _id and text"
                throw RetrievalError.invalidLine(file: path, line: number, reason: reason)
            }
            try body(PlainDocument(id: decoded.id, title: decoded.title ?? "", text: decoded.text))
        }
    }
}
