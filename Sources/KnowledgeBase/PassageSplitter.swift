/// Cuts the plain text of an article into passages.
///
/// Every heading begins a new passage. A section longer than `maxCharacters` is cut between blocks into pieces that are
/// not longer; a single longer block stays whole. A table's header stays with its first row where both fit.
struct PassageSplitter {
    /// The greatest length of a passage of several blocks, in characters.
    static let maxCharacters = 1_600

    private let articleID: ArticleID
    private let title: String
    private let plainText: PlainText
    private var passages: [Passage] = []
    private var headings: [(level: Int, text: String)] = []
    private var piece: [PlainText.Block] = []
    private var pieceCharacters = 0

    private init(articleID: ArticleID, title: String, plainText: PlainText) {
        self.articleID = articleID
        self.title = title
        self.plainText = plainText
    }

    /// The passages in order; none for a text of headings only.
    static func split(_ plainText: PlainText, articleID: ArticleID, title: String) -> [Passage] {
        var splitter = PassageSplitter(articleID: articleID, title: title, plainText: plainText)
        for block in plainText.blocks { splitter.add(block) }
        splitter.closePiece()
        return splitter.passages
    }

    private mutating func add(_ block: PlainText.Block) {
        let text = plainText.text(in: block.utf8Range)
        if case .heading(let level) = block.kind {
            closePiece()
            while let last = headings.last, last.level >= level { headings.removeLast() }
            headings.append((level, text))
            return
        }
        let characters = text.count
        let isTooLong = !piece.isEmpty && pieceCharacters + 1 + characters > Self.maxCharacters
        if isTooLong { closeFullPiece(before: block) }
        pieceCharacters += characters + (piece.isEmpty ? 0 : 1)
        piece.append(block)
    }

    /// Closes the piece, but takes a table's header over to the row that follows.
    private mutating func closeFullPiece(before block: PlainText.Block) {
        guard block.kind == .tableRow, let header = piece.last, header.kind == .tableHeader, piece.count > 1 else {
            closePiece()
            return
        }
        let headerCharacters = plainText.text(in: header.utf8Range).count
        let rowCharacters = plainText.text(in: block.utf8Range).count
        guard headerCharacters + 1 + rowCharacters <= Self.maxCharacters else {
            closePiece()
            return
        }
        piece.removeLast()
        closePiece()
        piece = [header]
        pieceCharacters = headerCharacters
    }

    private mutating func closePiece() {
        defer {
            piece = []
            pieceCharacters = 0
        }
        guard let first = piece.first, let last = piece.last else { return }
        let range = first.utf8Range.lowerBound..<last.utf8Range.upperBound
        passages.append(
            Passage(
                articleID: articleID, ordinal: passages.count, headingPath: [title] + headings.map(\.text),
                utf8Range: range, sourceRange: plainText.sourceRange(of: range), blocks: piece,
                text: plainText.text(in: range)))
    }
}
