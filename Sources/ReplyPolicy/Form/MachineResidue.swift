import TextAnalysis

/// Notices what a machine leaves in a text: unfilled placeholders, talk about itself, capitals and exclamation marks.
///
/// Found: `[ТЕЛЕФОН_1]`, `[Имя клиента]`, `{{name}}`, «как языковая модель», «вот вариант ответа:», «ВНИМАНИЕ ВСЕМ КЛИЕНТАМ», «!!!».
/// Near misses: `[1]`, «СМС», «ПВЗ на ул. Мира», one exclamation mark.
/// - Source: placeholders as ``PersonalDataKind`` writes them and as templates of helpdesks do; phrases from our own experience.
enum MachineResidue {
    private static let phrases = WordPhrases([
        (
            "как языковая модель,как ии,как искусственный интеллект,я языковая модель,я искусственный интеллект,я нейросеть,"
                + "вот вариант ответа,вот ваш ответ,вот пример ответа,вот черновик,предлагаю такой ответ,as an ai,"
                + "на основе предоставленных|предоставленной,согласно предоставленн*,в предоставленном контексте,"
                + "в предоставленных источниках,по предоставленному контексту,исходя из контекста",
            ""
        )
    ])

    static func findings(in text: AnalyzedText) -> [FormFinding] {
        phrases.matches(in: text).map { match in
            FormFinding(
                kind: .machineResidue, severity: .block, utf8Range: match.utf8Range,
                explanation: "След машины: «\(text.text(match.utf8Range))». Уберите: клиенту отвечает человек.")
        } + placeholders(in: text.bytes) + shouting(in: text)
    }

    /// What a place to fill in begins with.
    private static let places = [
        "имя", "фио", "фамили", "номер", "дата", "сумма", "укажите", "вставьте", "впишите", "название", "ваш", "адрес",
        "телефон",
        "клиент", "город", "ссылка", "врем", "name", "order", "insert", "your", "customer", "date", "amount",
    ].map { Array($0.utf8) }

    private static func placeholders(in bytes: [UInt8]) -> [FormFinding] {
        var ranges: [Range<Int>] = []
        var index = 0
        while let open = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) {
            index = open + 1
            let closing = bytes[open] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
            let inner = bytes[index...].prefix(80).prefix { $0 != closing && $0 != 0x0A }
            guard inner.endIndex < bytes.count, bytes[inner.endIndex] == closing, inner.contains(where: { $0 >= 0x41 }),
                bytes[open] == UInt8(ascii: "{") || isPlace(inner)
            else { continue }
            ranges.append(open..<inner.endIndex + 1)
            index = inner.endIndex + 1
        }
        return ranges.map {
            FormFinding(
                kind: .machineResidue, severity: .block, utf8Range: $0,
                explanation:
                    "Незаполненное место: «\(String(decoding: bytes[$0], as: UTF8.self))». Впишите значение или уберите."
            )
        }
    }

    /// `ТЕЛЕФОН_1`, or words that say what to fill in.
    private static func isPlace(_ inner: ArraySlice<UInt8>) -> Bool {
        if inner.contains(UInt8(ascii: "_")), inner.last?.isASCIIDigit == true { return true }
        let small = Array(String(decoding: inner, as: UTF8.self).lowercased().utf8)
        return places.contains { small.starts(with: $0) }
    }

    // MARK: Shouting

    private static func shouting(in text: AnalyzedText) -> [FormFinding] {
        var findings: [FormFinding] = []
        var run: Range<Int>?
        var count = 0
        func end() {
            if let run, count >= 3 {
                findings.append(
                    FormFinding(
                        kind: .shouting, severity: .warn, utf8Range: run,
                        explanation: "Слова прописными буквами читаются как крик: напишите строчными."))
            }
        }
        for word in text.words {
            if isCapitals(text.bytes[word.utf8Range]) {
                run = (run?.lowerBound ?? word.utf8Range.lowerBound)..<word.utf8Range.upperBound
                count += 1
            } else {
                end()
                (run, count) = (nil, 0)
            }
        }
        end()
        return findings + marks(in: text.bytes)
    }

    /// Three Russian letters or more, all of them capitals (`D0 81`, `D0 90` to `D0 AF`).
    private static func isCapitals(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count >= 6, word.count.isMultiple(of: 2) else { return false }
        for index in stride(from: word.startIndex, to: word.endIndex, by: 2) {
            guard word[index] == 0xD0, word[index + 1] == 0x81 || (0x90...0xAF).contains(word[index + 1]) else {
                return false
            }
        }
        return true
    }

    private static func marks(in bytes: [UInt8]) -> [FormFinding] {
        var findings: [FormFinding] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "!")) {
            index = bytes[start...].firstIndex { $0 != UInt8(ascii: "!") } ?? bytes.count
            guard index - start >= 2 else { continue }
            findings.append(
                FormFinding(
                    kind: .shouting, severity: .warn, utf8Range: start..<index,
                    explanation: "Восклицательные знаки подряд читаются как крик: оставьте один или точку."))
        }
        return findings
    }
}
