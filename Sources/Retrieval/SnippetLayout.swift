/// The units of a passage put together to what is shown as a whole: sentences, code, and table rows of cells.
///
/// ```
/// list item    LEAD-IN:⏎ITEM, or LEAD-IN: … ITEM when other items lie between them and are not shown
/// table row    FIRST CELL: HEADER — CELL; HEADER — CELL        without headers: FIRST CELL: CELL — CELL
/// ```
struct SnippetLayout {
    /// Units that are shown together.
    struct Group {
        let kind: PassageUnit.Kind
        /// The numbers of the units.
        let units: Range<Int>
        /// From the first unit's start to the last one's end.
        let textRange: Range<Int>
        let startsBlock: Bool
        /// The group without which this one says little: a list's lead-in, a row's header.
        let context: Int?
    }

    private(set) var groups: [Group] = []
    /// The header that is shown as a row of its own; others are shown with their rows' cells only.
    var shownHeader: Int?
    private let units: [PassageUnit]
    private let text: String
    /// Characters of each group as it is shown, its context left out.
    private var lengths: [Int] = []

    init(_ units: [PassageUnit], _ text: String) {
        self.units = units
        self.text = text
        var index = 0
        while index < units.count {
            let kind = units[index].kind
            var end = index + 1
            if kind == .cell || kind == .headerCell {
                while end < units.count, units[end].kind == kind, !units[end].startsBlock { end += 1 }
            }
            append(kind, index..<end)
            index = end
        }
        lengths = groups.indices.map { group in pieces(of: group).reduce(0) { $0 + characters($1) } }
    }

    private mutating func append(_ kind: PassageUnit.Kind, _ range: Range<Int>) {
        let first = units[range.lowerBound]
        groups.append(
            Group(
                kind: kind,
                units: range,
                textRange: first.textRange.lowerBound..<units[range.upperBound - 1].textRange.upperBound,
                startsBlock: first.startsBlock,
                context: context(for: kind)))
    }

    /// The context of a group that follows the groups so far.
    private func context(for kind: PassageUnit.Kind) -> Int? {
        guard let previous = groups.last else { return nil }
        switch kind {
        case .cell:
            return previous.kind == .headerCell ? groups.count - 1 : previous.kind == .cell ? previous.context : nil
        case .listItem where previous.kind == .listItem: return previous.context
        case .listItem: return previous.kind == .sentence && leadsIn(previous) ? groups.count - 1 : nil
        case .sentence, .headerCell, .code: return nil
        }
    }

    /// Whether a sentence announces what follows it.
    private func leadsIn(_ group: Group) -> Bool {
        text.utf8Slice(group.textRange).utf8.last == UInt8(ascii: ":")
    }
}

extension SnippetLayout {
    /// What a group is shown as.
    private enum Piece {
        case glue(String)
        case unit(Int)
    }

    private func characters(_ piece: Piece) -> Int {
        switch piece {
        case .glue(let glue): glue.unicodeScalars.count
        case .unit(let number): text.utf8Slice(units[number].textRange).unicodeScalars.count
        }
    }

    private func pieces(of group: Int) -> [Piece] {
        let range = groups[group].units
        guard groups[group].kind == .cell else {
            let shown = range.filter { !units[$0].textRange.isEmpty }
            return Array(shown.map { [Piece.unit($0)] }.joined(separator: [.glue(" | ")]))
        }
        let headers = groups[group].context.map { groups[$0].units } ?? 0..<0
        var pieces: [Piece] = []
        for (column, cell) in range.enumerated() where !units[cell].textRange.isEmpty {
            // A row with more cells than the header has cannot be told apart.
            let header = range.count <= headers.count && column > 0 ? headers.lowerBound + column : nil
            let hasHeader = header.map { !units[$0].textRange.isEmpty } ?? false
            if !pieces.isEmpty { pieces.append(.glue(pieces.count == 1 ? ": " : headers.isEmpty ? " — " : "; ")) }
            if let header, hasHeader { pieces += [.unit(header), .glue(" — ")] }
            pieces.append(.unit(cell))
        }
        return pieces
    }

    /// The unit that a group is, or all of a row's cells as one.
    func wholeGroup(_ group: Int) -> PassageUnit {
        let range = groups[group].units
        let first = units[range.lowerBound]
        let last = units[range.upperBound - 1]
        return PassageUnit(
            kind: first.kind, textRange: groups[group].textRange,
            sourceRange: first.sourceRange.lowerBound..<max(first.sourceRange.lowerBound, last.sourceRange.upperBound),
            startsBlock: first.startsBlock)
    }

    /// The lead-in that a window of groups brings along; `nil` when it has none, shows it anyway, or there is no room for it.
    private func leadIn(of window: Range<Int>) -> Int? {
        guard groups[window.lowerBound].kind == .listItem, let context = groups[window.lowerBound].context,
            lengths[context] + Self.skip.count + lengths[window.lowerBound] <= SnippetGenerator.maxCharacters
        else { return nil }
        return context
    }

    /// Stands between a lead-in and an item when other items lie between them.
    private static let skip = " … "

    /// Characters of a window of groups as it is shown.
    func characters(_ window: Range<Int>) -> Int {
        let leadIn = leadIn(of: window).map { lengths[$0] + Self.skip.count } ?? 0
        return leadIn + shown(window).reduce(0) { $0 + lengths[$1] + 1 } - 1
    }

    /// Shows a window of groups.
    func append(_ window: Range<Int>, to builder: inout SnippetBuilder) {
        if let leadIn = leadIn(of: window) {
            append(leadIn, to: &builder)
            builder.append(glue: leadIn + 1 == window.lowerBound ? "\n" : Self.skip)
        }
        for (number, group) in shown(window).enumerated() {
            if number > 0 { builder.append(glue: groups[group].startsBlock ? "\n" : " ") }
            append(group, to: &builder)
        }
    }

    /// The groups of a window without the headers whose rows show them.
    private func shown(_ window: Range<Int>) -> [Int] {
        window.filter { group in
            groups[group].kind != .headerCell || group == shownHeader || !window.contains(group + 1)
                || groups[group + 1].context != group
        }
    }

    private func append(_ group: Int, to builder: inout SnippetBuilder) {
        for piece in pieces(of: group) {
            switch piece {
            case .glue(let glue): builder.append(glue: glue)
            case .unit(let number): builder.append(units[number])
            }
        }
    }
}
