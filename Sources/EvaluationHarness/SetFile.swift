import Foundation

/// A file of JSON lines, each a record of one set.
enum SetFile {
    /// The records of a file in their order; blank lines are skipped.
    ///
    /// - Throws: `.fileNotFound`; `.unreadable`; `.invalidLine` with the number of the line and what is wrong with it.
    static func read<Record: Decodable>(_ path: String, as type: Record.Type) throws(HarnessError) -> [Record] {
        guard FileManager.default.fileExists(atPath: path) else { throw .fileNotFound(path: path) }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        let decoder = JSONDecoder()
        var records: [Record] = []
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
            do {
                records.append(try decoder.decode(type, from: line))
            } catch {
                throw .invalidLine(file: path, line: index + 1, reason: reason(error))
            }
        }
        return records
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the field \(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            "the field \(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
        default: "\(error)"
        }
    }
}
