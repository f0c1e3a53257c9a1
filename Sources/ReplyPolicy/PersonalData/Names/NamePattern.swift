/// The orders in which the parts of a Russian name are written.
enum NamePattern: CaseIterable, Sendable {
    case surnameGivenPatronymic, givenPatronymicSurname, givenPatronymic, surnameGiven, givenSurname
    case surnameInitials, initialsSurname, surnameInitial, initialSurname, surnameGivenInitial, givenInitialSurname,
        givenInitials
    case givenInitial, given, patronymic, surname

    /// A part of a name.
    enum Role: Sendable {
        case surname, given, patronymic, initial
    }

    var roles: [Role] {
        switch self {
        case .surnameGivenPatronymic: [.surname, .given, .patronymic]
        case .givenPatronymicSurname: [.given, .patronymic, .surname]
        case .givenPatronymic: [.given, .patronymic]
        case .surnameGiven: [.surname, .given]
        case .givenSurname: [.given, .surname]
        case .surnameInitials: [.surname, .initial, .initial]
        case .initialsSurname: [.initial, .initial, .surname]
        case .surnameInitial: [.surname, .initial]
        case .initialSurname: [.initial, .surname]
        case .surnameGivenInitial: [.surname, .given, .initial]
        case .givenInitialSurname: [.given, .initial, .surname]
        case .givenInitials: [.given, .initial, .initial]
        case .givenInitial: [.given, .initial]
        case .given: [.given]
        case .patronymic: [.patronymic]
        case .surname: [.surname]
        }
    }

    /// The orders with their parts, worked out once.
    static let all: [(pattern: NamePattern, roles: [Role])] = allCases.map { ($0, $0.roles) }

    /// What was recognised, for people.
    var explanation: String {
        switch self {
        case .surnameGivenPatronymic, .givenPatronymicSurname: "фамилия, имя и отчество"
        case .givenPatronymic: "имя и отчество"
        case .surnameGiven, .givenSurname: "имя и фамилия"
        case .surnameInitials, .initialsSurname, .surnameInitial, .initialSurname: "фамилия с инициалами"
        case .surnameGivenInitial, .givenInitialSurname, .givenInitials, .givenInitial: "имя с инициалом"
        case .given: "имя"
        case .patronymic: "отчество"
        case .surname: "фамилия"
        }
    }
}
