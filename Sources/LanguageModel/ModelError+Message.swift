extension ModelError {
    /// What an operator or an administrator is told, in Russian; without any text of a request, an answer or a key.
    public var message: String {
        switch self {
        case .configuration(let provider, let setting): "Модель «\(provider)» не настроена: проверьте «\(setting)»."
        case .connection(let provider, let code): "Нет связи с моделью «\(provider)» (код \(code))."
        case .tls(let provider, let code):
            "Не удалось проверить защищённое соединение с моделью «\(provider)» (код \(code)): проверьте сертификаты."
        case .timeout(let provider, let limit): "\(Self.phrase(limit)) (модель «\(provider)»)."
        case .status(let provider, let code, let retryAfter): Self.sentence(provider, code, retryAfter)
        case .failedInStream(let provider, let code):
            "Модель «\(provider)» прервала ответ ошибкой\(code.map { " \($0)" } ?? "")."
        case .malformed(let provider, let defect): "Ответ модели «\(provider)» не разобран: \(Self.phrase(defect))."
        case .tooLarge(let provider, let part, let limit):
            "Ответ модели «\(provider)» слишком велик: \(Self.phrase(part)) больше \(limit) байт."
        case .refused(let provider): "Модель «\(provider)» отказалась отвечать: сработал её фильтр."
        case .circuitOpen(let provider, let retryIn):
            "Модель «\(provider)» часто отказывала и временно отключена; новая попытка через "
                + "\((retryIn.millisecondsRoundedUp + 999) / 1000) с."
        case .queueFull(let provider): "Слишком много запросов ждёт модель «\(provider)». Повторите позже."
        case .budgetExceeded(let budget): Self.sentence(budget)
        case .cancelled: "Запрос отменён."
        case .noProviderAnswered(let errors):
            errors.isEmpty
                ? "Ни одна модель не настроена."
                : "Ни одна модель не ответила. " + errors.map(\.message).joined(separator: " ")
        }
    }

    private static func phrase(_ limit: Limit) -> String {
        switch limit {
        case .connect: "Не удалось соединиться за отведённое время"
        case .firstText: "Модель не начала отвечать за отведённое время"
        case .idle: "Модель замолчала посреди ответа"
        case .deadline: "Ответ не успел за отведённое время"
        case .queue: "Очередь к модели не подошла за отведённое время"
        }
    }

    private static func phrase(_ defect: Defect) -> String {
        switch defect {
        case .notHTTP: "сервер отвечает не по HTTP"
        case .notAnAnswer: "это не поток событий и не JSON"
        case .notJSON: "часть ответа не JSON"
        case .wrongSchema: "у JSON другая форма"
        case .compressed: "ответ сжат, хотя об этом не просили"
        case .unfinished: "ответ оборвался"
        case .noText: "в ответе нет текста"
        }
    }

    private static func phrase(_ part: Part) -> String {
        switch part {
        case .head: "заголовки"
        case .line: "строка"
        case .body: "весь ответ"
        case .text: "текст"
        }
    }

    private static func sentence(_ provider: String, _ code: Int, _ retryAfter: Duration?) -> String {
        switch code {
        case 401, 403: "Модель «\(provider)» не приняла ключ доступа (\(code))."
        case 404: "По настроенному адресу нет модели «\(provider)» (404)."
        case 429:
            "Модель «\(provider)» просит подождать (429)"
                + (retryAfter.map { ": \(($0.millisecondsRoundedUp + 999) / 1000) с." } ?? ".")
        case 300...399: "Модель «\(provider)» отсылает на другой адрес (\(code)); переходы запрещены."
        case 500...599: "Модель «\(provider)» временно недоступна (\(code))."
        default: "Модель «\(provider)» отклонила запрос (\(code))."
        }
    }

    private static func sentence(_ budget: Budget) -> String {
        switch budget {
        case .operatorTokens: "Дневной запас токенов оператора исчерпан."
        case .operatorMoney: "Дневной бюджет оператора исчерпан."
        case .dayTokens: "Общий дневной запас токенов исчерпан."
        case .dayMoney: "Общий дневной бюджет исчерпан."
        }
    }
}
