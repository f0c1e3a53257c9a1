/// Takes out of a reply what does something when it is shown or opened.
///
/// In this order: hidden characters and escape sequences of terminals; characters that HTML writes with `&`; HTML with its scripts,
/// comments and hidden elements; Markdown pictures (the label stays) and links (label and address stay); addresses that run code; links to
/// hosts that the policy does not list, and those longer than ``maxAddressBytes``; the start of a spreadsheet formula, which gets an
/// apostrophe before it. As pieces that are taken out let others meet, this is repeated until nothing is found; after ``maxRounds`` rounds
/// what is left is disarmed (``Disarming``). Everything taken out is reported. A reply without such things comes back byte for byte, and
/// the result of a result is itself.
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

    /// How often a reply is read before what is left is disarmed.
    private static let maxRounds = 6
    /// Longer addresses are taken out, wherever they lead: an address of 2 KiB carries something, or breaks something.
    private static let maxAddressBytes = 2_048

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
        var rounds = 0
        while cleanOnce(&text, &findings) {
            rounds += 1
            if rounds == Self.maxRounds {
                disarm(&text, &findings)
                break
            }
        }
        let isChanged = text.isChanged
        return Result(
            text: isChanged ? String(decoding: text.bytes, as: UTF8.self) : reply,
            findings: findings.sorted {
                ($0.utf8Range.lowerBound, $0.utf8Range.upperBound) < ($1.utf8Range.lowerBound, $1.utf8Range.upperBound)
            },
            origins: text.map)
    }

    /// Takes out what is found in one reading.
    ///
    /// - Returns: whether anything was.
    private func cleanOnce(_ text: inout EditedBytes, _ findings: inout [FormFinding]) -> Bool {
        let count = findings.count
        note(
            HiddenCharacterRemoval.edits(text.bytes), in: &text, &findings, .hiddenCharacters,
            "Невидимые символы удалены.")
        note(
            HTMLEntities.edits(text.bytes), in: &text, &findings, .activeContent,
            "Знаки, записанные кодом HTML, раскрыты.")
        for _ in 0..<MarkupRemoval.maxPasses {
            let edits = MarkupRemoval.edits(text.bytes, keepsTargets: true)
            if edits.isEmpty { break }
            note(edits, in: &text, &findings, .activeContent, "Разметка HTML или Markdown удалена, слова остались.")
        }
        note(
            MarkupRemoval.openings(text.bytes), in: &text, &findings, .activeContent,
            "Начало тега HTML обезврежено.")
        note(
            MarkupRemoval.linkOpenings(text.bytes), in: &text, &findings, .activeContent,
            "Начало ссылки или картинки Markdown обезврежено.")
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
        return findings.count > count
    }

    /// Leaves nothing active, whatever it costs the look of the text.
    private func disarm(_ text: inout EditedBytes, _ findings: inout [FormFinding]) {
        // Each pass makes the text shorter or turns a line end into one that stays.
        while case let edits = HiddenCharacterRemoval.edits(text.bytes), !edits.isEmpty {
            note(edits, in: &text, &findings, .hiddenCharacters, "Невидимые символы удалены.")
        }
        note(
            Disarming.edits(text.bytes), in: &text, &findings, .activeContent,
            "Разметка вложена слишком глубоко: её знаки заменены похожими.")
        note(
            FormulaStart.edits(text.bytes), in: &text, &findings, .formulaStart,
            "Строка похожа на формулу таблицы: перед ней поставлен апостроф.")
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
        LinkScanner.addresses(in: bytes).filter { !isAllowed(bytes, $0) }.map {
            EditedBytes.Edit(range: $0, replacement: Self.removedLink)
        }
    }

    private func isAllowed(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        // Readers disagree whether a backslash is a slash or the end of an address.
        guard range.count <= Self.maxAddressBytes, !bytes[range].contains(UInt8(ascii: "\\")),
            let address = WebAddress(bytes[range])
        else { return false }
        let isListed = hosts.contains(address) || isMailbox(bytes[range], at: address)
        return isListed && !carriesAddress(Array(bytes.smallText(range).utf8))
    }

    /// `help@good.ru`: the part before the `@` is no host itself.
    private func isMailbox(_ bytes: ArraySlice<UInt8>, at address: WebAddress) -> Bool {
        guard address.hasUser, address.scheme.isEmpty, let sign = bytes.firstIndex(of: UInt8(ascii: "@")) else {
            return false
        }
        let name = bytes[..<sign]
        guard name.allSatisfy({ $0.isASCIILetterOrDigit || "._+-".utf8.contains($0) }),
            !bytes[sign...].contains(where: { "/?#\\".utf8.contains($0) }),
            let host = WebAddress(bytes[(sign + 1)...]), !host.hasUser, LinkScanner.addresses(in: Array(name)).isEmpty
        else { return false }
        return hosts.contains(host)
    }

    /// How many addresses an allowed one may carry, all of them allowed.
    private static let maxInnerAddresses = 4

    /// Whether an address carries another one that is not allowed: `https://good.ru/?to=https://evil.ru`, `good.ru/?to=//evil.ru`.
    private func carriesAddress(_ text: [UInt8]) -> Bool {
        var count = 0
        for index in text.indices {
            if text[index] == UInt8(ascii: "%") {
                if text.has("%3a%2f".utf8, at: index) || text.has("%2f%2f".utf8, at: index) { return true }
                continue
            }
            guard text.has("//".utf8, at: index) else { continue }
            let hasScheme = index > 0 && text[index - 1] == UInt8(ascii: ":")
            var start = hasScheme ? index - 1 : index
            while hasScheme, start > 0, text[start - 1].isASCIILetter { start -= 1 }
            if start == 0 { continue }
            count += 1
            let inner = WebAddress(text[start...])
            if count > Self.maxInnerAddresses || !(inner.map(hosts.contains) ?? !hasScheme) { return true }
        }
        return false
    }
}
