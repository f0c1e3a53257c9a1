import ArgumentParser
import Foundation
import KnowledgeBase
import Logging
import NIOCore
import ReplyPolicy
import ReplySuggestion
import Retrieval
import SearchIndex
import WebService

/// Serves the operator's page and the API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the operator's page and the API.",
        discussion: """
            Listens on this machine only unless --host says otherwise: put a reverse proxy with TLS and sign-in before it. \
            A rebuilt or updated index and a changed policy are picked up within a second; settings of models and prompts are read at the start. \
            Stops on SIGTERM and Ctrl+C after answering requests under way.
            """
    )

    @OptionGroup var options: KnowledgeOptions
    @OptionGroup var synonyms: SynonymOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var models: ModelOptions
    @OptionGroup var day: DayOption

    @Option(name: .long, help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "Port to listen on; 0 lets the system choose.")
    var port = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
    }

    func run() async throws {
        try await reportingErrors {
            LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
            var logger = Logger(label: "sufler")
            logger.logLevel = .warning
            let fixedDay = try day.today.map { _ in try day.day() }
            let knowledge = try liveKnowledge(logger)
            let models = try models.open()
            let router = WebRouter.make(
                knowledge: knowledge, policy: try livePolicy(logger), access: models?.access
            ) { fixedDay ?? DayOption.current() }
            let host = host
            let server = WebServer(router: router, host: host, port: port, logger: logger) { port in
                Terminal.print("Суфлёр работает: http://\(host):\(port)/  (остановить — Ctrl+C)")
            }
            do {
                try await server.run()
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                await models?.close()
                throw CommandError.addressInUse(host: host, port: port)
            }
            await models?.close()
        }
    }

    private func liveKnowledge(_ logger: Logger) throws -> LiveKnowledge {
        let directory = options.indexDirectory
        let (synonyms, knowledge) = (synonyms, options.knowledgePath)
        let source = LiveKnowledge.Source(
            currentNumber: { try directory.currentGeneration() },
            open: { open in
                let searcher =
                    if let open {
                        try open.searcher.reopened(from: directory)
                    } else {
                        try KnowledgeSearcher(directory: directory, synonyms: try synonyms.read(knowledge: knowledge))
                    }
                return LiveKnowledge.Generation(searcher: searcher, suggester: ReplySuggester(searcher: searcher))
            }
        )
        return try LiveKnowledge(source: source) { error in
            logger.error("a newer index cannot be opened; the old one goes on", metadata: ["error": "\(error)"])
        }
    }

    private func livePolicy(_ logger: Logger) throws -> LivePolicy {
        guard let path = policy.path else { return try LivePolicy(Policy()) }
        let source = LivePolicy.Source(stamp: { try FileStamp.text(of: path) }, read: { try PolicyOptions.read(path) })
        return try LivePolicy(source: source) { error in
            logger.error(
                "the changed policy cannot be used; the old one goes on",
                metadata: ["error": "\(RussianMessage.text(for: error))"])
        }
    }
}
