/// Letters and digits that hang together, by themselves or by `-`, `.`, `,`, `:`, `/`, `_`, `×`.
struct DigitChunk {
    /// A part of a chunk with a digit.
    struct Piece {
        enum Value {
            case number(Int, isOrdinal: Bool)
            case literal(ClaimLiteral.Value)
            case dash
            /// Letters that stand at a number: `14дней`, `30-дневный`.
            case letters
        }

        let value: Value
        let utf8Range: Range<Int>
    }

    private let bytes: [UInt8]
    private var runs: [Range<Int>] = []
    /// `D` for digits, `L` for letters, and the signs between them.
    private var shape: [UInt8] = []
    private let range: Range<Int>
    /// Where it ends.
    var end: Int { range.upperBound }

    var hasDigit: Bool { shape.contains(UInt8(ascii: "D")) }
    var startsWithDigit: Bool { shape.first == UInt8(ascii: "D") }

    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        self.bytes = bytes
        var index = start
        while index < end {
            let run = Self.endOfRun(bytes, index, end)
            guard run > index else { break }
            shape.append(ClaimBytes.isDigit(bytes[index]) ? UInt8(ascii: "D") : UInt8(ascii: "L"))
            runs.append(index..<run)
            index = run
            let joiner = Self.joiner(bytes, index, end)
            if joiner > 0 {
                shape.append(bytes[index])
                index += joiner
            }
        }
        if index < end, bytes[index] == UInt8(ascii: "+"), shape.last == UInt8(ascii: "D") {
            shape.append(bytes[index])
            index += 1
        }
        range = start..<index
    }

    private static func endOfRun(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        let isDigit = ClaimBytes.isDigit(bytes[start])
        while index < end {
            if isDigit {
                guard ClaimBytes.isDigit(bytes[index]) else { break }
                index += 1
            } else if ClaimBytes.isLatin(bytes[index]) {
                index += 1
            } else if ClaimBytes.isCyrillic(bytes, index), index + 1 < end {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    /// Bytes of a sign that joins what is before and behind it; 0 if none does.
    private static func joiner(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        guard index + 1 < end else { return 0 }
        if bytes[index] == 0xC3, bytes[index + 1] == 0x97, index + 2 < end, ClaimBytes.isDigit(bytes[index + 2]) {
            return 2
        }
        let isDigitBefore = ClaimBytes.isDigit(bytes[index - 1])
        let next = bytes[index + 1]
        let isDigitNext = ClaimBytes.isDigit(next)
        switch bytes[index] {
        case UInt8(ascii: ","), UInt8(ascii: ":"): return isDigitBefore && isDigitNext ? 1 : 0
        case UInt8(ascii: "."):
            let isPlain = isDigitBefore || ClaimBytes.isLatin(bytes[index - 1])
            return isPlain && (isDigitNext || ClaimBytes.isLatin(next)) ? 1 : 0
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"):
            return isDigitNext || ClaimBytes.isLatin(next) || ClaimBytes.isCyrillic(bytes, index + 1) ? 1 : 0
        default: return 0
        }
    }

    /// The number in groups of three digits that starts at `start`: `1 299,50`, `30 000`.
    static func grouped(_ bytes: [UInt8], from start: Int, to end: Int) -> (value: Int, end: Int)? {
        var index = endOfRun(bytes, start, end)
        guard index - start <= 3, bytes[start] != UInt8(ascii: "0") else { return nil }
        var value = number(bytes, start..<index)
        var groups = 0
        while groups < 3 {
            let space = ClaimBytes.space(bytes, index, end)
            let first = index + space
            guard space > 0, first < end, ClaimBytes.isDigit(bytes[first]) else { break }
            let last = endOfRun(bytes, first, end)
            guard last - first == 3 else { break }
            value = value * 1000 + number(bytes, first..<last)
            index = last
            groups += 1
        }
        guard groups > 0 else { return nil }
        if index + 1 < end, bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "."),
            ClaimBytes.isDigit(bytes[index + 1])
        {
            let last = endOfRun(bytes, index + 1, end)
            guard let fraction = fraction(bytes, index + 1..<last) else { return nil }
            return (value * Quantity.one + fraction, last)
        }
        return (value * Quantity.one, index)
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + Int(bytes[$1] & 0x0F) }
    }

    /// Ten-thousandths after the comma.
    private static func fraction(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.count <= 4 else { return nil }
        var value = number(bytes, range)
        for _ in range.count..<4 { value *= 10 }
        return value
    }

    // MARK: Pieces

    /// The chunk cut into numbers, literals and letters.
    func pieces() -> [Piece] {
        found() ?? [Piece(value: .literal(.code(Self.code(bytes[range]))), utf8Range: range)]
    }

    private func found() -> [Piece]? {
        switch String(decoding: shape, as: UTF8.self) {
        case "D": return whole(0)
        case "D,D", "D.D": return decimal(0)
        case "DL": return isKnownUnit(1) ? joined(whole(0), letters(1)) : nil
        case "D,DL", "D.DL": return isKnownUnit(2) ? joined(decimal(0), letters(2)) : nil
        case "D-L": return withEnding()
        case "D:D": return time(0)
        case "D-D": return rangePieces()
        case "D-DL": return isKnownUnit(2) ? joined(rangePieces(), letters(2)) : nil
        case "D-D-L": return isLongWord(2) ? joined(rangePieces(), letters(2)) : nil
        case "D:D-D:D": return joined(time(0), [dash(after: 1)], time(2))
        case "D,D-D,D", "D.D-D.D": return joined(decimal(0), [dash(after: 1)], decimal(2))
        case "D.D.D", "D/D/D", "D-D-D": return date(0)
        case "D.D.D-D.D.D": return joined(date(0), [dash(after: 2)], date(3))
        default: return nil
        }
    }

    private func joined(_ parts: [Piece]?...) -> [Piece]? {
        var all: [Piece] = []
        for part in parts {
            guard let part else { return nil }
            all += part
        }
        return all
    }

    private func whole(_ run: Int, isOrdinal: Bool = false) -> [Piece]? {
        let range = runs[run]
        guard range.count < 7, range.count == 1 || bytes[range.lowerBound] != UInt8(ascii: "0") else { return nil }
        let value = Self.number(bytes, range) * Quantity.one
        return [Piece(value: .number(value, isOrdinal: isOrdinal), utf8Range: range)]
    }

    private func decimal(_ run: Int) -> [Piece]? {
        let (left, right) = (runs[run], runs[run + 1])
        let range = left.lowerBound..<right.upperBound
        let isPoint = bytes[left.upperBound] == UInt8(ascii: ".")
        if isPoint, left.count == 2, right.count == 2 {
            let (day, month) = (Self.number(bytes, left), Self.number(bytes, right))
            if (1...31).contains(day), (1...12).contains(month) {
                return [Piece(value: .literal(.date(day: day, month: month, year: 0)), utf8Range: range)]
            }
        }
        guard left.count < 10, let fraction = Self.fraction(bytes, right) else { return nil }
        let value = Self.number(bytes, left) * Quantity.one + fraction
        return [Piece(value: .number(value, isOrdinal: false), utf8Range: range)]
    }

    private func letters(_ run: Int) -> [Piece] { [Piece(value: .letters, utf8Range: runs[run])] }

    private func dash(after run: Int) -> Piece {
        Piece(value: .dash, utf8Range: runs[run].upperBound..<runs[run + 1].lowerBound)
    }

    private func text(_ run: Int) -> String { String(decoding: bytes[runs[run]], as: UTF8.self).lowercased() }

    private func isKnownUnit(_ run: Int) -> Bool {
        let sense = ClaimLexicon.sense(of: text(run))
        if case .scale? = sense.number { return true }
        return sense.unit != nil
    }

    private func isLongWord(_ run: Int) -> Bool {
        runs[run].count >= 8 && ClaimBytes.isCyrillic(bytes, runs[run].lowerBound)
    }

    /// `15-й`, `3-х`, `30-дневный`.
    private func withEnding() -> [Piece]? {
        let ending = text(1)
        if Self.ordinalEndings.contains(ending) || Self.cardinalEndings.contains(ending) {
            guard let number = whole(0, isOrdinal: Self.ordinalEndings.contains(ending))?.first else { return nil }
            return [Piece(value: number.value, utf8Range: range)]
        }
        return isLongWord(1) ? joined(whole(0), letters(1)) : nil
    }

    private static let ordinalEndings: Set<String> = [
        "й", "го", "му", "я", "ю", "е", "ый", "ой", "ая", "ое", "ые", "ым", "ого", "ому", "ую", "ом",
    ]
    private static let cardinalEndings: Set<String> = ["х", "ти", "м", "мя", "ми", "и", "рых", "ех"]

    private func time(_ run: Int) -> [Piece]? {
        let (hours, minutes) = (Self.number(bytes, runs[run].prefix(3)), Self.number(bytes, runs[run + 1].prefix(3)))
        guard runs[run].count <= 2, runs[run + 1].count == 2, hours <= 24, minutes < 60 else { return nil }
        let range = runs[run].lowerBound..<runs[run + 1].upperBound
        return [Piece(value: .literal(.time(hours * 60 + minutes)), utf8Range: range)]
    }

    /// `3-5`; not `555-35` or `10-05`, which are no ranges but parts of a number.
    private func rangePieces() -> [Piece]? {
        guard let low = whole(0), let high = whole(1), case .number(let first, _)? = low.first?.value,
            case .number(let second, _)? = high.first?.value, first < second
        else { return nil }
        return low + [dash(after: 0)] + high
    }

    private func date(_ run: Int) -> [Piece]? {
        let parts = runs[run...(run + 2)].map { (count: $0.count, value: Self.number(bytes, $0.prefix(4))) }
        let range = runs[run].lowerBound..<runs[run + 2].upperBound
        let found: (day: Int, month: Int, year: Int)
        switch (parts[0].count, parts[1].count, parts[2].count) {
        case (4, 2, 2): found = (parts[2].value, parts[1].value, parts[0].value)
        case (1...2, 1...2, 4): found = (parts[0].value, parts[1].value, parts[2].value)
        case (2, 2, 2) where bytes[runs[run].upperBound] != UInt8(ascii: "-"):
            found = (parts[0].value, parts[1].value, 2000 + parts[2].value)
        default: return nil
        }
        guard (1...31).contains(found.day), (1...12).contains(found.month), (1900...2099).contains(found.year) else {
            return nil
        }
        let value = ClaimLiteral.Value.date(day: found.day, month: found.month, year: found.year)
        return [Piece(value: .literal(value), utf8Range: range)]
    }

    /// Capital letters, Latin where a Russian letter looks the same.
    static func code(_ slice: ArraySlice<UInt8>) -> String {
        let upper = String(decoding: slice, as: UTF8.self).uppercased()
        return String(String.UnicodeScalarView(upper.unicodeScalars.map { twins[$0] ?? $0 }))
    }

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y",
        "Х": "X",
    ]
}
