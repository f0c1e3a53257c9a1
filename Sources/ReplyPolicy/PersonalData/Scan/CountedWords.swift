import TextAnalysis

/// What numbers count: a number before such a word is nobody's.
enum CountedWords {
    /// Signs of currencies and the per cent.
    static let signs: Set<UInt32> = [0x20BD, 0x24, 0x20AC, 0x25]

    /// Snowball stems of what is counted in thousands.
    static let stems: Set<String> = [
        "секунд", "сек", "минут", "мин", "раз", "руб", "рубл", "р", "рублик", "дне", "дня", "час", "штук", "шт",
        "искорк", "бонус", "балл",
        "человек", "км", "кг", "грамм", "г", "метр", "копеек", "тысяч", "миллион", "млн", "доллар", "евр", "лет", "год",
        "году", "тыс", "процент",
    ]
}

extension NumberScan {
    /// Whether a unit follows a number that ends at a place: «1200 секунд», «5000 ₽».
    func isCounted(_ end: Int) -> Bool {
        let words = text.words
        let next = words.firstIndex(from: end)
        if next < words.count, words[next].utf8Range.lowerBound - end <= 2,
            CountedWords.stems.contains(words[next].stem)
        {
            return true
        }
        let sign = end < text.bytes.count && text.bytes[end] == 0x20 ? end + 1 : end
        guard sign < text.bytes.count else { return false }
        return CountedWords.signs.contains(WellFormedUTF8.scalar(text.bytes, at: sign).value)
    }
}
