import Foundation
import Testing

/// Holds the `import` lines of every target against the table of ARCHITECTURE.md, which the package manager does not enforce.
struct ImportTableTests {
    private let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Modules that are not ours and that any target may import.
    private static let common: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Synchronization"]

    /// The outside modules of a target.
    ///
    /// Whatever is missing here is forbidden.
    private static let outside: [String: Set<String>] = [
        "TextAnalysis": ["CICU", "CSnowball"],
        "MappedStorage": ["CZlib"],
        "KnowledgeBase": ["Yams"],
        "ReplyPolicy": ["Yams"],
        "LanguageModel": ["CCurl"],
        "ReplySuggestion": ["Mustache", "Yams"],
        "WebService": ["HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore"],
        "sufler": ["ArgumentParser", "CAllocationCounter", "Logging", "NIOCore"],
    ]

    @Test func `every target imports only what the table allows`() throws {
        let table = try importTable()
        let targets = try targetNames()
        #expect(Set(table.keys) == targets, "ARCHITECTURE.md and Sources/ name different targets")
        for target in targets.sorted() {
            let own = table[target] ?? []
            let allowed = own.union(Self.common).union(Self.outside[target] ?? [])
            for (file, module) in try imports(of: target) where !allowed.contains(module) {
                Issue.record("\(file) imports \(module), which the table does not allow to \(target)")
            }
        }
    }

    @Test func `the table goes down and never up`() throws {
        let table = try importTable()
        let order = try importTableOrder()
        for (index, target) in order.enumerated() {
            let above = Set(order[...index])
            #expect(table[target]?.isDisjoint(with: above) == true, "\(target) may import something above itself")
        }
    }

    @Test func `unsafe pointers are declared only where the unsafe code lives`() throws {
        let allowed: Set<String> = ["MappedStorage", "TextAnalysis"]
        // The posting loop, the lookup of a term, and curl's handles: see the decisions in ARCHITECTURE.md.
        let allowedFiles: Set<String> = ["WindowGroupScorer.swift", "TermDictionary.swift", "CurlHandles.swift"]
        for target in try targetNames() where !allowed.contains(target) {
            for file in try swiftFiles(of: target) where !allowedFiles.contains(file.lastPathComponent) {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(!text.contains("UnsafeRawPointer"), "\(file.lastPathComponent)")
                #expect(!text.contains("UnsafeMutable"), "\(file.lastPathComponent)")
                #expect(!text.contains("UnsafePointer"), "\(file.lastPathComponent)")
            }
        }
    }

    @Test func `files stay within 400 lines`() throws {
        for target in try targetNames() {
            for file in try swiftFiles(of: target) {
                let lines = try String(contentsOf: file, encoding: .utf8).split(
                    separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.count <= 401, "\(file.lastPathComponent)")
            }
        }
    }

    @Test func `nothing that could hide an error is in the sources`() throws {
        let forbidden = ["try!", "as!", "fatalError(", "nonisolated(unsafe)"]
        for target in try targetNames() {
            for file in try swiftFiles(of: target) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for word in forbidden { #expect(!text.contains(word), "\(word) in \(file.lastPathComponent)") }
            }
        }
    }

    // MARK: Reading

    /// The rows of the table between the markers in ARCHITECTURE.md: target → targets it may import.
    private func importTable() throws -> [String: Set<String>] {
        var table: [String: Set<String>] = [:]
        let all = try importTableOrder()
        for cells in try rows() {
            let list = cells[2]
            table[cells[0]] = list == "everything" ? Set(all).subtracting([cells[0]]) : Self.names(in: list)
        }
        return table
    }

    private func importTableOrder() throws -> [String] {
        try rows().map { $0[0] }
    }

    /// The cells of each row: target, purpose, imports; code marks removed.
    private func rows() throws -> [[String]] {
        let text = try String(contentsOf: root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
        let start = try #require(text.range(of: "<!-- import table -->"))
        let end = try #require(text.range(of: "<!-- end of import table -->"))
        return text[start.upperBound..<end.lowerBound].split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, cells[0].hasPrefix("`") else { return nil }
            return [cells[0].replacing("`", with: ""), cells[1], cells[2].replacing("`", with: "")]
        }
    }

    private static func names(in list: String) -> Set<String> {
        Set(list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0 != "–" })
    }

    private func targetNames() throws -> Set<String> {
        let sources = root.appendingPathComponent("Sources")
        let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        return Set(try names.filter { try !swiftFiles(of: $0).isEmpty })
    }

    private func swiftFiles(of target: String) throws -> [URL] {
        let folder = root.appendingPathComponent("Sources/" + target)
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
            .map { folder.appendingPathComponent($0) }
    }

    private func imports(of target: String) throws -> [(file: String, module: String)] {
        try swiftFiles(of: target).flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard let position = words.firstIndex(of: "import"), position <= 1, position + 1 < words.count else {
                    return nil
                }
                guard position == 0 || ["public", "internal", "private", "package"].contains(words[0]) else {
                    return nil
                }
                let module = words[position + 1].split(separator: ".").first.map(String.init) ?? ""
                return (target + "/" + file.lastPathComponent, module)
            }
        }
    }
}
