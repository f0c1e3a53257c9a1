/// The lines of a file as byte ranges: a line ends with a line feed, a carriage return, or both in this order.
struct SourceLines: Sendable {
    /// The lines in order, without their ends; a file that ends with a line end has no empty line after it.
    let ranges: [Range<Int>]

    init(_ bytes: [UInt8]) {
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == .lineFeed || byte == .carriageReturn else {
                index += 1
                continue
            }
            ranges.append(start..<index)
            let isPair = byte == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
            index += isPair ? 2 : 1
            start = index
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        self.ranges = ranges
    }

    /// The number, from 1, of the line that holds the byte or whose end it belongs to.
    func lineNumber(at byteOffset: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= byteOffset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }
}
