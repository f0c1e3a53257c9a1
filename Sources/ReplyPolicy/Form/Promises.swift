import TextAnalysis

/// Notices promises and guarantees that no source gives.
///
/// Found: «гарантируем возврат», «обещаем», «обязательно вернём», «точно придёт завтра», «на 100 % уверены», «не переживайте, всё решим».
/// Near misses: «гарантийный талон», «гарантия 12 месяцев», «обязательно сохраните чек», «не можем гарантировать», «предоплата 100 %»,
/// «точно не знаю».
/// - Source: our own list; promises outside the rules of a company bind it as an offer (Civil Code of Russia, article 437) or mislead
///   (Law on protection of consumers' rights, article 10).
enum Promises {
    private static let phrases = WordPhrases([
        (
            "гарантируем,гарантирую,гарантированно,обещаем,обещаю,пообещаем,ручаюсь,ручаемся,клянусь,клянемся,даю слово,даем слово,"
                + "даем гарантию,даю гарантию,сто процентов,стопроцентно,100 процентов,можете не сомневаться,"
                + "не сомневайтесь,берем на себя ответственность,под мою ответственность,под нашу ответственность",
            "напишите, что будет сделано и в какой срок по правилам"
        ),
        (
            "обязательно|точно|непременно|безусловно|однозначно|всенепременно|наверняка _ "
                + "вернем|вернут|вернется|вернутся|придет|придут|приедет|приедут|привезут|привезем|доставим|доставят|получите|"
                + "поможем|помогут|решим|решат|решится|сделаем|одобрят|одобрим|компенсируем|компенсируют|начислим|начислят|"
                + "отправим|отправят|зачислят|зачислим|позвоним|перезвоним|перезвонят|свяжемся|свяжутся|исправим|исправят|найдем|"
                + "найдут|разберемся|разберутся|успеет|успеем|успеют|заменим|заменят|вышлем|ответим|будет|будут|дойдет,"
                + "вернем|вернут|придет|приедет|привезут|доставим|решим|получите|успеем _ "
                + "обязательно|точно|непременно|гарантированно|наверняка,в любом случае _ вернем|вернут|компенсируем|поможем|решим,"
                + "все _ решим|исправим|вернем|компенсируем",
            "назовите срок по правилам и условие, от которого он зависит"
        ),
    ])
    private static let negations: Set<String> = ["не", "нельзя", "невозможно"]
    private static let helpers: Set<String> = ["можем", "могу", "может", "вправе", "готовы", "можете", "будем"]

    static func findings(in text: AnalyzedText, _ context: ReplyContext) -> [FormFinding] {
        phrases.matches(in: text).compactMap { match in
            guard !context.isQuoted(match.utf8Range), !isNegated(match.words.lowerBound, text) else { return nil }
            return FormFinding(
                kind: .promise, severity: .block, utf8Range: match.utf8Range,
                explanation:
                    "Обещание без источника: «\(text.text(match.utf8Range))». Вместо него \(match.phrase.remedy).")
        }
    }

    /// «не гарантируем», «не можем обещать».
    private static func isNegated(_ first: Int, _ text: AnalyzedText) -> Bool {
        guard first > 0 else { return false }
        if negations.contains(text.words[first - 1].form) { return !text.words[first].form.hasPrefix("не") }
        return first > 1 && helpers.contains(text.words[first - 1].form)
            && negations.contains(text.words[first - 2].form)
    }
}
