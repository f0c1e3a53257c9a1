/// The last resort of cleaning: the signs without which nothing is active become look-alikes, everywhere in the text.
///
/// | sign | becomes |
/// |---|---|
/// | `<` `>` `[` `]` `(` `)` `{` `}` | `‹` `›` `⟦` `⟧` `❨` `❩` `❴` `❵` |
/// | `:` `\` `&` | `∶` `⧵` `＆` |
/// | a full stop that ends no sentence: before anything but white space, or after it | `·` |
///
/// What comes out has no tag, link, scheme, host or entity, so that cleaning it again changes nothing.
enum Disarming {
    private static let lookAlikes: [UInt8: [UInt8]] = {
        let pairs: [(Character, String)] = [
            ("<", "‹"), (">", "›"), ("[", "⟦"), ("]", "⟧"), ("(", "❨"), (")", "❩"), ("{", "❴"), ("}", "❵"), (":", "∶"),
            ("\\", "⧵"), ("&", "＆"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0.0.asciiValue ?? 0, Array($0.1.utf8)) })
    }()
    private static let stops: Set<UInt32> = [0x2E, 0x3002, 0xFF0E, 0xFF61, 0x2024, 0xFE52]
    private static let colons: Set<UInt32> = [0xFF1A, 0xFE55, 0xFE13]

    static func edits(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        var edits: [EditedBytes.Edit] = []
        var reader = UTF8Reader(bytes)
        var isAfterSpace = true
        while let (scalar, range) = reader.next() {
            if let sign = scalar.value < 0x80 ? lookAlikes[UInt8(scalar.value)] : nil {
                edits.append(EditedBytes.Edit(range: range, replacement: sign))
            } else if colons.contains(scalar.value) {
                edits.append(EditedBytes.Edit(range: range, replacement: Array("∶".utf8)))
            } else if stops.contains(scalar.value) {
                let endsSentence = !isAfterSpace && reader.peek().map(\.properties.isWhitespace) != false
                if !endsSentence { edits.append(EditedBytes.Edit(range: range, replacement: Array("·".utf8))) }
            }
            isAfterSpace = scalar.properties.isWhitespace
        }
        return edits
    }
}
