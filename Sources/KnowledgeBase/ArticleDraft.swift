/// The fields of a front matter as far as they could be read.
struct ArticleDraft {
    private let id: ArticleID?
    private let title: String?
    private let section: String?
    private let audience: Audience?
    private let tags: [String]
    private let questions: [String]
    private let validFrom: CalendarDate?
    private let validTo: CalendarDate?
    private let supersedes: ArticleID?
    private let owner: String?
    private let updated: CalendarDate?

    /// Reads all fields; what is wrong is noted there.
    init(_ fields: inout FrontMatterFields) {
        id = fields.articleID()
        title = fields.text("title")
        section = fields.text("section")
        audience = fields.audience()
        tags = fields.texts("tags")
        questions = fields.texts("questions")
        validFrom = fields.date("valid_from")
        validTo = fields.optionalDate("valid_to")
        supersedes = fields.supersedes()
        owner = fields.text("owner")
        updated = fields.date("updated")
        checkQuestions(&fields)
        if let from = validFrom, let to = validTo, to < from {
            let kind = KnowledgeProblem.Kind.validToBeforeValidFrom(validFrom: from, validTo: to)
            fields.report(kind, line: fields.line(of: "valid_to"))
        }
    }

    private func checkQuestions(_ fields: inout FrontMatterFields) {
        let line = fields.line(of: "questions")
        let recommended = ArticleParser.recommendedQuestions
        if questions.isEmpty {
            fields.report(.emptyQuestions, line: line)
        } else if !recommended.contains(questions.count) {
            fields.report(.questionCount(found: questions.count, recommended: recommended), line: line)
        }
    }

    /// The article, if all required fields were read.
    func article(path: String, source: String, body: PlainText, links: [ParsedArticle.LinkPlace]) -> Article? {
        guard let id, let title, let section, let audience, let validFrom, let owner, let updated else { return nil }
        var seen: Set<ArticleID> = []
        let targets = links.compactMap(\.articleID).filter { seen.insert($0).inserted }
        return Article(
            id: id, title: title, section: section, audience: audience, tags: tags, questions: questions,
            validFrom: validFrom, validTo: validTo, supersedes: supersedes, owner: owner, updated: updated, path: path,
            source: source, plainText: body,
            passages: PassageSplitter.split(body, articleID: id, title: title), links: targets, replacement: nil)
    }
}
