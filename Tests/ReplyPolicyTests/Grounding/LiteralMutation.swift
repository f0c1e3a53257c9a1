/// One change of a true sentence that puts something into it which its source does not say: a number, a unit, a date, a link, a phone.
///
/// A mutation is made only where what it writes differs from everything in the source.
enum LiteralMutation: CaseIterable {
    case digit, timesTen, unit, monthName, year, inWords, arabicDigits, fullWidthDigits, hiddenCharacter, romanNumber,
        glued
    case addedNumber, addedDate, addedLink, addedPhone, addedPercent, addedEmail, addedTime, addedSumInWords, bound

    /// The changed sentence; `nil` where there is nothing to change.
    func apply(to sentence: KnowledgeSentence, _ random: inout some RandomNumberGenerator) -> String? {
        let text = sentence.text
        switch self {
        case .addedNumber: return text.adding("и \(number(notIn: sentence, &random)) дней", &random)
        case .addedDate: return text.adding("до \(Int.random(in: 2...28, using: &random)) февраля 2031 года", &random)
        case .addedLink:
            return text.adding("на https://kudesovo-\(Int.random(in: 10...99, using: &random)).example/help", &random)
        case .addedPhone:
            return text.adding("по номеру 8 912 \(Int.random(in: 100...999, using: &random))-44-55", &random)
        case .addedPercent: return text.adding("и \(number(notIn: sentence, &random)) %", &random)
        case .addedEmail:
            return text.adding("на boss\(Int.random(in: 1...9, using: &random))@kudesovo.example", &random)
        case .addedTime: return text.adding("до 04:\(Int.random(in: 11...59, using: &random))", &random)
        case .addedSumInWords: return text.adding("и семьсот сорок три рубля", &random)
        case .monthName: return replaceWord(text, Self.months, &random, notIn: sentence.paragraph)
        case .unit: return replaceUnit(text, &random)
        case .bound: return replaceBound(text, &random)
        default: return replaceNumber(sentence, &random)
        }
    }

    // MARK: Numbers

    private func number(notIn sentence: KnowledgeSentence, _ random: inout some RandomNumberGenerator) -> Int {
        let known = Set(sentence.paragraph.numbers.map(\.value))
        var value = Int.random(in: 31...89, using: &random)
        // Seven days are a week.
        while known.contains(value) || value % 7 == 0 { value += 1 }
        return value
    }

    private func replaceNumber(_ sentence: KnowledgeSentence, _ random: inout some RandomNumberGenerator) -> String? {
        let known = Set(sentence.paragraph.numbers.map(\.value))
        guard let found = sentence.text.numbers.filter(\.isFree).randomElement(using: &random) else { return nil }
        var changed = found.value
        switch self {
        case .timesTen: changed *= 10
        case .year:
            guard (1990...2090).contains(changed) else { return nil }
            changed += 1
        default:
            let digits = Array(String(changed))
            let place = Int.random(in: 0..<digits.count, using: &random)
            let shift = Int.random(in: 1...9, using: &random)
            let digit = ((digits[place].wholeNumberValue ?? 0) + shift) % 10
            changed = Int(String(digits[..<place]) + String(digit) + String(digits[(place + 1)...])) ?? changed
        }
        guard changed != 0, !known.contains(changed) else { return nil }
        switch self {
        case .inWords:
            guard let words = Self.words(changed) else { return nil }
            return sentence.text.replacing(found, with: words)
        case .romanNumber:
            guard let roman = Self.roman(changed) else { return nil }
            return sentence.text.replacing(found, with: roman)
        case .arabicDigits: return sentence.text.replacing(found, with: Self.digits(changed, from: 0x0660))
        case .fullWidthDigits: return sentence.text.replacing(found, with: Self.digits(changed, from: 0xFF10))
        case .hiddenCharacter:
            return sentence.text.replacing(
                found, with: String(changed).map(String.init).joined(separator: "\u{200B}") + "\u{200B}")
        case .glued: return sentence.text.replacing(found, with: "\(changed)x")
        default: return sentence.text.replacing(found, with: String(changed))
        }
    }

    private static func digits(_ value: Int, from zero: UInt32) -> String {
        String(
            String.UnicodeScalarView(String(value).unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x30 + zero) })
        )
    }

    private static func roman(_ value: Int) -> String? {
        guard (1...39).contains(value) else { return nil }
        let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return String(repeating: "X", count: value / 10) + units[value % 10]
    }

    private static func words(_ value: Int) -> String? {
        let units = ["", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"]
        let tens = [
            "", "десять", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
            "девяносто",
        ]
        guard (2...99).contains(value), !(11...19).contains(value) else { return nil }
        return [tens[value / 10], units[value % 10]].filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: Words

    private static let months = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ]

    private func replaceWord(
        _ text: String, _ words: [String], _ random: inout some RandomNumberGenerator, notIn paragraph: String
    ) -> String? {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let place = parts.firstIndex(where: { words.contains($0) }),
            let other = words.filter({ !paragraph.contains($0) }).randomElement(using: &random)
        else { return nil }
        parts[place] = other
        return parts.joined(separator: " ")
    }

    private static let units: [String: String] = [
        "дней": "часов", "дня": "месяца", "день": "час", "минут": "часов", "часов": "минут", "часа": "дня",
        "месяцев": "лет",
        "рублей": "долларов", "кг": "г", "₽": "$", "%": "₽", "см": "м", "раза": "дня", "₽,": "$,", "₽.": "$.",
        "дней,": "недель,",
        "дней.": "недель.", "минут,": "дней,", "месяца": "дня",
    ]

    private func replaceUnit(_ text: String, _ random: inout some RandomNumberGenerator) -> String? {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let places = parts.indices.dropFirst().filter {
            Self.units[parts[$0]] != nil && parts[$0 - 1].last?.isNumber == true
        }
        guard let place = places.randomElement(using: &random), let other = Self.units[parts[place]] else { return nil }
        parts[place] = other
        return parts.joined(separator: " ")
    }

    private static let bounds = ["до": "от", "от": "до", "больше": "меньше", "меньше": "больше", "максимум": "минимум"]

    private func replaceBound(_ text: String, _ random: inout some RandomNumberGenerator) -> String? {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let places = parts.indices.dropLast().filter {
            Self.bounds[parts[$0]] != nil && parts[$0 + 1].first?.isNumber == true && !parts[$0 + 1].contains("–")
                && parts.filter { Self.bounds[$0] != nil }.count == 1
        }
        guard let place = places.randomElement(using: &random), let other = Self.bounds[parts[place]] else {
            return nil
        }
        parts[place] = other
        return parts.joined(separator: " ")
    }
}

/// A number in digits in a text.
struct WrittenNumber {
    let value: Int
    /// Offsets of characters.
    let characters: Range<Int>
    /// Whether it is no part of a code, a date or a phone.
    let isFree: Bool
}

extension String {
    /// The numbers in digits, groups of thousands as one.
    var numbers: [WrittenNumber] {
        let characters = Array(self)
        var found: [WrittenNumber] = []
        var index = 0
        while index < characters.count {
            guard characters[index].isASCII, characters[index].isNumber else {
                index += 1
                continue
            }
            let start = index
            while index < characters.count, characters[index].isNumber { index += 1 }
            while index - start <= 3, index + 3 < characters.count, characters[index].isWhitespace,
                characters[index + 1...index + 3].allSatisfy(\.isNumber),
                index + 4 == characters.count || !characters[index + 4].isNumber
            { index += 4 }
            let value = Int(String(characters[start..<index].filter(\.isNumber))) ?? 0
            let before = start > 0 ? characters[start - 1] : " "
            let after = index < characters.count ? characters[index] : " "
            let isFree =
                (before.isWhitespace || before == "(" || before == "«")
                && (after.isWhitespace || after == "," || after == "." || after == ")")
            // `8 800 000-10-20` is the same phone with another first digit or none.
            let isOfPhone =
                after == " " && index + 1 < characters.count && characters[index + 1].isNumber
            let isDecimal =
                index + 1 < characters.count && (after == "," || after == ".") && characters[index + 1].isNumber
            found.append(
                WrittenNumber(
                    value: value, characters: start..<index,
                    isFree: isFree && !isDecimal && !isOfPhone && index - start < 7))
        }
        return found
    }

    /// The text with other words in place of a number.
    func replacing(_ number: WrittenNumber, with words: String) -> String {
        let characters = Array(self)
        return String(characters[..<number.characters.lowerBound]) + words
            + String(characters[number.characters.upperBound...])
    }

    /// The text with some words put in before its last sign or after its first word.
    func adding(_ words: String, _ random: inout some RandomNumberGenerator) -> String {
        if Bool.random(using: &random), let last, last == "." { return dropLast() + " " + words + "." }
        var parts = split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        parts.insert(words, at: Int.random(in: 1...parts.count, using: &random))
        return parts.joined(separator: " ")
    }
}
