import KnowledgeBase
import SearchIndex

/// The articles of a generation: those of its segments, without the deleted ones, held against each other.
///
/// An article is named by its row: rows follow each other through the segments. Rows of deleted articles are never given out. What depends on other
/// articles, which article replaces which, is derived here and not stored: so a change of one article never touches another's segment.
struct ArticleTable: Sendable {
    private struct Part: Sendable {
        let articles: SegmentArticles
        let firstDocument: Int
        let firstRow: Int

        var rows: Range<Int> { firstRow..<firstRow + articles.rows.count }
    }

    private let parts: [Part]
    private let deletedRows: Set<Int>
    /// For each row that another replaces the row of the other.
    private let replacements: [Int: Int]
    private let rowCount: Int
    /// Whether some article is internal or has a day before or after which it is not in force.
    let hasRestrictions: Bool

    /// Reads the tables of a generation's segments; those that `previous` has are not read again.
    ///
    /// - Throws: `.index(.storage(.corrupt))` when the user data of a segment is no table of articles; `.incompatibleRecords`.
    init(_ snapshot: IndexSnapshot, reusing previous: ArticleTable? = nil) throws(RetrievalError) {
        var tables: [SegmentArticles] = []
        for segment in snapshot.segments {
            let userData = segment.userData
            // Equal bytes of a segment that stayed open are the same bytes in memory: nothing is compared.
            if let known = previous?.parts.first(where: { $0.articles.bytes == userData })?.articles,
                known.documentCount == segment.documentCount
            {
                tables.append(known)
            } else {
                let file = "userdata of segment \(segment.number)"
                tables.append(try SegmentArticles(decoding: userData, documentCount: segment.documentCount, file: file))
            }
        }
        let segments = snapshot.segments
        let isDeleted = segments.map { segment in
            segment.liveDocumentCount == segment.documentCount ? nil : { segment.isDeleted($0) }
        }
        self.init(tables, isDeleted: isDeleted)
    }

    /// The table of several segments; `isDeleted` says for each which of its documents are deleted, `nil` for none.
    init(_ tables: [SegmentArticles], isDeleted: [((Int) -> Bool)?]) {
        var parts: [Part] = []
        var deleted: Set<Int> = []
        var firstDocument = 0
        var firstRow = 0
        for (table, isDeleted) in zip(tables, isDeleted) {
            parts.append(Part(articles: table, firstDocument: firstDocument, firstRow: firstRow))
            if let isDeleted {
                for row in table.rows.indices where table.documents(of: row).allSatisfy(isDeleted) {
                    deleted.insert(firstRow + row)
                }
            }
            firstDocument += table.documentCount
            firstRow += table.rows.count
        }
        self.parts = parts
        deletedRows = deleted
        rowCount = firstRow
        hasRestrictions = tables.contains(where: \.hasRestrictions)
        replacements = Self.replacements(parts, deleted: deleted)
    }

    /// Articles that are not deleted.
    var articleCount: Int { rowCount - deletedRows.count }

    /// The rows of articles that are not deleted, ascending.
    var rows: some Sequence<Int> { (0..<rowCount).lazy.filter { !deletedRows.contains($0) } }

    /// Whether all articles come from files, so that edits can be told.
    var isOfArticles: Bool { rows.allSatisfy { contentHash(of: $0) != nil } }

    /// The row of the article with an identifier, of equal ones the first.
    ///
    /// - Complexity: O(articles), some nanoseconds for each.
    func row(of id: String) -> Int? {
        let bytes = Array(id.utf8)
        for part in parts {
            for row in part.articles.rows.indices where part.articles.hasID(bytes, row: row) {
                if !deletedRows.contains(part.firstRow + row) { return part.firstRow + row }
            }
        }
        return nil
    }

    /// The row of the article that a document belongs to.
    func row(of docID: DocID) -> Int {
        let document = Int(docID.rawValue)
        let part = part { $0.firstDocument <= document }
        return part.firstRow + part.articles.row(ofDocument: document - part.firstDocument)
    }

    /// The documents of an article.
    func documents(of row: Int) -> Range<Int> {
        let part = part(of: row)
        let local = part.articles.documents(of: row - part.firstRow)
        return part.firstDocument + local.lowerBound..<part.firstDocument + local.upperBound
    }

    func id(of row: Int) -> String {
        let part = part(of: row)
        return part.articles.id(of: row - part.firstRow)
    }

    func isInternal(_ row: Int) -> Bool { self[row].isInternal }

    func contentHash(of row: Int) -> UInt64? { self[row].contentHash }

    /// The row of the article that replaces one; of several, the one that comes into force first.
    func replacement(of row: Int) -> Int? { replacements[row] }

    /// Whether an article is in force on a day.
    ///
    /// It goes out of force after its term, or on the day when the article that replaces it comes into force.
    func isCurrent(_ row: Int, on day: CalendarDate) -> Bool {
        let today = ArticleEntry.number(day)
        let entry = self[row]
        guard entry.validFrom <= today, entry.expiredSince == 0 || entry.expiredSince > today else { return false }
        return replacements[row].map { self[$0].validFrom > today } ?? true
    }

    private subscript(row: Int) -> SegmentArticles.Row {
        let part = part(of: row)
        return part.articles.rows[row - part.firstRow]
    }

    private func part(of row: Int) -> Part { part { $0.firstRow <= row } }

    /// The last part that is not behind what is looked for; empty parts are none.
    private func part(where isBefore: (Part) -> Bool) -> Part {
        var low = 0
        var high = parts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if isBefore(parts[middle]) { low = middle } else { high = middle }
        }
        return parts[low]
    }
}

extension ArticleTable {
    /// The user data of a segment that is merged from others: their articles, without the deleted ones.
    ///
    /// The segments must be of the generation that this table was read from.
    func mergedUserData(of segments: [IndexSegment]) -> [UInt8] {
        var writer = SegmentArticlesWriter()
        for segment in segments {
            guard let part = parts.first(where: { $0.firstDocument == segment.firstDocument }) else { continue }
            for row in part.articles.rows.indices {
                let live = part.articles.documents(of: row).count { !segment.isDeleted($0) }
                if live > 0 { writer.add(part.articles.entry(of: row, passageCount: live)) }
            }
        }
        return writer.encoded()
    }

    /// Who replaces whom, as `ArticleCollection` says it: an article that names itself or stands in a ring replaces none.
    private static func replacements(_ parts: [Part], deleted: Set<Int>) -> [Int: Int] {
        var supersededIDs: [Int: String] = [:]
        for part in parts {
            for row in part.articles.supersedingRows where !deleted.contains(part.firstRow + row) {
                supersededIDs[part.firstRow + row] = part.articles.supersedes(of: row)
            }
        }
        guard !supersededIDs.isEmpty else { return [:] }
        let wanted = Set(supersededIDs.values)
        var rowOfID: [String: Int] = [:]
        var names: [Int: (validFrom: UInt32, id: String)] = [:]
        for part in parts {
            for row in part.rows where !deleted.contains(row) {
                let local = row - part.firstRow
                let id = part.articles.id(of: local)
                if wanted.contains(id), rowOfID[id] == nil { rowOfID[id] = row }
                if supersededIDs[row] != nil { names[row] = (part.articles.rows[local].validFrom, id) }
            }
        }
        let next = supersededIDs.compactMapValues { rowOfID[$0] }
        var replacements: [Int: Int] = [:]
        for (row, old) in next where !isInRing(row, next) {
            guard let own = names[row] else { continue }
            if let other = replacements[old].flatMap({ names[$0] }), other <= own { continue }
            replacements[old] = row
        }
        return replacements
    }

    private static func isInRing(_ row: Int, _ next: [Int: Int]) -> Bool {
        var seen: Set<Int> = [row]
        var current = next[row]
        while let step = current {
            if step == row { return true }
            guard seen.insert(step).inserted else { return false }
            current = next[step]
        }
        return false
    }
}
