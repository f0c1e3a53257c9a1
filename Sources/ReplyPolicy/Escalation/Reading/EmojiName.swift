/// Emoji that tell something, as words for the topics.
enum EmojiName {
    /// The word for an emoji, or `nil` for one that tells nothing here.
    static func name(of scalar: Unicode.Scalar) -> String? {
        guard scalar.value >= 0x2600 else { return nil }
        return switch scalar {
        case "😡", "😠", "🤬", "👿", "🖕", "💢", "🤮", "😤": "эмодзизлость"
        case "😭", "😢", "💔": "эмодзиплач"
        case "🤡", "💩": "эмодзиклоун"
        case "🤖": "эмодзиробот"
        case "🧑", "👨", "👩", "👤", "🙋", "💁": "эмодзичеловек"
        case "🔥", "🚒": "эмодзипожар"
        case "😂", "🤣", "😅", "🙂", "😊", "😍", "🥰", "😄", "😁", "👍", "❤", "😉": "эмодзирадость"
        default: nil
        }
    }
}
