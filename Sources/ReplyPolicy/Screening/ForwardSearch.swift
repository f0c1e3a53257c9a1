/// Searches in bytes that only move forward, with the last answers kept: so that many failed searches cost one.
struct ForwardSearch {
    private let bytes: [UInt8]
    /// The next place of each needle, as far as it is known.
    private var known: [[UInt8]: Int] = [:]

    /// How many bytes may still be read: a text that invents names of elements does not buy a search of the whole text with each.
    private var budget: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        budget = 16 * bytes.count
    }

    /// The first place of `needle` at or after `start`; `nil` if there is none, or when too much was read for others.
    ///
    /// Letters of the needle are small, case does not matter.
    ///
    /// - Complexity: O(bytes) for all searches of one needle together, as long as their starts do not fall.
    mutating func first(_ needle: [UInt8], from start: Int) -> Int? {
        if let place = known[needle], place >= start { return place == bytes.count ? nil : place }
        var index = start
        while index + needle.count <= bytes.count {
            guard budget > 0 else { return nil }
            budget -= 1
            if bytes.has(needle, at: index) {
                known[needle] = index
                return index
            }
            index += 1
        }
        known[needle] = bytes.count
        return nil
    }
}

extension [UInt8] {
    /// Whether the bytes from `index` are those of `needle`, a capital ASCII letter being equal to the small one of the needle.
    func has(_ needle: some Collection<UInt8>, at index: Int) -> Bool {
        guard index >= 0, index + needle.count <= count else { return false }
        var place = index
        for byte in needle {
            guard self[place].asciiSmall == byte else { return false }
            place += 1
        }
        return true
    }

    /// The text of a range with small ASCII letters.
    func smallText(_ range: Range<Int>) -> String {
        String(decoding: self[range].map(\.asciiSmall), as: UTF8.self)
    }
}

extension UInt8 {
    /// The small letter of a capital ASCII letter; other bytes as they are.
    var asciiSmall: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
    /// An ASCII letter.
    var isASCIILetter: Bool { (0x61...0x7A).contains(asciiSmall) }
    /// An ASCII digit.
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    /// Space, tab or the end of a line.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
