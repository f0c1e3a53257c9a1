import TextAnalysis

/// Finds number plates of vehicles, in Cyrillic or Latin letters, of any size.
///
/// Found: «А123ВС77», «m038em 78», «к 377 ув 161 rus», «машина О670ВР» without a region; with a word about a vehicle also «АН 7078 77»
/// (trailer), «1234 АВ 77» (motorcycle), «ВА 078 77» (taxi).
/// Not: «в 120 см 50 штук», «А123» alone. Near miss: «с 200 мм 16», whose spaced small letters need a word about a vehicle.
/// - Source: ГОСТ Р 50577-2018, types 1, 1Б, 2, 4; codes of regions: Order of the Ministry of the Interior 766 of 5 October 2017.
struct NumberPlateRecognizer: NumberRecognizer {
    /// A form of plate: letters, digits, letters; without the region.
    private struct Form {
        let lettersBefore: Int
        let digits: Int
        let lettersAfter: Int
        let needsWord: Bool
    }

    private static let forms = [
        Form(lettersBefore: 1, digits: 3, lettersAfter: 2, needsWord: false),
        Form(lettersBefore: 2, digits: 4, lettersAfter: 0, needsWord: true),
        Form(lettersBefore: 0, digits: 4, lettersAfter: 2, needsWord: true),
        Form(lettersBefore: 2, digits: 3, lettersAfter: 0, needsWord: true),
    ]

    func findings(in scan: NumberScan) -> [PersonalDataFinding] {
        scan.text.words.compactMap { word in
            let start = word.utf8Range.lowerBound
            guard word.utf8Range.count <= 24, canStartPlate(start, scan), startsToken(start, scan) else { return nil }
            for form in Self.forms {
                if let found = match(form, at: start, scan) { return found }
            }
            return nil
        }
    }

    /// Whether a digit comes within the first three characters, and they are of a plate.
    private func canStartPlate(_ start: Int, _ scan: NumberScan) -> Bool {
        let bytes = scan.text.bytes
        var index = start
        var count = 0
        while index < bytes.count, count < 6 {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            switch ScalarClass(scalar) {
            case .digit: return true
            case .letter: if PlateLetter(scalar) == nil { return false }
            case .invisible, .separator: break
            }
            index += length
            count += 1
        }
        return false
    }

    private func startsToken(_ start: Int, _ scan: NumberScan) -> Bool {
        guard start > 0 else { return true }
        let before = scan.text.bytes[start - 1]
        return before < 0x80 && !(0x30...0x39).contains(before) && !(0x41...0x5A).contains(before & ~0x20)
            || scan.text.bytes[..<start].suffix(2).elementsEqual([0xC2, 0xAB])
            || scan.text.bytes[..<start].suffix(2).elementsEqual([0xC2, 0xA0])
    }

    private func match(_ form: Form, at start: Int, _ scan: NumberScan) -> PersonalDataFinding? {
        var reader = PlateReader(bytes: scan.text.bytes, index: start)
        guard reader.readLetters(form.lettersBefore), reader.readDigits(form.digits...form.digits),
            reader.readLetters(form.lettersAfter)
        else {
            return nil
        }
        guard reader.number.contains(where: { $0 != "0" }), !reader.touchesLetter else { return nil }
        let end = reader.end
        var region = reader
        let hasRegion =
            region.readDigits(2...3) && !region.touchesLetter && isRegion(region.number.suffix(region.lastCount))
        if hasRegion { region.readCountry() } else { region = reader }
        let range = start..<(hasRegion ? region.end : end)
        let isSaid =
            scan.context.support(for: .vehicle, around: range) == .nearest || region.hasCountry
            || (!form.needsWord && isAtGate(range, scan))
        let isUnit = Self.units.contains(String(reader.text.unicodeScalars.suffix(2)))
        if form.needsWord { guard isSaid, hasRegion else { return nil } }
        guard
            hasRegion
                || (!reader.touchesDigit
                    && (isSaid || (isAlone(range, scan) && !reader.isSpaced)
                        || (isNamed(start, scan) && reader.isUpper && !reader.isSpaced)))
        else { return nil }
        guard isSaid || (!isUnit && !reader.isSpaced) || region.isUpper || isAlone(range, scan) else { return nil }
        let score: Float = isSaid ? 0.95 : region.isSpaced || !hasRegion ? 0.6 : 0.9
        return PersonalDataFinding(
            kind: .numberPlate, utf8Range: range, score: score, canonical: hasRegion ? region.text : reader.text,
            explanation: isSaid ? "номер по форме, рядом сказано о машине" : "буква, три цифры, две буквы и код региона"
        )
    }

    /// A message of nothing but the plate.
    private func isAlone(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        scan.text.words.allSatisfy { $0.utf8Range.overlaps(range) }
    }

    /// What the last two letters of a measure look like: «в 120 см 50».
    private static let units: Set<String> = ["мм", "см", "км", "ом"]

    /// «разрешите въезд», «скажите на шлагбауме».
    private func isAtGate(_ range: Range<Int>, _ scan: NumberScan) -> Bool {
        scan.context.all(before: range.lowerBound).contains(.gate)
            || scan.context.all(after: range.upperBound, within: 60).contains(.gate)
    }

    /// «номер», «скажите» right before, and nothing of orders and goods.
    private func isNamed(_ start: Int, _ scan: NumberScan) -> Bool {
        !scan.context.nearest([.number, .told], before: start, within: 16).isEmpty
            && scan.context.all(before: start).isDisjoint(with: [.thing, .otherCode, .order])
    }

    /// 01…99, and with a leading 1, 2, 7, 9 or 3 for the further series of a region.
    private func isRegion(_ digits: Substring) -> Bool {
        guard let value = Int(digits) else { return false }
        return digits.count == 2 ? value > 0 : [1, 2, 3, 4, 5, 6, 7, 8, 9].contains(value / 100) && value % 100 > 0
    }
}

/// Reads the parts of a plate, with at most one sign or space between them.
private struct PlateReader {
    let bytes: [UInt8]
    var index: Int
    /// After the last character read.
    private(set) var end = 0
    private(set) var text = ""
    private(set) var number = ""
    private(set) var lastCount = 0
    private(set) var isSpaced = false
    private(set) var isUpper = true
    private(set) var hasCountry = false

    init(bytes: [UInt8], index: Int) {
        self.bytes = bytes
        self.index = index
        end = index
    }

    private mutating func next() -> UInt32? {
        while index < bytes.count {
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            if ScalarClass(scalar) == .invisible { index += length } else { return scalar }
        }
        return nil
    }

    private mutating func advance() {
        index += WellFormedUTF8.scalar(bytes, at: index).length
    }

    private mutating func passSigns() {
        var count = 0
        while count < 2, !text.isEmpty, let scalar = next(), case .separator(let sign) = ScalarClass(scalar),
            !sign.isDisjoint(with: [.space, .dash, .slash, .newline])
        {
            isSpaced = isSpaced || !sign.isDisjoint(with: [.space, .newline])
            count += 1
            advance()
        }
    }

    mutating func readLetters(_ count: Int) -> Bool {
        guard count > 0 else { return true }
        passSigns()
        for _ in 0..<count {
            guard let scalar = next(), let letter = PlateLetter(scalar) else { return false }
            text.unicodeScalars.append(letter.small)
            isUpper = isUpper && letter.isUpper
            advance()
            end = index
        }
        return true
    }

    mutating func readDigits(_ counts: ClosedRange<Int>) -> Bool {
        passSigns()
        lastCount = 0
        while lastCount < counts.upperBound, let scalar = next(), case .digit(let value) = ScalarClass(scalar) {
            text += String(value)
            number += String(value)
            lastCount += 1
            advance()
            end = index
        }
        return counts.contains(lastCount) && !touchesDigit
    }

    /// Whether a letter follows.
    var touchesLetter: Bool {
        var copy = self
        guard let scalar = copy.next() else { return false }
        return ScalarClass(scalar) == .letter
    }

    /// Whether a digit follows.
    var touchesDigit: Bool {
        var copy = self
        guard let scalar = copy.next(), case .digit = ScalarClass(scalar) else { return false }
        return true
    }

    /// `RUS` after the region.
    mutating func readCountry() {
        var copy = self
        copy.passSigns()
        let tail = bytes[copy.index...].prefix(3).map { $0 & ~0x20 }
        guard tail == Array("RUS".utf8) else { return }
        hasCountry = true
        end = copy.index + 3
    }
}
