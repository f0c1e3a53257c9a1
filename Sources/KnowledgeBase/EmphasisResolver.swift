/// Pairs runs of `*` and `_` and drops those that mark emphasis; the others are text.
///
/// The algorithm is the delimiter stack of CommonMark 0.31.2, section "An algorithm for parsing nested emphasis and links",
/// with its lower bounds for the search, which keep the time linear.
struct EmphasisResolver {
    /// What can be remembered about a search that found nothing: no opener of this sort lies below.
    private struct Sort: Hashable {
        let byte: UInt8
        let canOpen: Bool
        let remainder: Int
    }

    /// The delimiters that may still open, innermost last.
    private var openers: [Delimiter] = []
    /// The height of `openers` below which a search for the sort is in vain.
    private var bottoms: [Sort: Int] = [:]

    /// Drops the marks of the emphasis among the delimiters, which stand in the order of the text.
    static func resolve(_ delimiters: ArraySlice<Delimiter>, markup: inout InlineMarkup) {
        var resolver = EmphasisResolver()
        for delimiter in delimiters { resolver.add(delimiter, markup: &markup) }
    }

    private mutating func add(_ delimiter: Delimiter, markup: inout InlineMarkup) {
        var closer = delimiter
        while closer.canClose, !closer.range.isEmpty {
            let sort = Sort(byte: closer.byte, canOpen: closer.canOpen, remainder: closer.originalCount % 3)
            guard let index = opener(for: closer, above: bottoms[sort] ?? 0) else {
                bottoms[sort] = openers.count
                break
            }
            cutOpeners(to: index + 1)
            let count = min(2, openers[index].range.count, closer.range.count)
            markup.drop(openers[index].takeLast(count))
            markup.drop(closer.takeFirst(count))
            if openers[index].range.isEmpty { cutOpeners(to: index) }
        }
        if closer.canOpen, !closer.range.isEmpty { openers.append(closer) }
    }

    private func opener(for closer: Delimiter, above bottom: Int) -> Int? {
        var index = openers.count - 1
        while index >= bottom {
            if openers[index].matches(closer) { return index }
            index -= 1
        }
        return nil
    }

    private mutating func cutOpeners(to height: Int) {
        guard height < openers.count else { return }
        openers.removeSubrange(height...)
        for (sort, bottom) in bottoms where bottom > height { bottoms[sort] = height }
    }
}
