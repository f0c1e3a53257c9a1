import MappedStorage

/// Collects the table of a segment's articles; see ``SegmentArticles``.
struct SegmentArticlesWriter: Sendable {
    enum Mark {
        static let isInternal: UInt8 = 1
        static let hasTerm: UInt8 = 2
        static let supersedes: UInt8 = 4
        static let hasSeveralPassages: UInt8 = 8
        static let hasFile: UInt8 = 16
        static let all: UInt8 = 31
    }

    private var count = 0
    private var entries = ByteWriter()

    /// Adds the article of the next documents.
    mutating func add(_ entry: ArticleEntry) {
        var marks: UInt8 = entry.isInternal ? Mark.isInternal : 0
        let hasTerm = entry.validFrom != 0 || entry.expiredSince != 0
        if hasTerm { marks |= Mark.hasTerm }
        if entry.supersedes != nil { marks |= Mark.supersedes }
        if entry.passageCount > 1 { marks |= Mark.hasSeveralPassages }
        if entry.contentHash != nil { marks |= Mark.hasFile }
        entries.writeInteger(marks)
        entries.writeString(entry.id)
        if hasTerm {
            entries.writeInteger(entry.validFrom)
            entries.writeInteger(entry.expiredSince)
        }
        if let supersedes = entry.supersedes { entries.writeString(supersedes) }
        if entry.passageCount > 1 { entries.writeVarint(UInt32(entry.passageCount)) }
        if let hash = entry.contentHash { entries.writeInteger(hash) }
        count += 1
    }

    /// Adds the articles of the documents that follow, which another writer has collected.
    mutating func append(_ other: SegmentArticlesWriter) {
        count += other.count
        entries.writeBytes(other.entries.bytes)
    }

    /// The bytes of the table.
    func encoded() -> [UInt8] {
        var table = ByteWriter()
        table.writeInteger(SegmentArticles.version)
        table.writeVarint(UInt32(count))
        return table.bytes + entries.bytes
    }
}
