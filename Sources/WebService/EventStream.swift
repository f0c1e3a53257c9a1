import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Server-sent events while something is being made.
///
/// A comment goes out every half second, so that a client that has gone away is noticed; then the work is cancelled.
enum EventStream {
    /// Gives an event to the client.
    typealias Sender = @Sendable (ServerSentEvent) -> Void

    private static let heartbeat = Duration.milliseconds(500)

    /// A response that lasts as long as the work.
    ///
    /// - Parameter work: is told how to send events; is cancelled when the client is gone.
    /// - Returns: the response.
    static func response(_ work: @escaping @Sendable (@escaping Sender) async -> Void) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
                // Proxies that gather answers would hold the events back.
                .accelBuffering: "no",
            ],
            body: ResponseBody { writer in
                let (events, sender) = AsyncStream.makeStream(of: ByteBuffer.self)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await work { sender.yield($0.bytes) }
                        sender.finish()
                    }
                    group.addTask {
                        while true {
                            try await Task.sleep(for: heartbeat)
                            sender.yield(ByteBuffer(string: ":\n\n"))
                        }
                    }
                    defer { group.cancelAll() }
                    for await event in events { try await writer.write(event) }
                }
                try await writer.finish(nil)
            })
    }
}

/// An event with a JSON value.
struct ServerSentEvent: Sendable {
    /// The event as it goes over the wire.
    let bytes: ByteBuffer

    /// Makes an event.
    ///
    /// - Parameters:
    ///   - name: the kind of event.
    ///   - value: its data; JSON has no raw line breaks.
    init(_ name: String, _ value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes = ByteBuffer(string: "event: \(name)\ndata: ")
        do {
            bytes.writeBytes(try encoder.encode(value))
        } catch {
            bytes = ByteBuffer(string: "event: error\ndata: {}")
        }
        bytes.writeString("\n\n")
        self.bytes = bytes
    }
}

extension HTTPField.Name {
    static var accelBuffering: HTTPField.Name {
        guard let name = HTTPField.Name("X-Accel-Buffering") else { preconditionFailure("a valid field name") }
        return name
    }
}
