/// Finds the addresses of a text that a messenger would make a link of.
///
/// Found: `https://…`, `www.…`, any `scheme://…`, `mailto:`, `tel:` and the like, and a bare `shop.ru/path` under a known zone.
/// Near misses: «т.е.», «10.12.2025», «help@shop.ru», «1.5 кг», «Заказ.Спасибо».
/// - Source: the behaviour of messengers (Telegram's own text parsing makes links of known zones); zones: our choice of the commonest of
///   the IANA root zone, and those of RFC 2606 that examples use.
enum LinkScanner {
    private static let zones = Set(
        ("ru su com net org info biz io me app dev xyz site online store shop club top pro live link click cc tv co eu de uk us "
            + "ua by kz uz am ge cn tk ml ga cf gq ly gl page web cloud tech space fun work world today news life digital agency "
            + "moscow tatar рф рус москва дети онлайн сайт орг бел қаз укр example test invalid zip mov ws nu to is sh ai fm pw icu "
            + "vip win bid loan men date download stream trade party review science racing kim country gov edu mil int")
            .split(separator: " ").map(String.init))
    /// Schemes that open something without a host.
    private static let opaque = Set(
        "mailto tel sms tg whatsapp viber skype geo intent market itms-apps magnet callto facetime vk".split(
            separator: " "
        ).map(String.init))

    /// Half-open UTF-8 ranges, in order.
    ///
    /// - Complexity: O(bytes).
    static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        guard bytes.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == 0xE3 || $0 == 0xEF })
        else {
            return []
        }
        var ranges: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let skipped = separatorLength(bytes, at: start)
            guard skipped == 0 else {
                start += skipped
                continue
            }
            var end = start
            while end < bytes.count, separatorLength(bytes, at: end) == 0 { end += 1 }
            if let range = address(bytes, in: start..<end) { ranges.append(range) }
            start = end
        }
        return ranges
    }

    /// The bytes of a character that no address has; 0 for others.
    private static func separatorLength(_ bytes: [UInt8], at index: Int) -> Int {
        let byte = bytes[index]
        if byte.isASCIISpace || "<>\"'`()[]{}|,;*".utf8.contains(byte) { return 1 }
        if byte == 0xC2, index + 1 < bytes.count { return [0xA0, 0xAB, 0xBB].contains(bytes[index + 1]) ? 2 : 0 }
        guard byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
        return [0x89, 0x93, 0x94, 0x98, 0x99, 0x9A, 0x9C, 0x9D, 0x9E, 0xA6, 0xAF].contains(bytes[index + 2]) ? 3 : 0
    }

    private static func address(_ bytes: [UInt8], in token: Range<Int>) -> Range<Int>? {
        var end = token.upperBound
        while end > token.lowerBound, ".:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
        let token = token.lowerBound..<end
        if let colon = bytes[token].firstIndex(of: UInt8(ascii: ":")), let start = schemeStart(bytes, token, colon) {
            return start..<end
        }
        let host = bytes[token].prefix { !"/?#:\\".utf8.contains($0) }
        guard host.count >= 4, !host.contains(UInt8(ascii: "@")), isHost(String(decoding: host, as: UTF8.self)) else {
            return nil
        }
        return token
    }

    private static func schemeStart(_ bytes: [UInt8], _ token: Range<Int>, _ colon: Int) -> Int? {
        var start = colon
        while start > token.lowerBound, bytes[start - 1].isASCIILetter || bytes[start - 1] == UInt8(ascii: "-") {
            start -= 1
        }
        guard start < colon else { return nil }
        let next = bytes[(colon + 1)..<token.upperBound].prefix(2)
        let hasSlashes = next.count == 2 && next.allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let scheme = bytes.smallText(start..<colon)
        if hasSlashes { return start }
        if ["http", "https"].contains(scheme), next.first == UInt8(ascii: "/") || next.first?.isASCIILetter == true {
            return start
        }
        return opaque.contains(scheme) && colon + 1 < token.upperBound ? start : nil
    }

    private static func isHost(_ text: String) -> Bool {
        let labels = text.lowercased().split(omittingEmptySubsequences: false) { ".。．｡".contains($0) }
        guard labels.count >= 2, let zone = labels.last, zones.contains(String(zone)) || zone.hasPrefix("xn--") else {
            return false
        }
        return labels.allSatisfy { label in
            !label.isEmpty
                && label.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
                }
        }
    }
}
