import Foundation
import Glibc

/// Finds the files of articles in a folder.
struct ArticleFolder {
    /// What a name of a folder leads to, links followed.
    private struct Entry {
        enum Kind { case file, folder, other }
        let kind: Kind
        let stamp: ArticleFile.Stamp
        /// The path without links, which tells a folder that was read before.
        let resolvedPath: String
    }

    private let root: String
    /// In path order when the scan is over.
    private(set) var files: [ArticleFile] = []
    /// The paths of the folders that were read, relative to the first, which is "".
    private(set) var folders: [String] = []
    private var visited: Set<String> = []

    /// Finds files and folders; names to skip are left out.
    static func scan(_ directory: String) throws(KnowledgeBaseError) -> ArticleFolder {
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
        folder.files.sort { $0.path < $1.path }
        return folder
    }

    /// The file of one article; `nil` when there is none of the path, or its name is to be skipped.
    static func file(_ relativePath: String, in directory: String) -> ArticleFile? {
        let names = relativePath.split(separator: "/")
        guard !names.contains(where: { isSkipped(String($0)) }), isArticle(relativePath) else { return nil }
        var folder = ArticleFolder(root: directory)
        guard isThere(folder.absolute(relativePath)) else { return nil }
        folder.scanFile(relativePath)
        return folder.files.first
    }

    private init(root: String) { self.root = root }

    /// Throws when the names of the folder cannot be listed; trouble further below becomes an unreadable file.
    private mutating func scan(_ relativePath: String) throws {
        let path = absolute(relativePath)
        guard visited.insert(Self.resolved(path)).inserted else { return }
        folders.append(relativePath)
        for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() where !Self.isSkipped(name) {
            let path = relativePath.isEmpty ? name : relativePath + "/" + name
            if scanFile(path) == .folder { scanFolder(path) }
        }
    }

    /// Takes in an article's file; anything else is left alone.
    @discardableResult
    private mutating func scanFile(_ relativePath: String) -> Entry.Kind? {
        let isArticle = Self.isArticle(relativePath)
        let entry: Entry
        do {
            entry = try Self.entry(absolute(relativePath))
        } catch {
            if isArticle { add(relativePath, .unreadable(reason: error.localizedDescription)) }
            return nil
        }
        switch entry.kind {
        case .file where isArticle:
            let content = ArticleFile.Content.file(path: entry.resolvedPath, byteCount: entry.stamp.byteCount)
            add(relativePath, content, entry.stamp)
        case .other where isArticle: add(relativePath, .unreadable(reason: "not a regular file"))
        case .file, .other, .folder: break
        }
        return entry.kind
    }

    private mutating func scanFolder(_ relativePath: String) {
        do {
            try scan(relativePath)
        } catch {
            add(relativePath, .unreadable(reason: error.localizedDescription))
        }
    }

    private mutating func add(_ relativePath: String, _ content: ArticleFile.Content, _ stamp: ArticleFile.Stamp? = nil)
    {
        files.append(ArticleFile(path: relativePath, content: content, stamp: stamp))
    }

    private func absolute(_ relativePath: String) -> String {
        relativePath.isEmpty ? root : root + "/" + relativePath
    }

    private static func isSkipped(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("_") || name == "README.md"
    }

    private static func isArticle(_ path: String) -> Bool { path.hasSuffix(".md") }

    /// Whether a name is there, even if it is a link that leads nowhere.
    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0
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
        let stamp = ArticleFile.Stamp(
            byteCount: (attributes[.size] as? NSNumber)?.intValue ?? 0,
            modified: attributes[.modificationDate] as? Date,
            fileNumber: (attributes[.systemFileNumber] as? NSNumber)?.intValue)
        return Entry(kind: kind, stamp: stamp, resolvedPath: resolvedPath)
    }
}
