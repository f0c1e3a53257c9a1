import ArgumentParser
import MappedStorage
import Retrieval
import SearchIndex

/// Checks an index from end to end.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check an index from end to end.",
        discussion: """
            Reads every file: checksums, every term, posting and stored record, and whether they agree. Each damaged file is named with the \
            first wrong place and what to do. The exit code tells damage (65), another version (78) and a missing index (66) apart.
            """
    )

    @OptionGroup var options: KnowledgeOptions

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            do {
                let snapshot = try options.indexDirectory.openSnapshot()
                let report = try snapshot.verify()
                let searcher = try KnowledgeSearcher(snapshot: snapshot)
                let result = VerifyResult(report, articles: searcher.articleCount)
                if json { try Terminal.printJSON(result) } else { Terminal.print(result.sentence) }
            } catch let error as IndexError {
                guard let damage = DamageResult(error, in: options.indexDirectory) else { throw error }
                if json { try Terminal.printJSON(damage) }
                damage.problems.forEach { Terminal.printError($0.message) }
                throw ExitStatus.malformedInput.exitCode
            }
        }
    }
}

/// What `sufler verify` prints of a sound index.
struct VerifyResult: Encodable {
    let status: String
    let generation: UInt64
    let segments: Int
    let articles: Int
    let passages: Int
    let deletedPassages: Int
    let terms: Int
    let postings: Int
    let bytes: Int

    init(_ report: VerificationReport, articles: Int) {
        status = "ok"
        generation = report.generation
        segments = report.segmentCount
        self.articles = articles
        passages = report.liveDocumentCount
        deletedPassages = report.documentCount - report.liveDocumentCount
        terms = report.termCount
        postings = report.postingCount
        bytes = report.byteCount
    }

    var sentence: String {
        "Индекс цел: поколение \(generation), частей \(segments), статей \(articles), отрывков \(passages), слов \(terms), "
            + "вхождений \(postings), \(bytes) байт."
    }
}

/// What `sufler verify --json` prints of a damaged index.
struct DamageResult: Encodable {
    let status = "damaged"
    let problems: [Problem]

    /// A damaged file.
    struct Problem: Encodable {
        let file: String
        /// Where the damaged part begins; absent for a file that is not there.
        let byteOffset: Int?
        /// What should have been there, in the words of the format.
        let expected: String
        let message: String
    }

    private enum CodingKeys: CodingKey {
        case status, problems
    }

    /// Names every damaged file of the index in which `error` was found; `nil` when `error` is no damage.
    init?(_ error: IndexError, in directory: IndexDirectory) {
        guard case .storage(let first) = error, let problem = Problem(first) else { return nil }
        do {
            let all = try directory.damage().compactMap(Problem.init)
            problems = all.isEmpty ? [problem] : all
        } catch {
            // Without a readable manifest nobody knows the files: what was found first is all there is to say.
            problems = [problem]
        }
    }
}

extension DamageResult.Problem {
    init?(_ error: StorageError) {
        switch error {
        case .corrupt(let file, let byteOffset, let expected):
            let place = "Файл «\(file)» повреждён на участке с байта \(byteOffset)."
            let message = place + " Постройте индекс заново: sufler index."
            self.init(file: file, byteOffset: byteOffset, expected: expected, message: message)
        case .notFound(let file):
            let message = "Файла «\(file)» нет, а индекс на него ссылается. Постройте индекс заново: sufler index."
            self.init(file: file, byteOffset: nil, expected: "a file", message: message)
        case .system, .notDurable, .locked, .incompatibleVersion, .tooLarge: return nil
        }
    }
}
