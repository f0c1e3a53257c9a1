extension PromptProblem {
    /// What is wrong, in one Russian sentence.
    public var message: String {
        switch kind {
        case .tooLarge(let limit): "Файл больше \(limit) байт."
        case .notUTF8: "Файл сохранён не в кодировке UTF-8."
        case .missingFrontMatter: "Первая строка файла — не «---»."
        case .unclosedFrontMatter: "Описание в начале файла не закрыто второй строкой «---»."
        case .invalidYAML(let reason): "Описание не удалось разобрать как YAML: \(reason)."
        case .missingField(let name): "Нет поля «\(name)»."
        case .unknownField(let name, _): "Поле «\(name)» неизвестно."
        case .wrongType(let field, let expected): "В поле «\(field)» — не \(expected)."
        case .invalidFileName(let name): "Файл называется «\(name)», а не «имя.vN.md»."
        case .nameMismatch(let field, let file): "В поле «name» — «\(field)», а в имени файла — «\(file)»."
        case .versionMismatch(let field, let file): "В поле «version» — \(field), а в имени файла — \(file)."
        case .invalidPlaceholderName(let name): "Имя подстановки «\(name)» записано недопустимыми знаками."
        case .undeclaredPlaceholder(let name, _): "Подстановка «\(name)» использована, но не описана."
        case .unusedPlaceholder(let name): "Подстановка «\(name)» описана, но не использована."
        case .dataWithoutBoundary(let name): "У данных «\(name)» нет границы: подстановка «boundary» не описана."
        case .unfilledPlaceholder(let name, _): "Подстановку «\(name)» программа не заполняет."
        case .wrongPlaceholder(let name, let isData):
            "Программа передаёт «\(name)» \(isData ? "как данные" : "как текст"), а в файле это не описано."
        case .unknownPrompt(let name, _): "Промпта «\(name)» в программе нет."
        case .missingPrompt(let name): "Нет файла с промптом «\(name)»."
        case .missingSection(let name): "Нет раздела «# \(name)»."
        case .unknownSection(let name): "Раздел «# \(name)» неизвестен."
        case .emptySection(let name): "Раздел «# \(name)» пуст."
        case .textBeforeSections: "Текст стоит до первого раздела."
        case .wrongOrder(let found, let expected): "На месте раздела «# \(expected)» стоит «# \(found)»."
        case .endsWithAnswer: "Файл заканчивается примером ответа, а не заданием."
        case .invalidTag(let fault): Self.message(fault)
        }
    }

    private static func message(_ fault: PromptTagFault) -> String {
        switch fault {
        case .unclosed: "Тег «{{» не закрыт на той же строке."
        case .unsupported(let tag): "Тег «\(tag)» не поддерживается."
        case .unclosedSection(let name): "Условие «\(name)» не закрыто."
        case .unexpectedClose(let name): "Тег «{{/\(name)}}» закрывает то, что не открыто последним."
        case .refused(let reason): "Шаблон не удалось разобрать: \(reason)."
        }
    }
}
