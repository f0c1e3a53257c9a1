import TextAnalysis

/// Checks how «вы» to one person is written.
///
/// A capital inside a sentence shows the author's choice; at the start of a sentence it says nothing.
/// Found with the rule `small`: «для Вас». Near misses: «Ваш заказ» at the start, «вы» after «:» in a list.
/// - Source: D. E. Rosenthal, Handbook of spelling, § «Прописные буквы»: «Вы» to one person in letters; in chats the company decides.
enum AddressCapital {
    private static let forms: Set<String> = [
        "вы", "вас", "вам", "вами", "ваш", "ваша", "ваше", "ваши", "вашего", "вашему", "вашим", "вашем", "вашей",
        "вашу", "ваших",
        "вашими",
    ]

    static func findings(in text: AnalyzedText, _ rule: FormRules.AddressCapital) -> [FormFinding] {
        let inside = text.words.filter { forms.contains($0.form) && !opensSentence($0.utf8Range.lowerBound, text) }
        let capitals = inside.filter { isCapital(text.bytes, at: $0.utf8Range.lowerBound) }
        let small = inside.count - capitals.count
        let isCapitalWrong =
            switch rule {
            case .small: true
            case .capital: false
            case .consistent: small >= capitals.count
            }
        if rule == .consistent, small == 0 || capitals.isEmpty { return [] }
        let wrong = isCapitalWrong ? capitals : inside.filter { !isCapital(text.bytes, at: $0.utf8Range.lowerBound) }
        return wrong.map { word in
            let remedy = isCapitalWrong ? "со строчной буквы" : "с прописной буквы"
            return FormFinding(
                kind: .addressCapital, severity: .warn, utf8Range: word.utf8Range,
                explanation: "Пишите «\(text.text(word.utf8Range))» \(remedy), как в остальных ответах.")
        }
    }

    private static func isCapital(_ bytes: [UInt8], at place: Int) -> Bool {
        // В is D0 92, в is D0 B2.
        place + 1 < bytes.count && bytes[place] == 0xD0 && bytes[place + 1] == 0x92
    }

    private static func opensSentence(_ place: Int, _ text: AnalyzedText) -> Bool {
        var index = place
        while index > 0 {
            let byte = text.bytes[index - 1]
            guard byte < 0x80 else { return byte == 0xAB || byte == 0xA6 }
            if ".!?\n:#*)".utf8.contains(byte) { return true }
            guard byte == 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "(") else { return false }
            index -= 1
        }
        return true
    }
}
