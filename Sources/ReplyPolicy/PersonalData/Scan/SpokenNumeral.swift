/// A numeral that people say or write in words: «девятьсот шестнадцать», «ноль», «три семёрки».
enum SpokenNumeral: Equatable, Sendable {
    /// 100, 200 … 900: three digits.
    case hundreds(UInt8)
    /// 20, 30 … 90: two digits.
    case tens(UInt8)
    /// 10 … 19: two digits.
    case teen(UInt8)
    /// 0 … 9: one digit.
    case unit(UInt8)
    /// The noun of a digit after a count: «два нуля», «три семёрки».
    case digits(of: UInt8)
    /// «плюс» before the code of a country.
    case plus
    /// A sign between groups that is said: «тире», «дефис», «пробел», «скобка».
    case sign

    /// The numeral with a normalised form, or `nil`.
    ///
    /// The nominative, as people dictate, and the usual misspellings.
    static func of(_ form: String) -> SpokenNumeral? { table[form] }

    private static let table: [String: SpokenNumeral] = {
        var table: [String: SpokenNumeral] = ["плюс": .plus]
        for word in signs { table[word] = .sign }
        for (index, words) in units.enumerated() { for word in words { table[word] = .unit(UInt8(index)) } }
        for (index, words) in teens.enumerated() { for word in words { table[word] = .teen(UInt8(index)) } }
        for (index, words) in tens.enumerated() { for word in words { table[word] = .tens(UInt8(index + 2)) } }
        for (index, words) in hundreds.enumerated() { for word in words { table[word] = .hundreds(UInt8(index + 1)) } }
        for (index, words) in nouns.enumerated() { for word in words { table[word] = .digits(of: UInt8(index)) } }
        return table
    }()

    private static let signs = ["тире", "дефис", "черточка", "пробел", "слеш", "слэш", "скобка"]
    private static let units: [[String]] = [
        ["ноль", "нуль", "ноли"], ["один", "одна", "раз", "адин"], ["два", "две"], ["три"],
        ["четыре", "четыри", "читыре"],
        ["пять", "пят"], ["шесть", "шест"], ["семь", "сем"], ["восемь", "восем", "восимь"],
        ["девять", "девят", "дивять"],
    ]
    private static let teens: [[String]] = [
        ["десять", "десят"], ["одиннадцать", "одинадцать", "одинацать"], ["двенадцать", "двенацать"],
        ["тринадцать", "тринацать"],
        ["четырнадцать", "четырнацать"], ["пятнадцать", "пятнацать"], ["шестнадцать", "шеснадцать", "шестнацать"],
        ["семнадцать", "семнацать"], ["восемнадцать", "восемнацать"], ["девятнадцать", "девятнацать"],
    ]
    private static let tens: [[String]] = [
        ["двадцать", "двацать"], ["тридцать", "трицать"], ["сорок"], ["пятьдесят", "пятдесят", "пядесят"],
        ["шестьдесят", "шестдесят", "шисят"], ["семьдесят", "семдесят"], ["восемьдесят", "восемдесят"],
        ["девяносто", "девяноста"],
    ]
    private static let hundreds: [[String]] = [
        ["сто"], ["двести", "двисти"], ["триста"], ["четыреста", "четыриста"], ["пятьсот", "пятсот", "пицот"],
        ["шестьсот", "шестсот"], ["семьсот", "семсот"], ["восемьсот", "восемсот"], ["девятьсот", "девятсот"],
    ]
    private static let nouns: [[String]] = [
        ["нуля", "нулей", "ноля", "нолей"], ["единицы", "единиц"], ["двойки", "двоек"], ["тройки", "троек"],
        ["четверки", "четверок"], ["пятерки", "пятерок"], ["шестерки", "шестерок"], ["семерки", "семерок"],
        ["восьмерки", "восьмерок"], ["девятки", "девяток"],
    ]
}
