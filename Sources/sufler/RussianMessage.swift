import Evaluation
import EvaluationHarness
import Foundation
import KnowledgeBase
import LanguageModel
import MappedStorage
import ReplyPolicy
import ReplySuggestion
import Retrieval
import SearchIndex
import TextAnalysis

/// Errors as sentences for people: what is wrong, where, and what to do.
enum RussianMessage {
    static func text(for error: any Error) -> String {
        switch error {
        case let error as CommandError: text(error)
        case let error as StorageError: text(error)
        case let error as IndexError: text(error)
        case let error as RetrievalError: text(error)
        case let error as HarnessError: text(error)
        case let error as KnowledgeBaseError: text(error)
        case let error as AnalysisError: text(error)
        case let error as SynonymFileError: text(error)
        case let error as PolicyFileError: text(error)
        case let error as PromptFileError: text(error)
        case let error as ModelSettingsError: text(error)
        case let error as ModelError: error.message
        default: "Непредвиденная ошибка: \(error)"
        }
    }

    /// A problem of an article on one line: file, line, what is wrong, what to do.
    static func text(for problem: KnowledgeProblem, in folder: String) -> String {
        let kind = problem.severity == .error ? "ошибка" : "предупреждение"
        return "\(folder)/\(problem.path):\(problem.line): \(kind): \(problem.message) \(problem.remedy)"
    }

    private static func text(_ error: SynonymFileError) -> String {
        error.problems.map { "\(error.path):\($0.line): ошибка: \($0.message) \($0.remedy)" }.joined(separator: "\n")
    }

    private static func text(_ error: PolicyFileError) -> String {
        error.problems.map { "\(error.path):\($0.line): ошибка: \($0.message) \($0.remedy)" }.joined(separator: "\n")
    }

    private static func text(_ error: PromptFileError) -> String {
        error.problems.map { "\(error.path):\($0.line): ошибка: \($0.message) \($0.remedy)" }.joined(separator: "\n")
    }

    private static func text(_ error: ModelSettingsError) -> String {
        error.problems.map { "\(error.path):\($0.line): ошибка: \($0.message) \($0.remedy)" }.joined(separator: "\n")
    }

    private static func text(_ error: CommandError) -> String {
        switch error {
        case .invalidDay(let day): "«\(day)» — не дата. Укажите день в виде ГГГГ-ММ-ДД, например 2026-11-22."
        case .invalidUTF8(let offset):
            "Текст записан не в UTF-8: байт \(offset) от начала не читается. Сохраните текст в кодировке UTF-8 и повторите."
        case .textTooLong(let count, let limit):
            "Текст слишком длинный: \(count) байт при пределе \(limit). Сократите сообщение до главного вопроса."
        case .emptyText: "Текст пуст. Напишите вопрос аргументом команды или подайте его на стандартный ввод."
        case .addressInUse(let host, let port):
            "Адрес \(host):\(port) занят другой программой. Остановите её или выберите порт: sufler serve --port \(port + 1)."
        case .knowledgeHasErrors(let count, let path):
            "В папке «\(path)» статей с ошибками: \(count). Исправьте их по списку выше и повторите; прежний индекс не изменён."
        case .unknownLayer(let name, let known):
            "Слоя «\(name)» нет. Есть слои: \(known.joined(separator: ", "))."
        case .noQueries(let path): "В файле «\(path)» нет ни одного вопроса."
        case .fileNotFound(let path): "Файл «\(path)» не найден или не читается. Проверьте путь."
        case .invalidJSONLine(let line):
            "Строка \(line) — не объект JSON с полем text. Пример: {\"text\": \"сообщение\", \"conversation\": \"42\"}."
        case .noArticles(let path):
            "В папке «\(path)» нет ни одной годной статьи (*.md). Проверьте путь: --knowledge ПАПКА."
        }
    }

    private static func text(_ error: StorageError) -> String {
        switch error {
        case .notFound(let file): "Файл «\(file)» не найден. Проверьте путь."
        case .system(let operation, let file, let code):
            "Система отказала в операции «\(Self.operation(operation))» для «\(file)»: \(reason(code)). Ничего не потеряно: прежние данные на месте."
        case .corrupt(let file, let offset, let expected):
            "Файл «\(file)» повреждён (байт \(offset), ожидалось: \(expected)). Постройте индекс заново: sufler index."
        case .incompatibleVersion(let file, let found, let supported):
            "Файл «\(file)» записан другой версией программы (формат \(found), эта версия читает \(supported)). Постройте индекс заново: sufler index."
        case .notDurable(let file, let code):
            "Система не подтвердила запись «\(file)» на диск: \(reason(code)). Прежний индекс возвращён на место, если диск это позволил. "
                + "Проверьте диск, затем индекс (sufler verify) и повторите."
        case .locked(let file, let holder):
            "Индекс сейчас обновляет другой процесс\(holder.map { " (номер \($0))" } ?? ""), занят «\(file)». Дождитесь его окончания и повторите."
        case .tooLarge(let file, let count, let limit):
            "Файл «\(file)» слишком велик: \(count) байт при пределе \(limit)."
        }
    }

    private static func text(_ error: IndexError) -> String {
        switch error {
        case .noIndex(let directory):
            "В папке «\(directory)» нет индекса. Постройте его: sufler index --index \(directory)."
        case .storage(let error): text(error)
        case .analysis(let error): text(error)
        case .tooManyDocuments(let limit): "Слишком много документов: в одном индексе их не больше \(limit)."
        case .fieldCountMismatch(let found, let expected):
            "У документа \(found) полей вместо \(expected): это ошибка программы."
        case .staleSnapshot(let generation, let current):
            "Пока готовилось обновление поколения \(generation), другой процесс записал поколение \(current). Повторите: sufler index."
        case .invalidSchema(let reason): "Схема индекса не годится: \(reason)."
        }
    }

    private static func text(_ error: RetrievalError) -> String {
        switch error {
        case .index(let error): text(error)
        case .analysis(let error): text(error)
        case .queryTooLong(let count, let limit): text(CommandError.textTooLong(byteCount: count, limit: limit))
        case .articleNotFound(let id):
            "Статьи «\(id)» нет в индексе. Проверьте идентификатор; список статей даёт sufler index."
        case .invalidLine(let file, let line, let reason): "Файл «\(file)», строка \(line): \(reason)."
        case .incompatibleRecords(let found, let supported):
            "Индекс записан другой версией программы (записи \(found), эта версия читает \(supported)). Постройте его заново: sufler index."
        }
    }

    private static func text(_ error: HarnessError) -> String {
        switch error {
        case .fileNotFound(let path):
            "Файл «\(path)» не найден. Проверьте путь; какие файлы нужны, сказано в справке команды (--help)."
        case .unreadable(let path, let reason): "Файл «\(path)» не читается: \(reason)"
        case .invalidLine(let file, let line, let reason): "Файл «\(file)», строка \(line): \(reason)."
        case .emptySet(let path): "В наборе «\(path)» нет ни одной записи: мерить нечего."
        case .evaluation(let error, let file): "Файл «\(file)»: \(error)."
        case .noJudgedTopics(let topics, let qrels):
            "Ни у одного вопроса из «\(topics)» нет оценок в «\(qrels)»: мерить нечего."
        }
    }

    private static func text(_ error: KnowledgeBaseError) -> String {
        switch error {
        case .folderNotFound(let path): "Папка статей «\(path)» не найдена. Укажите её: --knowledge ПАПКА."
        case .folderUnreadable(let path, let reason): "Папка статей «\(path)» не читается: \(reason)."
        }
    }

    private static func text(_ error: AnalysisError) -> String {
        switch error {
        case .icu(let operation, let code):
            "Библиотека ICU отказала (\(operation), код \(code)). Переустановите пакет libicu."
        case .stemmerUnavailable(let algorithm):
            "Библиотека Snowball не знает «\(algorithm)». Установите пакет libstemmer0d."
        case .textTooLong(let count, let limit): text(CommandError.textTooLong(byteCount: count, limit: limit))
        }
    }

    private static func operation(_ name: String) -> String {
        switch name {
        case "open": "открыть"
        case "create": "создать файл"
        case "create folder": "создать папку"
        case "write": "записать"
        case "fsync": "сбросить на диск"
        case "rename": "переименовать"
        case "remove": "удалить"
        case "list": "прочитать папку"
        case "lock": "взять блокировку"
        case "inotify": "следить за папкой"
        default: name
        }
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "нет прав"
        case EROFS: "диск доступен только для чтения"
        case ENOSPC: "на диске нет места"
        case EDQUOT: "исчерпана квота на диске"
        case EIO: "ошибка чтения или записи диска"
        case ENOTDIR: "это не папка"
        case EISDIR, EINVAL: "это не обычный файл"
        default: "код \(code), \(systemMessage(code))"
        }
    }

    /// The C library's own words for a rare code.
    private static func systemMessage(_ code: Int32) -> String {
        unsafe String(cString: strerror(code))
    }
}
