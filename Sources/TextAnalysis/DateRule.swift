/// Dates: `12.03.2026`, `12.03.26`, `12/03/2026`, `12-03-2026`, `2026-03-12`, `12 марта 2026` → `2026-03-12`.
///
/// The order of numbers is the Russian one; years are 1900 to 2099, those of two digits 2000 to 2099.
/// - Source: ГОСТ Р 7.0.97-2016 (day, month, year), ISO 8601 for the term.
enum DateRule {
    static func match(
        _ text: Span<UInt8>, _ parts: [WordPart], at first: Int, terms: inout [UInt8]
    ) -> WordUnit? {
        guard first + 2 < parts.count, parts[first].byteCount <= 4, parts[first + 2].characters == .digit else {
            return nil
        }
        let found = parts[first + 1].characters == .digit ? numeric(text, parts, first) : written(text, parts, first)
        let end = parts[first + 2].end
        guard let found, found.isValid, !NumberRules.isContinued(text, end) else { return nil }
        let termStart = terms.count
        found.append(to: &terms)
        return WordUnit(utf8Range: parts[first].start..<end, last: first + 2, term: termStart..<terms.count)
    }

    /// The month whose name in the genitive stands at `index`, and the length of the name.
    ///
    /// Small letters only, as Russian writes them.
    static func month(_ text: Span<UInt8>, at index: Int) -> (number: Int, byteCount: Int)? {
        guard text.byte(at: index) & 0xFE == 0xD0 else { return nil }
        for (number, name) in months.enumerated() where text.hasBytes(name, at: index) {
            return (number + 1, name.utf8CodeUnitCount)
        }
        return nil
    }

    private static let months: [StaticString] = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ]

    private struct Found {
        let day: Int
        let month: Int
        let year: Int

        var isValid: Bool {
            (1...31).contains(day) && (1...12).contains(month) && (1900...2099).contains(year)
        }

        func append(to terms: inout [UInt8]) {
            append(year / 100, to: &terms)
            append(year % 100, to: &terms)
            terms.append(UInt8(ascii: "-"))
            append(month, to: &terms)
            terms.append(UInt8(ascii: "-"))
            append(day, to: &terms)
        }

        private func append(_ twoDigits: Int, to terms: inout [UInt8]) {
            terms.append(UInt8(ascii: "0") + UInt8(twoDigits / 10))
            terms.append(UInt8(ascii: "0") + UInt8(twoDigits % 10))
        }
    }

    private static func numeric(_ text: Span<UInt8>, _ parts: [WordPart], _ first: Int) -> Found? {
        let (one, two, three) = (parts[first], parts[first + 1], parts[first + 2])
        guard two.start == one.end + 1, three.start == two.end + 1, text[one.end] == text[two.end] else { return nil }
        let sign = text[one.end]
        guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: "/") || sign == UInt8(ascii: "-") else { return nil }
        guard two.byteCount <= 2, three.byteCount <= 4 else { return nil }
        let values = (NumberRules.value(text, one), NumberRules.value(text, two), NumberRules.value(text, three))
        switch (one.byteCount, two.byteCount, three.byteCount) {
        case (4, 2, 2): return Found(day: values.2, month: values.1, year: values.0)
        case (1...2, 1...2, 4): return Found(day: values.0, month: values.1, year: values.2)
        case (2, 2, 2) where sign != UInt8(ascii: "-"):
            return Found(day: values.0, month: values.1, year: 2000 + values.2)
        default: return nil
        }
    }

    private static func written(_ text: Span<UInt8>, _ parts: [WordPart], _ first: Int) -> Found? {
        let (day, name, year) = (parts[first], parts[first + 1], parts[first + 2])
        guard name.characters == .cyrillic, day.byteCount <= 2, year.byteCount == 4,
            isOneSpace(text, day.end, name.start), isOneSpace(text, name.end, year.start),
            let month = month(text, at: name.start), month.byteCount == name.byteCount
        else { return nil }
        return Found(day: NumberRules.value(text, day), month: month.number, year: NumberRules.value(text, year))
    }

    private static func isOneSpace(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end > start && text.innerSpaceByteCount(at: start) == end - start
    }
}
