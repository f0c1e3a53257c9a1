/// Something in a text that must not be invented: a number, a date, a time, a phone, a link, an address, a code.
struct ClaimLiteral: Equatable, Sendable {
    /// What it says, one for all spellings.
    enum Value: Equatable, Sendable {
        case quantity(Quantity)
        /// Parts that are not given are 0: «в марте», «15 марта», «2026 года».
        case date(day: Int, month: Int, year: Int)
        /// «Бесплатно»; the word is also compared as a word.
        case free
        /// Minutes after midnight.
        case time(Int)
        case phone(String)
        case link(String)
        case email(String)
        case code(String)
    }

    var value: Value
    /// Where it stands, with its unit.
    var utf8Range: Range<Int>
    /// How it bounds: one of these readings must be a reading of the source too.
    var bound: Bound = .exact
    /// How many words and numbers of its sentence are before it.
    var position = 0
    /// How many commas and clauses of its text are before it.
    var segment = 0
    /// The unit that stands with it, if one does.
    var unit: MeasureUnit?
    /// The number as it is written, without its unit, in ten-thousandths: its lower and its upper end.
    var written: ClosedRange<Int>?
    var clause = 0
    var sentence = 0
    /// Whether a «не» stands before it: «не kudesovo.example».
    var isDenied = false
    /// Whether a word near it makes it the last time: «заканчивается 19 ноября».
    var isDeadline = false
    /// Whether its number is a word: «один», «обоих», «первым».
    var isInWords = false

    /// Ways in which a number limits.
    ///
    /// A literal has all readings that its words allow: «в течение 14 дней» may mean that it lasts 14 days or at most 14 days.
    struct Bound: OptionSet, Sendable {
        let rawValue: UInt16

        static let equal = Bound(rawValue: 1)
        static let within = Bound(rawValue: 2)
        static let atMost = Bound(rawValue: 4)
        static let lessThan = Bound(rawValue: 8)
        static let atLeast = Bound(rawValue: 16)
        static let moreThan = Bound(rawValue: 32)
        static let later = Bound(rawValue: 64)
        static let about = Bound(rawValue: 128)
        /// «В месяц», «каждый день»: no length but a rate.
        static let rate = Bound(rawValue: 256)

        static let exact: Bound = [.equal]
    }
}
