/// Bytes that are changed in passes, with the origin of every byte.
struct EditedBytes {
    /// A piece to replace.
    struct Edit {
        let range: Range<Int>
        let replacement: [UInt8]
    }

    private(set) var bytes: [UInt8]
    /// Nothing as long as nothing is changed.
    private var origins: [Int32] = []
    private let originalByteCount: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        originalByteCount = bytes.count
    }

    var map: OriginMap { OriginMap(origins: origins, originalByteCount: originalByteCount) }
    var isChanged: Bool { !origins.isEmpty || bytes.count != originalByteCount }

    /// Replaces pieces; those that overlap an earlier one are left out.
    ///
    /// - Parameter edits: in the order of their start.
    /// - Returns: whether anything changed.
    @discardableResult
    mutating func apply(_ edits: [Edit]) -> Bool {
        guard !edits.isEmpty else { return false }
        if origins.isEmpty { origins = (0..<Int32(bytes.count)).map { $0 } }
        var newBytes: [UInt8] = []
        var newOrigins: [Int32] = []
        newBytes.reserveCapacity(bytes.count)
        newOrigins.reserveCapacity(bytes.count)
        var place = 0
        for edit in edits where edit.range.lowerBound >= place {
            newBytes += bytes[place..<edit.range.lowerBound]
            newOrigins += origins[place..<edit.range.lowerBound]
            let origin =
                edit.range.lowerBound < origins.count ? origins[edit.range.lowerBound] : Int32(originalByteCount)
            newBytes += edit.replacement
            newOrigins += repeatElement(origin, count: edit.replacement.count)
            place = edit.range.upperBound
        }
        newBytes += bytes[place...]
        newOrigins += origins[place...]
        bytes = newBytes
        origins = newOrigins
        return true
    }
}
