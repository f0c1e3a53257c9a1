/// Whether an article is in force on a given day.
public enum Validity: Hashable, Sendable {
    /// The article is in force.
    case current
    /// The article comes into force on the day `from`.
    case notYetValid(from: CalendarDate)
    /// The article is out of force: `since` is the first day without it, `replacedBy` the article that supersedes it.
    case expired(since: CalendarDate, replacedBy: ArticleID?)
}
