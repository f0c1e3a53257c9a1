import KnowledgeBase
import TextAnalysis

/// A sentence or a table cell of a passage: what a snippet is put together from.
struct PassageUnit: Equatable, Sendable {
    /// What the unit is in its passage; the raw values are those of ``PassageRecord``.
    enum Kind: UInt8, Sendable, CaseIterable {
        /// A sentence of running text.
        case sentence
        /// A sentence of a list item.
        case listItem
        /// A cell of a table's first row; may be empty.
        case headerCell
        /// A cell of a further row; may be empty.
        case cell
        /// A block of code.
        case code
    }

    let kind: Kind
    /// Half-open UTF-8 range in the passage's text.
    let textRange: Range<Int>
    /// Half-open UTF-8 range in the article's source.
    let sourceRange: Range<Int>
    /// Whether a block of the article begins with the unit: a paragraph, a list item, a table row.
    let startsBlock: Bool
}

extension PassageUnit {
    /// The units of a passage of an article, in order, without overlap.
    static func units(of passage: Passage, in plainText: PlainText) -> [PassageUnit] {
        passage.blocks.flatMap { block in
            let text = plainText.text(in: block.utf8Range)
            let (kind, ranges) = Self.ranges(of: text, block.kind)
            return ranges.enumerated().map { number, range in
                let start = block.utf8Range.lowerBound + range.lowerBound
                let inArticle = start..<(start + range.count)
                let inPassage = start - passage.utf8Range.lowerBound
                return PassageUnit(
                    kind: kind,
                    textRange: inPassage..<(inPassage + range.count),
                    sourceRange: plainText.sourceRange(of: inArticle),
                    startsBlock: number == 0)
            }
        }
    }

    private static func ranges(of text: String, _ kind: PlainText.Kind) -> (Kind, [Range<Int>]) {
        switch kind {
        case .paragraph, .quote, .heading: (.sentence, SentenceSplitter.sentences(of: text))
        case .listItem: (.listItem, SentenceSplitter.sentences(of: text))
        case .tableHeader: (.headerCell, cells(of: text))
        case .tableRow: (.cell, cells(of: text))
        case .code: (.code, [0..<text.utf8.count])
        }
    }

    /// The cells of a row of a plain text, which joins them by ` | `.
    private static func cells(of text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var cells: [Range<Int>] = []
        var start = 0
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == 0x20, bytes[index + 1] == 0x7C, bytes[index + 2] == 0x20 {
                cells.append(start..<index)
                index += 3
                start = index
            } else {
                index += 1
            }
        }
        return cells + [start..<bytes.count]
    }
}
