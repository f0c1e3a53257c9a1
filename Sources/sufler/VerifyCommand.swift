import ArgumentParser
import Retrieval
import SearchIndex

/// Checks an index from end to end.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check an index from end to end.",
        discussion: """
            Reads every file: checksums, every term, posting, norm and stored record, and whether they agree. \
            The exit code tells damage (65), another version (78) and a missing index (66) apart.
            """
    )

    @OptionGroup var options: KnowledgeOptions

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let snapshot = try options.indexDirectory.openSnapshot()
            let report = try snapshot.verify()
            let searcher = try KnowledgeSearcher(snapshot: snapshot)
            let result = VerifyResult(report, articles: searcher.articleCount)
            if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
        }
    }
}

/// What `sufler verify` prints.
struct VerifyResult: Encodable {
    let status: String
    let generation: UInt64
    let articles: Int
    let passages: Int
    let terms: Int
    let postings: Int
    let bytes: Int

    init(_ report: VerificationReport, articles: Int) {
        status = "ok"
        generation = report.generation
        self.articles = articles
        passages = report.documentCount
        terms = report.termCount
        postings = report.postingCount
        bytes = report.byteCount
    }

    var sentence: String {
        "Индекс цел: поколение \(generation), статей \(articles), отрывков \(passages), слов \(terms), "
            + "вхождений \(postings), \(bytes) байт."
    }
}
