/// A string that parts the program's words from foreign texts in one request.
///
/// Whoever writes a message or an article cannot close the data and go on as the program, because they cannot know the string. It is made of a
/// seed, so that a request can be repeated exactly from the seed; the seed itself must come from a random source, anew for each request.
public struct PromptBoundary: Equatable, Sendable {
    /// 16 hexadecimal digits.
    public let text: String

    /// The first string of a seed that none of the texts contains.
    ///
    /// - Parameters:
    ///   - seed: a random number; the same seed and texts give the same string.
    ///   - texts: everything foreign that the request will hold.
    public init(seed: UInt64, absentFrom texts: [String] = []) {
        var state = seed
        var candidate = Self.next(&state)
        while texts.contains(where: { $0.utf8.contains(candidate.utf8) }) { candidate = Self.next(&state) }
        text = candidate
    }

    /// - Source: SplitMix64; G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
    private static func next(_ state: inout UInt64) -> String {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        let digits = String(mixed ^ (mixed >> 31), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
