import Foundation
import KnowledgeBase
import Testing

/// The articles that come with the project.
@Suite struct ProjectArticlesTests {
    private func base() throws -> ArticleCollection {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appendingPathComponent("knowledge")
        return try ArticleCollection.read(directory: folder.path, today: try #require(Fixtures.today))
    }

    /// Words as runs of letters, digits and underscores, Markdown and all: what `\w+` matches.
    private func wordCount(_ article: Article) -> Int {
        let bodyStart = article.plainText.sourceRange(of: 0..<0).lowerBound
        let body = String(decoding: Array(article.source.utf8)[bodyStart...], as: UTF8.self)
        return body.unicodeScalars.split {
            !$0.properties.isAlphabetic && $0.properties.numericType == nil && $0 != "_"
        }.count
    }

    @Test func `all articles are without errors and broken links`() throws {
        let grave = try base().problems.filter { problem in
            if case .expired = problem.kind { false } else { true }
        }
        #expect(grave.map { "\($0.path):\($0.line): \($0.message)" } == [])
    }

    @Test func `there are enough articles of every sort`() throws {
        let articles = try base().articles
        let today = try #require(Fixtures.today)
        let expired = articles.filter { if case .expired = $0.validity(on: today) { true } else { false } }
        #expect(articles.count >= 120)
        #expect(articles.count(where: { $0.audience == .internal }) >= 15)
        #expect(expired.count >= 8)
        #expect(Set(articles.map(\.id)).count == articles.count)
    }

    @Test func `every body has a fit length`() throws {
        let unfit = try base().articles.filter { !(150...720).contains(wordCount($0)) }
        #expect(unfit.map { "\($0.path): \(wordCount($0))" } == [])
    }

    @Test func `every passage points to its text in the file`() throws {
        for passage in try base().articles.flatMap(\.passages) {
            #expect(!passage.text.isEmpty && !passage.sourceRange.isEmpty)
            #expect(!passage.text.contains("**") && !passage.text.contains("]("), "\(passage.articleID)")
        }
    }
}
