/// Holds articles against each other: duplicates, links, replacements, and the terms on a given day.
struct ReferenceChecker {
    /// The articles that stay, ascending by `id`.
    private(set) var articles: [ParsedArticle] = []
    private(set) var problems: [KnowledgeProblem] = []
    private var indices: [ArticleID: Int] = [:]

    /// Checks articles in path order.
    init(_ parsed: [ParsedArticle], today: CalendarDate) {
        dropDuplicates(parsed)
        articles.sort { $0.article.id < $1.article.id }
        indices = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.article.id, $0) })
        for article in articles { checkLinks(of: article) }
        for article in articles { checkSupersedes(of: article) }
        for article in articles { checkTerm(of: article, today: today) }
    }

    private mutating func dropDuplicates(_ parsed: [ParsedArticle]) {
        var firstPaths: [ArticleID: String] = [:]
        for candidate in parsed {
            let id = candidate.article.id
            if let firstPath = firstPaths[id] {
                report(.duplicateID(id: id, firstPath: firstPath), in: candidate, line: candidate.idLine)
            } else {
                firstPaths[id] = candidate.article.path
                articles.append(candidate)
            }
        }
    }

    private mutating func checkLinks(of parsed: ParsedArticle) {
        for place in parsed.linkPlaces where place.articleID.flatMap({ indices[$0] }) == nil {
            report(.brokenLink(target: place.target), in: parsed, line: place.line)
        }
    }

    private mutating func checkSupersedes(of parsed: ParsedArticle) {
        guard let old = parsed.article.supersedes else { return }
        let line = parsed.supersedesLine
        guard old != parsed.article.id else { return report(.selfSupersedes, in: parsed, line: line) }
        guard let oldIndex = indices[old] else { return report(.unknownSupersedes(id: old), in: parsed, line: line) }
        if let cycle = cycle(from: parsed.article.id) {
            return report(.supersedesCycle(ids: cycle), in: parsed, line: line)
        }
        let replacement = Article.Replacement(articleID: parsed.article.id, validFrom: parsed.article.validFrom)
        let isEarlier = articles[oldIndex].article.replacement.map { replacement.validFrom < $0.validFrom } ?? true
        if isEarlier { articles[oldIndex].article.replacement = replacement }
    }

    /// The articles that are met on the way along `supersedes` back to the first one.
    private func cycle(from id: ArticleID) -> [ArticleID]? {
        var way = [id]
        var seen: Set<ArticleID> = [id]
        var next = supersedes(id)
        while let current = next, current != id {
            guard seen.insert(current).inserted else { return nil }
            way.append(current)
            next = supersedes(current)
        }
        return next == nil ? nil : way
    }

    private func supersedes(_ id: ArticleID) -> ArticleID? { indices[id].flatMap { articles[$0].article.supersedes } }

    private mutating func checkTerm(of parsed: ParsedArticle, today: CalendarDate) {
        guard case .expired(let since, let replacedBy) = parsed.article.validity(on: today) else { return }
        let isByTerm = parsed.article.validTo.map { $0.dayAfter <= since } ?? false
        let line = isByTerm ? parsed.validToLine : parsed.idLine
        report(.expired(since: since, replacedBy: replacedBy), in: parsed, line: line)
    }

    private mutating func report(_ kind: KnowledgeProblem.Kind, in parsed: ParsedArticle, line: Int) {
        problems.append(KnowledgeProblem(path: parsed.article.path, line: line, kind: kind))
    }
}
