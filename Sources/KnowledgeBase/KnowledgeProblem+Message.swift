extension KnowledgeProblem {
    /// What is wrong, in one Russian sentence for the editor of the article.
    public var message: String {
        switch kind {
        case .notUTF8(let byteOffset): "Файл сохранён не в кодировке UTF-8: ошибка в байте \(byteOffset)."
        case .nulCharacter(let byteOffset): "В файле есть нулевой символ (байт \(byteOffset)): похоже, это не текст."
        case .tooLarge(let byteCount, let limit): "Файл слишком большой: \(byteCount) байт при допустимых \(limit)."
        case .unreadable(let reason): "Файл или папку не удалось прочитать: \(reason)."
        case .missingFrontMatter: "В начале файла нет полей статьи: первая строка — не «---»."
        case .unclosedFrontMatter: "Поля статьи не закрыты: после первой строки «---» нет второй."
        case .invalidYAML(let reason): "Поля статьи не удалось разобрать как YAML: \(reason)."
        case .missingField(let name): "Не заполнено обязательное поле «\(name)»."
        case .invalidField(let name, let value, let expected):
            "В поле «\(name)» указано «\(value)», а нужно: \(expected)."
        case .unknownField(let name): "Поле «\(name)» неизвестно и не учитывается."
        case .invalidDate(let field, let value): "В поле «\(field)» указано «\(value)»: это не дата вида ГГГГ-ММ-ДД."
        case .invalidID(let value): "Идентификатор «\(value)» записан не по правилам."
        case .duplicateID(let id, let firstPath): "Идентификатор \(id) уже занят статьёй «\(firstPath)»."
        case .validToBeforeValidFrom(let from, let to):
            "Срок действия заканчивается (\(to)) раньше, чем начинается (\(from))."
        case .emptyBody: "В статье нет текста."
        case .emptyQuestions: "У статьи нет вопросов клиентов."
        case .questionCount(let found, let recommended):
            "Вопросов клиентов: \(found), а рекомендуется от \(recommended.lowerBound) до \(recommended.upperBound)."
        case .brokenLink(let target): "Ссылка «\(target)» не ведёт ни к одной статье."
        case .unknownSupersedes(let id): "В поле «supersedes» указана статья \(id), но такой статьи нет."
        case .selfSupersedes: "Статья указывает в поле «supersedes» саму себя."
        case .supersedesCycle(let ids): "Статьи заменяют друг друга по кругу: \(Self.ring(ids))."
        case .expired(let since, nil): "Статья не действует с \(since)."
        case .expired(let since, let newer?): "Статья не действует с \(since): её заменила \(newer)."
        case .unclosedCodeFence: "Блок кода открыт, но не закрыт: весь текст до конца статьи считается кодом."
        }
    }

    private static func ring(_ ids: [ArticleID]) -> String {
        (ids + ids.prefix(1)).map(\.rawValue).joined(separator: " → ")
    }
}
