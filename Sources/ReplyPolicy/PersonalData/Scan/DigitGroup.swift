/// Digits that stand together: `8`, `916`, `девятьсот шестнадцать`.
struct DigitGroup: Equatable, Sendable {
    /// Where its digits are in ``NumberScan/digits``.
    var digits: Range<Int>
    /// Where it stands in the text, from its first digit to its last.
    var utf8Range: Range<Int>
    /// Whether it is said in words.
    var isSpoken = false
    /// Whether a letter touches its start: the `15` of `iphone15`.
    var touchesLetterBefore = false
    /// Whether a letter touches its end: the `24` of `24мм`.
    var touchesLetterAfter = false
    /// Where `+` or an opening bracket directly before it starts; its own start otherwise.
    var prefixStart: Int
    /// Whether that prefix has a `+`, or the word «плюс».
    var hasPlus = false
}

/// Some neighbouring groups that may be one number.
struct NumberWindow: Equatable, Sendable {
    /// The first group.
    let first: Int
    /// The last group, inclusive.
    let last: Int
    /// The loosest of its inner gaps.
    let looseness: Gap.Looseness
    /// How many digits each of its groups has.
    let shape: GroupShape

    /// Whether it is one group.
    var isOneGroup: Bool { first == last }
}
