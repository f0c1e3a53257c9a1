/// The words of which a request for a person is made when it holds nothing else.
///
/// Each word has a role or several. A clause whose every word has one tells of nothing but the wish to reach somebody, however its words are
/// put together; ``HumanRequestClause`` decides. Beginnings are marked by `*`.
/// - Source: our own wordings.
enum HumanRequestVocabulary {
    /// What a word does in a request.
    enum Role: Int32, CaseIterable, Sendable {
        /// Somebody who answers customers, or anybody.
        case person
        /// That the person be real.
        case living
        /// Somebody not named: «кто-нибудь».
        case somebody
        /// What answers instead of a person.
        case machine
        /// The same, but a word of many uses: «программа», «шаблон».
        case vagueMachine
        /// A verb that brings somebody.
        case call
        /// A verb of talking, answering, helping.
        case talk
        /// A wish.
        case wish
        /// A complaint about the one who answers.
        case scorn
        /// A verb of telephoning that asks for it.
        case ring
        /// A telephone or its number.
        case telephone
        /// Whose number it is: «горячей линии», «поддержки».
        case line
        /// The one who is spoken to: «вы», «ты».
        case addressed
        /// A word of no weight.
        case filler
    }

    /// The roles of a word as a set of bits, 0 for a word that no request needs.
    static func roles(of word: ReadWord) -> Roles {
        if word.isNumber { return [] }
        var roles = Roles()
        for role in table.elements(of: word, allowsSlip: false) { roles.insert(Roles(role: role)) }
        if roles.has(.call), isPast(word.text) { roles.remove(Roles(.call)) }
        if roles.has(.living), Self.isAdverb(word.text) { roles.remove(Roles(.living)) }
        if roles.isEmpty { roles = misspelt(word) }
        return roles
    }

    /// «Соединили»: what was done is not asked for.
    private static func isPast(_ text: String) -> Bool { ["л", "ла", "ли", "ло"].contains { text.hasSuffix($0) } }

    /// «Нормально» sounds like «нормальна».
    private static func isAdverb(_ text: String) -> Bool { text.hasSuffix("о") && !text.hasSuffix("го") }

    /// A set of roles.
    struct Roles: OptionSet, Sendable {
        let rawValue: UInt32

        init(rawValue: UInt32) { self.rawValue = rawValue }
        fileprivate init(role: Int32) { rawValue = 1 << UInt32(role) }
        init(_ role: Role) { self.init(role: role.rawValue) }

        func has(_ role: Role) -> Bool { contains(Roles(role)) }
    }

    private static func misspelt(_ word: ReadWord) -> Roles {
        guard word.letters.count >= 6, word.letters.allSatisfy(LetterCode.isRussian) else { return [] }
        if HumanRequestWords.otherWords.contains(where: word.text.hasPrefix) { return [] }
        for (letters, key, role) in nearly
        where Misspelling.begins(word.letters, withNearly: letters) || Misspelling.begins(word.key, withNearly: key) {
            return Roles(role)
        }
        for (letters, role) in nearlyWhole where Misspelling.isNearly(word.letters[...], letters) {
            return Roles(role)
        }
        return []
    }

    /// Stems that are misspelt all the time.
    private static let nearly: [([UInt8], [UInt8], Role)] = HumanRequestWords.misspeltStems.map { text in
        let letters = LetterCode.codes(of: text)
        return (letters, SoundFolding.key(of: letters), .person)
    }

    /// Forms that are misspelt all the time.
    private static let nearlyWhole: [([UInt8], Role)] = {
        let forms: [(String, Role)] = [
            ("позовите соедините переключите переведите подключите пригласите свяжите соединить позвать", .call),
            ("перезвоните позвоните", .ring), ("поговорить связаться пообщаться говорить", .talk),
            ("пожалуйста здравствуйте срочно", .filler), ("живого", .living),
        ]
        return forms.flatMap { text, role in text.split(separator: " ").map { (LetterCode.codes(of: $0), role) } }
    }()

    private static let table: CueWordTable = {
        var builder = CueWordTable.Builder()
        for (role, text) in words {
            for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                builder.insert(LetterCode.codes(of: word), isBeginning: word.hasSuffix("*"), role.rawValue)
            }
        }
        return CueWordTable(builder)
    }()
}
