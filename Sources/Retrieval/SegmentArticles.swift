import MappedStorage
import SearchIndex

/// The articles of one segment of the index, kept as its user data.
///
/// ```
/// 4 bytes  version of the records and of this table      varint  articles, then for each:
///   1 byte  marks: 1 internal, 2 has a term, 4 replaces another, 8 has several passages, 16 comes from a file
///   string  id
///   marked 2:   4 bytes first valid day, 4 bytes first day after the term (0: none), as year · 10000 + month · 100 + day
///   marked 4:   string id of the older article
///   marked 8:   varint passages, at least 2
///   marked 16:  8 bytes content hash
/// ```
/// The documents of an article follow each other, in the order of the articles. Titles and texts are stored with the passages: the table holds what
/// must be known of articles that are not shown. It is read in one pass without making strings.
struct SegmentArticles: Equatable, Sendable {
    static let version: UInt32 = 3

    /// An article of the segment, with places in the bytes of the table for its strings.
    struct Row: Equatable, Sendable {
        /// Numbered in the segment.
        let firstDocument: UInt32
        let id: Range<UInt32>
        /// Empty for none.
        let supersedes: Range<UInt32>
        let isInternal: Bool
        let validFrom: UInt32
        let expiredSince: UInt32
        let contentHash: UInt64?
    }

    /// The encoded table.
    let bytes: [UInt8]
    let rows: [Row]
    let documentCount: Int
    /// Rows of articles that replace another.
    let supersedingRows: [Int]
    /// Whether some article is internal or has a term.
    let hasRestrictions: Bool

    /// The documents of an article, numbered in the segment.
    func documents(of row: Int) -> Range<Int> {
        let end = row + 1 < rows.count ? Int(rows[row + 1].firstDocument) : documentCount
        return Int(rows[row].firstDocument)..<end
    }

    /// The article of a document of the segment.
    func row(ofDocument document: Int) -> Int {
        if rows.count == documentCount { return document }
        var low = 0
        var high = rows.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(rows[middle].firstDocument) <= document { low = middle } else { high = middle }
        }
        return low
    }

    func id(of row: Int) -> String { string(rows[row].id) }

    func supersedes(of row: Int) -> String? {
        rows[row].supersedes.isEmpty ? nil : string(rows[row].supersedes)
    }

    /// Whether an article has an identifier, given as its UTF-8 bytes.
    func hasID(_ id: [UInt8], row: Int) -> Bool {
        let range = rows[row].id
        return range.count == id.count && bytes[Int(range.lowerBound)..<Int(range.upperBound)].elementsEqual(id)
    }

    /// The entry of an article that has lost passages.
    func entry(of row: Int, passageCount: Int) -> ArticleEntry {
        ArticleEntry(
            id: id(of: row), isInternal: rows[row].isInternal, validFrom: rows[row].validFrom,
            expiredSince: rows[row].expiredSince, supersedes: supersedes(of: row), contentHash: rows[row].contentHash,
            passageCount: passageCount)
    }

    private func string(_ range: Range<UInt32>) -> String {
        String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
}

extension SegmentArticles {
    /// - Throws: `.index(.storage(.corrupt))` when the bytes are no table of articles of so many documents; `.incompatibleRecords`.
    init(decoding bytes: [UInt8], documentCount: Int, file: String) throws(RetrievalError) {
        var decoder = SegmentArticlesDecoder(bytes: bytes, file: file)
        let foreignVersion: UInt32?
        do throws(StorageError) {
            foreignVersion = try decoder.foreignVersion()
            if foreignVersion == nil { try decoder.readRows(documentCount: documentCount) }
        } catch {
            throw .index(.storage(error))
        }
        if let foreignVersion { throw .incompatibleRecords(found: foreignVersion, supported: Self.version) }
        let rows = decoder.rows
        self.bytes = bytes
        self.rows = rows
        self.documentCount = documentCount
        supersedingRows = rows.indices.filter { !rows[$0].supersedes.isEmpty }
        hasRestrictions = rows.contains { $0.isInternal || $0.validFrom != 0 || $0.expiredSince != 0 }
    }
}
