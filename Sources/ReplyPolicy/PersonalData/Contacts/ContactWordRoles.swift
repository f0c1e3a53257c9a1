/// What a word can be in an address of the net that is said or written apart.
struct ContactWordRoles: OptionSet, Equatable, Sendable {
    let rawValue: UInt16
    static let at = ContactWordRoles(rawValue: 1 << 0)
    static let dot = ContactWordRoles(rawValue: 1 << 1)
    static let slash = ContactWordRoles(rawValue: 1 << 2)
    static let underscore = ContactWordRoles(rawValue: 1 << 3)
    static let dash = ContactWordRoles(rawValue: 1 << 4)
    /// A word right before a name: «ник», «инста».
    static let network = ContactWordRoles(rawValue: 1 << 5)
    /// The name of a service, which is nobody's.
    static let service = ContactWordRoles(rawValue: 1 << 6)
    /// The host of profiles, or how it is said.
    static let host = ContactWordRoles(rawValue: 1 << 7)

    /// A word that a name may follow further on: «блогер», «подписчик».
    static let owner = ContactWordRoles(rawValue: 1 << 9)
    /// Before a list of addresses: «контакты», «связь».
    static let contacts = ContactWordRoles(rawValue: 1 << 10)
    /// A word of programs: no name that has it in it is a person's.
    static let program = ContactWordRoles(rawValue: 1 << 11)

    /// The roles of a word in small letters.
    init(_ form: String) { self = form.utf8.count <= 26 ? Self.table[form] ?? [] : [] }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// - Source: our own list of how customers say and write addresses.
    private static let lists: [(ContactWordRoles, String)] = [
        (.at, "собака собачка сабака собакой собаки собачку sobaka sobachka at эт dog"),
        (.dot, "точка тчк тчка tochka dot точкой"), (.slash, "слеш слэш слешь слэшь slash дробь slesh"),
        (.underscore, "подчеркивание подчерк андерскор underscore подчеркиванье"),
        (.dash, "дефис тире минус черточка dash"),
        (
            .network,
            "ник ника нику никнейм инста инсту инсте инстаграм инстаграме инстаграмм инстаграмме instagram тг тгшка телега телегу "
                + "телеге телеграм телеграме телеграмм телеграмме telegram логин логином вк vk tg insta дискорд тикток login nick макс вконтакте никнэйм юзернейм username аккаунт аккаунта акк"
        ),
        (
            .owner,
            "блогер блогера блогеру блогерша блогерши блогершу канал канале канала паблик паблике страница странице страницу профиль "
                + "профиле профиля юзер юзера пользователь пользователя автор автора подписчик подписчица стример стримера обзорщик "
                + "модератор модератора комментатор подпишитесь подпишись подписана подписан ищите найдите напишите пишите "
                + "соцсети соцсетях соцсеть сторис сториз рилс видео посте отзыв"
        ),
        (.contacts, "контакты контакт контактов контактам контактные связь связи свяжитесь реквизиты визитка"),
        (
            .program,
            "id ids error err code utm source medium campaign order user api url uri test status img image pdf jpg png page null key "
                + "token type name date file log dev prod ru en get post http https app data item cart sku dsc screenshot video "
                + "photo doc scan msg sys var tmp new old session client admin report export import version v help center centre support faq "
                + "system ai note end start auto autotest bot run message html comment im user_name set check checks"
        ),
        (
            .service,
            "whatsapp telegram viber instagram vk tiktok youtube google apple id max premium direct reels stories http https www com "
                + "ru me shop store bot ios android web desktop sobaka login email e mail gmail yandex slash dot"
        ),
    ]

    private static let table: [String: ContactWordRoles] = {
        var table: [String: ContactWordRoles] = [:]
        for (roles, words) in lists {
            for word in words.split(separator: " ") { table[String(word), default: []].formUnion(roles) }
        }
        for host in DomainWords.profileHosts.keys { table[host, default: []].insert(.host) }
        for host in DomainWords.spokenHosts.keys { table[host, default: []].insert(.host) }
        return table
    }()
}
