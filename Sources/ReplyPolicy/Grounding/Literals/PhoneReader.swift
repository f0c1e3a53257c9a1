/// Phone numbers: `8 (800) 555-35-35`, `+7 800 555 35 35`, `8-800-5553535`, `(495) 123-45-67`.
///
/// A Russian number is compared as `8` and ten digits, another as its digits after the `+`.
/// - Source: the Russian numbering plan, ITU-T E.164 (at most 15 digits), as in `PhoneRule` of TextAnalysis.
enum PhoneReader {
    /// The phone number that starts at `start`, if one does.
    static func match(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (number: String, end: Int)? {
        guard start == 0 || !ClaimBytes.isDigit(bytes[start - 1]) else { return nil }
        let hasPlus = bytes[start] == UInt8(ascii: "+")
        var digits: [UInt8] = []
        var groups: [Int] = []
        var index = hasPlus ? start + 1 : start
        var last = index
        while index < end, digits.count <= 15 {
            let before = index
            while index < end, ClaimBytes.isDigit(bytes[index]), digits.count <= 15 {
                digits.append(bytes[index])
                index += 1
            }
            if index > before {
                groups.append(index - before)
                last = index
                if !hasPlus, isComplete(digits, groups, bytes[start]) { break }
            }
            let gap = gap(bytes, index, end)
            if gap == 0, index > before || index > start { break }
            index += gap == 0 ? 1 : gap
        }
        guard last == end || !ClaimBytes.isDigit(bytes[last]) else { return nil }
        if hasPlus { return plus(digits).map { ($0, last) } }
        guard isComplete(digits, groups, bytes[start]) else { return nil }
        let national = digits.count == 11 ? digits[1...] : digits[...]
        return ("8" + String(decoding: national, as: UTF8.self), last)
    }

    private static func plus(_ digits: [UInt8]) -> String? {
        guard (10...15).contains(digits.count) else { return nil }
        if digits[0] == UInt8(ascii: "7"), digits.count == 11 {
            return "8" + String(decoding: digits[1...], as: UTF8.self)
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func isComplete(_ digits: [UInt8], _ groups: [Int], _ first: UInt8) -> Bool {
        if digits.count == 11, digits[0] == UInt8(ascii: "8") || digits[0] == UInt8(ascii: "7") {
            return isNational(digits[1]) && groups[0] != 2 && groups[0] != 3
        }
        guard digits.count == 10, isNational(digits[0]), groups.count >= 3 else { return false }
        return first == UInt8(ascii: "(") || groups[0] == 3 && groups[1] == 3
    }

    private static func isNational(_ digit: UInt8) -> Bool {
        [UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "9")].contains(digit)
    }

    /// Bytes of the separators between two groups at `index`: at most three spaces, dashes and brackets; 0 if no digit follows.
    private static func gap(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        var position = index
        var signs = 0
        while position < end, signs < 4 {
            let space = max(ClaimBytes.space(bytes, position, end), ClaimBytes.dash(bytes, position, end))
            if space > 0 {
                position += space
            } else if bytes[position] == UInt8(ascii: "(") || bytes[position] == UInt8(ascii: ")") {
                position += 1
            } else {
                break
            }
            signs += 1
        }
        return position < end && ClaimBytes.isDigit(bytes[position]) ? position - index : 0
    }
}
