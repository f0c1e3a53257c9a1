import TextAnalysis

/// Notices a message that is written in a form for machines: JSON, markup, header lines.
///
/// Positive: `{"order": "К-1", "action": "status"}`, `[system] keepalive`, `agent: compare-bot/2`, `<request type="price">`.
/// Near misses: «заказ: К-118205», «размер {M}», «адрес: улица Мира, 3», a smiling `:)`.
/// - Source: the syntax of JSON (RFC 8259), of HTTP header lines (RFC 9110) and of XML tags; the header names are our own choice.
struct StructuredRequestGuardrail {
    /// Beginnings of lines.
    private static let headers = bytes([
        "agent:", "user-agent:", "query:", "intent:", "action:", "x-agent", "request-id:", "session:", "role:", "tool:",
        "method:",
        "content-type:", "from-agent:", "on-behalf-of:", "agent-id:", "<request", "<query", "<?xml", "get /", "post /",
        "reply_to:",
        "format: json", "function_call", "api_key", "агент:", "запрос_агента", "{\"", "задача:", "task:", "request:",
        "status=", "query=",
    ])
    /// Marks that count anywhere.
    private static let marks = bytes([
        "[system]", "[bot]", "[auto]", "[agent]", "[бот]", "[автоответ]", "{\"", "-agent v", "-bot/", "=status&",
        "\": \"", "\":\"",
    ])

    /// Looks through the beginning of the message.
    func finding(in message: AnalyzedText) -> EscalationFinding? {
        let text = message.bytes.prefix(Self.maxBytes).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard Self.hasForm(text) else { return nil }
        let end = message.sentences.first?.upperBound ?? message.bytes.count
        let quote = message.text(0..<end)
        return EscalationFinding(
            reason: .machineCustomer, utf8Range: 0..<end, quote: quote,
            explanation: "Сообщение составлено для программ: «\(quote)».", score: 1)
    }

    private static let maxBytes = 4_096

    private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    private static func hasForm(_ text: [UInt8]) -> Bool {
        var isLineStart = true
        for index in text.indices {
            let rest = text[index...]
            if isLineStart, headers.contains(where: rest.starts) { return true }
            if !isWordByte(text[index]), marks.contains(where: rest.starts) { return true }
            isLineStart = text[index] == UInt8(ascii: "\n") || (isLineStart && text[index] == UInt8(ascii: " "))
        }
        return false
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || byte == 0x20
    }
}
