/// What the words around a name say about it.
struct NameContext: Sendable {
    /// How much they speak for a person; negative when they speak for something else.
    let score: Float
    /// Whether it tells what a person does or suffers.
    var isDeed = false
    /// The word that says it, as it is written; empty if there is none.
    let cue: String
    /// The forms that a preposition before it leaves possible; all without one.
    let allowed: NameForms
    /// Whether the cue announces a surname whatever word follows: «фамилия: Байтерек».
    let announcesName: Bool

    static let none = NameContext(score: 0, cue: "", allowed: .all, announcesName: false)
    /// «Мастер и Маргарита»: a part of a title.
    private static let quoted = NameContext(score: -0.4, cue: "", allowed: .all, announcesName: false)

    private static func keys(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map { CommonWords.key(of: String($0)) })
    }

    private static let announcingWords = keys(
        "фамилия фио зовут звали отчество имя именем замужества девичестве урожденная")
    private static let strongWords = keys(
        """
        замужества девичестве урожденная фамилия фио зовут звали имя именем отчество господин госпожа гражданин гражданка уважаемый уважением
        уважаемая дорогая гражданке товарищ звать получатель отправитель плательщик уваж
        """)
    private static let mediumWords = keys(
        """
        кассир экспедитор кладовщик завхоз прораб запишите запиши посетитель жилец студент ученик студентка ученица
        отправительница получательница заказчик заказчица клиент клиентка покупатель покупательница владелица
        заявитель абонент пациент водитель курьер мастер бухгалтер продавец доктор врач адвокат кому мама папа муж
        жена сын дочь дочка брат сестра бабушка дед дедушка тетя дядя коллега друг подруга сосед соседка племянник
        племянница внук внучка теща свекровь зять невестка контактное подпись мать матери отец отца тесть свекор
        супруг супруга сестренка братик наследник бывший бывшая инженер поручитель опекун родитель мамы ребенок
        невеста жених стажер монтажник грузчик сантехник электрик охранник консьерж комендант староста учитель
        учительница преподаватель тренер няня отправителя арендатор наниматель квартиросъемщик подписант держатель
        держателя бенефициар нотариус риелтор дизайнер замерщик сборщик забирает заберет забрал забрала получит
        получает придет принимает подписал подписала бригадир диспетчер провизор фармацевт ассистентка лицо
        """)
    /// Those that an organisation may follow as well: «оператор Яндекса».
    private static let postWords = keys(
        """
        консультант специалист сотрудник сотрудница сотрудницы менеджер директор администратор руководитель начальник
        представитель оператор агент секретарь председатель президент министр депутат губернатор мэр владелец
        владельца собственник учредитель руководительница начальница профессор академик
        """)
    /// Before «на», «для», «от».
    private static let paperWords = keys(
        """
        заказ оформлен оформлена оформлено оформили оформить оформляли оформлял оформляла доверенность договор полис
        паспорт подарок справка записан записана записали квитанция счет карта зарегистрирован зарегистрирована чек
        посылка заявка бронь билет письмо документы подписка аккаунт телефон номер абонемент сертификат пропуск
        накладная квартира машина открыт перевод выписан выдан имя перепишите
        """)
    /// What is done by, to or with a person.
    private static let deedWords = keys(
        """
        передайте передай передать передали отдайте отдай отдать отдали выдайте выдать выдали вручите вручить вручили
        позвоните перезвоните позвонить перезвонить скажите сообщите напишите поблагодарить поблагодарите благодарность
        пусть адресовано адресован адресована адресованы обслуживал обслуживала обслужил обслужила разговаривал
        разговаривала общался общалась звонил звонила помог помогла подписал подписала попросите позовите спросите
        представился представилась встретит встретил ждет найти пригласите наказать премировать уволить замужества
        девичестве урожденная урожденный жизни вместо опечатка нужно правильно стала стал приемка связи беспокоит
        платил платила заплатил заплатила теперь ответил ответила обещал обещала пишет приветствует приветствую говорит благодарю
        """)
    /// What a word says before a name.
    private struct Cue: OptionSet, Sendable {
        let rawValue: UInt8

        static let announcing = Cue(rawValue: 1)
        static let strong = Cue(rawValue: 1 << 1)
        static let medium = Cue(rawValue: 1 << 2)
        static let post = Cue(rawValue: 1 << 3)
        static let paper = Cue(rawValue: 1 << 4)
        static let thing = Cue(rawValue: 1 << 5)
        static let deed = Cue(rawValue: 1 << 6)
    }

    private static let cues: WordMap<Cue> = {
        var table = WordMap<Cue>()
        let lists: [(Set<String>, Cue)] = [
            (announcingWords, .announcing), (strongWords, .strong), (mediumWords, .medium), (postWords, .post),
            (paperWords, .paper),
            (thingWords, .thing), (deedWords, .deed),
        ]
        for (words, cue) in lists {
            for word in words { table[word, default: []].formUnion(cue) }
        }
        return table
    }()
    private static let announcingKeys = WordSet(Array(announcingWords))
    private static let weak = WordSet("это я я, спасибо вы ты мы благодарю алло".split(separator: " ").map(String.init))
    /// Prepositions before names with the cases that they govern.
    private static let prepositions: WordMap<NameForms> = {
        let cases: [(String, [GrammaticalCase])] = [
            ("на", [.accusative, .prepositional]), ("для от у из без", [.genitive]),
            ("с со", [.genitive, .instrumental]),
            ("к ко по", [.dative]), ("о об при", [.prepositional]), ("за", [.accusative, .instrumental]),
            ("про через", [.accusative]),
            ("перед", [.instrumental]),
        ]
        var table = WordMap<NameForms>()
        for (words, governed) in cases {
            let forms = governed.reduce(into: NameForms()) { $0.formUnion(NameForms(allBlocks: $1)) }
            for word in words.split(separator: " ") { table[String(word)] = forms }
        }
        return table
    }()
    private static let transparent = WordSet(
        """
        мой моя моего моей моему моим моею мою моих наш наша нашего нашей нашему нашим нашу ваш ваша вашего вашей
        вашему вашим вашу его ее их свой свою своего своей своему своим же тоже была был является полное полностью
        мое меня мне нас нам новый новая некий некая некоего дежурный старший главный генеральный коммерческий финансовый
        исполнительный
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    /// What has a person's name without being a person.
    private static let thingWords = keys(
        """
        товар колонка станция помощник ассистент шкаф стол стул диван кресло кровать платье торт роман модель фирма
        магазин бренд духи компания ооо оао зао пао ао город село метро улица фильм книга песня порода сорт коллекция
        серия набор комплект марка сайт приложение ресторан кафе отель гостиница салон аптека конфеты шоколад пряжа
        ткань обои плитка промокод тариф театр музей школа площадь университет институт фонд журнал газета клуб
        группа проспект бульвар переулок роза кукла ваза люстра лампа смеситель полка тумба комод матрас подушка плед
        часы чайник сервиз каша сыр чай кофе масло вода сок вино район область край республика остров река озеро гора
        завод парк сад поселок деревня станице станица улицы тетрадь учебник корпус жк тц трц мост вокзал аэропорт
        премия
        """)
    private static let greetings = WordSet(
        """
        добрый доброе доброго здравствуйте привет подскажите подтвердите вижу ваш ваша ваше вы вам вас спасибо
        благодарим благодарю хорошо уточните напишите проверьте перезвоните ответьте помогите скажите приветствую
        рады поздравляем мы ждем напоминаем
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    private static let inside: WordSet = ["в", "во"]
    /// Ends of greetings before a comma: «Добрый день, Тарасий!».
    private static let hails: WordSet = [
        "здравствуйте", "здравствуй", "привет", "день", "вечер", "утро", "суток", "приветствую", "спасибо", "доброго",
    ]
    private static let companyTypes: WordSet = ["ип"]
    private static let otherWords: WordSet = [
        "другой", "другая", "другое", "другие", "другого", "другому", "другую", "другим", "других", "другими", "другом",
    ]
    private static let greetingStarts: WordSet = ["добрый", "доброе", "доброго", "здравствуйте"]
    private static let companions = WordSet(
        "паспорт тел телефон моб дата д снилс инн заберет придет приедет проживающий проживающая".split(separator: " ")
            .map(String.init))
}

extension NameContext {
    /// The context before the token at `index`.
    static func before(_ index: Int, in tokens: [SurfaceToken]) -> NameContext {
        var position = index - 1
        var allowed = NameForms.all
        var score: Float = 0
        var isQuoted = false
        var steps = 0
        while position >= 0, steps < 6, tokens[position + 1].gap != .blankLine {
            let token = tokens[position]
            steps += 1
            if token.form == "и", position > 1, tokens[position - 2].isMark("\"") { return .quoted }
            if token.kind == .mark {
                if token.form == "\"" { isQuoted = true }
                if token.form == "?", position > 0,
                    announcingKeys.contains(CommonWords.key(of: tokens[position - 1].form))
                {
                    position -= 1
                    continue
                }
                if token.form == ".", position > 0, tokens[position - 1].isWord, tokens[position - 1].length <= 4 {
                    position -= 1
                    continue
                }
                guard [":", "-", "\"", "(", ","].contains(token.form) else { break }
                position -= 1
                continue
            }
            guard token.isWord else { break }
            if transparent.contains(token.form) {
                position -= 1
                continue
            }
            if position == index - 1, let governed = prepositions[token.form] {
                allowed = governed
                score = 0.16
                position -= 1
                continue
            }
            return cue(token, at: position, of: index, tokens, allowed, score, isQuoted: isQuoted)
        }
        return NameContext(
            score: isQuoted ? -0.4 : score, cue: "", allowed: allowed, announcesName: false)
    }

    private static func cue(
        _ token: SurfaceToken, at position: Int, of index: Int, _ tokens: [SurfaceToken], _ allowed: NameForms,
        _ score: Float, isQuoted: Bool
    ) -> NameContext {
        let key =
            otherWords.contains(token.form)
            ? "" : CommonWords.key(of: token.isLatin ? LatinName.russian(token.form) : token.form)
        let found = cues[key] ?? []
        let comma = position + 1 < index && tokens[position + 1].isMark(",")
        func context(_ score: Float, announces: Bool = false) -> NameContext {
            NameContext(
                score: score, cue: token.form, allowed: allowed, announcesName: announces)
        }
        if allowed != .all {
            if found.contains(.paper), ["на", "для", "от"].contains(tokens[index - 1].form) { return context(0.5) }
            return NameContext(score: score, cue: "", allowed: allowed, announcesName: false)
        }
        if inside.contains(token.form) { return context(-0.4) }
        if found.contains(.thing), !comma, tokens[index].startsSentence == false || position == index - 1 {
            return context(-0.6)
        }
        let isCall = found.contains(.strong)
        if isCall, !comma || key == "уважен" { return context(0.8, announces: found.contains(.announcing)) }
        if comma {
            let isHail = weak.contains(token.form) || hails.contains(token.form)
            return context(isHail ? 0.5 : isQuoted ? -0.4 : 0)
        }
        if companyTypes.contains(token.form) || token.form == "г" && tokens[position + 1].isMark("-") {
            return context(0.6)
        }
        if found.contains(.medium) { return context(isQuoted ? 0.1 : 0.5) }
        if found.contains(.post) { return context(isQuoted ? 0 : 0.4) }
        if found.contains(.deed), index - position <= 2 {
            var deed = context(isQuoted ? 0 : 0.4)
            deed.isDeed = true
            return deed
        }
        if weak.contains(token.form) { return context(0.36) }
        return context(isQuoted ? -0.4 : 0)
    }

    /// What the tokens from `index` on add.
    static func scoreAfter(_ index: Int, in tokens: [SurfaceToken]) -> Float {
        guard index < tokens.count else { return 0 }
        var position = index
        let isCalled = tokens[index].isMark(",") || tokens[index].isMark("!")
        while position < tokens.count, position < index + 2,
            [",", "!", "(", "-", ";", "."].contains(tokens[position].form)
        {
            position += 1
        }
        guard position < tokens.count else { return 0 }
        let next = tokens[position]
        if isPhone(at: position, in: tokens) { return 0.3 }
        if greetings.contains(next.form), isCalled || position == index && greetingStarts.contains(next.form) {
            return 0.5
        }
        if companions.contains(next.form) { return 0.3 }
        let isPhone =
            ["8", "7"].contains(next.form) && position + 1 < tokens.count && (tokens[position + 1].kind != .word)
        if isPhone { return 0.3 }
        if next.isNumber, position == index, next.gap != .none, next.length < 5 { return -0.2 }
        if next.isMark("+") || next.isNumber && next.length >= 10 { return 0.3 }
        return 0
    }

    /// Whether a word announces names rather than being one.
    static func isCue(_ form: String) -> Bool {
        let found = cues[CommonWords.key(of: form)] ?? []
        return !found.isDisjoint(with: [.strong, .medium, .post, .paper])
    }

    /// Whether a word after «Султан,» shows that he is addressed.
    static func isAddressed(_ form: String) -> Bool { greetings.contains(form) || addressed.contains(form) }

    private static let addressed: WordSet = [
        "заказ", "номер", "код", "телефон", "извините", "простите", "спасибо", "подскажите", "ваш", "ваша", "скажите",
        "жду", "посылка", "когда", "можно", "ответьте", "помогите",
    ]

    /// Whether a comma and the first word of a greeting stand at `index`.
    static func isGreeting(at index: Int, in tokens: [SurfaceToken]) -> Bool {
        guard index + 1 < tokens.count, tokens[index].isMark(","), tokens[index].gap == .none else { return false }
        return greetingStarts.contains(tokens[index + 1].form)
    }

    /// Whether a verb of the past stands at `index`: «обещала», «не позвонил».
    static func isDeed(at index: Int, in tokens: [SurfaceToken]) -> Bool {
        var position = index
        while position < tokens.count,
            ["не", "мне", "нам", "его", "ее", "уже", "меня", "вчера"].contains(tokens[position].form)
        {
            position += 1
        }
        guard position < tokens.count, tokens[position].isWord, tokens[position].length > 3 else { return false }
        let form = tokens[position].form
        let stem = form.hasSuffix("ась") || form.hasSuffix("лся") ? LetterSuffix.dropLast(2, of: form) : form
        return ["ил", "ал", "ел", "ял", "ила", "ала", "ела", "яла"].contains { stem.hasSuffix($0) }
    }

    /// Whether a telephone number and nothing more stands at `index`, in digits or in words.
    static func isPhone(at index: Int, in tokens: [SurfaceToken]) -> Bool {
        let index = index < tokens.count && tokens[index].isMark(",") ? index + 1 : index
        var digits = ""
        var position = index
        while position < tokens.count, digits.utf8.count < 12 {
            let token = tokens[position]
            if token.isNumber {
                digits += token.form
            } else if !["+", "(", ")", "-"].contains(token.form) {
                break
            }
            if token.gap >= .line { break }
            position += 1
        }
        switch digits.utf8.count {
        case 11: return digits.hasPrefix("8") || digits.hasPrefix("7")
        case 10: return digits.hasPrefix("9")
        case 12: return digits.hasPrefix("375") || digits.hasPrefix("998") || digits.hasPrefix("996")
        case 0, 1: break
        default: return false
        }
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1].form
        return switch tokens[index].form {
        case "плюс": next == "семь"
        case "восемь", "8", "7": spokenHundreds.contains(next)
        default: false
        }
    }

    private static let spokenHundreds: WordSet = ["девятьсот", "восемьсот", "четыреста", "триста", "девять", "четыре"]
}
