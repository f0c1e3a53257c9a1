import HTTPTypes
import Hummingbird
import Logging

/// Puts the protective headers on every response, and gives errors their JSON body.
struct SecurityHeadersMiddleware: RouterMiddleware {
    typealias Context = WebContext

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as APIError {
            response = .json(ErrorAnswer(error), status: error.status)
        } catch let error as any HTTPResponseError {
            response = Self.response(forStatus: error.status)
        } catch {
            context.logger.error(
                "request failed", metadata: ["error": "\(type(of: error))", "path": "\(request.uri.path)"])
            response = .json(ErrorAnswer(.internalError), status: .internalServerError)
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
        return response
    }

    private static func response(forStatus status: HTTPResponse.Status) -> Response {
        let error: APIError =
            switch status {
            case .notFound: .notFound
            case .methodNotAllowed: .methodNotAllowed
            case .contentTooLarge: .bodyTooLarge
            case .badRequest: .invalidJSON
            default: APIError(status: status, code: "http_\(status.code)", message: "Запрос не принят: \(status.code).")
            }
        return .json(ErrorAnswer(error), status: error.status)
    }
}

extension HTTPField.Name {
    static var referrerPolicy: HTTPField.Name {
        guard let name = HTTPField.Name("Referrer-Policy") else { preconditionFailure("a valid field name") }
        return name
    }
}
