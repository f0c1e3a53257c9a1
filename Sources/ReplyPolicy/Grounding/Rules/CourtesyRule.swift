import TextAnalysis

/// Sentences that need no source because they claim nothing: greetings, thanks, closings, apologies, and questions for a detail.
///
/// Every word must be of the lists below, and no number, link or code may occur; so a claim cannot hide in a courtesy.
/// - Positive (a courtesy): «Здравствуйте!», «Спасибо за обращение!», «Уточните, пожалуйста, номер заказа.»
/// - Negative: «Спасибо, вернём деньги завтра.», «Назовите код из SMS.»
/// - Near miss: «Обращайтесь в любое время.» claims a working time.
enum CourtesyRule {
    /// Whether a sentence claims nothing.
    static func isCourtesy(_ claim: ClaimText) -> Bool {
        guard claim.literals.isEmpty, claim.unread == nil, !claim.words.isEmpty else { return false }
        let forms = claim.words.map(\.form)
        if forms.allSatisfy({ polite.contains($0) || connecting.contains($0) }) {
            return forms.contains(where: polite.contains)
        }
        guard let first = forms.first(where: { !polite.contains($0) }), requests.contains(first) || isQuestion(forms)
        else {
            return false
        }
        return forms.allSatisfy {
            polite.contains($0) || connecting.contains($0) || requests.contains($0) || details.contains($0)
        }
            && forms.contains(where: details.contains)
    }

    private static func isQuestion(_ forms: [ClaimTerm]) -> Bool {
        forms.contains { questions.contains($0) } && forms.contains { details.contains($0) }
    }

    private static func set(_ words: String) -> Set<ClaimTerm> {
        Set(words.split(separator: " ").map { ClaimTerm(String($0)) })
    }

    private static let polite = set(
        "здравствуйте добрый доброе утро день вечер приветствуем спасибо благодарим благодарю обращение вопрос ожидание "
            + "терпение понимание доверие отзыв пожалуйста извините простите приносим извинения неудобства доставленные "
            + "сожалеем жаль понимаем понимаю рады рад рада помочь поможем разобраться хорошего дня вечера всего доброго "
            + "свидания обращайтесь напишите пишите останутся появятся возникнут остались вопросы еще неприятно ситуация "
            + "удачи приятных покупок будем обратились написали сообщили подскажем")
    private static let connecting = set(
        "за что и в нам вам вас мы вы это эту эта если а с до по к на вашу ваше ваш всегда очень такая такую так как "
            + "из у о об от для или то же нас чтобы случилось произошло получилось")
    private static let requests = set(
        "уточните подскажите сообщите укажите назовите пришлите опишите расскажите прикрепите приложите напишите могли "
            + "можете бы пожалуйста")
    private static let questions = set("какой какая какое какие каком когда где что в подскажите уточните")
    private static let details = set(
        "номер заказа заказ дату дата покупки город адрес модель артикул товара товар размер имя фото фотографию "
            + "подробнее каком городе какой какого причину проблему ошибку ошибки текст скриншот проверить посмотреть "
            + "уточнить найти ваш вашего вашу почту электронную оформлен оформили произошло случилось способ доставки оплаты"
    )
}
