public import KnowledgeBase
public import SearchIndex
import TextAnalysis

/// Searches one generation of the index.
///
/// Immutable and safe to share between tasks.
public struct KnowledgeSearcher: Sendable {
    private(set) var snapshot: IndexSnapshot
    private(set) var table: ArticleTable
    let analyzers = AnalyzerPool()
    private var vocabulary = VocabularyCache()
    private let synonyms: SynonymTable
    /// The layer of stems, whose idf says what a word counts in the second stage; `nil` when there is none.
    let weightLayer: Int?
    private(set) var heads: PassageHeadCache

    /// Opens the current generation of a folder.
    ///
    /// - Throws: `.index` when there is none or it is damaged; `.incompatibleRecords`.
    public init(
        directory: IndexDirectory, synonyms: Synonyms = Synonyms(), stages: RankingStages = .both
    ) throws(RetrievalError) {
        let snapshot = try mappingIndexErrors { () throws(IndexError) in try directory.openSnapshot() }
        try self.init(snapshot: snapshot, synonyms: synonyms, stages: stages)
    }

    /// Searches an open generation.
    ///
    /// - Throws: `.index(.corrupt)` when its user data is no table of articles; `.incompatibleRecords`.
    public init(
        snapshot: IndexSnapshot, synonyms: Synonyms = Synonyms(), stages: RankingStages = .both
    ) throws(RetrievalError) {
        self.snapshot = snapshot
        heads = PassageHeadCache(passageCount: snapshot.manifest.documentCount)
        let layers = snapshot.manifest.schema.layers
        let reranks = stages == .both && layers.contains { $0.analysis == .root }
        weightLayer = reranks ? layers.firstIndex { $0.analysis == .stem } : nil
        do {
            self.synonyms = try analyzers.withAnalyzer { (analyzer) throws(AnalysisError) in
                try SynonymTable(synonyms, analyzer: &analyzer)
            }
        } catch {
            throw .analysis(error)
        }
        table = try ArticleTable(snapshot)
    }

    /// The current generation of the folder this one was opened from; what is open of it already is not read again.
    ///
    /// - Throws: as ``init(directory:)``.
    public func reopened(from directory: IndexDirectory) throws(RetrievalError) -> KnowledgeSearcher {
        let current = try mappingIndexErrors { () throws(IndexError) in try directory.openSnapshot(reusing: snapshot) }
        if current.manifest == snapshot.manifest { return self }
        var newer = self
        newer.snapshot = current
        newer.table = try ArticleTable(current, reusing: table)
        newer.vocabulary = VocabularyCache()
        newer.heads = PassageHeadCache(passageCount: current.documentCount)
        return newer
    }

    /// The number of the generation.
    public var generation: UInt64 { snapshot.manifest.generation }

    /// Articles in the generation, of every audience and validity.
    public var articleCount: Int { table.articleCount }

    /// Passages in the generation.
    public var passageCount: Int { snapshot.liveDocumentCount }

    /// The best articles for a request, each with its best passage and a snippet.
    ///
    /// - Throws: `.queryTooLong`; `.analysis` or `.index` when something is broken.
    public func search(_ request: SearchRequest) throws(RetrievalError) -> SearchResponse {
        let reading = try read(request.text)
        let query = query([reading.words])
        let ranked = try rank(query, request)
        let generator = try SnippetGenerator(query: query, snapshot: snapshot)
        var hits: [SearchHit] = []
        for (_, best) in ranked {
            let record = try record(of: best.docID)
            let snippet = try withAnalyzer { (analyzer) throws(AnalysisError) in
                try generator.snippet(of: record.text, units: record.units, analyzer: &analyzer)
            }
            hits.append(
                SearchHit(
                    article: summary(of: best.docID, record.heading, on: request.today),
                    score: best.score,
                    passage: FoundPassage(record),
                    snippet: snippet
                ))
        }
        return SearchResponse(
            generation: generation, rewrites: reading.rewrites, questions: QuestionSplitter.questions(in: reading.text),
            hits: hits)
    }

    /// The identifiers of the best articles with their scores, without texts: what evaluation and benchmarks measure.
    ///
    /// - Throws: as `search`.
    public func rankArticles(_ request: SearchRequest) throws(RetrievalError) -> [(id: String, score: Float)] {
        let query = try analyze(request.text)
        return try rank(query, request).map { (table.id(of: $0.article), $0.best.score) }
    }

    /// What is searched in another way than it is typed, without searching.
    ///
    /// - Throws: as `search`.
    public func rewrites(of text: String) throws(RetrievalError) -> [QueryRewrite] {
        try read(text).rewrites
    }

    /// The article with an identifier, as it was when the generation was built.
    ///
    /// - Throws: `.articleNotFound` (plain documents are no articles), or `.index` when something is broken.
    public func article(id: String) throws(RetrievalError) -> Article {
        guard let row = table.row(of: id), let articleID = ArticleID(rawValue: id),
            let file = try sourceFile(of: row), let today = CalendarDate(year: 1, month: 1, day: 1)
        else { throw .articleNotFound(id: id) }
        var files = [file]
        // The newer article names the one it replaces: without it the older one would seem to be in force for ever.
        if let newer = table.replacement(of: row), let newerFile = try sourceFile(of: newer) {
            files.append(newerFile)
        }
        // Parsed from the text kept in the index: it is the text that was searched, whatever the folder holds by now.
        let parsed = ArticleCollection.make(files: files.map { ($0.path, Array($0.source.utf8)) }, today: today)
        guard let article = parsed.article(articleID) else { throw .articleNotFound(id: id) }
        return article
    }

    /// The file of an article of the table; `nil` for a plain document.
    private func sourceFile(of article: Int) throws(RetrievalError) -> PassageRecord.SourceFile? {
        try record(of: DocID(UInt32(table.documents(of: article).lowerBound))).file
    }
}

extension KnowledgeSearcher {
    /// What a message says; see ``QueryReader``.
    func read(_ text: String) throws(RetrievalError) -> QueryReader.Reading {
        guard text.utf8.count <= SearchRequest.maxTextBytes else {
            throw .queryTooLong(byteCount: text.utf8.count, limit: SearchRequest.maxTextBytes)
        }
        return try withReader { (reader, analyzer) throws(RetrievalError) in
            try reader.read(text, analyzer: &analyzer)
        }
    }

    /// Lends a reader of messages and an analyser.
    func withReader<Result>(
        _ body: (QueryReader, inout RussianAnalyzer) throws(RetrievalError) -> Result
    ) throws(RetrievalError) -> Result {
        let outcome: Swift.Result<Result, RetrievalError> = try withAnalyzer { analyzer in
            do throws(RetrievalError) {
                let words = try vocabulary.vocabulary(of: snapshot, analyzer: &analyzer)
                return .success(try body(QueryReader(vocabulary: words, synonyms: synonyms), &analyzer))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// The query of a message.
    func analyze(_ text: String) throws(RetrievalError) -> AnalyzedQuery {
        query([try read(text).words])
    }

    func query(_ readings: [ReadWords]) -> AnalyzedQuery {
        AnalyzedQuery(readings, schema: snapshot.manifest.schema)
    }

    /// The row of the article a document belongs to.
    func article(of docID: DocID) -> Int { table.row(of: docID) }

    func record(of docID: DocID) throws(RetrievalError) -> PassageRecord {
        let bytes = try mappingIndexErrors { () throws(IndexError) in try snapshot.storedBytes(of: docID) }
        return try PassageRecord(decoding: bytes)
    }

    func withAnalyzer<Result>(
        _ body: (inout RussianAnalyzer) throws(AnalysisError) -> Result
    ) throws(RetrievalError) -> Result {
        do {
            return try analyzers.withAnalyzer(body)
        } catch {
            throw .analysis(error)
        }
    }

    /// What a list says of the article of a passage.
    func summary(of docID: DocID, on today: CalendarDate) throws(RetrievalError) -> ArticleSummary {
        let bytes = try mappingIndexErrors { () throws(IndexError) in try snapshot.storedBytes(of: docID) }
        return summary(of: docID, try PassageRecord.Heading(decoding: bytes), on: today)
    }

    private func summary(
        of docID: DocID, _ heading: PassageRecord.Heading, on today: CalendarDate
    ) -> ArticleSummary {
        let row = table.row(of: docID)
        return ArticleSummary(
            id: table.id(of: row),
            title: heading.title,
            section: heading.section,
            isInternal: table.isInternal(row),
            isCurrent: table.isCurrent(row, on: today),
            replacedBy: table.replacement(of: row).map(table.id)
        )
    }

    /// The documents of the articles that a scope allows; `nil` when it allows all.
    func filter(_ scope: SearchRequest.Scope, _ today: CalendarDate) -> DocumentFilter? {
        guard scope != .everything, table.hasRestrictions else { return nil }
        var filter = DocumentFilter(documentCount: snapshot.documentCount)
        for article in table.rows {
            guard table.isCurrent(article, on: today), scope == .operators || !table.isInternal(article) else {
                continue
            }
            for document in table.documents(of: article) {
                filter.insert(DocID(UInt32(document)))
            }
        }
        return filter
    }
}

extension FoundPassage {
    init(_ record: PassageRecord) {
        self.init(
            ordinal: record.ordinal,
            headingPath: record.heading.path,
            text: record.text,
            sourceRange: record.sourceRange,
            textRange: record.textStart..<(record.textStart + record.text.utf8.count)
        )
    }
}
