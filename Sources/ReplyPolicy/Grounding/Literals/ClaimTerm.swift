/// A normalised word, compared by its bytes.
///
/// `==` of strings looks for other spellings of the same characters; normalised words have one spelling, and comparing their hashes first is
/// ten times as fast.
struct ClaimTerm: Hashable, Sendable, ExpressibleByStringLiteral {
    let string: String
    /// FNV-1a of the bytes.
    private let key: UInt64

    init(_ string: String) {
        self.string = string
        var key = SenseTable.seed
        let bytes = string.utf8Span.span
        for index in bytes.indices { key = SenseTable.extended(key, by: bytes[index]) }
        self.key = key
    }

    init(stringLiteral value: String) { self.init(value) }

    /// Bytes in UTF-8.
    var byteCount: Int { string.utf8.count }

    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    static func == (left: ClaimTerm, right: ClaimTerm) -> Bool {
        left.key == right.key && left.string == right.string
    }

    /// The last bytes, at most eight, as a number.
    func ending(_ byteCount: Int) -> UInt64 {
        let bytes = string.utf8Span.span
        var ending: UInt64 = 0
        for index in max(0, bytes.count - byteCount)..<bytes.count { ending = ending << 8 | UInt64(bytes[index]) }
        return ending
    }

    /// Whether it begins with some words' bytes.
    func hasPrefix(_ prefix: String) -> Bool { has(prefix, isAtEnd: false) }

    /// Whether it ends with some words' bytes.
    func hasSuffix(_ suffix: String) -> Bool { has(suffix, isAtEnd: true) }

    private func has(_ part: String, isAtEnd: Bool) -> Bool {
        let (bytes, wanted) = (string.utf8Span.span, part.utf8Span.span)
        guard bytes.count >= wanted.count else { return false }
        let start = isAtEnd ? bytes.count - wanted.count : 0
        for index in wanted.indices where bytes[start + index] != wanted[index] { return false }
        return true
    }
}
