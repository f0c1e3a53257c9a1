extension KnowledgeProblem {
    /// What the editor can do about it, in Russian.
    public var remedy: String { "Пожалуйста, \(request)." }

    private var request: String {
        switch kind {
        case .notUTF8: "сохраните файл в кодировке UTF-8"
        case .nulCharacter: "удалите нулевой символ или сохраните файл заново как обычный текст"
        case .tooLarge: "разделите статью на несколько и уберите вложенные данные, например картинки"
        case .unreadable: "проверьте, что файл или папка существует и их разрешено читать"
        case .missingFrontMatter:
            "начните файл строкой «---», перечислите поля (id, title, section…) и закройте их строкой «---»"
        case .unclosedFrontMatter: "добавьте строку «---» после последнего поля, перед текстом статьи"
        case .invalidYAML: "проверьте отступы и кавычки; значение с двоеточием и пробелом возьмите в двойные кавычки"
        case .missingField(let name): "добавьте строку «\(name): …» между строками «---»"
        case .invalidField(let name, _, let expected): "исправьте поле «\(name)»; подойдёт \(expected)"
        case .unknownField: "проверьте, нет ли опечатки в названии поля, или удалите эту строку"
        case .invalidDate: "запишите существующую дату в виде ГГГГ-ММ-ДД, например 2026-02-01"
        case .invalidID: "запишите латинские строчные буквы, дефис и от 1 до 8 цифр, например kb-0301"
        case .duplicateID: "дайте статье новый, ещё не занятый идентификатор: старые не используют повторно"
        case .validToBeforeValidFrom: "проверьте даты в полях «valid_from» и «valid_to»"
        case .emptyBody: "добавьте текст после второй строки «---»: одних заголовков недостаточно"
        case .emptyQuestions: "запишите в поле «questions» от 2 до 6 вопросов так, как их задают клиенты"
        case .questionCount(let found, let recommended):
            found < recommended.lowerBound ? "добавьте вопросы, как их задают клиенты" : "оставьте самые частые вопросы"
        case .brokenLink(let target) where target.hasSuffix(".md") || target.contains(".md#"):
            "укажите вместо имени файла идентификатор статьи, например [текст](kb-0301)"
        case .brokenLink: "проверьте идентификатор и то, что сама статья без ошибок; вид ссылки: [текст](kb-0301)"
        case .unknownSupersedes: "проверьте идентификатор в поле «supersedes» или укажите null"
        case .selfSupersedes: "укажите идентификатор прежней статьи или null"
        case .supersedesCycle: "оставьте поле «supersedes» только у более новой статьи"
        case .expired(_, nil): "продлите срок в поле «valid_to», если правило ещё действует, или напишите новую статью"
        case .expired: "проверьте, что замена верна; если верна, исправлять ничего не нужно"
        case .unclosedCodeFence: "закройте блок такой же строкой, какой он открыт: ``` или ~~~"
        }
    }
}
