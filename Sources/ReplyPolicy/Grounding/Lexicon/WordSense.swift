/// What the lexicon knows of a word.
struct WordSense: Equatable, Sendable {
    /// How much a word claims.
    enum Weight: Sendable {
        /// Nothing: politeness, reference, connection.
        case glue
        /// Little: words of general use that a paraphrase brings in.
        case general
        /// Ordinary.
        case content
        /// A word that must be in the source: one of a set of contrasts, or a promise.
        case critical
    }

    /// What a word does to the sentence.
    struct Role: OptionSet, Sendable {
        let rawValue: UInt32

        /// «не», «ни».
        static let negation = Role(rawValue: 1)
        /// «нельзя», «невозможно», «нет»: negates by itself.
        static let denial = Role(rawValue: 1 << 1)
        /// «без».
        static let without = Role(rawValue: 1 << 2)
        /// «обычно», «иногда», «как правило».
        static let hedge = Role(rawValue: 1 << 3)
        /// «всегда», «обязательно», «гарантированно».
        static let certainty = Role(rawValue: 1 << 4)
        /// «можно», «вправе».
        static let permission = Role(rawValue: 1 << 5)
        /// «нужно», «обязан».
        static let obligation = Role(rawValue: 1 << 6)
        /// «если», «при», «когда».
        static let condition = Role(rawValue: 1 << 7)
        /// «только», «лишь».
        static let restriction = Role(rawValue: 1 << 8)
        /// «кроме», «за исключением».
        static let exception = Role(rawValue: 1 << 9)
        /// «все», «любой».
        static let universal = Role(rawValue: 1 << 10)
        /// «некоторые», «часть».
        static let partial = Role(rawValue: 1 << 11)
        /// A conjunction that starts a clause.
        static let clauseStart = Role(rawValue: 1 << 12)
        /// «может», «могут»: permission or chance.
        static let possibility = Role(rawValue: 1 << 13)
        /// A promise or guarantee of the shop.
        static let promise = Role(rawValue: 1 << 14)
        /// Says no without denying: «отбрасываем», «прекращается».
        static let negative = Role(rawValue: 1 << 15)
        /// Makes a time near it the last one: «последний день», «закончится».
        static let deadline = Role(rawValue: 1 << 16)
    }

    /// Sets of words that may replace each other.
    var groups: [UInt16] = []
    /// Sets of words that it is a kind of: «кроссовки» is of «обувь».
    var kinds: [UInt16] = []
    /// The sides of the pairs of opposites it is on: +n and −n are opposite.
    var sides: [Int16] = []
    /// The set of contrasts it belongs to; 0 for none.
    var contrast: UInt8 = 0
    var weight: Weight?
    var roles: Role = []
    var number: NumberWord?
    var unit: MeasureUnit?
    /// 1 to 12 for a month.
    var month: UInt8 = 0

    /// Takes over what a more exact pattern says; the sets of synonyms add up.
    mutating func override(with other: WordSense) {
        if groups.isEmpty { groups = other.groups } else { groups += other.groups }
        if !other.kinds.isEmpty { kinds = other.kinds }
        if !other.sides.isEmpty { sides = other.sides }
        if let weight = other.weight { self.weight = weight }
        if other.contrast != 0 { contrast = other.contrast }
        if !other.roles.isEmpty { roles = other.roles }
        if let number = other.number { self.number = number }
        if let unit = other.unit { self.unit = unit }
        if other.month != 0 { month = other.month }
    }

    /// Adds what another list says of the same pattern.
    mutating func merge(_ other: WordSense) {
        groups += other.groups
        kinds += other.kinds
        sides += other.sides
        weight = other.weight ?? weight
        if other.contrast != 0 { contrast = other.contrast }
        roles.formUnion(other.roles)
        number = other.number ?? number
        unit = other.unit ?? unit
        if other.month != 0 { month = other.month }
    }
}

/// A word that says a number.
enum NumberWord: Equatable, Sendable {
    /// Ten-thousandths.
    case cardinal(Int)
    case ordinal(Int)
    /// «тысяча», «миллион».
    case scale(Int)
}
