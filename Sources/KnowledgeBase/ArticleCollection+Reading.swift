extension ArticleCollection {
    /// Reads all articles of a folder and its subfolders.
    ///
    /// Articles are files `*.md`. Names that begin with `.` or `_`, and `README.md`, are skipped. Links of the file system
    /// are followed; a folder that is reached twice is read once. A file larger than `maxArticleBytes` is not opened.
    /// - Parameters:
    ///   - directory: the path of the folder.
    ///   - today: the day for which the terms of articles are judged in `problems`.
    /// - Returns: the knowledge base; trouble with single files and subfolders is in `problems`.
    /// - Throws: `KnowledgeBaseError.folderNotFound` or `.folderUnreadable` for the folder itself.
    public static func read(directory: String, today: CalendarDate) throws(KnowledgeBaseError) -> ArticleCollection {
        let files = try ArticleFolder.scan(directory).files
        let outcomes = files.map { file in (path: file.path, outcome: file.parse()) }
        return make(outcomes: outcomes, today: today)
    }
}
