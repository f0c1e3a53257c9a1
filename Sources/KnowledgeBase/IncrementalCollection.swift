/// The articles of a folder while people edit them: only files that changed are read again.
///
/// The parsed files are kept in memory; references between articles are checked over all of them after each change. An article whose file has become
/// invalid stays as it last was valid, so that a slip of the pen does not take it away from those who search; `problems` say what is
/// wrong with the file.
public struct IncrementalCollection: Sendable {
    private struct File: Sendable {
        let path: String
        let stamp: ArticleFile.Stamp?
        let outcome: ArticleParser.Outcome
        /// The last valid article, if the file is not valid now.
        let kept: ParsedArticle?

        var article: ParsedArticle? { outcome.article ?? kept }
    }

    /// What is wrong after files were read again.
    public struct Findings: Equatable, Sendable {
        /// Problems of these files, and problems of others that were not there before.
        public let problems: [KnowledgeProblem]
        /// Files that are not valid and whose last valid article is kept: for each the identifier of the article.
        public let kept: [String: ArticleID]
    }

    /// The path of the folder.
    public let directory: String
    /// The articles as of the last reading, ascending by `id`.
    ///
    /// After a reading and before the check that follows, `replacement` may be that of before.
    public private(set) var articles: [Article]
    /// All problems as of the last check.
    public private(set) var problems: [KnowledgeProblem]
    /// The folder and its subfolders as of the last look, relative to the folder, which is "".
    public private(set) var folders: [String]
    /// Ascending by path.
    private var files: [File]

    /// Reads the folder as ``ArticleCollection/read(directory:today:)`` does.
    ///
    /// - Throws: as there.
    public init(directory: String, today: CalendarDate) throws(KnowledgeBaseError) {
        self.directory = directory
        let folder = try ArticleFolder.scan(directory)
        folders = folder.folders
        files = folder.files.map { Self.read($0, before: nil) }
        let collection = Self.collection(files, today: today)
        articles = collection.articles
        problems = collection.problems
    }

    /// Reads files again.
    ///
    /// - Parameters:
    ///   - paths: paths relative to the folder; what is no article is ignored.
    ///   - today: the day for which the terms of articles are judged.
    /// - Returns: the files that were read, or are no more; ``check(_:today:)`` says what is wrong with them.
    /// - Complexity: that of reading the files, if each has the article it had before; else that of checking all articles.
    public mutating func refresh(_ paths: Set<String>, today: CalendarDate) -> Set<String> {
        var changed: Set<String> = []
        var edited: [Article] = []
        var hasOtherArticles = false
        for path in paths {
            let (place, isKnown) = place(of: path)
            let before = isKnown ? files[place].article : nil
            if let file = ArticleFolder.file(path, in: directory) {
                let read = Self.read(file, before: isKnown ? files[place] : nil)
                if isKnown { files[place] = read } else { files.insert(read, at: place) }
                if let article = read.article?.article { edited.append(article) }
                hasOtherArticles = hasOtherArticles || read.article?.article.id != before?.article.id
            } else if isKnown {
                files.remove(at: place)
                hasOtherArticles = true
            } else {
                continue
            }
            changed.insert(path)
        }
        if hasOtherArticles {
            articles = Self.collection(files, today: today).articles
        } else {
            edited.forEach { replace($0) }
        }
        return changed
    }

    /// Looks through the whole folder and reads what has another size, time or file number than before.
    ///
    /// - Returns: the files that were read, or are no more.
    /// - Throws: as ``init(directory:today:)``; nothing has then changed.
    public mutating func rescan(today: CalendarDate) throws(KnowledgeBaseError) -> Set<String> {
        let folder = try ArticleFolder.scan(directory)
        folders = folder.folders
        var changed = Set(files.map(\.path)).subtracting(folder.files.map(\.path))
        files = folder.files.map { file in
            let (place, isKnown) = place(of: file.path)
            let before = isKnown ? files[place] : nil
            if let before, let stamp = file.stamp, before.stamp == stamp { return before }
            changed.insert(file.path)
            return Self.read(file, before: before)
        }
        if !changed.isEmpty { articles = Self.collection(files, today: today).articles }
        return changed
    }

    /// Holds all articles against each other, and says what is wrong with files that were read again.
    ///
    /// - Complexity: O(articles).
    public mutating func check(_ changed: Set<String>, today: CalendarDate) -> Findings {
        let before = Set(problems)
        let collection = Self.collection(files, today: today)
        articles = collection.articles
        problems = collection.problems
        var kept: [String: ArticleID] = [:]
        for path in changed {
            let (place, isKnown) = place(of: path)
            if isKnown, let article = files[place].kept { kept[path] = article.article.id }
        }
        return Findings(problems: problems.filter { changed.contains($0.path) || !before.contains($0) }, kept: kept)
    }

    /// Puts another text of an article in its place; of a file that lost its identifier to another file nothing is taken.
    private mutating func replace(_ article: Article) {
        var low = 0
        var high = articles.count
        while low < high {
            let middle = (low + high) / 2
            if articles[middle].id < article.id { low = middle + 1 } else { high = middle }
        }
        guard low < articles.count, articles[low].id == article.id, articles[low].path == article.path else { return }
        let replacement = articles[low].replacement
        articles[low] = article
        articles[low].replacement = replacement
    }

    private static func read(_ file: ArticleFile, before: File?) -> File {
        let outcome = file.parse()
        let kept = outcome.article == nil ? before?.article : nil
        return File(path: file.path, stamp: file.stamp, outcome: outcome, kept: kept)
    }

    private static func collection(_ files: [File], today: CalendarDate) -> ArticleCollection {
        let outcomes = files.map { file in
            (path: file.path, outcome: ArticleParser.Outcome(article: file.article, problems: file.outcome.problems))
        }
        return ArticleCollection.make(outcomes: outcomes, today: today)
    }

    /// Where the file of a path is, or would be.
    private func place(of path: String) -> (place: Int, isKnown: Bool) {
        var low = 0
        var high = files.count
        while low < high {
            let middle = (low + high) / 2
            if files[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return (low, low < files.count && files[low].path == path)
    }
}
