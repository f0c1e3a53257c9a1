extension ModelSettingsProblem {
    /// What is wrong, in one Russian sentence.
    public var message: String {
        switch kind {
        case .tooLarge(let limit): "Файл больше \(limit) байт."
        case .notUTF8: "Файл сохранён не в кодировке UTF-8."
        case .invalidYAML(let fault): "Файл не удалось разобрать как YAML: \(Self.phrase(fault))."
        case .unknownField(let path?, _): "Поле «\(path)» неизвестно."
        case .unknownField(nil, _): "Поле в этой строке неизвестно."
        case .repeatedField(let line): "Это поле уже записано в строке \(line)."
        case .missingField(let path): "Нет поля «\(path)»."
        case .emptyField(let path): "У поля «\(path)» нет значения."
        case .fieldOfOtherService(let path, let service): "Поле «\(path)» есть только у «service: \(service)»."
        case .wrongType(let path, let form): Self.sentence(path, form)
        case .outOfRange(let path, let least, let most): "Значение поля «\(path)» должно быть от \(least) до \(most)."
        case .tooPrecise(let path): "В поле «\(path)» больше шести цифр после точки."
        case .tooLong(let path, let limit): "Значение поля «\(path)» длиннее \(limit) знаков."
        case .unknownChoice(let path, _): "В поле «\(path)» — неизвестное слово."
        case .invalidValue(let path, let fault): "Поле «\(path)»: \(Self.phrase(fault))."
        case .repeatedProvider(let line): "Такое же имя «name» уже есть в строке \(line)."
        case .noProviders: "В списке «providers» нет ни одной модели."
        case .literalKey(let path): "В поле «\(path)» записан сам ключ, а в файле настроек ему не место."
        case .unknownKeySource(let path): "В поле «\(path)» не сказано, где взять ключ."
        }
    }

    private static func sentence(_ path: String, _ form: ValueForm) -> String {
        let noun =
            switch form {
            case .text: "строка"
            case .number: "число"
            case .wholeNumber: "целое число"
            case .flag: "«true» или «false»"
            case .fields: "набор полей"
            case .list: "список"
            }
        return path.isEmpty ? "Файл — не \(noun)." : "Значение поля «\(path)» — не \(noun)."
    }

    private static func phrase(_ fault: YAMLFault) -> String {
        switch fault {
        case .misplacedColon: "здесь не может быть двоеточия"
        case .missingColon: "после имени поля нет двоеточия с пробелом"
        case .indentation: "отступ не такой, как у соседних строк"
        case .tab: "в отступе стоит табуляция"
        case .unquoted: "значение начинается со служебного знака"
        case .unclosed: "не закрыта кавычка или скобка"
        case .undefinedAlias: "ссылка «*…» стоит раньше своей метки «&…» или без неё"
        case .controlCharacter: "в файле есть управляющий знак"
        case .severalDocuments: "в файле несколько документов, разделённых строкой «---»"
        case .other: "запись не по правилам"
        }
    }

    private static func phrase(_ fault: ValueFault) -> String {
        switch fault {
        case .controlCharacters: "значение занимает несколько строк или содержит управляющие знаки"
        case .spaces: "в значении есть пробелы"
        case .notURL: "это не адрес сервера"
        case .urlWithPassword: "в адресе записаны имя или пароль"
        case .urlWithQuery: "в адресе есть «?» или «#»"
        case .urlWithEndpoint: "«/chat/completions» программа добавляет сама"
        case .notProxy: "это не адрес прокси"
        case .notPath: "это не путь к файлу"
        case .notVariableName: "это не имя переменной окружения"
        case .notHeaderName: "имя заголовка записано недопустимыми знаками"
        case .authorizationHeader: "заголовок Authorization программа составляет из ключа сама"
        case .ownHeader: "этот заголовок программа отправляет сама"
        case .repeatedHeader: "этот заголовок уже есть выше"
        case .notOffset: "это не сдвиг часового пояса"
        }
    }
}
