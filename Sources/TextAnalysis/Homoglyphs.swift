/// Letters that look the same in both scripts: customers and copied texts mix them («cкидка» with a Latin «c»).
enum Homoglyphs {
    /// Latin small letters drawn like a Russian one.
    ///
    /// Upper-case pairs that differ in lower case (H/Н, B/В) are included.
    private static let cyrillicTwin: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т", "x": "х",
        "y": "у",
    ]

    /// A word that mixes Cyrillic and Latin letters, written in Cyrillic only, if every Latin letter in it has a twin.
    ///
    /// Expects a normalised word. Other words come back as they are: `iphone15про` keeps both scripts.
    static func unifyScript(of word: String) -> String {
        var hasCyrillic = false
        var hasLatin = false
        for scalar in word.unicodeScalars {
            if Script.isCyrillic(scalar) {
                hasCyrillic = true
            } else if Script.isLatin(scalar) {
                guard cyrillicTwin[scalar] != nil else { return word }
                hasLatin = true
            }
        }
        guard hasCyrillic, hasLatin else { return word }
        return String(String.UnicodeScalarView(word.unicodeScalars.map { cyrillicTwin[$0] ?? $0 }))
    }
}

/// The two scripts of the product's texts.
enum Script {
    static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        (0x400...0x52F).contains(scalar.value)
    }

    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
        default: false
        }
    }
}
