import Foundation
import MappedStorage
import TestSupport
import Testing

@Suite struct TextFileTests {
    private func lines(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> [String] {
        try lines(of: try folder.write("text", bytes))
    }

    private func lines(of path: String) throws -> [String] {
        var lines: [String] = []
        try TextFile.forEachLine(of: path) { line, number in
            lines.append(String(decoding: line, as: UTF8.self))
            #expect(number == lines.count)
        }
        return lines
    }

    /// A gzip file of stored blocks: RFC 1952 header, RFC 1951 blocks of type 0, checksum and length.
    private func gzip(_ content: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeBytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] as [UInt8])
        var start = 0
        repeat {
            let end = min(content.count, start + 65_535)
            writer.writeInteger(UInt8(end == content.count ? 1 : 0))
            writer.writeInteger(UInt16(end - start))
            writer.writeInteger(~UInt16(end - start))
            writer.writeBytes(content[start..<end])
            start = end
        } while start < content.count
        writer.writeInteger(Checksum.crc32(content))
        writer.writeInteger(UInt32(truncatingIfNeeded: content.count))
        return writer.bytes
    }

    @Test(arguments: [
        ("", []), ("\n", [""]), ("а", ["а"]), ("а\n", ["а"]), ("а\nб", ["а", "б"]), ("а\n\nб\n", ["а", "", "б"]),
        ("а\r\nб\r\n", ["а", "б"]), ("а\rб\n", ["а\rб"]), ("а\r\r\n", ["а\r"]), ("\u{0}\n1", ["\u{0}", "1"]),
    ])
    func `lines come without their ends, from plain and packed files alike`(text: String, expected: [String]) throws {
        let folder = try TemporaryFolder()
        #expect(try lines(Array(text.utf8), in: folder) == expected)
        #expect(try lines(gzip(Array(text.utf8)), in: folder) == expected)
    }

    @Test(arguments: [(1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3 << 18])
    func `a line longer than the buffer is whole`(count: Int) throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "x", count: count)
        let content = Array("a\n\(long)\r\nb".utf8)
        #expect(try lines(content, in: folder) == ["a", long, "b"])
        #expect(try lines(gzip(content), in: folder) == ["a", long, "b"])
    }

    @Test func `deflated data of another program is read`() throws {
        // `printf 'первая\nвторая\n…' | gzip -n`, the two lines three times.
        let packed: [UInt8] = [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xBB, 0xB0, 0xFF, 0xC2, 0xD6, 0x8B,
            0x0D, 0x17, 0x36, 0x5D, 0xD8, 0x70, 0xB1, 0x9F, 0xEB, 0xC2, 0xA6, 0x8B, 0x4D, 0x17, 0xF6, 0x01,
            0xB9, 0x60, 0x0E, 0x19, 0x32, 0x00, 0x50, 0xAF, 0x69, 0x11, 0x4E, 0x00, 0x00, 0x00,
        ]
        let folder = try TemporaryFolder()
        #expect(try lines(packed, in: folder) == ["первая", "вторая", "первая", "вторая", "первая", "вторая"])
    }

    @Test func `every truncation of a packed file is damage`() throws {
        let folder = try TemporaryFolder()
        let packed = gzip(Array("одна\nдве\n".utf8))
        // One byte alone does not say that a file is packed; without any it is empty.
        for count in 2..<packed.count {
            let error = #expect(throws: StorageError.self) { try lines(Array(packed.prefix(count)), in: folder) }
            guard case .corrupt(folder.path + "/text", _, _) = error else {
                Issue.record("\(count) bytes: \(String(describing: error))")
                return
            }
        }
    }

    @Test func `damage of packed content, of its checksum and of its length is found`() throws {
        let folder = try TemporaryFolder()
        let packed = gzip(Array("одна\nдве\n".utf8))
        for index in 10..<packed.count {
            var bytes = packed
            bytes[index] ^= 0x55
            #expect(throws: StorageError.self, "byte \(index)") { try lines(bytes, in: folder) }
        }
    }

    @Test func `a missing file is not found and a folder is refused by the system`() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path + "/missing"
        #expect(throws: StorageError.notFound(file: missing)) { try lines(of: missing) }
        #expect(throws: StorageError.system(operation: "read", file: folder.path, code: EISDIR)) {
            try lines(of: folder.path)
        }
    }

    @Test func `an error of the caller ends the reading and comes through`() throws {
        struct Enough: Error, Equatable {}
        let folder = try TemporaryFolder()
        let path = try folder.write("text", Array("1\n2\n3\n".utf8))
        var seen = 0
        #expect(throws: Enough()) {
            try TextFile.forEachLine(of: path) { _, number in
                seen += 1
                if number == 2 { throw Enough() }
            }
        }
        #expect(seen == 2)
    }
}
