import TestSupport

extension SeededGenerator {
    /// A string of up to `limit` scalars, each drawn from one of the alphabets, each alphabet being as likely as
    /// another.
    mutating func text(of alphabets: [String], upTo limit: Int) -> String {
        var scalars = String.UnicodeScalarView()
        let choices = alphabets.map { Array($0.unicodeScalars) }
        for _ in 0..<Int.random(in: 0...limit, using: &self) {
            let alphabet = choices[Int.random(in: choices.indices, using: &self)]
            scalars.append(alphabet[Int.random(in: alphabet.indices, using: &self)])
        }
        return String(scalars)
    }
}

/// Characters that texts of customers and articles are made of, and some that break programs.
enum Alphabet {
    static let russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    static let latin = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    static let digits = "0123456789"
    static let spaces = "   \n\t\r\u{A0}\u{2009}"
    static let joiners = "....-_@:/'’"
    static let marks = "\u{301}\u{300}\u{308}\u{306}\u{AD}\u{200D}\u{200F}\u{202E}\u{FE0F}\u{20E3}"
    static let controls = "\u{0}\u{1}\u{1F}\u{7F}\u{85}"
    static let astral = "😀👩🏽𝔄𝟗𐍈🇷🇺\u{E0001}\u{10FFFF}"
    static let others = "漢字かなカナ한글ไทยعربעברﬁ½Ⅷ№Ａ１．ßİӘќѓéïñ«»„“—–…!?,()"

    static let all = [russian, latin, digits, spaces, joiners, marks, controls, astral, others]
}
