/// A case of the Russian declension.
enum GrammaticalCase: Int, CaseIterable, Sendable {
    case nominative, genitive, dative, accusative, instrumental, prepositional
}

/// The genders and cases that a written form can have, as a set of up to 18: six cases each of masculine, feminine and plural.
///
/// What the parts of a name have in common is the intersection; an empty one says that they do not belong together.
struct NameForms: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let masculine = NameForms(rawValue: 0x3F)
    static let feminine = NameForms(rawValue: 0x3F << 6)
    static let plural = NameForms(rawValue: 0x3F << 12)
    static let singular: NameForms = [masculine, feminine]
    static let all: NameForms = [masculine, feminine, plural]
    static let nominative = NameForms(rawValue: 1 | 1 << 6 | 1 << 12)

    /// Which of the three blocks.
    enum Block: Int, Sendable {
        case masculine, feminine, plural
    }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ block: Block, _ cases: GrammaticalCase...) {
        rawValue = cases.reduce(0) { $0 | 1 << UInt32(block.rawValue * 6 + $1.rawValue) }
    }

    /// A case of all three.
    init(allBlocks grammaticalCase: GrammaticalCase) {
        self = [
            NameForms(.masculine, grammaticalCase), NameForms(.feminine, grammaticalCase),
            NameForms(.plural, grammaticalCase),
        ]
    }

    /// The first in the order masculine, feminine, plural and of the cases; `nil` if empty.
    ///
    /// A nominative comes before all other cases.
    var likeliest: (block: Block, grammaticalCase: GrammaticalCase)? {
        let preferred = isDisjoint(with: .nominative) ? self : intersection(.nominative)
        guard preferred.rawValue != 0 else { return nil }
        let bit = preferred.rawValue.trailingZeroBitCount
        guard let block = Block(rawValue: bit / 6), let found = GrammaticalCase(rawValue: bit % 6) else { return nil }
        return (block, found)
    }

    /// The genders it can have.
    var isMasculineOnly: Bool { !isDisjoint(with: .masculine) && isDisjoint(with: .feminine) }
    var isFeminineOnly: Bool { !isDisjoint(with: .feminine) && isDisjoint(with: .masculine) }
}
