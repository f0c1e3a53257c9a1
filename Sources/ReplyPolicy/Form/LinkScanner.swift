/// Finds the addresses of a text that a messenger would make a link of, and those that are disguised or defused.
///
/// Found, wherever in a word they stand: `https://…`, any `scheme://…`, `mailto:`, `tel:`, `javascript:` and the like, `www.…`,
/// `shop.ru/path` under a known zone, `host.zone/path` under any, `user@shop.ru`, `192.168.1.1`. Look-alike letters, full stops of other
/// scripts, hidden characters, `[.]` and `hxxp://` do not help (see ``AddressText``).
/// Near misses: «т.е.», «10.12.2025», «1.5 кг», «Заказ.Спасибо», «г.Москва», `1.2.3.4`, «12:30».
/// - Source: the behaviour of messengers (Telegram's own text parsing makes links of known zones); URL Standard.
struct LinkScanner {
    /// Schemes that open something without a host.
    private static let opaque = Set(
        "mailto tel sms tg whatsapp viber skype geo intent market itms-apps magnet callto facetime vk javascript vbscript livescript"
            .split(separator: " ").map { $0.unicodeScalars.map(\.value) })

    private let text: AddressText
    private var ranges: [Range<Int>] = []

    /// Those that run code: they count without anything after them.
    private static let running = Set(["javascript", "vbscript", "livescript"].map { $0.unicodeScalars.map(\.value) })
    private static let closing = ASCIISet(".:!?_~")
    /// What a bare host may be followed by in one address.
    private static let continuing = ASCIISet("/?#@%&=+$")
    private static let ofMailbox = ASCIISet("+.%&=")

    /// Half-open UTF-8 ranges, in order; they do not overlap.
    ///
    /// - Complexity: O(bytes): every character is in one run, and a run is read a bounded number of times.
    static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        guard bytes.contains(where: mayBeInAddress) else { return [] }
        var scanner = LinkScanner(text: AddressText(bytes))
        scanner.scan()
        return scanner.ranges
    }

    /// Full stops, colons and brackets; those of other scripts begin with these bytes.
    private static func mayBeInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), 0xE2, 0xE3,
            0xEF:
            true
        default: false
        }
    }

    private init(text: AddressText) { self.text = text }

    private mutating func scan() {
        let characters = text.characters
        var start = 0
        while start < characters.count {
            guard characters[start] != AddressText.separator else {
                start += 1
                continue
            }
            let end = characters[start...].firstIndex(of: AddressText.separator) ?? characters.count
            scanToken(start..<end)
            start = end
        }
    }

    private mutating func add(_ start: Int, _ end: Int) {
        ranges.append(Int(text.starts[start])..<Int(text.ends[end - 1]))
    }

    /// A word may hold signs, addresses and signs again.
    private mutating func scanToken(_ whole: Range<Int>) {
        let characters = text.characters
        var end = whole.upperBound
        while end > whole.lowerBound, Self.closing.contains(characters[end - 1]) { end -= 1 }
        let token = whole.lowerBound..<end
        var place = token.lowerBound
        var index = place
        while index < token.upperBound {
            if characters[index] == 0x3A {
                // A scheme needs its colon even at the end of a word: `javascript:`.
                if let start = schemeStart(characters, token.lowerBound..<whole.upperBound, colon: index) {
                    return add(start, end)
                }
                place = index + 1
                index = place
            } else if characters[index] == 0x2E {
                let run = hostRun(characters, around: index, in: place..<token.upperBound)
                if let next = addHost(characters, run, token) {
                    place = next
                } else {
                    place = max(run.upperBound, index + 1)
                }
                index = place
            } else {
                index += 1
            }
        }
        // `javascript:` at the very end.
        if end < whole.upperBound, characters[end] == 0x3A,
            let start = schemeStart(characters, token.lowerBound..<whole.upperBound, colon: end)
        {
            add(start, whole.upperBound)
        }
    }

    // MARK: Schemes

    private func schemeStart(_ characters: [UInt32], _ range: Range<Int>, colon: Int) -> Int? {
        // What is longer is no scheme; and what was added does not count twice.
        var start = colon
        let last = ranges.last?.upperBound ?? 0
        let lowest = max(range.lowerBound, colon - 32)
        while start > lowest, Int(text.starts[start - 1]) >= last, Self.isSchemeCharacter(characters[start - 1]) {
            start -= 1
        }
        guard start < colon else { return nil }
        let next = characters[(colon + 1)..<range.upperBound].prefix(2)
        let hasSlash = next.first.map(Self.isSlash) == true
        for name in ["https", "http"] {
            // `12:30-https://…`: what stands before is no part of the scheme.
            let letters = name.unicodeScalars.map(\.value)
            guard characters[start..<colon].suffix(letters.count).elementsEqual(letters) else { continue }
            if hasSlash || next.first.map(Self.isHostCharacter) == true { return colon - letters.count }
        }
        if hasSlash, next.count == 2, next.allSatisfy(Self.isSlash) {
            return characters[start..<colon].firstIndex { (0x61...0x7A).contains($0) }
        }
        let letters = characters[start..<colon].reversed().prefix { (0x61...0x7A).contains($0) || $0 == 0x2D }
        let scheme = Array(letters.reversed().drop { $0 == 0x2D })
        guard Self.opaque.contains(scheme) else { return nil }
        return colon + 1 < range.upperBound || Self.running.contains(scheme) ? colon - scheme.count : nil
    }

    private static func isSchemeCharacter(_ character: UInt32) -> Bool {
        (0x61...0x7A).contains(character) || (0x30...0x39).contains(character) || character == 0x2D || character == 0x2B
    }

    private static func isSlash(_ character: UInt32) -> Bool { character == 0x2F || character == 0x5C }

    // MARK: Hosts

    /// A letter, digit, combining mark, hyphen or underline.
    private static func isHostCharacter(_ character: UInt32) -> Bool {
        switch character {
        case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x430...0x45F: return true
        case 0..<0x80: return false
        default:
            guard let scalar = Unicode.Scalar(character) else { return false }
            if scalar.properties.isAlphabetic { return true }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .decimalNumber: return true
            default: return false
            }
        }
    }

    /// The labels around a full stop; two full stops in a row part runs.
    private func hostRun(_ characters: [UInt32], around stop: Int, in range: Range<Int>) -> Range<Int> {
        var start = stop
        while start > range.lowerBound, Self.isHostCharacter(characters[start - 1]) { start -= 1 }
        // Marks of Markdown around a name are no part of it.
        while start < stop, characters[start] == 0x5F || characters[start] == 0x2D { start += 1 }
        guard start < stop else { return stop..<stop }
        var end = stop
        while end < range.upperBound {
            if characters[end] == 0x2E {
                guard end + 1 < range.upperBound, Self.isHostCharacter(characters[end + 1]) else { break }
            } else if !Self.isHostCharacter(characters[end]) {
                break
            }
            end += 1
        }
        while end > stop, characters[end - 1] == 0x5F || characters[end - 1] == 0x2D || characters[end - 1] == 0x2E {
            end -= 1
        }
        return start..<end
    }

    /// Adds the address that a run begins; `nil` when it begins none, else where to read on.
    private mutating func addHost(_ characters: [UInt32], _ run: Range<Int>, _ token: Range<Int>) -> Int? {
        let labels = characters[run].split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        let next = run.upperBound < token.upperBound ? characters[run.upperBound] : AddressText.separator
        let afterNext = run.upperBound + 1 < token.upperBound ? characters[run.upperBound + 1] : AddressText.separator
        let hasPort = next == 0x3A && (0x30...0x39).contains(afterNext)
        guard let end = HostShape.end(of: labels, hasPath: Self.isSlash(next), hasPort: hasPort) else { return nil }
        var start = run.lowerBound
        if start > token.lowerBound, characters[start - 1] == 0x40 {
            start -= 1
            while start > token.lowerBound,
                Self.isHostCharacter(characters[start - 1]) || Self.ofMailbox.contains(characters[start - 1])
            {
                start -= 1
            }
            while characters[start] == 0x2E || characters[start] == 0x40 { start += 1 }
            if let last = ranges.last { while Int(text.starts[start]) < last.upperBound { start += 1 } }
        }
        let goesOn = end == run.upperBound && (next == 0x3A ? hasPort : Self.continuing.contains(next))
        add(start, goesOn ? token.upperBound : end)
        return goesOn ? token.upperBound : end
    }
}
