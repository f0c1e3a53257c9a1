/// A citation mark: the numbers in brackets by which a model names its sources.
///
/// Understood are `[1]`, `[1, 2]`, `[1; 2]`, `[1 и 2]`, `[1–3]`, `[^1]`, `[№ 1]`, `[фрагмент 1]`, `[С2]` and `【1†source】`.
/// Near misses, which stay text: `(1)`, `[ТЕЛЕФОН_1]`, `[1/3]`, `[пункт 5]`, `[1.5]`, `[]`.
struct CitationMark: Equatable, Sendable {
    /// A number and what it counts.
    struct Reference: Equatable, Sendable {
        let number: Int
        /// Whether it is said to be a message: С2.
        let isMessage: Bool
    }

    let references: [Reference]

    /// The most numbers of a range such as `[1–3]`; a longer one is text.
    private static let maxRange = 8
    private static let passageWords: Set<String> = [
        "фрагмент", "фрагменты", "фрагмента", "фрагментов", "фр.", "источник", "источники", "источника", "№", "см.",
        "passage", "passages", "source", "sources",
    ]
    private static let messageWords: Set<String> = ["сообщение", "сообщения", "сообщений", "message", "messages"]
    private static let joints: Set<String> = ["и", "and", "&"]

    /// Reads what stands between the brackets; `nil` if it is no mark.
    init?(_ inside: some Collection<Unicode.Scalar>) {
        // What follows is the model's own name for the source: 【4:0†source】.
        let hasName = inside.contains("†")
        let text = String.UnicodeScalarView(inside.prefix { !hasName || $0 != "†" && $0 != ":" })
        var references: [Reference] = []
        var isMessage = false
        for word in String(text).lowercased().split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
            let word = String(word)
            if Self.joints.contains(word) { continue }
            if Self.passageWords.contains(word) {
                isMessage = false
            } else if Self.messageWords.contains(word) {
                isMessage = true
            } else if let numbers = Self.numbers(word, isMessage) {
                references += numbers
            } else {
                return nil
            }
        }
        guard !references.isEmpty else { return nil }
        self.references = references
    }

    /// A number or a range of numbers.
    private static func numbers(_ word: String, _ isMessage: Bool) -> [Reference]? {
        let ends = word.split(omittingEmptySubsequences: false, whereSeparator: { "-–—".contains($0) })
        guard let first = ends.first.flatMap({ reference($0, isMessage) }) else { return nil }
        guard ends.count > 1 else { return [first] }
        guard ends.count == 2, let last = reference(ends[1], first.isMessage), first.number < last.number,
            last.number - first.number < maxRange
        else { return nil }
        return (first.number...last.number).map { Reference(number: $0, isMessage: first.isMessage) }
    }

    private static func reference(_ word: Substring, _ isMessage: Bool) -> Reference? {
        var digits = word
        var isMessage = isMessage
        while let sign = digits.first, "^№#".contains(sign) { digits.removeFirst() }
        // The Cyrillic and the Latin letter look the same.
        if let letter = digits.first, "сc".contains(letter) {
            isMessage = true
            digits.removeFirst()
        }
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits)
        else { return nil }
        return Reference(number: number, isMessage: isMessage)
    }
}
