/// The parts of a person's canonical value, to tell whether two mentions are one person.
///
/// `surname|given name|patronymic`; a part that is not given is empty, an initial is its letter and a full stop.
struct PersonName: Equatable {
    private(set) var surname: String
    private(set) var given: String
    private(set) var patronymic: String

    /// Reads a canonical value; missing parts are empty.
    init(canonical: String) {
        let parts = canonical.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        surname = parts.first ?? ""
        given = parts.count > 1 ? parts[1] : ""
        patronymic = parts.count > 2 ? parts[2] : ""
    }

    /// The canonical value.
    var canonical: String { "\(surname)|\(given)|\(patronymic)" }

    /// Whether two mentions can only be one person, as far as the words go.
    ///
    /// No part conflicts, and either the surname is the same and the given names are there and agree, or given name and patronymic are the
    /// same in full. A surname or a given name alone is too little: fathers and sons, and many an Anna, write to one shop.
    func isSamePerson(as other: PersonName) -> Bool {
        guard Self.agree(surname, other.surname), Self.agree(given, other.given),
            Self.agree(patronymic, other.patronymic)
        else { return false }
        let hasSurname = !surname.isEmpty && surname == other.surname && !Self.isInitial(surname)
        if hasSurname, !given.isEmpty, !other.given.isEmpty { return true }
        return Self.isFull(given) && given == other.given && Self.isFull(patronymic) && patronymic == other.patronymic
    }

    /// Takes over the parts that another mention says more fully.
    mutating func merge(_ other: PersonName) {
        if Self.isFuller(other.surname, surname) { surname = other.surname }
        if Self.isFuller(other.given, given) { given = other.given }
        if Self.isFuller(other.patronymic, patronymic) { patronymic = other.patronymic }
    }

    private static func isInitial(_ part: String) -> Bool { part.hasSuffix(".") }

    private static func isFull(_ part: String) -> Bool { !part.isEmpty && !isInitial(part) }

    private static func isFuller(_ part: String, _ old: String) -> Bool {
        old.isEmpty || (isInitial(old) && isFull(part))
    }

    private static func agree(_ one: String, _ other: String) -> Bool {
        if one.isEmpty || other.isEmpty || one == other { return true }
        guard isInitial(one) || isInitial(other) else { return false }
        return one.first == other.first
    }
}
