/// How many digits each group of a number has: `[1, 3, 3, 2, 2]` for `8 916 123-45-67`.
///
/// Packed, since it is asked for every possible number: five bits a group, up to twelve groups; more are no shape that a rule names.
struct GroupShape: Hashable, Sendable, ExpressibleByArrayLiteral {
    private static let maxGroups = 12
    private static let bits = 5

    private var code: UInt64 = 0
    /// How many groups.
    private(set) var count = 0
    /// Whether each group has one digit.
    private(set) var isSingles = true
    /// Whether all groups have as many digits as the first.
    private(set) var isUniform = true
    /// Whether each group but the last has four.
    private(set) var isFours = true
    /// The digits of the last group.
    private(set) var last = 0

    init() {}

    init(arrayLiteral lengths: Int...) {
        for length in lengths { append(length) }
    }

    /// Adds a group.
    mutating func append(_ length: Int) {
        if count > 0, last != 4 { isFours = false }
        if length != 1 { isSingles = false }
        if count > 0, length != last { isUniform = false }
        last = length
        count += 1
        if count <= Self.maxGroups { code = code << Self.bits | UInt64(min(length, 31)) }
    }
}
