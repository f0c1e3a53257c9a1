/// A kind of personal data.
public enum PersonalDataKind: String, CaseIterable, Codable, Sendable {
    /// A person's name, whole or in part: «Иванову Петру Сергеевичу», «П. С. Иванов».
    case person
    /// A phone number.
    case phone
    /// Series and number of a Russian passport.
    case passport
    /// The code of the department that issued a passport: `770-001`.
    case departmentCode = "department_code"
    /// СНИЛС, the number of a pension account.
    case snils
    /// ИНН of a person or a company.
    case inn
    /// ОГРН or ОГРНИП, the number of a state registration.
    case ogrn
    /// КПП, a company's reason of registration.
    case kpp
    /// The policy of obligatory health insurance.
    case healthPolicy = "health_policy"
    /// A driving licence.
    case drivingLicence = "driving_licence"
    /// The number plate of a vehicle.
    case numberPlate = "number_plate"
    /// A bank account.
    case bankAccount = "bank_account"
    /// A payment card.
    case card
    /// The code on the back of a card.
    case cardCode = "card_code"
    /// A one-time code or password.
    case oneTimeCode = "one_time_code"
    /// A postal address or a part of it that leads to a home.
    case address
    /// A date of birth.
    case birthDate = "birth_date"
    /// An e-mail address.
    case eMail = "e_mail"
    /// A handle: `@name`.
    case handle
    /// A link to a profile in VK, Telegram or MAX.
    case profileLink = "profile_link"
    /// The number of an order or a contract, by the patterns of the policy.
    case orderNumber = "order_number"

    /// The word in a placeholder: `[ТЕЛЕФОН_1]`.
    public var label: String {
        switch self {
        case .person: "ФИО"
        case .phone: "ТЕЛЕФОН"
        case .passport: "ПАСПОРТ"
        case .departmentCode: "КОД_ПОДРАЗДЕЛЕНИЯ"
        case .snils: "СНИЛС"
        case .inn: "ИНН"
        case .ogrn: "ОГРН"
        case .kpp: "КПП"
        case .healthPolicy: "ПОЛИС"
        case .drivingLicence: "ПРАВА"
        case .numberPlate: "ГОСНОМЕР"
        case .bankAccount: "СЧЁТ"
        case .card: "КАРТА"
        case .cardCode: "КОД_КАРТЫ"
        case .oneTimeCode: "КОД"
        case .address: "АДРЕС"
        case .birthDate: "ДАТА_РОЖДЕНИЯ"
        case .eMail: "ПОЧТА"
        case .handle: "НИК"
        case .profileLink: "ПРОФИЛЬ"
        case .orderNumber: "НОМЕР"
        }
    }
}
