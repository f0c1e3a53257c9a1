public import Retrieval

/// The body of `POST /v1/search`.
struct SearchRequestBody: Decodable, Sendable {
    let query: String
    let limit: Int?

    /// Allowed values of `limit`.
    static let limits = 1...100
}

/// The answer of `POST /v1/search`, also what `sufler search --json` prints.
///
/// Ranges are half-open, in UTF-8 bytes.
public struct SearchAnswer: Encodable, Equatable, Sendable {
    /// What was searched.
    public let query: String
    /// The index generation.
    public let generation: UInt64
    /// What was searched in another way than it was typed.
    public let rewrites: [Rewrite]
    /// The questions of the query, each with the sentences around it.
    public let questions: [String]
    /// Search and snippets, without HTTP and JSON.
    public let tookMicroseconds: Int
    /// Best first.
    public let hits: [Hit]

    /// A place of the query that was searched in another way than it was typed.
    public struct Rewrite: Encodable, Equatable, Sendable {
        /// `layout`, `transliteration`, `typo`, `split`, `join`, `synonym` or `ignored`.
        public let kind: String
        /// As typed.
        public let original: String
        /// As searched; empty for what is left out.
        public let rewritten: String
    }

    /// An article found.
    public struct Hit: Encodable, Equatable, Sendable {
        /// The stable identifier.
        public let articleID: String
        /// The article's title.
        public let title: String
        /// The article's section.
        public let section: String
        /// `public` or `internal`.
        public let audience: String
        /// The score of the best passage.
        public let score: Float
        /// The best passage.
        public let passage: PassageBody
        /// Its most telling part.
        public let snippet: String
        /// Found words, as ranges in `snippet`.
        public let highlights: [[Int]]
        /// The sentences and table cells of `snippet` and where they stand in the article's source.
        public let snippetParts: [SnippetPart]
    }

    /// A part of a snippet.
    public struct SnippetPart: Encodable, Equatable, Sendable {
        /// Its range in the snippet.
        public let range: [Int]
        /// The range of the whole sentence or cell in the article's source.
        public let utf8Range: [Int]
    }

    /// A passage.
    public struct PassageBody: Encodable, Equatable, Sendable {
        /// The headings above it, joined by ` › `.
        public let heading: String
        /// Its plain text.
        public let text: String
        /// Its range in the article's source.
        public let utf8Range: [Int]
        /// Its range in the article's plain text.
        public let textRange: [Int]
    }

    /// The answer for a response.
    public init(query: String, response: SearchResponse, took: Duration) {
        self.query = query
        generation = response.generation
        rewrites = response.rewrites.map {
            Rewrite(kind: $0.kind.rawValue, original: $0.original, rewritten: $0.rewritten)
        }
        questions = response.questions
        tookMicroseconds = took.wholeMicroseconds
        hits = response.hits.map { hit in
            Hit(
                articleID: hit.article.id,
                title: hit.article.title,
                section: hit.article.section,
                audience: hit.article.audienceName,
                score: hit.score,
                passage: PassageBody(
                    heading: hit.passage.headingPath.dropFirst().joined(separator: " › "),
                    text: hit.passage.text,
                    utf8Range: hit.passage.sourceRange.pair,
                    textRange: hit.passage.textRange.pair
                ),
                snippet: hit.snippet.text,
                highlights: hit.snippet.highlights.map(\.pair),
                snippetParts: hit.snippet.parts.map {
                    SnippetPart(range: $0.utf8Range.pair, utf8Range: $0.sourceRange.pair)
                }
            )
        }
    }
}

extension ArticleSummary {
    var audienceName: String { isInternal ? "internal" : "public" }
}

extension Range<Int> {
    /// Lower and upper bound, as JSON has them.
    var pair: [Int] { [lowerBound, upperBound] }
}

extension Duration {
    /// Rounded down.
    var wholeMicroseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
}
