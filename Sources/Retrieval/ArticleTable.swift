import KnowledgeBase
import MappedStorage
import SearchIndex

/// The articles of an index: what filters and headings of results need, kept in the index's user data.
///
/// ```
/// 4 bytes  version of records     varint  articles, then for each:
///   string id   string title   string section   1 byte audience (0 public, 1 internal)
///   4 bytes first valid day   4 bytes day from which it is out of force (0: none)   string replaced by ("": none)
///   varint passages, at least 1 (their documents follow each other, in the order of the articles)
/// ```
/// Days are `year · 10000 + month · 100 + day`.
struct ArticleTable: Equatable, Sendable {
    static let version: UInt32 = 2

    struct Entry: Equatable, Sendable {
        let id: String
        let title: String
        let section: String
        let isInternal: Bool
        let validFrom: UInt32
        let expiredSince: UInt32
        let replacedBy: String
        let passageCount: Int
    }

    let entries: [Entry]
    /// For each article the number of its first document, and the number of documents at the end.
    let firstDocuments: [Int]
    /// Whether some article is internal or has a day before or after which it is not in force.
    let hasRestrictions: Bool
    private let indexOfID: [String: Int]

    init(entries: [Entry]) {
        self.entries = entries
        var first = [0]
        for entry in entries { first.append(first[first.count - 1] + entry.passageCount) }
        firstDocuments = first
        hasRestrictions = entries.contains { $0.isInternal || $0.validFrom != 0 || $0.expiredSince != 0 }
        indexOfID = Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The article with an identifier.
    func index(of id: String) -> Int? { indexOfID[id] }

    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeInteger(Self.version)
        writer.writeVarint(UInt32(entries.count))
        for entry in entries {
            writer.writeString(entry.id)
            writer.writeString(entry.title)
            writer.writeString(entry.section)
            writer.writeInteger(UInt8(entry.isInternal ? 1 : 0))
            writer.writeInteger(entry.validFrom)
            writer.writeInteger(entry.expiredSince)
            writer.writeString(entry.replacedBy)
            writer.writeVarint(UInt32(entry.passageCount))
        }
        return writer.bytes
    }

    init(decoding bytes: [UInt8], documentCount: Int) throws(RetrievalError) {
        var found: UInt32 = 0
        var entries: [Entry] = []
        do throws(StorageError) {
            let span = unsafe bytes.span.bytes
            var reader = ByteReader(file: "userdata.sfl", range: 0..<bytes.count)
            found = try reader.readInteger(UInt32.self, from: span)
            if found == Self.version {
                for _ in 0..<(try reader.readVarint(from: span)) { entries.append(try Self.readEntry(&reader, span)) }
                guard reader.remaining == 0 else { throw Self.corrupt(reader, "the end of the articles") }
            }
        } catch {
            throw .index(.storage(error))
        }
        guard found == Self.version else { throw .incompatibleRecords(found: found, supported: Self.version) }
        self.init(entries: entries)
        guard firstDocuments.last == documentCount else {
            let expected = "articles of \(documentCount) documents"
            throw .index(.storage(.corrupt(file: "userdata.sfl", byteOffset: 0, expected: expected)))
        }
    }

    private static func readEntry(_ reader: inout ByteReader, _ bytes: RawSpan) throws(StorageError) -> Entry {
        let entry = Entry(
            id: try reader.readString(from: bytes),
            title: try reader.readString(from: bytes),
            section: try reader.readString(from: bytes),
            isInternal: try readAudience(&reader, bytes),
            validFrom: try reader.readInteger(UInt32.self, from: bytes),
            expiredSince: try reader.readInteger(UInt32.self, from: bytes),
            replacedBy: try reader.readString(from: bytes),
            passageCount: Int(try reader.readVarint(from: bytes))
        )
        guard entry.passageCount > 0 else { throw corrupt(reader, "an article with a passage") }
        return entry
    }

    /// Whether an article is internal; a byte that is no audience must not make it public.
    private static func readAudience(_ reader: inout ByteReader, _ bytes: RawSpan) throws(StorageError) -> Bool {
        switch try reader.readInteger(UInt8.self, from: bytes) {
        case 0: return false
        case 1: return true
        default: throw corrupt(reader, "an audience, 0 or 1")
        }
    }

    private static func corrupt(_ reader: ByteReader, _ expected: String) -> StorageError {
        .corrupt(file: reader.file, byteOffset: reader.byteOffset, expected: expected)
    }
}

extension ArticleTable.Entry {
    /// The row of an article of the knowledge base.
    init(_ article: Article) {
        var expiredSince = article.validTo?.dayAfter
        if let replacement = article.replacement, expiredSince.map({ replacement.validFrom < $0 }) ?? true {
            expiredSince = replacement.validFrom
        }
        self.init(
            id: article.id.rawValue,
            title: article.title,
            section: article.section,
            isInternal: article.audience == .internal,
            validFrom: Self.number(article.validFrom),
            expiredSince: expiredSince.map(Self.number) ?? 0,
            replacedBy: article.replacement?.articleID.rawValue ?? "",
            passageCount: article.passages.count
        )
    }

    /// The row of a plain document.
    init(_ document: PlainDocument) {
        self.init(
            id: document.id,
            title: document.title,
            section: "",
            isInternal: false,
            validFrom: 0,
            expiredSince: 0,
            replacedBy: "",
            passageCount: 1
        )
    }

    /// A day as one ascending number.
    static func number(_ day: CalendarDate) -> UInt32 {
        UInt32(day.year * 10_000 + day.month * 100 + day.day)
    }

    /// Whether the article is out of force on a day.
    func isExpired(on day: CalendarDate) -> Bool {
        expiredSince != 0 && expiredSince <= Self.number(day)
    }

    /// Whether the article is in force on a day.
    func isCurrent(on day: CalendarDate) -> Bool {
        validFrom <= Self.number(day) && !isExpired(on: day)
    }
}
