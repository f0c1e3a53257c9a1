import TextAnalysis

/// Checks a reply against its channel: length, markup, language.
///
/// Found: 4,097 UTF-16 units for Telegram, `**жирный**` in a text message, a Russian question answered in English.
/// Near misses: 4,096 units, «5 * 3», «#12345», a reply with an English product name.
/// - Source: ``ChannelLimit/standard(of:)``; CommonMark 0.31 for the signs of Markdown.
enum ChannelForm {
    static func findings(
        in text: AnalyzedText, _ channel: Channel, _ rules: FormRules, _ context: ReplyContext
    ) -> [FormFinding] {
        var findings = length(of: text, channel, rules.limit(of: channel))
        findings += markup(in: text.bytes, channel, isMarkdown: rules.markdownChannels.contains(channel))
        if let finding = language(of: text, rules, context) { findings.append(finding) }
        return findings
    }

    // MARK: Length

    private static func length(of text: AnalyzedText, _ channel: Channel, _ limit: ChannelLimit) -> [FormFinding] {
        guard !text.sentences.isEmpty else {
            return [
                FormFinding(
                    kind: .empty, severity: .block, utf8Range: 0..<text.bytes.count,
                    explanation: "Ответ пуст: отправлять нечего.")
            ]
        }
        let length = MessageLength.length(of: text.string, in: limit.unit)
        guard length > limit.maxLength else { return [] }
        let parts = MessageLength.parts(of: text.string, within: limit)
        let rest = (parts.first?.upperBound ?? 0)..<text.bytes.count
        let amount =
            limit.unit == .smsSegments
            ? "сообщений \(length) вместо \(limit.maxLength)" : "знаков \(length) вместо \(limit.maxLength)"
        return [
            FormFinding(
                kind: .length, severity: .block, utf8Range: rest,
                explanation:
                    "Слишком длинно для канала «\(channel.name)»: \(amount). Сократите или отправьте частями, их будет \(parts.count)."
            )
        ]
    }

    // MARK: Markup

    private static func markup(in bytes: [UInt8], _ channel: Channel, isMarkdown: Bool) -> [FormFinding] {
        var ranges = MarkupScanner.elements(in: bytes).filter { $0.kind != .link || !isMarkdown }.map(\.range)
        if !isMarkdown { ranges += markdown(in: bytes) }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }.map {
            FormFinding(
                kind: .markup, severity: .warn, utf8Range: $0,
                explanation: "Канал «\(channel.name)» покажет разметку знаками: уберите её.")
        }
    }

    /// `**`, `__`, grave accents, headings and table rows.
    private static func markdown(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        var lineStart = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A: lineStart = index + 1
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                let end = bytes[index...].firstIndex { $0 != bytes[index] } ?? bytes.count
                if end - index >= 2, end < bytes.count || index > 0 { ranges.append(index..<end) }
                index = end - 1
            case UInt8(ascii: "`"):
                ranges.append(index..<index + 1)
            case UInt8(ascii: "#") where index == lineStart:
                let end = bytes[index...].firstIndex { $0 != UInt8(ascii: "#") } ?? bytes.count
                if end < bytes.count, bytes[end] == 0x20 { ranges.append(index..<end) }
                index = end - 1
            case UInt8(ascii: "|") where index == lineStart: ranges.append(index..<index + 1)
            default: break
            }
            index += 1
        }
        return ranges
    }

    // MARK: Language

    private static func language(of text: AnalyzedText, _ rules: FormRules, _ context: ReplyContext) -> FormFinding? {
        let mustBeRussian =
            switch rules.replyLanguage {
            case .any: false
            case .russian: true
            case .ofCustomer: context.customerLanguage == .russian
            }
        guard mustBeRussian else { return nil }
        let language = LanguageDetector.language(of: text.string)
        // Russian in Latin letters is no Russian to read.
        let isLatin =
            language == .russian && !text.string.unicodeScalars.contains { (0x430...0x44F).contains($0.value) }
        guard isLatin || language != .russian && language != .unknown else { return nil }
        return FormFinding(
            kind: .language, severity: .block, utf8Range: 0..<text.bytes.count,
            explanation: "Ответ не по-русски, а клиент писал по-русски: переведите.")
    }
}
