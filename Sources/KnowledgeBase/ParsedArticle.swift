/// An article before it is held against the others, with the lines that problems would name.
struct ParsedArticle {
    /// A link to another article, or one that can lead nowhere.
    struct LinkPlace {
        /// The destination as written.
        let target: String
        /// The article it names, if it has the form of an identifier.
        let articleID: ArticleID?
        /// The line of the file, from 1.
        let line: Int
    }

    var article: Article
    let idLine: Int
    let validToLine: Int
    let supersedesLine: Int
    let linkPlaces: [LinkPlace]
}

extension ParsedArticle.LinkPlace {
    /// Takes a link that should lead to an article: web addresses, other schemes and anchors in the page give `nil`.
    init?(_ link: InlineMarkup.Link, lines: SourceLines) {
        let destination = link.destination
        guard !destination.hasPrefix("#"), !Self.hasScheme(destination) else { return nil }
        target = destination
        articleID = ArticleID(rawValue: String(destination.prefix { $0 != "#" }))
        line = lines.lineNumber(at: link.sourceOffset)
    }

    /// Whether the destination begins like `https:` or `tel:` (RFC 3986, section 3.1), or with `//`.
    private static func hasScheme(_ destination: String) -> Bool {
        if destination.hasPrefix("//") { return true }
        guard let colon = destination.utf8.firstIndex(of: .colon), let first = destination.utf8.first else {
            return false
        }
        return first.isASCIILetter
            && destination.utf8[..<colon].allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == .plus || $0 == .hyphen || $0 == .fullStop
            }
    }
}
