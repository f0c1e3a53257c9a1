import Foundation
import MappedStorage
import Retrieval
import TestSupport
import Testing

@Suite struct PlainDocumentFileTests {
    private static let lines = """
        {"_id": "a", "title": "Имя", "text": "раз\\nдва"}
        {"_id": "b", "text": "без названия"}
        {"_id": "c", "title": null, "text": "", "more": [1, 2]}
        """
    private static let documents = [
        PlainDocument(id: "a", title: "Имя", text: "раз\nдва"), PlainDocument(id: "b", title: "", text: "без названия"),
        PlainDocument(id: "c", title: "", text: ""),
    ]
    private static let reason = "expected a JSON object with the strings _id and text"

    private func read(_ bytes: [UInt8]) throws -> [PlainDocument] {
        let folder = try TemporaryFolder()
        return try read(path: try folder.write("corpus.jsonl", bytes))
    }

    private func read(path: String) throws -> [PlainDocument] {
        var documents: [PlainDocument] = []
        try PlainDocumentFile(path: path).forEachDocument { documents.append($0) }
        return documents
    }

    /// A gzip file of one stored block: header, block, CRC-32, length (RFC 1952, RFC 1951 section 3.2.4).
    private func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeBytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1])
        writer.writeInteger(UInt16(bytes.count))
        writer.writeInteger(~UInt16(bytes.count))
        writer.writeBytes(bytes)
        writer.writeInteger(Checksum.crc32(bytes))
        writer.writeInteger(UInt32(bytes.count))
        return writer.bytes
    }

    @Test(arguments: ["\n", "\r\n", "\n\n", "\n  \t\n"]) func `documents are read in order`(end: String) throws {
        let text = Self.lines.replacingOccurrences(of: "\n", with: end)
        #expect(try read(Array(text.utf8)) == Self.documents)
        #expect(try read(Array((text + end).utf8)) == Self.documents)
    }

    @Test func `a compressed file is read by its content, whatever its name`() throws {
        #expect(try read(gzip(Array(Self.lines.utf8))) == Self.documents)
    }

    @Test func `an empty file has no documents`() throws {
        #expect(try read([]) == [])
        #expect(try read(gzip([])) == [])
    }

    @Test(arguments: [
        "нет", "{}", "[]", "{\"_id\": 5, \"text\": \"a\"}", "{\"_id\": \"a\"}", "{\"_id\": \"a\", \"text\": \"b\"",
        "\0",
        "{\"_id\": \"a\", \"title\": 1, \"text\": \"b\"}",
    ])
    func `a bad line is named with its number`(line: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("corpus.jsonl", Array("{\"_id\": \"a\", \"text\": \"b\"}\r\n\r\n\(line)\n".utf8))
        var seen = 0
        #expect(throws: RetrievalError.invalidLine(file: path, line: 3, reason: Self.reason)) {
            try PlainDocumentFile(path: path).forEachDocument { _ in seen += 1 }
        }
        #expect(seen == 1)
    }

    @Test func `bytes that are no text are a bad line`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "corpus.jsonl", Array("{\"_id\": \"a\", \"text\": \"".utf8) + [0xFF, 0xC3] + Array("\"}".utf8))
        #expect(throws: RetrievalError.invalidLine(file: path, line: 1, reason: Self.reason)) { try read(path: path) }
    }

    @Test func `a missing file is named`() {
        #expect(throws: StorageError.notFound(file: "/nonexistent/corpus.jsonl")) {
            try read(path: "/nonexistent/corpus.jsonl")
        }
    }

    @Test func `a truncated compressed file is corrupt`() throws {
        let folder = try TemporaryFolder()
        let whole = gzip(Array((Self.lines + "\n").utf8))
        let path = try folder.write("corpus.jsonl.gz", Array(whole.dropLast(12)))
        let error = #expect(throws: StorageError.self) { try read(path: path) }
        guard case .corrupt(let file, _, _) = error, file == path else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `an error of the caller stops the reading`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("corpus.jsonl", Array(Self.lines.utf8))
        var seen = 0
        #expect(throws: CancellationError.self) {
            try PlainDocumentFile(path: path).forEachDocument { _ in
                seen += 1
                throw CancellationError()
            }
        }
        #expect(seen == 1)
    }
}
