import Foundation
import Testing

@testable import TextAnalysis

/// Snowball's own vocabulary for Russian: words and their stems, line by line.
///
/// It lies beside the project, not in it.
private enum SnowballVocabulary {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .appending(path: "../../../../shared/data/stemming").standardized

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "voc.txt").path)
    }

    static func lines(_ name: String) throws -> [Substring] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
    }
}

@Suite struct StemmerTests {
    @Test(
        .enabled(
            if: SnowballVocabulary.isThere, "Snowball's vocabulary must lie in shared/data/stemming beside the project."
        ))
    func `the stemmer gives the stems that Snowball publishes`() throws {
        let words = try SnowballVocabulary.lines("voc.txt")
        let stems = try SnowballVocabulary.lines("output.txt")
        try #require(words.count == stems.count)
        var stemmer = try Stemmer(algorithm: "russian")
        var different: [String] = []
        for (word, stem) in zip(words, stems) {
            let found = stemmer.stem(of: String(word))
            if found != stem { different.append("\(word): \(found) instead of \(stem)") }
        }
        #expect(different.isEmpty, "\(different.count) differ, such as \(different.prefix(5))")
    }

    @Test(arguments: ["", "а", "ь", "\u{0}", "漢字", "длинношеее"])
    func `stemming odd words returns something that is not longer`(word: String) throws {
        var stemmer = try Stemmer(algorithm: "russian")
        let stem = stemmer.stem(of: word)
        #expect(word.hasPrefix(stem))
    }

    @Test func `an unknown algorithm is refused`() {
        #expect(throws: AnalysisError.stemmerUnavailable(algorithm: "klingon")) {
            _ = try Stemmer(algorithm: "klingon")
        }
    }
}
