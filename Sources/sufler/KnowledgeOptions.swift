import ArgumentParser
import Foundation
import KnowledgeBase
import SearchIndex

/// Where the articles and the index are.
struct KnowledgeOptions: ParsableArguments {
    @Option(name: .long, help: "Folder of articles. Default: $SUFLER_KNOWLEDGE, else knowledge.")
    var knowledge: String?

    @Option(name: .long, help: "Folder of the index. Default: $SUFLER_INDEX, else index.")
    var index: String?

    var knowledgePath: String { Self.path(knowledge) }

    /// A folder of articles given on the command line, or the default.
    static func path(_ knowledge: String?) -> String {
        knowledge ?? environment("SUFLER_KNOWLEDGE") ?? "knowledge"
    }

    var indexDirectory: IndexDirectory {
        IndexDirectory(path: index ?? Self.environment("SUFLER_INDEX") ?? "index")
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// Which synonyms are searched.
struct SynonymOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "File of synonyms. Default: synonyms.yaml in the folder of articles, if it is there.")
    var synonyms: String?

    /// The synonyms of the file; none when there is no file and none is named.
    func read(knowledge: String) throws -> Synonyms {
        if let synonyms { return try SynonymFile.read(path: synonyms) }
        let path = knowledge + "/" + SynonymFile.fileName
        return FileManager.default.fileExists(atPath: path) ? try SynonymFile.read(path: path) : Synonyms()
    }
}

/// The day on which articles must be in force.
struct DayOption: ParsableArguments {
    @Option(name: .long, help: "The day on which articles must be in force, YYYY-MM-DD. Default: today.")
    var today: String?

    func day() throws(CommandError) -> CalendarDate {
        guard let today else { return Self.current() }
        guard let day = CalendarDate(iso8601: today) else { throw .invalidDay(today) }
        return day
    }

    /// The day by the system's clock and time zone.
    static func current() -> CalendarDate {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        let day = CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
        return day ?? DayOption.epoch
    }

    private static var epoch: CalendarDate {
        guard let day = CalendarDate(year: 1970, month: 1, day: 1) else { preconditionFailure("1970-01-01 is a day") }
        return day
    }
}
