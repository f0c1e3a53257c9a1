/// A stretch of a text that is another text in a code.
struct EncodedPayload: Equatable {
    enum Code: String {
        case base64
        case hexadecimal = "шестнадцатеричные цифры"
        case percent = "проценты, как в адресах"
        case escapes = "коды символов"
        case binary = "двоичные цифры"
        case tags = "невидимые символы"
    }

    let range: Range<Int>
    let code: Code
    let decoded: [UInt8]

    /// Whether bytes are a text in words: valid UTF-8, nearly all of it letters, spaces and common signs.
    static func isReadable(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 6, let text = String(validating: bytes, as: UTF8.self) else { return false }
        var letters = 0
        var others = 0
        for scalar in text.unicodeScalars {
            if let letter = FoldedLetter(scalar), letter.script != .digit, !letter.isDressed {
                letters += 1
            } else if !(0x20...0x7E).contains(scalar.value), scalar.value != 0x0A, scalar.value < 0x2010 {
                others += 3
            } else if scalar != " " {
                others += 1
            }
        }
        return letters >= 5 && letters >= others * 3
    }
}
