/// Text typed on the wrong keyboard layout: «djpdhfn» for «возврат».
public enum KeyboardLayout {
    /// The keys of the Russian layout (ЙЦУКЕН), by the character that the same key gives in the Latin one (QWERTY, US).
    private static let russianByLatin: [Character: Character] = {
        let rows: [(latin: String, russian: String)] = [
            ("`qwertyuiop[]", "ёйцукенгшщзхъ"), ("asdfghjkl;'", "фывапролджэ"), ("zxcvbnm,.", "ячсмитьбю"),
            ("~QWERTYUIOP{}", "ЁЙЦУКЕНГШЩЗХЪ"), ("ASDFGHJKL:\"", "ФЫВАПРОЛДЖЭ"), ("ZXCVBNM<>", "ЯЧСМИТЬБЮ"),
        ]
        return Dictionary(uniqueKeysWithValues: rows.flatMap { zip($0.latin, $0.russian) })
    }()

    /// The same keys in the Russian layout.
    ///
    /// Characters whose key is the same in both, digits among them, stay.
    public static func russian(fromLatin text: some StringProtocol) -> String {
        String(text.map { russianByLatin[$0] ?? $0 })
    }
}
