import Foundation
import TextAnalysis

/// Sentences of the sample base with the paragraph that says them, for tests that change them.
struct KnowledgeSentence {
    let text: String
    let paragraph: String

    /// All sentences of at least four words, in the order of the files and of their text; headings and tables left out.
    static func all() throws -> [KnowledgeSentence] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../knowledge")
            .standardized
        var found: [KnowledgeSentence] = []
        for section in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() {
            let path = folder.appending(path: section)
            guard section.first != ".", !section.contains(".") else { continue }
            for name in try FileManager.default.contentsOfDirectory(atPath: path.path()).sorted()
            where name.hasSuffix(".md") {
                let article = try String(contentsOf: path.appending(path: name), encoding: .utf8)
                for paragraph in paragraphs(of: article) {
                    let bytes = Array(paragraph.utf8)
                    for range in SentenceSplitter.sentences(of: paragraph) {
                        let text = String(decoding: bytes[range], as: UTF8.self)
                        guard text.split(separator: " ").count >= 4 else { continue }
                        found.append(KnowledgeSentence(text: text, paragraph: paragraph))
                    }
                }
            }
        }
        return found
    }

    /// The lines of an article as plain text.
    private static func paragraphs(of article: String) -> [String] {
        var fences = 0
        return article.split(separator: "\n").compactMap { line in
            if line == "---" {
                fences += 1
                return nil
            }
            guard fences >= 2, let first = line.first, first != "#", first != "|" else { return nil }
            return plain(String(line))
        }
    }

    /// A line without the marks of lists, emphasis and links.
    private static func plain(_ line: String) -> String {
        var text = line
        if text.hasPrefix("- ") { text.removeFirst(2) }
        if let dot = text.range(of: ". "), Int(text[..<dot.lowerBound]) != nil {
            text = String(text[dot.upperBound...])
        }
        text = text.replacing("**", with: "")
        while let open = text.range(of: "]("), let close = text[open.upperBound...].firstIndex(of: ")"),
            let bracket = text[..<open.lowerBound].lastIndex(of: "[")
        {
            text =
                String(text[..<bracket]) + text[text.index(after: bracket)..<open.lowerBound]
                + text[text.index(after: close)...]
        }
        return text
    }
}
