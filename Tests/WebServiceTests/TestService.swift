import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import KnowledgeBase
import Logging
import NIOCore
import NIOEmbedded
import ReplyPolicy
import ReplySuggestion
import Retrieval
import SearchIndex
import Testing
import WebService

/// The service over a small knowledge base, asked through the router without a socket.
final class TestService: Sendable {
    let folder: URL
    let today: CalendarDate
    private let logger: Logger
    private let responder: RouterResponder<WebContext>

    init(
        checkInterval: Duration = .zero, policy: Policy = Policy(), access: ModelAccess? = nil,
        logger: Logger = Logger(label: "test")
    ) throws {
        self.logger = logger
        today = try #require(CalendarDate(iso8601: "2026-11-22"))
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sufler-web-\(UUID().uuidString)")
        let directory = IndexDirectory(path: folder.path)
        try Self.build(TestService.articles, into: directory, today: today)
        let knowledge = try LiveKnowledge(
            source: LiveKnowledge.Source(
                currentNumber: { try directory.currentGeneration() },
                open: { open in
                    let searcher =
                        if let open {
                            try open.searcher.reopened(from: directory)
                        } else {
                            try KnowledgeSearcher(directory: directory)
                        }
                    return LiveKnowledge.Generation(searcher: searcher, suggester: ReplySuggester(searcher: searcher))
                }
            ),
            checkInterval: checkInterval
        )
        let day = today
        responder = WebRouter.make(knowledge: knowledge, policy: try LivePolicy(policy), access: access) { day }
            .buildResponder()
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }

    /// Builds another generation into the folder of the service.
    func rebuild(_ files: [(path: String, text: String)]) throws {
        try Self.build(files, into: IndexDirectory(path: folder.path), today: today)
    }

    private static func build(
        _ files: [(path: String, text: String)], into directory: IndexDirectory, today: CalendarDate
    ) throws {
        let collection = ArticleCollection.make(files: files.map { ($0.path, Array($0.text.utf8)) }, today: today)
        var indexer = try KnowledgeIndexer()
        for article in collection.articles { try indexer.add(article) }
        _ = try indexer.commit(to: directory)
    }

    struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        func json() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        }
    }

    /// Sends a request as a client that is gone after `leavesAfter` pieces of the answer.
    func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8] = [], accept: String? = nil,
        leavesAfter: Int = .max
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        if let accept { head.headerFields[.accept] = accept }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
        let response = try await responder.respond(to: request, context: WebContext(source: source))
        let collected = Collected()
        try await response.body.write(CollectingWriter(collected: collected, leavesAfter: leavesAfter))
        return Answer(status: response.status, headers: response.headers, body: collected.bytes)
    }

    func post(_ path: String, json: [String: Any]) async throws -> Answer {
        try await send(.post, path, body: Array(try JSONSerialization.data(withJSONObject: json)))
    }

    /// The events of a stream in order, with their data.
    func events(_ path: String, json: [String: Any]) async throws -> [(name: String, data: [String: Any])] {
        let body = Array(try JSONSerialization.data(withJSONObject: json))
        let answer = try await send(.post, path, body: body, accept: "text/event-stream")
        return try answer.text.components(separatedBy: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n")
            guard let name = lines.first?.split(separator: " ").last, lines.count == 2 else { return nil }
            let data = Data(lines[1].dropFirst("data: ".count).utf8)
            return (String(name), try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
        }
    }

    struct ClientIsGone: Error {}

    private final class Collected: @unchecked Sendable {
        // Written by one response at a time and read after it ended.
        var bytes: [UInt8] = []
        var pieces = 0
    }

    private struct CollectingWriter: ResponseBodyWriter {
        let collected: Collected
        let leavesAfter: Int

        mutating func write(_ buffer: ByteBuffer) async throws {
            if collected.pieces >= leavesAfter { throw ClientIsGone() }
            collected.pieces += 1
            collected.bytes += buffer.readableBytesView
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}

extension TestService {
    static func article(
        _ id: String, _ title: String, audience: String = "public", validTo: String = "null", body: String
    ) -> (path: String, text: String) {
        let text = """
            ---
            id: \(id)
            title: "\(title)"
            section: Возврат
            audience: \(audience)
            tags: [возврат]
            questions: ["\(title)?", "расскажите про это"]
            valid_from: 2026-01-01
            valid_to: \(validTo)
            supersedes: null
            owner: Отдел возвратов
            updated: 2026-10-01
            ---

            \(body)
            """
        return ("\(id).md", text)
    }

    static let articles = [
        article(
            "kb-0001", "Возврат обуви",
            body:
                "Обувь можно вернуть в течение **30 дней** после получения.\n\n1. Откройте заказ.\n2. Нажмите «Вернуть».\n"
        ),
        article(
            "kb-0002", "Доставка почтой", body: "Почта везёт заказ от 5 до 14 дней. Хранение в отделении 15 дней.\n"),
        article(
            "kb-0003", "Лимиты компенсаций", audience: "internal", body: "Оператор вправе начислить до 500 искорок.\n"),
        article(
            "kb-0004", "Новогодняя ярмарка", validTo: "2026-02-01", body: "На ярмарке скидка на ёлочные игрушки 40 %.\n"
        ),
        article("kb-0005", "Оплата картой", body: "Картой можно заплатить на сайте и курьеру при получении.\n"),
        article("kb-0006", "Подарочная карта", body: "Подарочная карта действует 12 месяцев с активации.\n"),
    ]
}
