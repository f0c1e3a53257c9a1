/// Letters that look the same in both scripts: customers and copied texts mix them («cкидка» with a Latin «c»).
enum Homoglyphs {
    /// Latin small letters drawn like a Russian one.
    ///
    /// Upper-case pairs that differ in lower case (H/Н, B/В) are included.
    private static let cyrillicTwin: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т", "x": "х",
        "y": "у",
    ]

    /// The small Latin letter that looks like a Russian one, large or small, given in UTF-8; `nil` if none does.
    static func latinTwin(lead: UInt8, tail: UInt8) -> UInt8? {
        var letter = UInt32(lead & 0x1F) << 6 | UInt32(tail & 0x3F)
        if (0x430...0x44F).contains(letter) { letter -= 0x20 }
        return switch letter {
        case 0x410: UInt8(ascii: "a")
        case 0x412: UInt8(ascii: "b")
        case 0x415: UInt8(ascii: "e")
        case 0x41A: UInt8(ascii: "k")
        case 0x41C: UInt8(ascii: "m")
        case 0x41D: UInt8(ascii: "h")
        case 0x41E: UInt8(ascii: "o")
        case 0x420: UInt8(ascii: "p")
        case 0x421: UInt8(ascii: "c")
        case 0x422: UInt8(ascii: "t")
        case 0x423: UInt8(ascii: "y")
        case 0x425: UInt8(ascii: "x")
        default: nil
        }
    }

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
