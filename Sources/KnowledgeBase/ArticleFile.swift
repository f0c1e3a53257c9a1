import Foundation

/// A file of an article that was found and not yet read.
struct ArticleFile {
    /// What there is to read.
    enum Content {
        /// A regular file: its path without links, and its size when it was found.
        case file(path: String, byteCount: Int)
        /// Nothing, for the reason given by the system.
        case unreadable(reason: String)
    }

    /// What tells an edited file from one that was left alone, without reading it.
    struct Stamp: Equatable {
        let byteCount: Int
        let modified: Date?
        /// Another number is another file of the same name.
        let fileNumber: Int?
    }

    /// The path relative to the folder.
    let path: String
    let content: Content
    /// `nil` for what cannot be read.
    let stamp: Stamp?

    /// Reads and parses the file; a file that is too large is not opened.
    func parse() -> ArticleParser.Outcome {
        let limit = ArticleCollection.maxArticleBytes
        switch content {
        case .unreadable(let reason): return failure(.unreadable(reason: reason))
        case .file(_, let byteCount) where byteCount > limit:
            return failure(.tooLarge(byteCount: byteCount, limit: limit))
        case .file(let file, _):
            do {
                return ArticleParser.parse(path: path, bytes: try Self.bytes(of: file, limit: limit))
            } catch {
                return failure(.unreadable(reason: error.localizedDescription))
            }
        }
    }

    /// At most one byte more than the limit, should the file have grown since.
    private static func bytes(of file: String, limit: Int) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        let data = try handle.read(upToCount: limit + 1) ?? Data()
        try handle.close()
        return [UInt8](data)
    }

    private func failure(_ kind: KnowledgeProblem.Kind) -> ArticleParser.Outcome {
        ArticleParser.Outcome(article: nil, problems: [KnowledgeProblem(path: path, line: 1, kind: kind)])
    }
}
