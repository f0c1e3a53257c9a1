/// Words and signs of units, months and days of the week.
enum UnitWords {
    /// Adds the words to a table.
    static func add(to table: inout SenseTable) {
        for (dimension, factor, words) in units {
            table.add(words, WordSense(weight: .glue, unit: MeasureUnit(dimension: dimension, factor: factor)))
        }
        for (index, words) in months.enumerated() {
            table.add(words, WordSense(weight: .glue, month: UInt8(index + 1)))
        }
        for (words, value, unit) in wholeQuantities {
            table.add(words, WordSense(weight: .glue, number: .cardinal(value), unit: unit))
        }
        for (beginning, value) in NumberWords.compoundBeginnings {
            for (adjective, unit) in adjectives {
                table.add("\(beginning)\(adjective)*", WordSense(weight: .glue, number: .cardinal(value), unit: unit))
            }
        }
    }

    private static let units: [(MeasureUnit.Dimension, Int, String)] = [
        (.roubles, 100, "руб р рубл* рублей rub rur целков*"), (.roubles, 1, "коп копе*"),
        (.dollars, 1, "доллар* usd бакс*"), (.euros, 1, "евро eur"), (.percent, 1, "процент* процентн*"),
        (.seconds, 1, "сек секунд*"), (.seconds, 60, "мин минут*"),
        (.seconds, 3600, "ч час часа часу часом часов часам часами часах часовой часового часовую"),
        (
            .days, 1,
            "день дня дню днем дне дни дней дням днями днях дн дневн* сутки суток суткам сутками сутках суточн*"
        ),
        (.days, 7, "недел* нед"), (.months, 1, "месяц* мес"), (.quarters, 1, "квартал*"),
        (.months, 12, "год года году годом годе годы годов годам годами лет летн* годовой годовая годовую годового"),
        (.grams, 1000, "кг килограмм* кило"), (.grams, 1, "г гр грамм*"), (.grams, 1_000_000, "тонн*"),
        (.millimetres, 1, "мм миллиметр*"), (.millimetres, 10, "см сантиметр*"),
        (.millimetres, 1000, "м метр метра метров метрах метрам"),
        (.millimetres, 1_000_000, "км километр*"), (.millilitres, 1000, "л литр литра литров"),
        (.millilitres, 1, "мл миллилитр*"),
        (.kilobytes, 1, "кб килобайт*"), (.kilobytes, 1024, "мб мегабайт* mb"),
        (.kilobytes, 1024 * 1024, "гб гигабайт* gb"),
        (.times, 1, "раз раза разу"),
    ]

    /// The roots of adjectives such as «двухнедельный» and `30-дневный`.
    private static let adjectives: [(String, MeasureUnit)] = [
        ("секундн", .init(dimension: .seconds, factor: 1)), ("минутн", .init(dimension: .seconds, factor: 60)),
        ("часов", .init(dimension: .seconds, factor: 3600)), ("дневн", .init(dimension: .days, factor: 1)),
        ("суточн", .init(dimension: .days, factor: 1)), ("недельн", .init(dimension: .days, factor: 7)),
        ("месячн", .init(dimension: .months, factor: 1)), ("годичн", .init(dimension: .months, factor: 12)),
        ("летн", .init(dimension: .months, factor: 12)), ("процентн", .init(dimension: .percent, factor: 1)),
        ("рублев", .init(dimension: .roubles, factor: 100)), ("кратн", .init(dimension: .times, factor: 1)),
        ("разов", .init(dimension: .times, factor: 1)), ("килограммов", .init(dimension: .grams, factor: 1000)),
    ]

    /// Whole words that are a quantity: value in ten-thousandths and unit.
    private static let wholeQuantities: [(String, Int, MeasureUnit)] = [
        ("накануне", Quantity.one, .init(dimension: .days, factor: 1)),
        ("полчаса получаса", Quantity.one, .init(dimension: .seconds, factor: 1800)),
        ("полгода полугода", Quantity.one, .init(dimension: .months, factor: 6)),
        ("полдня", Quantity.one, .init(dimension: .seconds, factor: 43_200)),
        ("полмесяца", 5_000, .init(dimension: .months, factor: 1)),
    ]

    private static let months = [
        "январ*", "феврал*", "март марта марту мартом марте", "апрел*", "май мая маю маем мае", "июн*", "июл*",
        "август*",
        "сентябр*", "октябр*", "ноябр*", "декабр*",
    ]
}
