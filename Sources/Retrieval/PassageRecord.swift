import KnowledgeBase
import MappedStorage
import SearchIndex

/// The stored bytes of a passage.
///
/// ```
/// string section                           varint ordinal
/// varint headings, then each as a string   string text
/// varint start and varint end of the passage in the article's source, in UTF-8 bytes
/// varint start of the passage in the article's plain text, in UTF-8 bytes
/// varint units (0 for a plain document), then for each of them:
///   1 byte kind, + 0x80 where a block begins      varint bytes of the text left out before it      varint its bytes
///   varint bytes of the source from the start of the unit before (at first: of the passage) to its start      varint its bytes in the source
/// only for ordinal 0 of an article, not of a plain document:  string path   string source (the whole file)
/// ```
struct PassageRecord: Equatable, Sendable {
    /// What to call the article of the passage.
    let heading: Heading
    let ordinal: Int
    let text: String
    let sourceRange: Range<Int>
    let textStart: Int
    /// Sentences and cells in order; empty for a plain document.
    let units: [PassageUnit]
    /// Where the article came from and its complete text; only in the record of its first passage.
    let file: SourceFile?

    struct Heading: Equatable, Sendable {
        /// The section of the knowledge base; empty for a plain document.
        let section: String
        /// The article's title, then the headings above the passage; nothing for a plain document without a title.
        let path: [String]

        var title: String { path.first ?? "" }
    }

    struct SourceFile: Equatable, Sendable {
        let path: String
        let source: String
    }

    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeString(heading.section)
        writer.writeVarint(UInt32(ordinal))
        writer.writeVarint(UInt32(heading.path.count))
        for heading in heading.path { writer.writeString(heading) }
        writer.writeString(text)
        writer.writeVarint(UInt32(sourceRange.lowerBound))
        writer.writeVarint(UInt32(sourceRange.upperBound))
        writer.writeVarint(UInt32(textStart))
        write(units, to: &writer)
        if let file {
            writer.writeString(file.path)
            writer.writeString(file.source)
        }
        return writer.bytes
    }
}

extension PassageRecord {
    /// What errors call the bytes.
    static let place = "stored record"

    init(decoding bytes: [UInt8]) throws(RetrievalError) {
        do throws(StorageError) {
            let span = unsafe bytes.span.bytes
            var reader = ByteReader(file: Self.place, range: 0..<bytes.count)
            (heading, ordinal) = try Heading.read(from: span, &reader)
            text = try reader.readString(from: span)
            let lower = Int(try reader.readVarint(from: span))
            let upper = Int(try reader.readVarint(from: span))
            guard lower <= upper else {
                throw .corrupt(file: Self.place, byteOffset: reader.byteOffset, expected: "a range")
            }
            sourceRange = lower..<upper
            textStart = Int(try reader.readVarint(from: span))
            units = try Self.readUnits(&reader, span, of: text, sourceStart: lower)
            file =
                reader.remaining == 0
                ? nil
                : SourceFile(path: try reader.readString(from: span), source: try reader.readString(from: span))
            guard reader.remaining == 0 else {
                throw .corrupt(file: Self.place, byteOffset: reader.byteOffset, expected: "the end of the record")
            }
        } catch {
            throw .index(.storage(error))
        }
    }
}

extension PassageRecord.Heading {
    /// Reads the start of a record and leaves the rest alone.
    init(decoding bytes: [UInt8]) throws(RetrievalError) {
        do throws(StorageError) {
            var reader = ByteReader(file: PassageRecord.place, range: 0..<bytes.count)
            self = unsafe try Self.read(from: bytes.span.bytes, &reader).heading
        } catch {
            throw .index(.storage(error))
        }
    }

    /// Reads the start of a record with the number of the passage.
    fileprivate static func read(
        from bytes: RawSpan, _ reader: inout ByteReader
    ) throws(StorageError) -> (heading: Self, ordinal: Int) {
        let section = try reader.readString(from: bytes)
        let ordinal = Int(try reader.readVarint(from: bytes))
        var path: [String] = []
        for _ in 0..<(try reader.readVarint(from: bytes)) { path.append(try reader.readString(from: bytes)) }
        return (Self(section: section, path: path), ordinal)
    }
}
