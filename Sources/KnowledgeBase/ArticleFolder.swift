import Foundation

/// Finds the files of articles in a folder.
struct ArticleFolder {
    /// What a name of a folder leads to, links followed.
    private struct Entry {
        enum Kind { case file, folder, other }
        let kind: Kind
        let byteCount: Int
        /// The path without links, which tells a folder that was read before.
        let resolvedPath: String
    }

    private let root: String
    private var files: [ArticleFile] = []
    private var visited: Set<String> = []

    /// The files in path order; names to skip are left out.
    static func scan(_ directory: String) throws(KnowledgeBaseError) -> [ArticleFile] {
        var folder = ArticleFolder(root: directory)
        do {
            guard try entry(directory).kind == .folder else { throw KnowledgeBaseError.folderNotFound(path: directory) }
            try folder.scan("")
        } catch let error as KnowledgeBaseError {
            throw error
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            throw .folderNotFound(path: directory)
        } catch {
            throw .folderUnreadable(path: directory, reason: error.localizedDescription)
        }
        return folder.files.sorted { $0.path < $1.path }
    }

    private init(root: String) { self.root = root }

    /// Throws when the names of the folder cannot be listed; trouble further below becomes an unreadable file.
    private mutating func scan(_ relativePath: String) throws {
        let path = absolute(relativePath)
        guard visited.insert(Self.resolved(path)).inserted else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() where !Self.isSkipped(name) {
            scanEntry(relativePath.isEmpty ? name : relativePath + "/" + name, isArticle: name.hasSuffix(".md"))
        }
    }

    private mutating func scanEntry(_ relativePath: String, isArticle: Bool) {
        let entry: Entry
        do {
            entry = try Self.entry(absolute(relativePath))
        } catch {
            if isArticle { add(relativePath, .unreadable(reason: error.localizedDescription)) }
            return
        }
        switch entry.kind {
        case .folder: scanFolder(relativePath)
        case .file where isArticle: add(relativePath, .file(path: entry.resolvedPath, byteCount: entry.byteCount))
        case .other where isArticle: add(relativePath, .unreadable(reason: "not a regular file"))
        case .file, .other: break
        }
    }

    private mutating func scanFolder(_ relativePath: String) {
        do {
            try scan(relativePath)
        } catch {
            add(relativePath, .unreadable(reason: error.localizedDescription))
        }
    }

    private mutating func add(_ relativePath: String, _ content: ArticleFile.Content) {
        files.append(ArticleFile(path: relativePath, content: content))
    }

    private func absolute(_ relativePath: String) -> String {
        relativePath.isEmpty ? root : root + "/" + relativePath
    }

    private static func isSkipped(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("_") || name == "README.md"
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    private static func entry(_ path: String) throws -> Entry {
        let resolvedPath = resolved(path)
        let attributes = try FileManager.default.attributesOfItem(atPath: resolvedPath)
        let kind: Entry.Kind =
            switch attributes[.type] as? FileAttributeType {
            case .typeRegular: .file
            case .typeDirectory: .folder
            default: .other
            }
        let byteCount = (attributes[.size] as? NSNumber)?.intValue ?? 0
        return Entry(kind: kind, byteCount: byteCount, resolvedPath: resolvedPath)
    }
}
