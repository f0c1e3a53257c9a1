import MappedStorage
import SearchIndex

extension PassageRecord {
    /// Calls `body` with the byte ranges of the heading path and then of the text in a record, until it returns `false`.
    ///
    /// Nothing is copied, and the text is not checked to be UTF-8.
    ///
    /// - Throws: `.index` for bytes that are no record.
    @inline(__always)
    static func forEachHeadText(
        in bytes: RawSpan, _ body: (Range<Int>) -> Bool
    ) throws(RetrievalError) {
        do throws(StorageError) {
            var reader = ByteReader(file: place, range: 0..<bytes.byteCount)
            // The section, then the number of the passage.
            try reader.skip(Int(try reader.readVarint(from: bytes)), in: bytes)
            _ = try reader.readVarint(from: bytes)
            // The headings, then the text.
            for _ in 0...(try reader.readVarint(from: bytes)) {
                let count = Int(try reader.readVarint(from: bytes))
                let start = reader.byteOffset
                try reader.skip(count, in: bytes)
                if !body(start..<(start + count)) { return }
            }
        } catch {
            throw .index(.storage(error))
        }
    }
}
