import TextAnalysis

/// Finds dates of birth: dates and years that a word next to them says somebody was born on.
///
/// Patterns: «дата рождения», «родился», «д. р.», «г. р.», «года рождения», «исполнится» with a date in any spelling; a full date between the parts of
/// a questionnaire, right after a name or before «паспорт».
/// - Found: «дата рождения 12.03.1985», «родилась 5 мая 1990 года», «д.р. 01/02/77», «12.03.85 г.р.», «1985 г.р.».
/// - Not found: «заказ от 12.03.2026», «жду с 8 марта».
/// - Near misses, not found: «день рождения дочки через неделю», «родилась идея», «паспорт выдан 12.03.2010».
struct BirthDateRecognizer: PersonalDataRecognizer {
    func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
        findings(in: SurfaceTokenizer.tokens(of: text.string))
    }

    /// The findings in a text that is cut into tokens.
    func findings(in tokens: [SurfaceToken]) -> [PersonalDataFinding] {
        findings(in: tokens, people: PersonRecognizer().findings(in: tokens))
    }

    /// The findings where the names are known.
    func findings(in tokens: [SurfaceToken], people: [PersonalDataFinding]) -> [PersonalDataFinding] {
        let people = people.map(\.utf8Range)
        var found: [PersonalDataFinding] = []
        var position = 0
        while position < tokens.count {
            guard tokens[position].isNumber, let date = CalendarDate.read(tokens, at: position) else {
                position += 1
                continue
            }
            var cue = Self.cue(tokens, date.tokens)
            if cue == nil, date.isFull, date.mayBeBirth {
                cue = Self.followsName(tokens, date.tokens, people)
            }
            if let cue, date.isFull || cue.allowsYear {
                found.append(finding(tokens, date, cue))
            }
            position = date.tokens.upperBound
        }
        return found
    }

    private struct Cue {
        let score: Float
        let explanation: String
        var allowsYear = false
    }

    private static let bornWords: Set<String> = [
        "рождения", "рожд", "рождение", "рожденья", "родился", "родилась", "родились", "рожден", "рождена", "родом",
        "др", "исполнилось",
        "исполнится", "исполняется", "birthday", "рождении", "именинник", "именинница", "имениннице", "имениннику",
        "юбиляр", "юбилярша", "юбиляру", "новорожденный", "новорожденная",
    ]
    /// Words whose date is another one.
    private static let otherDates: Set<String> = [
        "выдан", "выдано", "выдана", "паспорт", "заказ", "заказал", "заказала", "доставка", "покупки",
    ]
    private static let afterWords: Set<String> = ["рождения", "рожд", "исполнится", "исполнилось", "исполняется", "гр"]

    private static func cue(_ tokens: [SurfaceToken], _ range: Range<Int>) -> Cue? {
        if let word = wordAfter(tokens, range.upperBound) {
            return Cue(score: 0.95, explanation: "дата перед словом «\(word)»", allowsYear: !word.hasPrefix("исполн"))
        }
        guard let word = wordBefore(tokens, range.lowerBound) else { return nil }
        return Cue(
            score: 0.97, explanation: "дата после слова «\(word)»",
            allowsYear: !word.hasPrefix("исполн") && word != "др")
    }

    /// A word of birth after the date.
    ///
    /// «г. р.», «г.р.», «года рождения», «гр» after the date.
    private static func wordAfter(_ tokens: [SurfaceToken], _ index: Int) -> String? {
        var position = index
        while position < tokens.count, position < index + 3, tokens[position].gap <= .space {
            let token = tokens[position]
            if afterWords.contains(token.form) { return token.form }
            if isAbbreviation("г", "р", tokens, position) { return "г. р." }
            if isAbbreviation("д", "р", tokens, position) { return "д. р." }
            guard ["г", "года", "год", "году", ".", ","].contains(token.form) else { return nil }
            position += 1
        }
        return nil
    }

    /// A word of birth up to four words before, within the sentence.
    private static func wordBefore(_ tokens: [SurfaceToken], _ index: Int) -> String? {
        var position = index - 1
        var words = 0
        while position >= 0, words < 4, tokens[position + 1].gap <= .space || words == 0 {
            let token = tokens[position]
            if token.isNumber || ["?", "!", ";"].contains(token.form) { return nil }
            if bornWords.contains(token.form) {
                // «день рождения» is a holiday: its date has no year.
                return token.form
            }
            if otherDates.contains(token.form) { return nil }
            if isAbbreviation("д", "р", tokens, position) { return "д. р." }
            if words == 0, isAbbreviation("г", "р", tokens, position) { return "г. р." }
            if token.isWord { words += token.length > 2 ? 1 : 0 }
            position -= 1
        }
        return nil
    }

    /// Whether an abbreviation of two letters starts at `position`.
    ///
    /// «д.р.», «д/р», «д. р.» with its first letter at `position`.
    private static func isAbbreviation(_ first: String, _ second: String, _ tokens: [SurfaceToken], _ position: Int)
        -> Bool
    {
        guard tokens[position].form == first, position + 1 < tokens.count else { return false }
        let next = [".", "/"].contains(tokens[position + 1].form) ? position + 2 : position + 1
        return next < tokens.count && tokens[next].form == second && next > position + 1
    }

    /// A full date right after a name, as in a list of a person's data.
    private static func followsName(_ tokens: [SurfaceToken], _ range: Range<Int>, _ people: [Range<Int>]) -> Cue? {
        var index = range.lowerBound - 1
        while index >= 0, tokens[index].kind == .mark, [",", ".", "-", "(", ";", ":"].contains(tokens[index].form) {
            index -= 1
        }
        guard index >= 0, tokens[index].isWord else { return nil }
        let end = tokens[index].utf8Range.upperBound
        guard people.contains(where: { $0.lowerBound < end && end <= $0.upperBound }) else { return nil }
        return Cue(score: 0.75, explanation: "полная дата сразу после имени")
    }

    private func finding(_ tokens: [SurfaceToken], _ date: CalendarDate, _ cue: Cue) -> PersonalDataFinding {
        let lower = tokens[date.tokens.lowerBound].utf8Range.lowerBound
        let upper = tokens[date.tokens.upperBound - 1].utf8Range.upperBound
        return PersonalDataFinding(
            kind: .birthDate, utf8Range: lower..<upper, score: cue.score, canonical: date.canonical,
            explanation: cue.explanation)
    }
}
