/// Reads the beginning of a line: what Markdown says there about the whole line.
///
/// `# ` and `> ` are dropped; `- `, `* `, `+ `, `• `, `– `, `— ` become the marker `— `; `1. ` and `1) ` become `1. `. A line of `---`, `***`, `___` or
/// `===` is dropped, and so is the fence of a code block with the name of its language (what stands between fences stays). Near misses: `5.` alone,
/// `2026. `, `-5`, `#1`.
struct LineHead: Sendable {
    /// What a beginning means.
    struct Result: Equatable {
        /// Of a list item.
        var marker: String?
        /// The characters that belong to the line's text.
        var rest: [Unicode.Scalar] = []
    }

    /// Beyond this many characters a line is text.
    private static let maxLength = 16
    private static let bullets: Set<Unicode.Scalar> = ["-", "*", "+", "•", "·", "–", "—"]
    private static let ruleSigns: Set<Unicode.Scalar> = ["-", "*", "_", "=", "–", "—"]
    private static let starters = bullets.union(ruleSigns).union(["#", ">", "`", "~"])

    /// Without the white space before it.
    private var scalars: [Unicode.Scalar] = []
    /// Whether the line is a long rule, of which nothing is kept.
    private var isLongRule = false

    /// Takes the next character of the line, which may be its end.
    ///
    /// - Returns: the meaning, once it is certain; a line end is not part of it.
    mutating func push(_ scalar: Unicode.Scalar) -> Result? {
        if scalar == "\n" { return finish() }
        if isLongRule {
            if Self.isRuleSign(scalar) { return nil }
            return Result(rest: [scalar])
        }
        if scalars.isEmpty, scalar.properties.isWhitespace { return nil }
        scalars.append(scalar)
        if scalars.count == 1, !Self.starters.contains(scalar), !Self.isDigit(scalar) { return Result(rest: scalars) }
        guard scalars.count >= Self.maxLength else { return nil }
        if scalars.allSatisfy(Self.isRuleSign) {
            isLongRule = true
            return nil
        }
        return read()
    }

    /// Ends the line.
    func finish() -> Result {
        if isLongRule || isRule || isFence { return Result() }
        return read()
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isRuleSign(_ scalar: Unicode.Scalar) -> Bool { ruleSigns.contains(scalar) || scalar == " " }

    private var isRule: Bool {
        guard scalars.count >= 3, let first = scalars.first, Self.ruleSigns.contains(first) else { return false }
        return scalars.allSatisfy { $0 == first || $0 == " " } && scalars.count { $0 == first } >= 3
    }

    /// A fence and nothing but the name of a language.
    private var isFence: Bool {
        guard let first = scalars.first, first == "`" || first == "~" else { return false }
        let name = scalars.drop { $0 == first }
        return scalars.count - name.count >= 3 && name.allSatisfy { $0.isASCII && $0 != first }
    }

    private func read() -> Result {
        var rest = scalars[...]
        while true {
            Self.dropSpaces(&rest)
            let hashes = rest.prefix { $0 == "#" }.count
            if rest.first == ">" {
                rest.removeFirst()
            } else if (1...6).contains(hashes), rest.dropFirst(hashes).first == " " {
                rest.removeFirst(hashes)
            } else {
                break
            }
        }
        if let first = rest.first, Self.bullets.contains(first), rest.dropFirst().first?.properties.isWhitespace == true
        {
            return Result(marker: "— ", rest: Self.withoutSpaces(rest.dropFirst()))
        }
        // The number may be bold: **1. Откройте раздел**
        let stars = rest.prefix { $0 == "*" }.count
        let digits = rest.dropFirst(stars == 2 ? 2 : 0).prefix(while: Self.isDigit)
        let after = rest[digits.endIndex...]
        if (1...3).contains(digits.count), after.first == "." || after.first == ")",
            after.dropFirst().first?.properties.isWhitespace == true
        {
            let number = String(String.UnicodeScalarView(digits))
            return Result(marker: number + ". ", rest: Self.withoutSpaces(after.dropFirst()))
        }
        return Result(rest: Array(rest))
    }

    private static func dropSpaces(_ rest: inout ArraySlice<Unicode.Scalar>) {
        while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    }

    private static func withoutSpaces(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        Array(scalars.drop { $0.properties.isWhitespace })
    }
}
