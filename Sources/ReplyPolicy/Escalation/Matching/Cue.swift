/// A pattern of words that speaks for a topic, or against it.
///
/// Written on a line: an optional weight (`0.5:`, 1 when left out), then steps.
/// - `слово` is that word, `слов*` every word with that beginning, `а|б*` either, `а_б` one right after the other,
///   `а_(б|в)` the same as `а_б|а_в`, `@класс` a class of ``WordClass``; longer words are also found when they are misspelt.
/// - A step may follow the one before with up to three words between, `a .. b` with up to eight;
///   `a & b` means `a .. b` or `b .. a`. All steps lie in one sentence.
/// - `^` holds the first step to the sentence's beginning, `$` the last to its end, `$$` to the message's; courtesies there do not count.
/// - `<число>` is a number of digits, `<сумма>` an amount of money.
/// - After `--` stand words that must not be in the sentence.
/// - A step right after «не» does not count unless the pattern has the «не» itself.
struct Cue: Sendable {
    /// One step.
    struct Step: Sendable {
        /// The number of its word set in the ``CueLexicon``.
        let element: Int32
        /// How many words may stand between the step before and this one.
        let maxGap: Int
    }

    /// The number of the topic.
    let topic: Int
    /// What it adds to the topic's evidence; below 0 it takes away.
    let weight: Float
    let steps: [Step]
    /// The number of the word set that must not occur in the sentence.
    let excluded: Int32?
    let isAtStart: Bool
    let isAtEnd: Bool
    let isLast: Bool
}

/// A line of a topic's table, taken apart.
struct CueLine {
    private(set) var weight: Float = 1
    private(set) var steps: [(text: String, maxGap: Int)] = []
    private(set) var excluded: String?
    private(set) var isAtStart = false
    private(set) var isAtEnd = false
    private(set) var isLast = false
    /// Where `&` stands, if anywhere: the steps from here on may also come first.
    private var turn: Int?

    static let nearGap = 3
    static let farGap = 8

    /// Takes a line apart; `nil` for an empty one or a comment.
    init?(_ line: Substring) {
        var gap = Self.nearGap
        var parts = line.split(separator: " ")[...]
        guard let first = parts.first, !first.hasPrefix("#") else { return nil }
        if first.hasSuffix(":"), let value = Float(first.dropLast()) {
            weight = value
            parts = parts.dropFirst()
        }
        if let dashes = parts.firstIndex(of: "--") {
            excluded = parts[(dashes + 1)...].joined(separator: "|")
            parts = parts[..<dashes]
        }
        for part in parts {
            switch part {
            case "^": isAtStart = true
            case "$": isAtEnd = true
            case "$$": isLast = true
            case "..": gap = Self.farGap
            case "&":
                gap = Self.farGap
                turn = steps.count
            default:
                steps.append((String(part), gap))
                gap = Self.nearGap
            }
        }
        guard !steps.isEmpty else { return nil }
    }

    /// The line with the parts around `&` in the other order, if there is one.
    var turned: CueLine? {
        guard let turn, turn > 0, turn < steps.count else { return nil }
        var other = self
        other.steps = Array(steps[turn...] + steps[..<turn])
        other.steps[steps.count - turn].maxGap = Self.farGap
        other.turn = nil
        return other
    }
}
