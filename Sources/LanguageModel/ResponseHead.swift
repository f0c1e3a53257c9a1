/// The status and the fields of an answer.
struct ResponseHead: Hashable, Sendable {
    /// The status, 0 when there was none to read.
    let status: Int
    private let fields: [String: String]

    /// Reads a head as it came: a status line, fields, a blank line.
    init(bytes: [UInt8]) {
        var lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .map { String(decoding: $0, as: UTF8.self) }
        let statusLine = lines.isEmpty ? "" : lines.removeFirst()
        let words = statusLine.split(separator: " ", maxSplits: 2)
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        var fields: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            if fields[name] == nil { fields[name] = String(value) }
        }
        self.fields = fields
    }

    /// The first value of a field by its name in lower case.
    func field(_ name: String) -> String? { fields[name] }
}
