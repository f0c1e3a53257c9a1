/// The stable name of an article, for example `kb-0301`.
///
/// The form is `^[a-z]+-[0-9]{1,8}$`: lower-case Latin letters, a hyphen, one to eight digits. Two identifiers are equal
/// when they are spelled alike: `kb-1` and `kb-01` differ. The order is that of the spelling. Identifiers are never reused.
public struct ArticleID: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The identifier as it is written in the front matter and in links.
    public let rawValue: String

    /// Takes a string of the form `^[a-z]+-[0-9]{1,8}$`; anything else gives `nil`.
    public init?(rawValue: String) {
        let bytes = Array(rawValue.utf8)
        guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen > 0 else { return nil }
        let digits = bytes[(hyphen + 1)...]
        guard (1...Self.maxDigits).contains(digits.count) else { return nil }
        guard bytes[..<hyphen].allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return nil }
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        self.rawValue = rawValue
    }

    /// The identifier as it is written.
    public var description: String { rawValue }

    /// Whether the left identifier is spelled before the right one.
    public static func < (left: ArticleID, right: ArticleID) -> Bool { left.rawValue < right.rawValue }

    private static let maxDigits = 8
}
