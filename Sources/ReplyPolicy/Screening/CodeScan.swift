/// Finds code in a text: an attempt that is written as a call, an assignment, a record or a label of a log.
///
/// Found: `print(open("x"))`, `reply += promo("SECRET")`, `{"decision": "approved"}`, `end_of_message; begin_admin`, `role: system`,
/// `SYSTEM NOTE:`, `<override>`, `DUMP users`, `/admin approve --all`.
/// Near misses: one such sign («ошибка null(5)», `order_id=5`), addresses with a query, «P.S.:», «IMEI: 123».
/// - Source: payloads as code in OWASP LLM01:2025 and garak's promptinject probes; the signs are ours.
enum CodeScan {
    /// So many signs of code are no accident in a letter to a shop.
    private static let minSigns = 2
    private static let labels = Set(
        "system warning note admin override important notice debug root developer config policy instruction instructions role"
            .split(separator: " ").map(String.init))
    private static let keywords = Set(
        "dump select drop whoami sudo exec eval print import curl fetch".split(separator: " ").map(String.init))

    /// - Complexity: O(bytes).
    static func findings(in bytes: [UInt8]) -> [ScreeningFinding] {
        var signs = 0
        var span: Range<Int>?
        var index = 0
        func note(_ range: Range<Int>, _ count: Int) {
            signs += count
            span = (span?.lowerBound ?? range.lowerBound)..<range.upperBound
        }
        while index < bytes.count {
            guard bytes[index].isASCIILetter || bytes[index] == UInt8(ascii: "_") else {
                if bytes[index] == UInt8(ascii: "-"), bytes.has("--".utf8, at: index), index > 0,
                    bytes[index - 1] == 0x20,
                    index + 2 < bytes.count, bytes[index + 2].isASCIILetter
                {
                    note(index..<index + 2, 1)
                }
                if bytes[index] == UInt8(ascii: "["), let close = bracketedEdge(bytes, at: index) {
                    note(index..<close, 2)
                }
                index += 1
                continue
            }
            var end = index
            while end < bytes.count, bytes[end].isASCIILetterOrDigit || bytes[end] == UInt8(ascii: "_") { end += 1 }
            let before = index > 0 ? bytes[index - 1] : 0x20
            // Words of addresses are no code.
            if before < 0x80, !"./@?&-=%".utf8.contains(before) || before == UInt8(ascii: "/") && index < 2 {
                let weight = weight(of: index..<end, before, bytes)
                if weight > 0 { note(index..<end, weight) }
            }
            index = end
        }
        guard signs >= minSigns, let span else { return [] }
        return [
            ScreeningFinding(
                kind: .delimiterForgery, utf8Range: span, score: 0.55,
                explanation: "В тексте записи программы или журнала: так подделывают указания машине.")
        ]
    }

    /// `[конец записи]`, `[begin]`: where a bracket closes whose first word begins or ends something.
    private static func bracketedEdge(_ bytes: [UInt8], at open: Int) -> Int? {
        let inner = bytes[(open + 1)...].prefix(48).prefix { $0 != UInt8(ascii: "]") && $0 != 0x0A }
        guard inner.endIndex < bytes.count, bytes[inner.endIndex] == UInt8(ascii: "]") else { return nil }
        let word = FoldedLetter.codes(of: String(decoding: inner.prefix { $0 != 0x20 }, as: UTF8.self))
        return edges.contains(word) ? inner.endIndex + 1 : nil
    }

    private static let edges = Set(
        ["end", "begin", "start", "конец", "начало", "служебная", "система", "админ"].map { FoldedLetter.codes(of: $0) }
    )

    private static func weight(of word: Range<Int>, _ before: UInt8, _ bytes: [UInt8]) -> Int {
        let name = bytes.smallText(word.lowerBound..<min(word.upperBound, word.lowerBound + 24))
        let next = word.upperBound < bytes.count ? bytes[word.upperBound] : 0x20
        let rest = bytes[word.upperBound...].prefix(8).drop { $0 == 0x20 }
        var weight = 0
        if next == UInt8(ascii: "(") { weight += 1 }
        if name.contains("_"), name.first != "_", word.count > 4 { weight += 1 }
        if rest.first == UInt8(ascii: "=") || rest.starts(with: "+=".utf8) { weight += 1 }
        if before == UInt8(ascii: "\""), rest.starts(with: "\":".utf8) { weight += 2 }
        if before == UInt8(ascii: "`") || before == UInt8(ascii: "/") { weight += 1 }
        if before == UInt8(ascii: "<"), rest.first == UInt8(ascii: ">"), !HTMLNames.known.contains(name) { weight += 1 }
        if next == UInt8(ascii: ":"), labels.contains(name) { weight += bytes[word.lowerBound] < 0x60 ? 2 : 1 }
        if keywords.contains(name) { weight += 1 }
        return weight
    }
}
