/// The place of the front matter in a file: the lines between the first line `---` and the next one.
struct FrontMatter {
    /// The bytes of the YAML, without the lines `---`.
    let yaml: Range<Int>
    /// The number of the YAML's first line.
    let firstLine: Int
    /// The byte behind the closing line.
    let bodyStart: Int
    /// The number of the first line of the body.
    let bodyLine: Int

    /// Finds the front matter of a file; a byte order mark before it is passed over.
    static func find(in bytes: [UInt8], lines: SourceLines) throws(FrontMatterError) -> FrontMatter {
        guard let first = lines.ranges.first else { throw .missing }
        let hasMark = bytes.starts(with: byteOrderMark)
        let opening = hasMark ? first.dropFirst(byteOrderMark.count) : first
        guard isDelimiter(opening, bytes) else { throw .missing }
        guard let closing = lines.ranges[1...].firstIndex(where: { isDelimiter($0, bytes) }) else {
            throw .unclosed
        }
        let hasBody = closing + 1 < lines.ranges.count
        return FrontMatter(
            yaml: lines.ranges[1].lowerBound..<lines.ranges[closing].lowerBound, firstLine: 2,
            bodyStart: hasBody ? lines.ranges[closing + 1].lowerBound : bytes.count, bodyLine: closing + 2)
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func isDelimiter(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var content = line
        while let last = content.last, bytes[last].isBlank { content.removeLast() }
        return bytes[content].elementsEqual("---".utf8)
    }
}

/// Why a file has no front matter.
enum FrontMatterError: Error, Equatable, Sendable {
    /// The first line is not `---`.
    case missing
    /// There is no second line `---`.
    case unclosed
}
