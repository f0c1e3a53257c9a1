import TextAnalysis

/// Notices a message in another language than Russian.
///
/// Positive: «підкажіть, де моє замовлення», `Buyurtmam qachon keladi?`, «менинг акаунтимга кира олмаяпман», `where is my order`.
/// Near misses: «kogda privezut zakaz», «ult vjq pfrfp» (Russian in the other layout), «футболка Born to Be Wild», `USB Type-C`.
///
/// Four signs: another script; Cyrillic letters that Russian lacks; words that Russian lacks; Latin words that are Russian neither from
/// transliteration nor from the wrong layout.
/// - Source: the alphabets of the languages (CLDR exemplar characters); the word lists are our own choice of frequent words.
struct LanguageGuardrail {
    /// A finding that rests on the whole message, or `nil`.
    func finding(in message: AnalyzedText, _ readings: [MessageReading]) -> EscalationFinding? {
        guard let typed = readings.first(where: { $0.kind == .asTyped }), isForeign(typed.words, readings, message)
        else {
            return nil
        }
        return EscalationFinding(
            reason: .unknownLanguage, utf8Range: 0..<message.bytes.count, quote: message.string,
            explanation: "Сообщение не на русском языке.", score: 1)
    }

    private func isForeign(_ words: [ReadWord], _ readings: [MessageReading], _ message: AnalyzedText) -> Bool {
        // A letter alone tells nothing.
        let lettered = words.filter { !$0.isNumber && $0.utf8Range.count > 2 || $0.isLatin || $0.isRussian }
        guard !lettered.isEmpty else { return false }
        let strange = lettered.filter { $0.letters.count > 1 && $0.letters.contains(LetterCode.otherLetter) }.count
        let otherScript = lettered.filter { $0.letters.allSatisfy { $0 == LetterCode.otherLetter } }
        if otherScript.contains(where: { $0.letters.count > 0 && $0.utf8Range.count >= 4 }),
            otherScript.count * 2 >= lettered.count
        {
            return true
        }
        let isRussianInLatin = isRussianInLatinLetters(readings)
        let latin = lettered.filter(\.isLatin)
        let isLatinMost = latin.count * 10 >= lettered.count * 7
        // Latin words among Russian ones are quoted: «пишет payment declined».
        let isQuoting =
            !isLatinMost && lettered.contains { $0.isRussian && !LanguageWords.kinds(of: $0).contains(.foreign) }
        let foreign = lettered.filter { word in
            LanguageWords.kinds(of: word).contains(.foreign) && !(word.isLatin && (isRussianInLatin || isQuoting))
        }.count
        let russian = lettered.filter { LanguageWords.kinds(of: $0).contains(.russian) }.count
        let evidence = 2 * strange + 2 * foreign
        if strange + foreign >= 2 && evidence >= russian
            || evidence * 2 >= lettered.count && strange + foreign > 0 && russian < 2
        {
            return true
        }
        if foreign > 0, russian == 0, lettered.count >= 3 { return true }
        guard isLatinMost else { return false }
        return !isRussianInLatin && isForeign(latin: latin, message)
    }

    /// Whether a third of the Latin words are Russian in one of the other readings, and not more of them are of another language.
    private func isRussianInLatinLetters(_ readings: [MessageReading]) -> Bool {
        let typed = readings.first { $0.kind == .asTyped }?.words ?? []
        let known = Set(typed.filter(\.isRussian).map(\.utf8Range))
        let foreign = Set(typed.filter { LanguageWords.kinds(of: $0).contains(.foreign) }.map(\.utf8Range))
        let names = Set(typed.filter { LanguageWords.kinds(of: $0).contains(.name) }.map(\.utf8Range))
        return readings.contains { reading in
            guard reading.kind != .asTyped else { return false }
            let words = reading.words.filter { !$0.isNumber && !known.contains($0.utf8Range) }
            var russian = 0
            var onlyRussian = 0
            var onlyForeign = 0
            for word in words {
                let isRussian = LanguageWords.isRussian(word)
                let isForeign = foreign.contains(word.utf8Range)
                let isName = names.contains(word.utf8Range)
                russian += isRussian ? 1 : 0
                onlyRussian += isRussian && !isForeign && !isName ? 1 : 0
                onlyForeign += isForeign && !isRussian ? 1 : 0
            }
            return russian > 0 && russian * 3 >= words.count && (onlyForeign == 0 || onlyRussian > onlyForeign)
        }
    }

    /// Latin words that are more than names of goods.
    private func isForeign(latin: [ReadWord], _ message: AnalyzedText) -> Bool {
        let kinds = latin.map { LanguageWords.kinds(of: $0) }
        if kinds.contains(where: { $0.contains(.foreign) }) { return true }
        let unknown = zip(latin, kinds).filter { word, kinds in
            let isName = message.bytes[word.utf8Range.lowerBound] < 0x61
            return kinds.isEmpty && !isName && word.letters.count > 2
                && !word.letters.contains(where: LetterCode.isDigit)
        }
        return unknown.count >= 3
    }
}
