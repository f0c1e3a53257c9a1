/// Makes a text safe to hand to a model as data and to show.
///
/// Ordinary Russian text comes back byte for byte. Otherwise, in this order:
///
/// | what | becomes |
/// |---|---|
/// | hidden, control, direction and tag characters, escape sequences of terminals | nothing; U+2028, U+2029 a line break |
/// | HTML comments, elements that are not shown, scripts | nothing |
/// | other tags of HTML | their content |
/// | `![label](address)` | `[картинка: label, host]` |
/// | `[label](address)` | `label (host)` |
/// | `javascript:…`, `data:…` | `[опасный адрес]` |
/// | marks of prompts and chat templates | the same with look-alike signs: `<` `‹`, `>` `›`, `[` `⟦`, `]` `⟧`, `:` `∶`, `#` `＃`, `\|` `¦`, `"` `ˮ`, `'` `ʼ`, a grave accent `ˋ`, `=` `＝`, `-` `‐`, `*` `∗`, `~` `∼`, `_` `＿` |
/// | what is longer than the bound | cut at a character, with « […]» |
///
/// A reader understands the signs, a chat template does not. Bare addresses stay: they are text until somebody opens them.
/// The result of a result is itself.
public struct Neutralizer: Sendable {
    /// A text that may be handed on.
    public struct Result: Equatable, Sendable {
        /// The text.
        public let text: String
        /// Where its bytes come from.
        public let origins: OriginMap
        /// Whether it differs from the original.
        public let isChanged: Bool
    }

    /// The longest text handed on, in UTF-8 bytes, the mark of the cut included.
    public let maxBytes: Int

    /// What stands at a cut.
    private static let cutMark = Array(" […]".utf8)

    /// Makes a neutraliser.
    ///
    /// - Parameter maxBytes: the longest text handed on, in UTF-8 bytes; 32 KiB holds any article of a sample base.
    public init(maxBytes: Int = 32_768) {
        self.maxBytes = max(maxBytes, Self.cutMark.count)
    }

    /// Makes a text safe.
    ///
    /// - Parameter string: the text as it came.
    /// - Returns: the text to hand on, with the way back to the original.
    /// - Complexity: O(bytes).
    public func neutralize(_ string: String) -> Result {
        var text = EditedBytes(Array(string.utf8))
        cut(&text, to: maxBytes)
        HiddenCharacterRemoval.apply(to: &text)
        MarkupRemoval.apply(to: &text)
        text.apply(Self.schemeEdits(text.bytes))
        text.apply(Self.delimiterEdits(text.bytes))
        // Signs take more bytes than what they replace.
        cut(&text, to: maxBytes)
        guard text.isChanged else { return Result(text: string, origins: text.map, isChanged: false) }
        return Result(text: String(decoding: text.bytes, as: UTF8.self), origins: text.map, isChanged: true)
    }

    private func cut(_ text: inout EditedBytes, to limit: Int) {
        guard text.bytes.count > limit else { return }
        var end = limit - Self.cutMark.count
        while end > 0, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        text.apply([EditedBytes.Edit(range: end..<text.bytes.count, replacement: Self.cutMark)])
    }

    private static func schemeEdits(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        DangerousScheme.ranges(in: bytes).map {
            EditedBytes.Edit(range: $0, replacement: Array("[опасный адрес]".utf8))
        }
    }

    // MARK: Marks of prompts

    private static let lookAlikes: [UInt8: [UInt8]] = {
        let pairs: [(Character, String)] = [
            ("<", "‹"), (">", "›"), ("[", "⟦"), ("]", "⟧"), (":", "∶"), ("#", "＃"), ("|", "¦"), ("\"", "ˮ"), ("'", "ʼ"),
            ("`", "ˋ"), ("=", "＝"), ("-", "‐"), ("*", "∗"), ("~", "∼"), ("_", "＿"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0.0.asciiValue ?? 0, Array($0.1.utf8)) })
    }()

    private static func delimiterEdits(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        PromptDelimiterScanner.delimiters(in: bytes).flatMap { mark in
            mark.range.compactMap { index in
                lookAlikes[bytes[index]].map { EditedBytes.Edit(range: index..<index + 1, replacement: $0) }
            }
        }
    }
}
