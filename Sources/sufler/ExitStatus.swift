import ArgumentParser
import EvaluationHarness
import KnowledgeBase
import LanguageModel
import MappedStorage
import ReplyPolicy
import ReplySuggestion
import Retrieval
import SearchIndex

/// The exit codes of the help text, after `sysexits.h`.
enum ExitStatus: Int32 {
    case negative = 1
    case malformedInput = 65
    case missingInput = 66
    case addressInUse = 69
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
    case incompatible = 78

    var exitCode: ExitCode { ExitCode(rawValue) }

    /// The code for an error of any layer.
    init(_ error: any Error) {
        switch error {
        case let error as CommandError: self = Self.status(of: error)
        case let error as StorageError: self = Self.status(of: error)
        case let error as IndexError: self = Self.status(of: error)
        case let error as RetrievalError: self = Self.status(of: error)
        case let error as HarnessError: self = Self.status(of: error)
        case let error as KnowledgeBaseError: self = Self.status(of: error)
        case is SynonymFileError, is PolicyFileError, is PromptFileError, is ModelSettingsError, is ModelError:
            self = .malformedInput
        default: self = .inputOutput
        }
    }

    private static func status(of error: CommandError) -> ExitStatus {
        switch error {
        case .addressInUse: .addressInUse
        case .noArticles, .fileNotFound: .missingInput
        case .knowledgeHasErrors: .negative
        case .invalidDay, .invalidUTF8, .textTooLong, .emptyText, .unknownLayer, .noQueries,
            .invalidJSONLine:
            .malformedInput
        }
    }

    private static func status(of error: StorageError) -> ExitStatus {
        switch error {
        case .notFound: .missingInput
        case .corrupt, .tooLarge: .malformedInput
        case .incompatibleVersion: .incompatible
        case .locked: .busy
        case .notDurable: .cannotCreate
        case .system(let operation, _, _):
            ["create", "create folder", "write", "rename", "fsync"].contains(operation) ? .cannotCreate : .inputOutput
        }
    }

    private static func status(of error: IndexError) -> ExitStatus {
        switch error {
        case .noIndex: .missingInput
        case .storage(let error): status(of: error)
        case .staleSnapshot: .busy
        case .analysis, .tooManyDocuments, .fieldCountMismatch, .invalidSchema: .malformedInput
        }
    }

    private static func status(of error: RetrievalError) -> ExitStatus {
        switch error {
        case .index(let error): status(of: error)
        case .articleNotFound: .missingInput
        case .incompatibleRecords: .incompatible
        case .analysis, .queryTooLong, .invalidLine: .malformedInput
        }
    }

    private static func status(of error: HarnessError) -> ExitStatus {
        switch error {
        case .fileNotFound: .missingInput
        case .unreadable, .invalidLine, .emptySet, .evaluation, .noJudgedTopics: .malformedInput
        }
    }

    private static func status(of error: KnowledgeBaseError) -> ExitStatus {
        switch error {
        case .folderNotFound: .missingInput
        case .folderUnreadable: .inputOutput
        }
    }
}

/// Runs a command's body; an error ends the process with a Russian sentence on standard error and the error's exit code.
func reportingErrors(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let code as ExitCode {
        throw code
    } catch let error as ValidationError {
        throw error
    } catch {
        Terminal.printError(RussianMessage.text(for: error))
        throw ExitStatus(error).exitCode
    }
}
