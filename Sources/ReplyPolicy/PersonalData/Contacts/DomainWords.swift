/// Names of mail services, social networks and top-level domains, also as they are said in Russian.
enum DomainWords {
    /// The services whose name is enough after «собака».
    ///
    /// - Source: the mail services that Russian customers use most; our own list.
    static let mailServices: [String: String] = [
        "yandex": "yandex", "ya": "ya", "mail": "mail", "gmail": "gmail", "rambler": "rambler", "bk": "bk",
        "list": "list", "inbox": "inbox",
        "icloud": "icloud", "outlook": "outlook", "hotmail": "hotmail", "proton": "proton", "protonmail": "protonmail",
        "internet": "internet",
        "яндекс": "yandex", "яндэкс": "yandex", "мейл": "mail", "мэйл": "mail", "майл": "mail", "маил": "mail",
        "мыло": "mail",
        "гмейл": "gmail", "гмэйл": "gmail", "гмаил": "gmail", "джимейл": "gmail", "джимэйл": "gmail", "жмейл": "gmail",
        "рамблер": "rambler",
        "бк": "bk", "лист": "list", "инбокс": "inbox", "айклауд": "icloud", "аутлук": "outlook", "протон": "proton",
        "хотмейл": "hotmail",
    ]
    /// Top-level domains that may stand after a dot that is said or has spaces around it.
    ///
    /// - Source: IANA root zone; the Russian-speaking countries' and the usual generic ones.
    static let topLevel: [String: String] = [
        "ru": "ru", "com": "com", "net": "net", "org": "org", "рф": "рф", "su": "su", "me": "me", "info": "info",
        "io": "io", "by": "by",
        "kz": "kz", "ua": "ua", "am": "am", "ge": "ge", "uz": "uz", "kg": "kg", "md": "md", "az": "az", "biz": "biz",
        "pro": "pro",
        "shop": "shop", "online": "online", "store": "store", "site": "site", "dev": "dev", "app": "app",
        "tech": "tech", "edu": "edu",
        "gov": "gov", "xyz": "xyz", "club": "club", "moscow": "moscow", "москва": "москва", "рус": "рус", "бел": "бел",
        "қаз": "қаз",
        "ру": "ru", "ком": "com", "нет": "net", "орг": "org", "ми": "me", "эр": "эр", "инфо": "info", "su ": "su",
        "de": "de", "uk": "uk",
        "cc": "cc", "tv": "tv", "life": "life", "дети": "дети", "онлайн": "онлайн", "сайт": "сайт",
    ]
    /// Hosts of profiles: name, then domain.
    ///
    /// - Source: the addresses that the networks themselves give to profiles.
    static let profileHosts: [String: Set<String>] = [
        "vk": ["com", "ru", "me"], "vkontakte": ["ru"], "t": ["me"], "telegram": ["me", "dog"], "max": ["ru"],
        "ok": ["ru", "me"],
        "odnoklassniki": ["ru"], "instagram": ["com"], "facebook": ["com"], "fb": ["com", "me"], "wa": ["me"],
        "youtube": ["com"],
        "tiktok": ["com"], "twitter": ["com"], "x": ["com"], "threads": ["net", "com"], "linkedin": ["com"],
        "viber": ["me"], "dzen": ["ru"],
        "rutube": ["ru"], "pinterest": ["com", "ru"],
    ]
    /// How the hosts are said.
    static let spokenHosts: [String: String] = [
        "вк": "vk", "вконтакте": "vk", "т": "t", "тг": "t", "телеграм": "telegram", "макс": "max", "ок": "ok",
        "инстаграм": "instagram",
        "фейсбук": "facebook", "ютуб": "youtube", "тикток": "tiktok",
    ]
    /// First parts of a path that lead to no profile.
    static let otherPaths: Set<String> = [
        "watch", "shorts", "playlist", "video", "feed", "search", "market", "wall", "about", "help", "support",
        "privacy", "terms", "explore",
        "reel", "p", "embed", "live", "music", "apps", "login",
    ]
}
