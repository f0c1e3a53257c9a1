/// A letter of a number plate, in either script and size.
struct PlateLetter: Equatable {
    /// The small Cyrillic letter.
    let small: Unicode.Scalar
    /// Whether it was written large.
    let isUpper: Bool

    /// The Cyrillic letter that a large Latin one looks like.
    private static func twin(_ letter: UInt32) -> Unicode.Scalar? {
        switch letter {
        case 0x41: "а"
        case 0x42: "в"
        case 0x43: "с"
        case 0x45: "е"
        case 0x48: "н"
        case 0x4B: "к"
        case 0x4D: "м"
        case 0x4F: "о"
        case 0x50: "р"
        case 0x54: "т"
        case 0x58: "х"
        case 0x59: "у"
        default: nil
        }
    }

    private static func isOnPlates(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "а", "в", "е", "к", "м", "н", "о", "р", "с", "т", "у", "х": true
        default: false
        }
    }

    /// One of the twelve letters that both scripts have, or `nil`.
    ///
    /// - Source: ГОСТ Р 50577-2018.
    init?(_ scalar: UInt32) {
        if scalar < 0x80 {
            let isUpper = scalar & 0x20 == 0
            guard scalar >= 0x41, let twin = Self.twin(scalar & ~0x20) else { return nil }
            self.init(small: twin, isUpper: isUpper)
        } else {
            guard let letter = PlateLetter(anyCyrillic: scalar), Self.isOnPlates(letter.small) else { return nil }
            self = letter
        }
    }

    /// Any letter from А to Я.
    init?(anyCyrillic scalar: UInt32) {
        guard (0x410...0x44F).contains(scalar), let small = Unicode.Scalar(scalar < 0x430 ? scalar + 0x20 : scalar)
        else { return nil }
        self.init(small: small, isUpper: scalar < 0x430)
    }

    private init(small: Unicode.Scalar, isUpper: Bool) {
        self.small = small
        self.isUpper = isUpper
    }
}
