import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A JSON response.
    ///
    /// Keys are sorted, so that equal answers have equal bytes.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let body = try encoder.encode(value)
            return Response(
                status: status,
                headers: [.contentType: "application/json; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
            )
        } catch {
            return Response(status: .internalServerError)
        }
    }
}

extension Request {
    /// The JSON body, at most ``WebLimits/maxBodyBytes``.
    func decodedBody<Body: Decodable>(as type: Body.Type) async throws -> Body {
        let buffer: ByteBuffer
        do {
            buffer = try await body.collect(upTo: WebLimits.maxBodyBytes)
        } catch is NIOTooManyBytesError {
            throw APIError.bodyTooLarge
        }
        let bytes = Data(buffer.readableBytesView)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw APIError.invalidJSON }
        do {
            return try JSONDecoder().decode(type, from: bytes)
        } catch {
            throw APIError.invalidJSON
        }
    }
}
