public import KnowledgeBase

/// What must be done to an index of articles so that it holds others.
public struct ArticleChanges: Sendable {
    /// Articles that the index does not have.
    public var added: [Article] = []
    /// Articles that the index has with another content.
    public var changed: [Article] = []
    /// Identifiers of articles that the index should not have.
    public var removed: [String] = []

    /// Whether there is nothing to do.
    public var isEmpty: Bool { count == 0 }

    /// Articles that are added, changed or removed.
    public var count: Int { added.count + changed.count + removed.count }

    /// Whether so much of an index of `articleCount` articles changes that it should be built anew.
    ///
    /// An update keeps the average lengths by which the index was built. When most of its articles are others than then, these say little
    /// of the index, and building it anew costs at most twice as much as updating it.
    func isMost(of articleCount: Int) -> Bool { count * 2 > articleCount }
}

extension ArticleChanges {
    /// Compares two states of a knowledge base, both ascending by `id`, as `ArticleCollection` gives them.
    ///
    /// Texts that are the same value in memory are not compared byte by byte.
    ///
    /// - Complexity: O(articles).
    public init(from old: [Article], to new: [Article]) {
        var place = 0
        // By index: a copy of an article counts up a dozen references.
        for index in new.indices {
            while place < old.count, old[place].id < new[index].id {
                removed.append(old[place].id.rawValue)
                place += 1
            }
            guard place < old.count, old[place].id == new[index].id else {
                added.append(new[index])
                continue
            }
            let isSame = old[place].path == new[index].path && old[place].source == new[index].source
            if !isSame { changed.append(new[index]) }
            place += 1
        }
        removed += old[place...].map(\.id.rawValue)
    }

    /// Compares an index with a knowledge base by content hashes.
    init(from table: ArticleTable, to articles: [Article]) {
        var hashes: [String: UInt64] = [:]
        for row in table.rows { hashes[table.id(of: row)] = table.contentHash(of: row) }
        for article in articles {
            guard let hash = hashes.removeValue(forKey: article.id.rawValue) else {
                added.append(article)
                continue
            }
            if hash != ContentHash.hash(of: article) { changed.append(article) }
        }
        removed = hashes.keys.sorted()
    }
}
