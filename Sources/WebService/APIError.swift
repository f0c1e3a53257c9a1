import HTTPTypes
import ReplyPolicy
import ReplySuggestion
import Retrieval

/// An error as a client sees it: a status, a code from a closed list, a Russian sentence.
struct APIError: Error, Equatable, Sendable {
    let status: HTTPResponse.Status
    let code: String
    let message: String

    static let invalidJSON = APIError(
        status: .badRequest, code: "invalid_json",
        message: "Тело запроса должно быть объектом JSON в UTF-8 с нужными полями; описание — в docs/api.md.")
    static let emptyText = APIError(
        status: .badRequest, code: "empty_text", message: "Текст пуст. Вставьте сообщение клиента.")
    static let emptyReply = APIError(
        status: .badRequest, code: "empty_reply", message: "Нет ответа для проверки. Передайте его в поле reply.")
    static let unknownRefinement = APIError(
        status: .badRequest, code: "unknown_refinement",
        message: "Такой правки нет. Возможны: \(RefinementKind.allCases.map(\.name).joined(separator: ", ")).")
    static let unknownReason = APIError(
        status: .badRequest, code: "unknown_reason",
        message: "Такой причины нет. Возможны: \(HandoffReason.allCases.map(\.rawValue).joined(separator: ", ")).")
    static let unknownChannel = APIError(
        status: .badRequest, code: "unknown_channel",
        message: "Такого канала нет. Возможны: \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).")
    static let unknownAuthor = APIError(
        status: .badRequest, code: "unknown_author",
        message: "Автор прежнего сообщения — customer, operator или machine.")
    static let invalidLimit = APIError(
        status: .badRequest, code: "invalid_limit", message: "Поле limit должно быть целым числом от 1 до 100.")
    static let notFound = APIError(status: .notFound, code: "not_found", message: "Такого адреса нет.")
    static let methodNotAllowed = APIError(
        status: .methodNotAllowed, code: "method_not_allowed", message: "Этот адрес не принимает такой метод.")
    static let bodyTooLarge = APIError(
        status: .contentTooLarge, code: "body_too_large",
        message: "Запрос слишком большой: не больше \(WebLimits.maxBodyBytes / 1024) КиБ.")
    static let internalError = APIError(
        status: .internalServerError, code: "internal_error",
        message: "Внутренняя ошибка. Повторите запрос; если не поможет, ответьте клиенту без подсказки.")
    static let notReady = APIError(
        status: .serviceUnavailable, code: "not_ready",
        message: "Индекс базы знаний не открыт. Постройте его: sufler index.")

    /// The error a client sees for one of retrieval.
    ///
    /// What is broken inside stays inside.
    init(_ error: RetrievalError) {
        switch error {
        case .queryTooLong(_, let limit):
            self.init(
                status: .contentTooLarge, code: "text_too_long",
                message: "Текст слишком длинный: не больше \(limit / 1024) КиБ. Сократите его до главного вопроса.")
        case .articleNotFound(let id):
            self.init(status: .notFound, code: "article_not_found", message: "Статьи «\(id)» нет в базе знаний.")
        case .index, .analysis, .invalidLine, .incompatibleRecords:
            self = .internalError
        }
    }

    init(status: HTTPResponse.Status, code: String, message: String) {
        self.status = status
        self.code = code
        self.message = message
    }
}

/// The body of every error: `{"error": {"code": …, "message": …}}`.
struct ErrorAnswer: Encodable, Sendable {
    struct Body: Encodable, Sendable {
        let code: String
        let message: String
    }

    let error: Body

    init(_ error: APIError) {
        self.error = Body(code: error.code, message: error.message)
    }
}
