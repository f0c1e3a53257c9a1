extension PromptProblem {
    /// What the editor can do about it, in Russian.
    public var remedy: String {
        switch kind {
        case .tooLarge: "Пожалуйста, сократите правила и примеры."
        case .notUTF8: "Пожалуйста, сохраните файл в кодировке UTF-8."
        case .missingFrontMatter, .unclosedFrontMatter:
            "Пожалуйста, начните файл с описания между двумя строками «---»."
        case .invalidYAML: "Пожалуйста, проверьте отступы, двоеточия и кавычки."
        case .missingField(let name): "Пожалуйста, добавьте «\(name.split(separator: ".").last ?? ""): …»."
        case .unknownField(_, let known): "Пожалуйста, оставьте только поля: \(known.joined(separator: ", "))."
        case .wrongType(_, let expected): "Пожалуйста, запишите \(expected)."
        case .invalidFileName: "Пожалуйста, назовите файл латиницей: reply.v1.md."
        case .nameMismatch(_, let file): "Пожалуйста, запишите «name: \(file)» или переименуйте файл."
        case .versionMismatch(_, let file): "Пожалуйста, запишите «version: \(file)» или переименуйте файл."
        case .invalidPlaceholderName: "Пожалуйста, запишите его строчными латинскими буквами, цифрами и «_»."
        case .undeclaredPlaceholder(_, let known):
            known.isEmpty
                ? "Пожалуйста, опишите её в «placeholders»."
                : "Пожалуйста, опишите её в «placeholders» или исправьте имя; описаны: \(known.joined(separator: ", "))."
        case .unusedPlaceholder: "Пожалуйста, используйте её в тексте или удалите описание."
        case .dataWithoutBoundary: "Пожалуйста, опишите «boundary» и объясните эту строку модели в правилах."
        case .unfilledPlaceholder(_, let known):
            "Пожалуйста, используйте только те, что программа заполняет: \(known.joined(separator: ", "))."
        case .wrongPlaceholder(let name, let isData):
            "Пожалуйста, опишите «\(name)» в «placeholders»\(isData ? " с «data: true»" : " без «data: true»")."
        case .unknownPrompt(_, let known): "Пожалуйста, назовите файл по промпту: \(known.joined(separator: ", "))."
        case .missingPrompt(let name): "Пожалуйста, верните файл «\(name).vN.md» в папку."
        case .missingSection(let name): "Пожалуйста, добавьте строку «# \(name)» и текст под ней."
        case .unknownSection: "Пожалуйста, оставьте «# system», «# user» и «# assistant»; в тексте «# » не ставьте."
        case .emptySection: "Пожалуйста, напишите текст раздела или удалите его."
        case .textBeforeSections: "Пожалуйста, перенесите текст под «# system»."
        case .wrongOrder: "Пожалуйста, поставьте «# system», затем пары «# user» и «# assistant», в конце «# user»."
        case .endsWithAnswer: "Пожалуйста, добавьте в конец «# user» с заданием."
        case .invalidTag(let fault): Self.remedy(fault)
        }
    }

    private static func remedy(_ fault: PromptTagFault) -> String {
        switch fault {
        case .unclosed: "Пожалуйста, закройте тег: {{имя}}."
        case .unsupported: "Пожалуйста, используйте {{имя}}, {{#имя}}…{{/имя}}, {{^имя}}…{{/имя}} или {{! заметка }}."
        case .unclosedSection(let name): "Пожалуйста, добавьте «{{/\(name)}}»."
        case .unexpectedClose: "Пожалуйста, закрывайте условия в обратном порядке."
        case .refused: "Пожалуйста, проверьте теги раздела."
        }
    }
}
