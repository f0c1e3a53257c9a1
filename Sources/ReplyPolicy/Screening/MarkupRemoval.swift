/// Takes markup off a text and leaves what a reader sees, until there is none.
enum MarkupRemoval {
    /// Markup inside markup is taken off this many times; then every `<` that could begin a tag is replaced.
    static let maxPasses = 4

    static func apply(to text: inout EditedBytes) {
        for _ in 0..<maxPasses {
            guard text.apply(edits(text.bytes, keepsTargets: false)) else { break }
        }
        text.apply(openings(text.bytes))
    }

    /// The pieces to change in one pass.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - keepsTargets: whether a link keeps its whole address and a picture none; else both keep their host.
    /// - Returns: edits in order.
    static func edits(_ bytes: [UInt8], keepsTargets: Bool) -> [EditedBytes.Edit] {
        var edits: [EditedBytes.Edit] = []
        for element in MarkupScanner.elements(in: bytes) {
            switch element.kind {
            case .comment, .active, .hidden, .tag:
                edits.append(EditedBytes.Edit(range: element.range, replacement: lineBreaks(of: element, bytes)))
            case .unknownTag:
                edits.append(
                    .init(range: element.range.lowerBound..<element.range.lowerBound + 1, replacement: Array("‹".utf8)))
                edits.append(
                    .init(range: element.range.upperBound - 1..<element.range.upperBound, replacement: Array("›".utf8)))
            case .image:
                let replacement = picture(element, bytes, showsHost: !keepsTargets)
                edits.append(.init(range: element.range, replacement: replacement))
            case .link:
                let host = keepsTargets ? target(bytes, element.target) : host(bytes, element.target)
                let end = host.isEmpty ? [] : Array(" (".utf8) + host + [UInt8(ascii: ")")]
                edits.append(.init(range: element.range.lowerBound..<element.label.lowerBound, replacement: []))
                edits.append(.init(range: element.label.upperBound..<element.range.upperBound, replacement: end))
            }
        }
        return edits
    }

    private static func picture(_ element: MarkupElement, _ bytes: [UInt8], showsHost: Bool) -> [UInt8] {
        let label = Array(bytes[element.label].prefix(200))
        let host = showsHost ? host(bytes, element.target) : []
        let words = Array([label, host].filter { !$0.isEmpty }.joined(separator: Array(", ".utf8)))
        return Array((words.isEmpty ? "[картинка" : "[картинка: ").utf8) + words + [UInt8(ascii: "]")]
    }

    /// A paragraph or a line of HTML stays a line.
    private static func lineBreaks(of element: MarkupElement, _ bytes: [UInt8]) -> [UInt8] {
        guard element.kind == .tag else { return [] }
        let name = bytes.smallText(element.range).drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        return ["br", "p", "div", "li", "tr", "h1", "h2", "h3"].contains(name) ? [0x0A] : []
    }

    /// The address of a link without its title.
    private static func target(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
        Array(
            bytes[range].drop { $0.isASCIISpace }.prefix { !$0.isASCIISpace }.filter {
                $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
            })
    }

    private static func host(_ bytes: [UInt8], _ target: Range<Int>) -> [UInt8] {
        guard let address = WebAddress(bytes[target]) else { return [] }
        return Array(address.host.utf8)
    }

    /// A `<` that a browser would take for the beginning of a tag.
    static func openings(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        bytes.indices.compactMap { index in
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return nil }
            let next = bytes[index + 1]
            guard next.isASCIILetter || "!/?|".utf8.contains(next) else { return nil }
            return EditedBytes.Edit(range: index..<index + 1, replacement: Array("‹".utf8))
        }
    }

    /// What could still begin a picture or a link of Markdown: `![`, and `](` before an address; a space parts the signs.
    static func linkOpenings(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        var edits: [EditedBytes.Edit] = []
        for index in bytes.indices.dropLast() {
            switch (bytes[index], bytes[index + 1]) {
            case (UInt8(ascii: "!"), UInt8(ascii: "[")):
                edits.append(.init(range: index + 1..<index + 1, replacement: [0x20]))
            case (UInt8(ascii: "]"), UInt8(ascii: "(")):
                let target = bytes[(index + 2)...].prefix(64).prefix { $0 != UInt8(ascii: ")") }
                guard target.contains(where: { $0 == UInt8(ascii: ":") }) || Array(target).has("//".utf8, at: 0) else {
                    continue
                }
                edits.append(.init(range: index + 1..<index + 1, replacement: [0x20]))
            default: break
            }
        }
        return edits
    }
}
