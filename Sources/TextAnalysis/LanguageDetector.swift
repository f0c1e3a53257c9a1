/// Tells the language of a message by its script, by letters that other languages lack, and by commonest words.
///
/// Russian, Ukrainian, Belarusian and Kazakh share most letters; what parts them: `ї є ґ` are Ukrainian, `ў` is Belarusian,
/// `ә ғ қ ұ` are Kazakh, `ы э ъ ё` are not Ukrainian. A short text without such letters is Russian unless a word says otherwise.
/// It is no language identification for general text: other Cyrillic and Latin languages are ``WrittenLanguage/other``.
/// - Source: the alphabets; word lists are our own choice of the commonest function words and of words of shop chats.
public enum LanguageDetector {
    /// Fewer letters than these are no language.
    private static let minLetters = 3
    /// Letters looked at; a longer text is judged by its beginning.
    private static let maxLetters = 4_096

    /// The language of a text.
    ///
    /// - Parameter text: what somebody wrote; addresses and numbers in it do not count.
    /// - Returns: the language that most of the letters belong to.
    /// - Complexity: O(bytes), and of the first 4,096 letters only.
    public static func language(of text: String) -> WrittenLanguage {
        var letters = Letters()
        letters.read(text, limit: maxLetters)
        guard letters.count >= minLetters else { return .unknown }
        if letters.other * 2 > letters.count { return .other }
        // Latin names of goods and places do not make a language: «кабель USB Type-C».
        let isCyrillic =
            letters.cyrillic * 4 >= letters.count && (letters.cyrillic >= letters.latin || letters.hits.english < 2)
        return isCyrillic ? cyrillic(letters) : latin(letters, text)
    }

    private static func cyrillic(_ letters: Letters) -> WrittenLanguage {
        let hits = letters.hits
        if letters.kazakh >= 2 || letters.kazakh == 1 && hits.kazakh > 0 { return .kazakh }
        if letters.turkic >= 2, letters.kazakh == 0 { return hits.kazakh > 0 ? .kazakh : .other }
        if letters.southSlavic >= 2 { return .other }
        if letters.shortU > 0, letters.i > 0 || hits.belarusian > 0 || letters.shortU > 1 { return .belarusian }
        let isNotRussian = letters.ukrainian + letters.i >= 2 || letters.ukrainian + letters.i == 1 && hits.russian == 0
        if isNotRussian {
            if letters.ukrainian > 0 { return .ukrainian }
            // Both have і; only Belarusian has ы, э and ё beside it.
            return letters.yeryOrE > 0 || hits.belarusian > hits.ukrainian ? .belarusian : .ukrainian
        }
        if hits.kazakh > hits.russian, hits.kazakh >= hits.ukrainian,
            letters.kazakh + letters.turkic > 0 || hits.kazakh > 1
        {
            return .kazakh
        }
        if hits.belarusian > hits.russian, hits.belarusian > hits.ukrainian { return .belarusian }
        if hits.ukrainian > hits.russian, letters.yeryOrE == 0 { return .ukrainian }
        return .russian
    }

    private static func latin(_ letters: Letters, _ text: String) -> WrittenLanguage {
        let hits = letters.hits
        if hits.russian > hits.english { return .russian }
        if hits.english == 0 {
            // «ult vjq pfrfp»: Russian on the Latin layout.
            var typed = Letters()
            typed.read(KeyboardLayout.russian(fromLatin: String(text.prefix(maxLetters))), limit: maxLetters)
            if typed.hits.russian > 0 { return .russian }
        }
        if hits.english > 0, hits.english * 8 >= letters.words || letters.words <= 3 { return .english }
        return letters.words >= 2 || letters.count >= 8 ? .other : .unknown
    }
}

/// What the letters and words of a text say.
private struct Letters {
    var count = 0
    var cyrillic = 0
    var latin = 0
    var other = 0
    /// `ї є ґ`.
    var ukrainian = 0
    /// `і`, of three languages.
    var i = 0
    /// `ў`.
    var shortU = 0
    /// `ы э ъ ё`.
    var yeryOrE = 0
    /// `ә ғ қ ұ һ`.
    var kazakh = 0
    /// `ө ү ң`, of Kazakh and of its relatives.
    var turkic = 0
    /// `ј љ њ ћ ђ џ ќ ѓ ѕ`.
    var southSlavic = 0
    var words = 0
    var hits: (russian: Int, ukrainian: Int, belarusian: Int, kazakh: Int, english: Int) = (0, 0, 0, 0, 0)

    private var word = ""
    private var isCyrillicWord = false

    mutating func read(_ text: String, limit: Int) {
        for scalar in text.unicodeScalars {
            if let small = smallLetter(scalar) {
                count(small)
                word.unicodeScalars.append(small)
                if count >= limit { break }
            } else if scalar != "'", scalar != "’" {
                endWord()
            }
        }
        endWord()
    }

    private func smallLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20)
        case 0x61...0x7A, 0x430...0x45F: scalar
        case 0x400...0x40F: Unicode.Scalar(scalar.value + 0x50)
        case 0..<0xC0: nil
        default: scalar.properties.isAlphabetic ? scalar.properties.lowercaseMapping.unicodeScalars.first : nil
        }
    }

    private mutating func count(_ small: Unicode.Scalar) {
        count += 1
        switch small.value {
        case 0x61...0x7A, 0xDF...0x24F: latin += 1
        case 0x400...0x52F:
            cyrillic += 1
            isCyrillicWord = true
            countCyrillic(small)
        default: other += 1
        }
    }

    private mutating func countCyrillic(_ small: Unicode.Scalar) {
        switch small {
        case "ї", "є", "ґ": ukrainian += 1
        case "і": i += 1
        case "ў": shortU += 1
        case "ы", "э", "ъ", "ё": yeryOrE += 1
        case "ә", "ғ", "қ", "ұ", "һ": kazakh += 1
        case "ө", "ү", "ң": turkic += 1
        case "ј", "љ", "њ", "ћ", "ђ", "џ", "ќ", "ѓ", "ѕ", "җ": southSlavic += 1
        default: break
        }
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        words += 1
        if isCyrillicWord {
            if LanguageWords.russian.contains(word) { hits.russian += 1 }
            if LanguageWords.ukrainian.contains(word) { hits.ukrainian += 1 }
            if LanguageWords.belarusian.contains(word) { hits.belarusian += 1 }
            if LanguageWords.kazakh.contains(word) { hits.kazakh += 1 }
        } else {
            if LanguageWords.english.contains(word) { hits.english += 1 }
            if LanguageWords.latinRussian.contains(word) { hits.russian += 1 }
        }
        word = ""
        isCyrillicWord = false
    }
}
