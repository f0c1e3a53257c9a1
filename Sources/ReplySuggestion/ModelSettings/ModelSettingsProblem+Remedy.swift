extension ModelSettingsProblem {
    private static let example = "prompts/models.example.yaml"

    /// What the author can do about it, in Russian.
    public var remedy: String {
        switch kind {
        case .tooLarge: "Оставьте в файле только нужные настройки."
        case .notUTF8: "Сохраните файл в кодировке UTF-8."
        case .invalidYAML(let fault): Self.remedy(fault)
        case .unknownField(_, let known): "Здесь возможны поля: \(known.joined(separator: ", "))."
        case .repeatedField: "Оставьте одну запись."
        case .missingField(let path):
            "Добавьте «\(path.split(separator: ".").last ?? ""): …»; образец — \(Self.example)."
        case .emptyField: "Запишите значение или удалите строку: тогда действует значение по умолчанию."
        case .fieldOfOtherService: "Удалите строку или исправьте «service»."
        case .wrongType(_, let form): Self.remedy(form)
        case .outOfRange: "Исправьте число; удалите строку, чтобы действовало значение по умолчанию."
        case .tooPrecise: "Округлите число."
        case .tooLong: "Сократите его."
        case .unknownChoice(_, let choices): "Возможны: \(choices.joined(separator: ", "))."
        case .invalidValue(_, let fault): Self.remedy(fault)
        case .repeatedProvider: "Назовите модели по-разному: по имени их различают сообщения и счётчики."
        case .noProviders: "Опишите хотя бы одну модель или удалите файл: без него программа работает без модели."
        case .literalKey:
            "Положите ключ в переменную окружения или в отдельный файл и запишите «key: {environment: ИМЯ}» или "
                + "«key: {file: /путь}». Если этот файл уже кто-то видел, замените ключ."
        case .unknownKeySource: "Запишите одно из двух: «key: {environment: ИМЯ}» или «key: {file: /путь}»."
        }
    }

    private static func remedy(_ form: ValueForm) -> String {
        switch form {
        case .text: "Запишите строку; если в ней есть «: », «#» или скобки, возьмите её в кавычки."
        case .number: "Запишите число без пробелов и единиц; дробную часть отделяйте точкой: 0.5."
        case .wholeNumber: "Запишите целое число без пробелов и единиц."
        case .flag: "Запишите «true» или «false»."
        case .fields: "Запишите поля со значениями; образец — \(example)."
        case .list: "Начните каждую запись с «- »; образец — \(example)."
        }
    }

    private static func remedy(_ fault: YAMLFault) -> String {
        switch fault {
        case .misplacedColon: "Проверьте отступ этой строки и предыдущей; значение с двоеточием возьмите в кавычки."
        case .missingColon: "Запишите «поле: значение» с пробелом после двоеточия."
        case .indentation: "Выровняйте отступ пробелами."
        case .tab: "Замените табуляцию пробелами."
        case .unquoted: "Возьмите значение в кавычки."
        case .unclosed: "Закройте кавычку или скобку."
        case .undefinedAlias: "Поставьте метку выше или возьмите значение в кавычки."
        case .controlCharacter: "Удалите его: наберите строку заново."
        case .severalDocuments: "Оставьте один документ."
        case .other: "Проверьте отступы, скобки и кавычки."
        }
    }

    private static func remedy(_ fault: ValueFault) -> String {
        switch fault {
        case .controlCharacters: "Запишите его одной строкой."
        case .spaces: "Удалите пробелы; проверьте отступ следующей строки."
        case .notURL:
            "Запишите адрес целиком, латиницей: https://llm.example.ru/v1; русские буквы в имени сервера — как xn--…"
        case .urlWithPassword: "Удалите их из адреса; ключ задаётся полем «key»."
        case .urlWithQuery: "Оставьте адрес до этих знаков."
        case .urlWithEndpoint: "Оставьте адрес до неё, обычно с «/v1» на конце."
        case .notProxy: "Запишите none, environment или адрес: http://…, https://…, socks5h://…"
        case .notPath: "Запишите путь, который начинается с «/», «./» или «../»."
        case .notVariableName: "Запишите имя переменной: латинские прописные буквы, цифры и «_»."
        case .notHeaderName: "Оставьте в имени латинские буквы, цифры, «-» и «_»."
        case .authorizationHeader: "Удалите строку и задайте «key: {environment: ИМЯ}» или «key: {file: /путь}»."
        case .ownHeader: "Удалите строку."
        case .repeatedHeader: "Оставьте одну запись; строчные и прописные буквы в имени не различаются."
        case .notOffset: "Запишите от -12:00 до +14:00, например \"+03:00\"."
        }
    }
}
