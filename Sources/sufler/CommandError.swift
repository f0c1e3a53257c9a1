/// What a command itself finds wrong with its input.
enum CommandError: Error, Equatable {
    case invalidDay(String)
    case invalidUTF8(byteOffset: Int)
    case textTooLong(byteCount: Int, limit: Int)
    case emptyText
    case addressInUse(host: String, port: Int)
    case knowledgeHasErrors(count: Int, path: String)
    case noArticles(path: String)
    case unknownLayer(String, known: [String])
    case noQueries(path: String)
    case fileNotFound(path: String)
    case invalidJSONLine(line: Int)
}
