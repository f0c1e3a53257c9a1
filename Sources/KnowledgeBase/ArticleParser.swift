/// Makes an article of the bytes of a file, or says why it cannot.
struct ArticleParser {
    /// What came of a file; without an article there is at least one error among the problems.
    struct Outcome {
        let article: ParsedArticle?
        let problems: [KnowledgeProblem]
    }

    private let path: String
    private let bytes: [UInt8]
    private let lines: SourceLines

    /// The recommended number of questions of an article.
    static let recommendedQuestions = 2...6

    private init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        lines = SourceLines(bytes)
    }

    /// Parses one file.
    static func parse(path: String, bytes: [UInt8]) -> Outcome {
        let limit = ArticleCollection.maxArticleBytes
        guard bytes.count <= limit else {
            let kind = KnowledgeProblem.Kind.tooLarge(byteCount: bytes.count, limit: limit)
            return Outcome(article: nil, problems: [KnowledgeProblem(path: path, line: 1, kind: kind)])
        }
        return ArticleParser(path: path, bytes: bytes).parse()
    }

    private func parse() -> Outcome {
        guard let source = String(validating: bytes, as: UTF8.self) else {
            let offset = firstInvalidOffset()
            return failure(.notUTF8(byteOffset: offset), line: lines.lineNumber(at: offset))
        }
        if let offset = bytes.firstIndex(of: .nul) {
            return failure(.nulCharacter(byteOffset: offset), line: lines.lineNumber(at: offset))
        }
        let frontMatter: FrontMatter
        do {
            frontMatter = try FrontMatter.find(in: bytes, lines: lines)
        } catch {
            return failure(error == .missing ? .missingFrontMatter : .unclosedFrontMatter, line: 1)
        }
        do {
            let text = String(decoding: bytes[frontMatter.yaml], as: UTF8.self)
            let yaml = try FrontMatterYAML.parse(text, firstLine: frontMatter.firstLine)
            return parse(yaml, frontMatter, source: source)
        } catch {
            return failure(.invalidYAML(reason: error.reason), line: error.line)
        }
    }

    private func parse(_ yaml: FrontMatterYAML, _ frontMatter: FrontMatter, source: String) -> Outcome {
        var fields = FrontMatterFields(yaml, path: path)
        let body = MarkdownDocument.render(bytes, lines: lines, bodyStart: frontMatter.bodyStart)
        let draft = ArticleDraft(&fields)
        if let offset = body.unclosedFenceOffset {
            fields.report(.unclosedCodeFence, line: lines.lineNumber(at: offset))
        }
        if body.plainText.blocks.allSatisfy(\.isHeading) { fields.report(.emptyBody, line: frontMatter.bodyLine) }
        let places = body.links.compactMap { ParsedArticle.LinkPlace($0, lines: lines) }
        let hasErrors = fields.problems.contains { $0.severity == .error }
        guard !hasErrors, let article = draft.article(path: path, source: source, body: body.plainText, links: places)
        else { return Outcome(article: nil, problems: fields.problems) }
        let parsed = ParsedArticle(
            article: article, idLine: fields.line(of: "id"), validToLine: fields.line(of: "valid_to"),
            supersedesLine: fields.line(of: "supersedes"), linkPlaces: places)
        return Outcome(article: parsed, problems: fields.problems)
    }

    private func failure(_ kind: KnowledgeProblem.Kind, line: Int) -> Outcome {
        Outcome(article: nil, problems: [KnowledgeProblem(path: path, line: line, kind: kind)])
    }

    private func firstInvalidOffset() -> Int {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return 0
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}

extension PlainText.Block {
    fileprivate var isHeading: Bool {
        if case .heading = kind { return true }
        return false
    }
}
