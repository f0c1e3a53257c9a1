import TextAnalysis

extension PassageUnit {
    /// The units of a text whose blocks are not known, a plain document's: every line is a block, and its form tells which.
    ///
    /// A line that begins with a bullet or a number and has text behind it is a list item. Neighbouring lines with `|` are a table if there are
    /// two of them at least; with a line of dashes under the first one that is its header. All else is running text. After CommonMark 0.31.2, section
    /// 5.2, and GFM 0.29, section 4.10, on purpose simpler.
    static func units(ofPlain text: String) -> [PassageUnit] {
        let bytes = Array(text.utf8)
        let lines = lines(of: bytes)
        var units: [PassageUnit] = []
        var index = 0
        while index < lines.count {
            let rows = lines[index...].prefix { bytes[$0].contains(verticalBar) }
            if rows.count >= 2 {
                append(table: Array(rows), bytes, to: &units)
                index += rows.count
            } else {
                let line = lines[index]
                let kind = isListItem(bytes[line]) ? Kind.listItem : .sentence
                let ranges = SentenceSplitter.sentences(of: String(text.utf8Slice(line))).map {
                    ($0.lowerBound + line.lowerBound)..<($0.upperBound + line.lowerBound)
                }
                append(ranges, kind, to: &units)
                index += 1
            }
        }
        return units
    }

    private static let verticalBar = UInt8(ascii: "|")

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
            if start < index { lines.append(start..<index) }
            start = index + 1
        }
        return lines
    }

    private static func append(_ ranges: [Range<Int>], _ kind: Kind, to units: inout [PassageUnit]) {
        for (number, range) in ranges.enumerated() {
            // A plain document is its own source.
            units.append(PassageUnit(kind: kind, textRange: range, sourceRange: range, startsBlock: number == 0))
        }
    }

    private static func append(table rows: [Range<Int>], _ bytes: [UInt8], to units: inout [PassageUnit]) {
        let hasHeader = isSeparator(bytes[rows[1]])
        for (number, row) in rows.enumerated() where !isSeparator(bytes[row]) {
            append(cells(of: row, bytes), number == 0 && hasHeader ? .headerCell : .cell, to: &units)
        }
    }

    /// The cells of a row without the spaces around them; a bar at either end of the row encloses no cell.
    private static func cells(of row: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
        let outer = trimmed(row, bytes)
        var cells: [Range<Int>] = []
        var start = outer.lowerBound
        for index in outer where bytes[index] == verticalBar {
            if index > outer.lowerBound { cells.append(trimmed(start..<index, bytes)) }
            start = index + 1
        }
        if start < outer.upperBound { cells.append(trimmed(start..<outer.upperBound, bytes)) }
        return cells.contains { !$0.isEmpty } ? cells : []
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, isBlank(bytes[lower]) { lower += 1 }
        while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-"))
            && line.allSatisfy { isBlank($0) || $0 == verticalBar || $0 == 0x2D || $0 == 0x3A }
    }

    /// A bullet (`-`, `*`, `+`, `•`) or a number of up to three digits with `.` or `)`, then a space and something behind it.
    private static func isListItem(_ line: ArraySlice<UInt8>) -> Bool {
        let content = line.drop(while: isBlank)
        let digits = content.prefix { (0x30...0x39).contains($0) }.count
        let marker: Int
        if (1...3).contains(digits) {
            guard let sign = content.dropFirst(digits).first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
            else { return false }
            marker = digits + 1
        } else if content.starts(with: "•".utf8) {
            marker = "•".utf8.count
        } else if let first = content.first, first == 0x2D || first == 0x2A || first == 0x2B {
            marker = 1
        } else {
            return false
        }
        let rest = content.dropFirst(marker)
        return rest.first.map(isBlank) == true && rest.contains { !isBlank($0) }
    }
}
