extension ArticleCollection {
    /// Checks and takes in files that the caller has in memory; all names are taken as they are, none is skipped.
    /// - Parameters:
    ///   - files: relative paths and bytes, in any order; the order of the paths decides between duplicates.
    ///   - today: the day for which the terms of articles are judged in `problems`.
    /// - Returns: the knowledge base; the same files in any order give the same one.
    public static func make(files: [(path: String, bytes: [UInt8])], today: CalendarDate) -> ArticleCollection {
        make(outcomes: files.map { ($0.path, ArticleParser.parse(path: $0.path, bytes: $0.bytes)) }, today: today)
    }

    /// Puts files together that were parsed one by one.
    static func make(
        outcomes: [(path: String, outcome: ArticleParser.Outcome)], today: CalendarDate
    ) -> ArticleCollection {
        let sorted = outcomes.sorted { $0.path < $1.path }.map(\.outcome)
        let checker = ReferenceChecker(sorted.compactMap(\.article), today: today)
        let problems = sorted.flatMap(\.problems) + checker.problems
        return ArticleCollection(
            articles: checker.articles.map(\.article),
            problems: problems.sorted(by: isBefore))
    }

    /// Messages, which must be made first, are compared only where the rest is equal.
    private static func isBefore(_ left: KnowledgeProblem, _ right: KnowledgeProblem) -> Bool {
        if left.path != right.path { return left.path < right.path }
        return left.line == right.line ? left.message < right.message : left.line < right.line
    }
}
