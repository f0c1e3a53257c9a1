/// The words in which customers ask for a person.
///
/// Long ones are stems and are compared by ``PhoneticKey``, so that case, number and most misspellings do not matter; short ones are whole
/// words.
/// - Source: our own wordings and the kind `human` of `evals/retrieval/sample`.
enum HumanRequestWords {
    /// Stems of people who answer customers.
    static let persons = keys([
        "оператор", "специалист", "сотрудник", "консультант", "менеджер", "манагер", "человек", "человечк",
        "администратор",
        "руководител", "представител", "сотрудниц", "диспетчер", "куратор", "руководств", "начальник", "начальств",
        "супервайзер", "директор", "собеседник", "operator",
        "human",
    ])
    /// People by whole words.
    static let shortPersons: Set<String> = [
        "люди", "людей", "людьми", "людям", "людем", "админ", "админа", "админу", "админом", "чел", "чела",
    ]
    /// Beginnings of words that are no slips of the stems below.
    static let otherWords = ["сотруднич", "человеческ", "человечн"]
    /// Misspelt all the time; a word near one of them counts as it.
    static let misspeltStems = ["оператор", "специалист", "консультант", "менеджер", "сотрудник", "человек"]
    static let misspelt = misspeltStems.map { Array($0.unicodeScalars) }
    static let misspeltKeys = keys(misspeltStems).map { Array($0.unicodeScalars) }
    /// Who may be called besides people by name of their work.
    static let callable: Set<String> = [
        "кого", "кого-нибудь", "кого-то", "кого-либо", "кем", "кем-нибудь", "кем-то", "кто-нибудь", "кто-то",
        "старшего", "старшим",
        "старшему", "старшую", "главного", "главным", "главному", "поддержку", "поддержкой", "поддержке",
        "техподдержку",
        "техподдержкой", "саппорт", "саппорта", "саппортом", "девушку", "девушкой", "отдел", "отделом", "мешка",
        "мешок", "живого",
        "живым", "живую", "реального", "реальным", "нормального", "нормальным", "настоящего", "настоящую", "настоящим",
    ]
    /// Verbs that bring a person: «соедините», «позовите».
    static let calls = keys([
        "соедин", "позов", "позав", "позват", "переключ", "перевед", "перевест", "приглас", "вызов", "вызват",
        "подключ", "попрос",
        "свяжи", "связат", "дозвон", "достуч", "перекин",
    ])
    /// The same by whole words.
    static let shortCalls: Set<String> = ["зови", "зовите", "звать", "связь"]
    /// Infinitives of talking; they need a person after «с».
    static let talks = keys([
        "поговорить", "говорить", "пообщаться", "общаться", "разговаривать", "побеседовать", "переговорить",
        "переписываться",
        "связаться", "обсудить", "поговорю", "пообщаюсь",
    ])
    /// Stems of verbs that hand over, and what is handed over to a person with them: «передайте диалог оператору».
    static let transfers = keys(["отправ", "направ", "переда"])
    /// See ``transfers``.
    static let transferred: Set<String> = [
        "меня", "диалог", "чат", "разговор", "обращение", "переписку", "вопрос", "жалобу",
    ]
    /// Words of a wish; the person must follow, with nothing but fillers between.
    static let wishes: Set<String> = [
        "дай", "дайте", "дадите", "нужен", "нужна", "нужны", "нужно", "надо", "хочу", "хотел", "хотела", "требую",
        "можно", "жду",
        "верни", "верните", "подайте", "давай", "давайте", "желаю", "хотелось", "треба", "ждем",
    ]
    /// Words that may stand around the person of a wish.
    static let fillers: Set<String> = [
        "пожалуйста", "пожалуста", "пж", "пжл", "плиз", "здравствуйте", "здрасьте", "добрый", "день", "вечер", "доброе",
        "утро",
        "привет", "алло", "ало", "ну", "же", "мне", "меня", "нам", "со", "с", "к", "на", "связь", "связи", "бы", "уже",
        "наконец",
        "срочно", "быстро", "сейчас", "вашего", "вашим", "ваш", "ваших", "любого", "любым", "любой", "какого-нибудь",
        "кого-нибудь",
        "кто-нибудь", "хоть", "просто", "только", "именно", "лучше", "а", "и", "не", "бота", "бот", "робота", "робот",
        "где", "эй",
        "все", "таки", "ау", "все-таки", "нибудь", "какого", "хотя", "прошу", "вас", "очень", "чат", "в", "сюда", "еще",
        "раз", "из",
        "старшего", "главного", "ответа", "ответ", "помощь", "помощи", "консультация", "консультации", "консультацию",
        "компетентного", "адекватного", "компетентный", "адекватный", "нормальный", "толкового",
    ]
    /// Stems of adjectives that stress the person.
    static let living = ["жив", "реальн", "настоящ", "нормальн"]
    /// Verbs by which a person is asked to take over, with a word of ``hopes`` near.
    static let answers: Set<String> = [
        "ответит", "ответить", "ответьте", "отвечает", "подключится", "поможет", "разберется", "займется", "свяжется",
        "объяснит",
        "пообщается", "поговорит", "ответил", "помог", "объяснил", "связался", "пообщался",
    ]
    /// Verbs that say it only after ``orders``: an operator may also call before a delivery.
    static let callsBack: Set<String> = [
        "позвонит", "перезвонит", "напишет", "посмотрит", "позвонил", "перезвонил", "написал", "посмотрел",
        "разобрался",
    ]
    /// Words that turn an answering verb into a wish.
    static let hopes: Set<String> = ["когда", "может", "можно", "наконец", "долго", "ответьте", "мне"]
    /// Words that order a third person.
    static let orders: Set<String> = ["пусть", "пускай", "чтоб", "чтобы", "хоть", "нехай"]
    /// Words after a person that make it one of another place.
    static let otherPlaces: Set<String> = [
        "связи", "мтс", "билайн", "билайна", "мегафон", "мегафона", "теле2", "йота", "пункта", "пвз", "склада",
        "магазина", "банка",
        "почты", "постамата",
    ]
    /// Stems before a person with the same meaning.
    static let otherKinds = ["сотов", "мобильн"]
    /// Stems that, after a person and a preposition, tell of another task: «специалист по сборке», «человека к подписке».
    static let otherTasks = [
        "сборк", "установк", "ремонт", "замер", "реклам", "ссылк", "ваканс", "семейн", "подписк", "склад", "пункт",
    ]
    /// Stems of what is moved about instead of a person: «переведите деньги на карту человека».
    static let movedThings = ["деньг", "средств", "сумм", "карт", "балл", "искор"]
    /// Stems of what shows people that are no operators.
    static let shownPeople = [
        "отзыв", "фот", "звук", "музык", "колонк", "елк", "цвет", "растен", "дерев", "букет", "рыбк",
    ]
    /// Machines that answer, by whole words.
    static let machines: Set<String> = [
        "бот", "бота", "боту", "ботом", "боте", "боты", "ботов", "ботами", "робот", "робота", "роботу", "роботом",
        "роботы", "роботов",
        "роботами", "чатбот", "чатбота", "чатботом", "чат-бот", "чат-бота", "чат-ботом", "автоответчик",
        "автоответчика",
        "автоответчиком", "нейросеть", "нейросетью", "нейросети", "нейронка", "нейронкой", "ии", "железяка",
        "железякой", "bot",
    ]
    /// Words near a machine that show that it is the one that answers here.
    static let talking: Set<String> = [
        "отвечает", "отвечают", "отвечать", "пишет", "пишут", "общаюсь", "общаться", "общается", "разговариваю",
        "разговаривать",
        "разговаривает", "говорю", "говорить", "переписываюсь", "переписываться", "болтаю", "человек", "люди", "живой",
        "живая",
        "оператор",
    ]
    /// Words of those who are fed up with it.
    static let fedUp: Set<String> = [
        "хватит", "надоел", "надоела", "надоели", "надоело", "достал", "достали", "задолбал", "задолбали", "бесит",
        "уберите",
        "убери", "отключите", "отключи", "выключите", "выключи", "тупой", "тупого", "глупый", "бестолковый",
        "бесполезный",
    ]
    /// Beginnings of what customers call a machine after «вы»; not the adverb «автоматически».
    static let machineNames = ["автоматическа", "автомат-", "программ", "скрипт", "алгоритм", "искусствен"]
    /// Stems that make a machine a thing that is sold, or an account elsewhere.
    static let otherMachines = [
        "пылесос", "мойщик", "игрушк", "конструктор", "телеграм", "телегр", "тг", "telegram", "вайбер", "ватсап",
        "радиоуправ",
        "трансформер", "кухон",
    ]

    static func keys(_ words: [String]) -> [String] { words.map { PhoneticKey.key(of: $0) } }
}
