/// Takes out of a reply what does something when it is shown or opened.
///
/// In this order: hidden characters and escape sequences of terminals; HTML with its scripts, comments and hidden elements; Markdown
/// pictures (the label stays) and links (label and address stay); addresses that run code; links to hosts that the policy does not list;
/// the start of a spreadsheet formula, which gets an apostrophe before it. Everything taken out is reported. A reply without such things
/// comes back byte for byte, and the result of a result is itself.
public struct ReplySanitizer: Sendable {
    /// A reply that may be shown.
    public struct Result: Equatable, Sendable {
        /// The text.
        public let text: String
        /// What was taken out, with ranges of the original.
        public let findings: [FormFinding]
        /// Where the bytes of the text come from.
        public let origins: OriginMap
    }

    private static let removedLink = Array("[ссылка удалена]".utf8)

    private let hosts: AllowedHosts

    /// Makes a sanitizer.
    ///
    /// - Parameter rules: their allowed hosts count; with none, every link is taken out.
    public init(rules: FormRules = FormRules()) {
        hosts = AllowedHosts(rules.allowedHosts)
    }

    /// Cleans a reply.
    ///
    /// - Parameter reply: the text of a model or a person.
    /// - Returns: the clean text and what was taken out of it.
    /// - Complexity: O(bytes).
    public func sanitize(_ reply: String) -> Result {
        var text = EditedBytes(Array(reply.utf8))
        var findings: [FormFinding] = []
        note(
            HiddenCharacterRemoval.edits(text.bytes), in: &text, &findings, .hiddenCharacters,
            "Невидимые символы удалены.")
        for _ in 0..<MarkupRemoval.maxPasses {
            let edits = MarkupRemoval.edits(text.bytes, keepsTargets: true)
            if edits.isEmpty { break }
            note(edits, in: &text, &findings, .activeContent, "Разметка HTML или Markdown удалена, слова остались.")
        }
        note(MarkupRemoval.openings(text.bytes), in: &text, &findings, .activeContent, "Начало тега HTML обезврежено.")
        let schemes = DangerousScheme.ranges(in: text.bytes).map {
            EditedBytes.Edit(range: $0, replacement: Self.removedLink)
        }
        note(
            schemes, in: &text, &findings, .activeContent, "Адрес, который выполняет код или несёт содержимое, удалён.")
        note(
            linkEdits(text.bytes), in: &text, &findings, .foreignLink,
            "Ссылка ведёт на сайт, которого нет в списке политики: удалена.")
        note(
            FormulaStart.edits(text.bytes), in: &text, &findings, .formulaStart,
            "Строка похожа на формулу таблицы: перед ней поставлен апостроф.")
        let isChanged = text.isChanged
        return Result(
            text: isChanged ? String(decoding: text.bytes, as: UTF8.self) : reply,
            findings: findings.sorted {
                ($0.utf8Range.lowerBound, $0.utf8Range.upperBound) < ($1.utf8Range.lowerBound, $1.utf8Range.upperBound)
            },
            origins: text.map)
    }

    private func note(
        _ edits: [EditedBytes.Edit], in text: inout EditedBytes, _ findings: inout [FormFinding],
        _ kind: FormFinding.Kind,
        _ explanation: String
    ) {
        guard !edits.isEmpty else { return }
        let map = text.map
        var last: FormFinding?
        for edit in edits {
            let range = map.original(edit.range)
            // Pieces side by side are one finding.
            if let open = last, open.utf8Range.upperBound >= range.lowerBound {
                last = FormFinding(
                    kind: kind, severity: .fixed,
                    utf8Range: open.utf8Range.lowerBound..<max(open.utf8Range.upperBound, range.upperBound),
                    explanation: explanation)
            } else {
                if let last { findings.append(last) }
                last = FormFinding(kind: kind, severity: .fixed, utf8Range: range, explanation: explanation)
            }
        }
        if let last { findings.append(last) }
        text.apply(edits)
    }

    // MARK: Links

    private func linkEdits(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        LinkScanner.addresses(in: bytes).compactMap { range in
            guard let address = WebAddress(bytes[range]), hosts.contains(address), !carriesAddress(bytes, range) else {
                return EditedBytes.Edit(range: range, replacement: Self.removedLink)
            }
            return nil
        }
    }

    /// Whether an address carries another one that is not allowed: `https://good.ru/?to=https://evil.ru`.
    private func carriesAddress(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let text = Array(bytes.smallText(range).utf8)
        for index in text.indices.dropFirst(8) {
            if text.has("%3a%2f".utf8, at: index) { return true }
            guard text.has("://".utf8, at: index) else { continue }
            var start = index
            while start > 0, text[start - 1].isASCIILetter { start -= 1 }
            guard let inner = WebAddress(text[start...]), hosts.contains(inner) else { return true }
        }
        return false
    }
}
