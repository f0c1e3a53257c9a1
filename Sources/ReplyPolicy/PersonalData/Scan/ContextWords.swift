import TextAnalysis

/// The words that say what a number near them is.
///
/// - Source: the names of the documents in the laws that the recognisers cite, and our own list of how customers call them.
enum ContextWords {
    typealias Roles = NumberContext.Roles

    /// What a word says; empty for most words.
    static func roles(of word: AnalyzedText.Word) -> Roles {
        if let roles = forms[word.form] { return roles }
        return stems[word.stem] ?? []
    }

    /// What a word says that digits touch, as in «ИНН7707083893», so that the analyser did not see it alone.
    static func roles(ofGluedWord word: String) -> Roles {
        let form = word.lowercased().replacing("ё", with: "е")
        return forms[form] ?? stems[form] ?? []
    }

    /// What two letters around a slash say: «р/с», «в/у».
    ///
    /// - Parameter letters: two small Cyrillic letters.
    /// - Returns: empty for other letters.
    static func roles(ofAbbreviation letters: String) -> Roles { abbreviations[letters] ?? [] }

    private static let abbreviations: [String: Roles] = [
        "рс": .account, "кс": .account, "лс": .account, "ву": .licence, "кп": .department, "рн": .number,
    ]

    private static func table(_ lists: [(Roles, String)]) -> [String: Roles] {
        var table: [String: Roles] = [:]
        for (roles, words) in lists {
            for word in words.split(separator: " ") { table[String(word), default: []].formUnion(roles) }
        }
        return table
    }

    /// Whole words, where a stem would say too much.
    private static let forms = table([
        (.phone, "тел тлф моб т whatsapp вацап ватсап вотсап viber вайбер tel phone mobile сот номерок созвон"),
        (.passport, "passport пасп пасспорт"), (.series, "серия серии серию серией сер"), (.abroad, "загран загранник"),
        (.passport, "загран загранник"),
        (.department, "к/п кп"), (.snils, "снилс снилса снилсу снилсом snils пфр сниклс снилсы"),
        (.inn, "инн иннн inn"), (.ogrn, "огрн огрнип ogrn ogrnip"), (.kpp, "кпп kpp"), (.policy, "омс енп"),
        (.licence, "права правам правами прав ву в/у удост"), (.passport, "личность личности дул"),
        (.document, "мвд гувд умвд овд уфмс фмс оуфмс анкета анкеты анкету анкете"),
        (
            .vehicle,
            "авто тс грз госномер гос номерами осаго каско техосмотр птс стс эвакуировали эвакуировал фура бмв тойота лада киа мерседес газель газели пропуск водитель водителя водителю водителем"
        ),
        (.account, "р/с к/с л/с рс счет счета счету счете счетом iban"), (.bik, "бик бика бику bik bic"),
        (.card, "карта карты карте карту картой карт картам card visa виза мир mastercard maestro unionpay пан pan"),
        (.cardCode, "cvv cvc cvv2 cvc2 cvn cvp2 свв свс цвц цвв сvv сvс сvc cvс сvv2 сvс2 сvc2 cvс2 cid ппк2 цви свк"),
        (.back, "обороте оборота оборот сзади задней обратной обратная задняя back тыльной тыльная изнанке"),
        (.payment, "срок срока mm/yy exp"),
        (.code, "код кода кодом коду коде code"),
        (.oneTime, "смс смска смски смску смской sms пуш push вход входа сообщения"),
        (.message, "смс смска смски смску смской смсками sms пуш пуше push"),
        (.secret, "otp пин pin пинкод пин-код пароль пароля паролем пароли паролю отп password 2fa"),
        (
            .social,
            "инст инста инсте инсту инстаграм инстаграме инстаграмм instagram insta телега телеге телегу тг tg телеграм телеграме "
                + "телеграмм telegram вк vk вконтакте ник нике никнейм nick дискорд discord тикток tiktok логин логином аккаунт login max "
                + "макс ютуб youtube твиттер twitter"
        ),
        (.number, "номер номером номера ном n no nr номеру"), (.address, "адрес адреса адресу адресом индекс индекса"),
        (.order, "отправление отправления отправлению"),
        (.thing, "уин фн фпд фп фд рнм ean isbn imei sn гост штрих-код трек-номер"),
        (.figures, "цифры цифра цифр цифрами цифрам"),
    ])

    /// Snowball stems.
    private static let stems = table([
        (
            .phone,
            "телефон мобильн мобильник сотов городск звон позвон перезвон набер набира звонк созвон дозвон телефончик"
        ),
        (.passport, "паспорт паспортн загранпаспорт"), (.abroad, "загранпаспорт заграничн"),
        (.department, "подразделен"),
        (.snils, "страхов пенсион"), (.inn, "налогоплательщик"), (.ogrn, "егрюл егрип"), (.policy, "полис медполис"),
        (.licence, "водительск удостоверен"),
        (
            .vehicle,
            "машин автомобил газел тачк номерн транспорт мотоцикл прицеп такс грузовик фур фургон фургончик микроавтобус автобус внедорожник джип пикап легковушк легков эвакуатор самосвал иномарк маршрутк автомашин"
        ),
        (.account, "расчетн лицев корреспондентск корсчет"),
        (.card, "карточк кредитк дебетовк"), (.cardCode, "цвв"), (.back, "оборотн обратн безопасн"),
        (
            .oneTime,
            "смс смск подтвержден подтверд одноразов войт войд авторизац верификац проверочн секретн сообщен получен курьер"
        ),
        (
            .told,
            "приход пришл пришел дикт продикт назва назов сказа скаж введ ввод ввест ввож ввел присла присыла отправ получ запиш записа"
        ),
        (.secret, "парол пинкод"), (.social, "никнейм инстаграмм телеграмм аккаунт"),
        (.document, "документ выда подразделен ксерокоп доверен"),
        (.message, "смс смск сообщен уведомлен письм"),
        (
            .gate,
            "въезд заезд проезд шлагбаум парковк стоянк паркинг ворот двор охран охранник пропуст въеха въезжа заеха заезжа припаркова перегород"
        ),
        (.payment, "оплат плат платеж платежн банк сайт списан списа привяза незнаком мошенник прос треб магазин"),
        (.kpp, "постановк"),
        (.order, "заказ возврат договор обмен обращен заявк покупк посылк бандерол"), (.address, "почтов прописк"),
        (
            .thing,
            "артикул трек накладн штрихкод модел товар гост сертификат касс ккт трекинг отслеживан парт лот баркод серийн"
        ),
        (
            .otherCode,
            "товар ошибк город регион домофон подразделен цвет сотрудник страниц скидк промокод акц стран курьерск тнвэд окпо окат "
                + "октм баг ответ модел продукт"
        ),
        (.figures, "циферк"),
    ])
}
