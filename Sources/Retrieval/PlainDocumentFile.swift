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
        try forEachDocument(inLines: 1..<Int.max, body)
    }

    /// As ``forEachDocument(_:)``, but only with the documents of some lines; lines count from 1.
    public func forEachDocument(inLines lines: Range<Int>, _ body: (PlainDocument) throws -> Void) throws {
        let decoder = JSONDecoder()
        try TextFile.forEachLine(of: path) { (line, number) throws in
            guard lines.contains(number), Self.holdsDocument(line) else { return }
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

    /// The numbers of the lines that hold documents, ascending, counted from 1; the documents themselves are not read.
    ///
    /// - Throws: `StorageError` when the file cannot be read.
    public func documentLines() throws -> [Int] {
        var numbers: [Int] = []
        try TextFile.forEachLine(of: path) { line, number in
            if Self.holdsDocument(line) { numbers.append(number) }
        }
        return numbers
    }

    private static func holdsDocument(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains { $0 != 0x20 && $0 != 0x09 }
    }
}
