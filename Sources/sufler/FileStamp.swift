import Foundation

/// What tells that a file may have changed, without reading it.
enum FileStamp {
    /// The time of the last change, the size and the number of the file on its disk.
    ///
    /// - Throws: `.fileNotFound`.
    static func text(of path: String) throws(CommandError) -> String {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
        } catch {
            throw .fileNotFound(path: path)
        }
        let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        let size = attributes[.size] as? Int ?? 0
        let number = attributes[.systemFileNumber] as? Int ?? 0
        return "\(time) \(size) \(number)"
    }
}
