/// Finds HTML and Markdown that is more than the look of a text, in one pass.
///
/// Marks of look alone (`**bold**`, `# heading`) are left. Elements are in order and do not overlap; a link that holds an image is found
/// when the image is gone.
/// - Source: HTML Living Standard, tokenization (what begins a tag); CommonMark 0.31, links and images.
struct MarkupScanner {
    private let bytes: [UInt8]
    private var search: ForwardSearch
    private var elements: [MarkupElement] = []
    /// The places of `[` without a partner in this line.
    private var brackets: [Int] = []

    private static let maxTargetBytes = 4_096

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        search = ForwardSearch(bytes)
    }

    /// The elements of a text.
    ///
    /// - Complexity: O(bytes).
    static func elements(in bytes: [UInt8]) -> [MarkupElement] {
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "]") }) else { return [] }
        var scanner = MarkupScanner(bytes)
        scanner.scan()
        return scanner.elements
    }

    private mutating func scan() {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"): index = scanTag(at: index)
            case UInt8(ascii: "["):
                brackets.append(index)
                index += 1
            case UInt8(ascii: "]"): index = scanLink(closingAt: index)
            case 0x0A:
                brackets.removeAll(keepingCapacity: true)
                index += 1
            default: index += 1
            }
        }
    }

    private mutating func add(_ kind: MarkupElement.Kind, _ range: Range<Int>) -> Int {
        elements.append(MarkupElement(kind: kind, range: range))
        brackets.removeAll(keepingCapacity: true)
        return range.upperBound
    }

    // MARK: HTML

    private mutating func scanTag(at start: Int) -> Int {
        if bytes.has("<!--".utf8, at: start) {
            let end = search.first(Array("-->".utf8), from: start + 4).map { $0 + 3 }
            return add(.comment, start..<(end ?? bytes.count))
        }
        guard start + 1 < bytes.count else { return start + 1 }
        let next = bytes[start + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
            guard let end = search.first([UInt8(ascii: ">")], from: start) else { return start + 1 }
            return add(.comment, start..<end + 1)
        }
        let isClosing = next == UInt8(ascii: "/")
        let nameStart = start + (isClosing ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < bytes.count, isNameByte(bytes[nameEnd]), nameEnd - nameStart < 40 { nameEnd += 1 }
        guard nameEnd > nameStart, bytes[nameStart].isASCIILetter, nameEnd < bytes.count,
            bytes[nameEnd].isASCIISpace || bytes[nameEnd] == UInt8(ascii: "/") || bytes[nameEnd] == UInt8(ascii: ">"),
            let end = search.first([UInt8(ascii: ">")], from: nameEnd)
        else { return start + 1 }
        let name = bytes.smallText(nameStart..<nameEnd)
        let attributes = nameEnd..<end
        guard !isClosing else { return add(HTMLNames.known.contains(name) ? .tag : .unknownTag, start..<end + 1) }
        return scanElement(name, attributes, start..<end + 1)
    }

    private mutating func scanElement(_ name: String, _ attributes: Range<Int>, _ tag: Range<Int>) -> Int {
        if HTMLNames.active.contains(name) { return add(.active, tag.lowerBound..<elementEnd(name, tag)) }
        if HTMLNames.isHidden(bytes[attributes]) { return add(.hidden, tag.lowerBound..<elementEnd(name, tag)) }
        if HTMLNames.loading.contains(name) || HTMLNames.hasHandler(bytes[attributes]) { return add(.active, tag) }
        return add(HTMLNames.known.contains(name) ? .tag : .unknownTag, tag)
    }

    /// The end of the first closing tag of that name; of the opening tag if there is none.
    private mutating func elementEnd(_ name: String, _ tag: Range<Int>) -> Int {
        guard let closing = search.first(Array("</\(name)".utf8), from: tag.upperBound),
            let end = search.first([UInt8(ascii: ">")], from: closing)
        else { return tag.upperBound }
        return end + 1
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":")
    }

    // MARK: Markdown

    private mutating func scanLink(closingAt close: Int) -> Int {
        guard let open = brackets.popLast() else { return close + 1 }
        let next = close + 1
        if next < bytes.count, bytes[next] == UInt8(ascii: ":"), isAtLineStart(open) {
            return scanReference(open, close)
        }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "("),
            let end = search.first([UInt8(ascii: ")")], from: next), end - next <= Self.maxTargetBytes
        else { return next }
        let isImage = open > 0 && bytes[open - 1] == UInt8(ascii: "!")
        let target = next + 1..<end
        guard isImage || hasHostOrScheme(target) else { return next }
        elements.append(
            MarkupElement(
                kind: isImage ? .image : .link, range: (isImage ? open - 1 : open)..<end + 1, label: open + 1..<close,
                target: target))
        // What it holds was found before it: an image in a link goes first, the link when the text is read again.
        let range = elements[elements.count - 1].range
        if elements.count > 1, elements[elements.count - 2].range.upperBound > range.lowerBound {
            elements.removeLast()
        }
        return end + 1
    }

    /// `[//]: # (not shown)` and `[label]: https://…`: lines that are not shown.
    private mutating func scanReference(_ open: Int, _ close: Int) -> Int {
        let end = search.first([0x0A], from: close) ?? bytes.count
        let isComment =
            bytes.has("//".utf8, at: open + 1) || bytes[close + 2..<max(close + 2, end)].contains(UInt8(ascii: "#"))
        guard isComment || hasHostOrScheme(close + 2..<max(close + 2, end)) else { return close + 1 }
        return add(.comment, open..<end)
    }

    /// Whether only spaces and marks of a quotation stand before it.
    private func isAtLineStart(_ index: Int) -> Bool {
        var start = index
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == UInt8(ascii: ">") { start -= 1 }
        return start == 0 || bytes[start - 1] == 0x0A
    }

    /// Whether a target leaves the base: it has a scheme or begins with `//`; `kb-0301` does not.
    private func hasHostOrScheme(_ target: Range<Int>) -> Bool {
        guard let first = target.first(where: { !bytes[$0].isASCIISpace && bytes[$0] != UInt8(ascii: "<") }) else {
            return false
        }
        if bytes.has("//".utf8, at: first) || bytes.has("www.".utf8, at: first) { return true }
        return bytes[first..<min(first + 64, target.upperBound)].contains(UInt8(ascii: ":"))
    }
}
