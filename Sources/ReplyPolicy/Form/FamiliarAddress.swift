import TextAnalysis

/// Notices that the customer is addressed as «ты».
///
/// Found: «тебе вернут деньги», «ты можешь», «нажмёшь», «проверь почту».
/// Near misses: «лишь», «мышь», words in quotation marks («кнопка «Выбери размер»»), «деньги пришли», «не дешёвый».
/// - Source: endings of the second person singular in Russian grammar (-ешь, -ёшь, -ишь and -ся); the imperatives are our own list of
///   those that replies use and that are no other word.
enum FamiliarAddress {
    private static let pronouns: Set<String> = [
        "ты", "тебя", "тебе", "тобой", "тобою", "твой", "твоя", "твое", "твои", "твоего", "твоему", "твоим", "твоем",
        "твоей",
        "твою", "твоих", "твоими",
    ]
    private static let nouns: Set<String> = [
        "лишь", "мышь", "тишь", "брешь", "плешь", "ишь", "вишь", "слышь", "бишь", "камыш", "шиншилл", "мешь", "решь",
        "флешь",
        "кешь", "гуашь", "кишмишь", "барышь", "малышь",
    ]
    private static let imperatives: Set<String> = [
        "посмотри", "скажи", "напиши", "подожди", "проверь", "попробуй", "зайди", "нажми", "открой", "выбери", "извини",
        "прости",
        "отправь", "укажи", "введи", "перейди", "подскажи", "возьми", "пойми", "успокойся", "жди", "помни", "оформи",
        "верни",
        "позвони", "сделай", "включи", "выключи", "обратись", "обращайся", "пиши", "звони", "держи", "забудь",
        "дождись", "убедись",
        "ознакомься", "прочитай", "приходи", "принеси", "сохрани", "отмени", "скачай", "обнови", "расскажи", "уточни",
        "перезагрузи", "заполни", "добавь", "войди", "вернись", "загляни", "найди", "распечатай", "передай", "спроси",
    ]

    static func findings(in text: AnalyzedText) -> [FormFinding] {
        var quotes = QuotedStretches(text.bytes)
        return text.words.compactMap { word in
            guard !quotes.contains(word.utf8Range.lowerBound), let severity = severity(of: word.form) else {
                return nil
            }
            return FormFinding(
                kind: .familiarAddress, severity: severity, utf8Range: word.utf8Range,
                explanation:
                    "К клиенту обращаются на «вы»: «\(text.text(word.utf8Range))» — обращение на «ты». Напишите на «вы»."
            )
        }
    }

    private static func severity(of form: String) -> FormFinding.Severity? {
        if pronouns.contains(form) { return .block }
        if imperatives.contains(form) { return .warn }
        return isVerb(form) ? .block : nil
    }

    private static func isVerb(_ form: String) -> Bool {
        guard form.utf8.count >= 8, !nouns.contains(form) else { return false }
        return form.hasSuffix("ешь") || form.hasSuffix("ишь") || form.hasSuffix("ешься") || form.hasSuffix("ишься")
    }
}

/// The stretches of a text in «» quotation marks, asked for places that rise.
struct QuotedStretches {
    private let ranges: [Range<Int>]
    private var next = 0

    init(_ bytes: [UInt8]) {
        var ranges: [Range<Int>] = []
        var open: Int?
        var index = 0
        while let sign = bytes[index...].firstIndex(of: 0xC2) {
            index = sign + 1
            guard index < bytes.count else { break }
            if bytes[index] == 0xAB { open = open ?? sign }
            if bytes[index] == 0xBB, let start = open {
                ranges.append(start..<sign)
                open = nil
            }
        }
        self.ranges = ranges
    }

    /// Whether a place is quoted; places must not fall.
    mutating func contains(_ place: Int) -> Bool {
        while next < ranges.count, ranges[next].upperBound <= place { next += 1 }
        return next < ranges.count && ranges[next].contains(place)
    }
}
