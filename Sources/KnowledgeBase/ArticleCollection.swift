/// The articles of a folder that passed the checks, and the problems that were found on the way.
///
/// An immutable value: an edit of the folder shows in the next value that is read from it.
public struct ArticleCollection: Equatable, Sendable {
    /// The articles without error-level problems, ascending by `id`; each `id` once.
    public let articles: [Article]
    /// All problems, ascending by path, then line, then message.
    public let problems: [KnowledgeProblem]

    /// The largest article that is read, in bytes: 1 MiB.
    public static let maxArticleBytes = 1 << 20

    /// Finds an article.
    /// - Parameter id: the identifier.
    /// - Returns: the article, or `nil` if there is none or an error keeps it out.
    /// - Complexity: O(log n), n = articles.
    public func article(_ id: ArticleID) -> Article? {
        var low = 0
        var high = articles.count
        while low < high {
            let middle = (low + high) / 2
            if articles[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < articles.count && articles[low].id == id ? articles[low] : nil
    }
}
