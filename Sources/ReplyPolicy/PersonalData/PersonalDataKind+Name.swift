extension PersonalDataKind {
    /// The name for people: «телефон».
    public var name: String {
        switch self {
        case .person: "ФИО"
        case .snils, .inn, .ogrn, .kpp: label
        case .healthPolicy: "полис ОМС"
        case .drivingLicence: "водительское удостоверение"
        case .numberPlate: "номер машины"
        case .handle: "имя в сети"
        case .profileLink: "ссылка на профиль"
        case .orderNumber: "номер заказа или договора"
        default: label.lowercased().replacing("_", with: " ")
        }
    }
}
