import TextAnalysis

/// Notices apologies that do not say for what, servile words, and one apology after another.
///
/// Found: «приносим извинения за доставленные неудобства», «покорнейше благодарим», three apologies in a reply.
/// Near misses: «извините, что курьер не приехал», «извините за задержку заказа», «благодарим за отзыв».
/// - Source: our own list after common rules of support writing.
enum Apologies {
    private static let empty = WordPhrases([
        (
            "извинения _ за _ доставленные|причиненные|предоставленные|возможные|временные|возникшие|эти неудобства,"
                + "извините|простите _ за _ неудобства|неудобство,извинения _ за _ неудобства|неудобство,прощения _ за _ неудобства,"
                + "сожалеем о _ неудобствах|случившемся|произошедшем|ситуации,извинения за сложившуюся ситуацию,"
                + "извините за сложившуюся ситуацию,за возникшую ситуацию,за доставленные неудобства",
            "назовите, что пошло не так: «Извините, что курьер не приехал»"
        )
    ])
    private static let servile = WordPhrases([
        (
            "покорнейше,нижайше,всепокорнейше,не сочтите за труд,будьте так любезны,будьте столь любезны,премного благодарны,"
                + "бесконечно благодарны,безмерно благодарны,ваше мнение _ очень важно,ваш звонок _ очень важен,"
                + "ваше обращение _ очень важно,дорогой вы наш,с превеликим удовольствием,милости просим,убедительно просим,"
                + "убедительная просьба,тысяча извинений,умоляем,многоуважаем*,глубокоуважаем*,целуем ручки,осмелюсь,осмелимся,"
                + "смеем надеяться,если вас не затруднит _ будьте,рады служить,к вашим услугам",
            "скажите просто и по делу"
        )
    ])
    private static let apologies = ["извин", "прости", "прощени", "сожале"]
    /// More apologies than these in one reply beg.
    private static let maxApologies = 2

    static func findings(in text: AnalyzedText) -> [FormFinding] {
        var findings = empty.matches(in: text).map { match in
            FormFinding(
                kind: .emptyApology, severity: .warn, utf8Range: match.utf8Range,
                explanation: "Извинение ни о чём: «\(text.text(match.utf8Range))». Лучше \(match.phrase.remedy).")
        }
        findings += servile.matches(in: text).map { match in
            FormFinding(
                kind: .servility, severity: .warn, utf8Range: match.utf8Range,
                explanation: "Заискивание: «\(text.text(match.utf8Range))». Лучше \(match.phrase.remedy).")
        }
        let all = text.words.filter { word in apologies.contains { word.form.hasPrefix($0) } }
        for word in all.dropFirst(maxApologies) {
            findings.append(
                FormFinding(
                    kind: .servility, severity: .warn, utf8Range: word.utf8Range,
                    explanation: "Извинений больше двух: оставьте одно и скажите, что сделаете."))
        }
        return findings
    }
}
