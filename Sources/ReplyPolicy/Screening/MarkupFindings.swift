/// Markup that does something when it is shown, or hides something.
///
/// Found: comments, elements that are not shown, scripts and other elements that run or load, pictures by address, links to `javascript:`
/// and `data:`.
/// Near misses: «<3», «цена < 500», `<b>`, a link to an article (`kb-0301`), a bare address.
/// - Source: OWASP Top 10 for LLM Applications 2025, LLM05; Markdown pictures as a way to carry data out: garak's web_injection probes.
enum MarkupFindings {
    static func findings(in bytes: [UInt8]) -> [ScreeningFinding] {
        var findings: [ScreeningFinding] = []
        for element in MarkupScanner.elements(in: bytes) {
            guard let (kind, score, explanation) = verdict(element, bytes) else { continue }
            findings.append(
                ScreeningFinding(kind: kind, utf8Range: element.range, score: score, explanation: explanation))
        }
        for range in DangerousScheme.ranges(in: bytes) {
            findings.append(
                ScreeningFinding(
                    kind: .markupTrick, utf8Range: range, score: 0.8,
                    explanation: "Адрес, который выполняет код или несёт содержимое в себе: не открывайте."))
        }
        return findings
    }

    private static func verdict(
        _ element: MarkupElement, _ bytes: [UInt8]
    ) -> (ScreeningFinding.Kind, Float, String)? {
        switch element.kind {
        case .comment: (.hiddenText, 0.75, "Комментарий разметки: читателю он не виден.")
        case .hidden: (.hiddenText, 0.9, "Элемент разметки, который читателю не виден.")
        case .active: (.markupTrick, 0.8, "Элемент HTML, который выполняет код или загружает что-то.")
        case .image:
            isCarrier(bytes[element.target])
                ? (
                    .exfiltrationLink, 0.9,
                    "Картинка по адресу с данными: при показе она отправила бы их на чужой сервер."
                )
                : (.exfiltrationLink, 0.6, "Картинка по адресу: при показе она обратилась бы к чужому серверу.")
        case .link:
            isTemplate(bytes[element.target])
                ? (.exfiltrationLink, 0.85, "Ссылка, в которую подставляются данные.") : nil
        case .unknownTag where bytes[element.range].contains(UInt8(ascii: "=")):
            (.delimiterForgery, 0.55, "Тег, которого нет в HTML: так помечают разделы запроса к модели.")
        case .tag, .unknownTag: nil
        }
    }

    /// Whether an address can carry data: it has a query or a place to fill in.
    private static func isCarrier(_ target: ArraySlice<UInt8>) -> Bool {
        target.contains(UInt8(ascii: "?")) || isTemplate(target)
    }

    private static func isTemplate(_ target: ArraySlice<UInt8>) -> Bool {
        target.contains { "{}[]<>$".utf8.contains($0) }
    }
}
