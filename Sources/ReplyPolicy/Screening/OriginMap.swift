/// Where the bytes of a changed text come from.
public struct OriginMap: Equatable, Sendable {
    /// For each byte of the changed text the place in the original; nothing when the text is unchanged.
    let origins: [Int32]
    let originalByteCount: Int

    /// The range of the original that a range of the changed text comes from.
    ///
    /// - Parameter utf8Range: half-open, in bytes of the changed text; must lie in it.
    /// - Returns: the smallest range of the original that holds the first and the last byte; for a sign that was put in, the place where
    ///   it was put.
    public func original(_ utf8Range: Range<Int>) -> Range<Int> {
        guard !origins.isEmpty else { return utf8Range }
        guard !utf8Range.isEmpty else {
            let place = utf8Range.lowerBound < origins.count ? Int(origins[utf8Range.lowerBound]) : originalByteCount
            return place..<place
        }
        let first = Int(origins[utf8Range.lowerBound])
        let last = Int(origins[utf8Range.upperBound - 1])
        return first..<max(first, min(last + 1, originalByteCount))
    }
}
