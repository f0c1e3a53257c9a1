import TextAnalysis

/// Notices words that the policy lists, and talk of other customers.
///
/// Found: words of ``FormRules/forbiddenWords`` and ``FormRules/internalTerms``; «у другого клиента было так же».
/// Near misses: «отзывы других покупателей», «другой товар», «скрипка» beside the term «скрипт*».
/// - Source: the policy; for other customers our own list (their affairs are personal data, 152-ФЗ, article 7).
struct PolicyWords {
    private static let others = WordPhrases([
        (
            "друг* клиент*|покупател*|заказчик*|пользовател*,один клиент|покупатель,одна клиентка|покупательница,"
                + "одного клиента|покупателя,одной клиентки|покупательницы,одному клиенту|покупателю,у нас был клиент|покупатель,"
                + "предыдущ* клиент*|покупател*,соседн* клиент*|покупател*,многие клиенты|покупатели жалуются,"
                + "не вы одни|первый|первая жалуетесь|обращаетесь,до вас _ клиент|покупатель|обратился",
            ""
        )
    ])
    /// What other customers have that is public.
    private static let publicThings = ["отзыв", "оценк", "вопрос", "рейтинг", "фото", "мнени", "отмет"]

    private let forbidden: WordPhrases
    private let internalTerms: WordPhrases

    init(_ rules: FormRules) {
        forbidden = WordPhrases(rules.forbiddenWords, remedy: "")
        internalTerms = WordPhrases(rules.internalTerms, remedy: "")
    }

    func findings(in text: AnalyzedText, _ context: ReplyContext) -> [FormFinding] {
        let forbidden = forbidden.matches(in: text).map { match in
            FormFinding(
                kind: .forbiddenWord, severity: .block, utf8Range: match.utf8Range,
                explanation: "Слово «\(text.text(match.utf8Range))» запрещено политикой: скажите иначе.")
        }
        let terms = internalTerms.matches(in: text).map { match in
            FormFinding(
                kind: .internalTerm, severity: .warn, utf8Range: match.utf8Range,
                explanation:
                    "«\(text.text(match.utf8Range))» — слово для своих: клиент может его не понять. Объясните обычными словами."
            )
        }
        let others = Self.others.matches(in: text).compactMap { match -> FormFinding? in
            let around = text.words[
                max(0, match.words.lowerBound - 2)..<min(match.words.upperBound + 2, text.words.count)]
            guard !context.isQuoted(match.utf8Range),
                !around.contains(where: { word in Self.publicThings.contains { word.form.hasPrefix($0) } })
            else { return nil }
            return FormFinding(
                kind: .otherCustomers, severity: .warn, utf8Range: match.utf8Range,
                explanation:
                    "О других клиентах с клиентом не говорят: «\(text.text(match.utf8Range))». Пишите только о его вопросе."
            )
        }
        return forbidden + terms + others
    }
}
