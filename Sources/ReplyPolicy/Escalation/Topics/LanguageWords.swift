/// Words that tell Russian from other languages.
enum LanguageWords {
    /// What a word tells.
    enum Kind: Int32, Sendable {
        /// It is a frequent Russian word.
        case russian
        /// It belongs to another language and is no Russian word.
        case foreign
        /// It is part of the names of goods in any language.
        case name
    }

    /// What a word tells; nothing for most words.
    static func kinds(of word: ReadWord) -> [Kind] {
        let kinds = table.exactElements(of: word).compactMap { Kind(rawValue: $0) }
        if kinds.contains(.name) { return [.name] }
        return kinds.contains(.foreign) || !hasForeignEnding(word.letters) ? kinds : kinds + [.foreign]
    }

    /// Whether a word is a frequent Russian one, also when it is spelt as it sounds.
    static func isRussian(_ word: ReadWord) -> Bool {
        var word = word
        // Two letters of a foreign word sound like a Russian one too often.
        word.isTransliterated = false
        return table.elements(of: word).contains(Kind.russian.rawValue)
    }

    private static let table: CueWordTable = {
        var table = CueWordTable.Builder()
        let tables = [
            (Kind.russian, russian + " " + moreRussian), (.foreign, foreignCyrillic + " " + moreForeignCyrillic),
            (.foreign, foreignLatin + " " + moreForeignLatin), (.name, names + " " + moreNames),
        ]
        for (kind, text) in tables {
            for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                table.insert(LetterCode.codes(of: word), isBeginning: word.hasSuffix("*"), kind.rawValue)
            }
        }
        return CueWordTable(table)
    }()

    private static let russian = """
        и в во не на я что с со это как то все она так его но да ты к у же вы за бы по ее мне было вот от меня еще \
        нет о из ему теперь когда даже ну \
        ли если уже или ни быть был была него до вас нибудь уж вам сказал ведь там потом себя ничего ей может они \
        тут где есть надо ней для мы тебя их чем \
        сам чтоб без будто чего раз тоже под будет ж тогда кто этот потому какой совсем здесь этом один почти мой \
        моя мое мои моего моей мою тем чтобы нее \
        сейчас были куда зачем всех никогда можно при наконец два об другой хоть после над больше тот через эти нас \
        про всего них какая много разве три эту \
        впрочем хорошо этой перед иногда лучше чуть нельзя такой им более всегда конечно очень только нужно нужен \
        нужна почему сколько вы ваш ваша ваше ваши вашего вашей вашу \
        заказ* посылк* достав* верн* возвр* деньг* денег оплат* курьер* товар* магазин* купил* телефон* работ* хочу \
        хотел* помогите помоч* подскаж* скаж* \
        здравств* привет* добр* спасибо пожалуйст* сегодня завтра вчера срочно пришл* приш* привез* прид* получ* \
        номер* карт* скидк* бонус* искор* код \
        аккаунт* прилож* пункт* выдач* адрес* дом день утро вечер* человек* оператор* позов* соедин* жив* бот робот \
        суд жалоб* подам верните напиш* пиш* звон* \
        говор* понима* знаю могу можете дайте дай делать сделать сделат* отвеч* ответ* вопрос* проблем* списан* \
        списал* данны* удал* храни* болит аллерг* кров* газ* \
        пахн* горит дым* взлом* украл* мошен* жить умер* больше хватит достал* обман* ужас* кошмар* какие какого \
        черта хрена дерьм* прошу требую имею имеет право закон* \
        опять снова жду ждать долго скоро пожал* сотрудник* менеджер* специалист* начальн* стар* помощ* автомат* \
        владел* прислал* открыл* закрыл* купит* продав* возмест* стоимост* ремонт* \
        тысяч* рубл* если завтра нуж* обещал* чек* отзыв* размер* цвет* цен* дорог* плох* хорош* нов* стар* мал* больш*
        """

    /// Frequent words of languages in Cyrillic letters that Russian does not have; letters that Russian lacks are a sign of their own.
    private static let foreignCyrillic = """
        вітаю дякую як що коли де чому скільки замовлення підкажіть будь ласка немає треба мені моє замовив \
        скасувати повернути гроші кошти потрібно допоможіть чекаю якщо \
        прывітанне дзякуй добры дзень калі вярнуць тавар грошы чаму зрабіць трэба памер дзе мяне хачу памяняць вітаю \
        дастаўка замову замова \
        замовлення замов* скасув* поверн* посилк* чекаю допомож* кошт* дякую* привіт вибачте шановн* пошту тато мамо \
        надійш* чи це цей ця ти ми ви вони який яка \
        саламатсызбы саламатсыз салам салем сәлем ассалому ассалам алайкум алейкум уалейкум рахмат рахмет рахмать \
        исанмесез исәнмесез \
        кайда качан кашан канча канчан кайчан кандай кантип эмне неге нега нима нимага учун билан менинг менин менен \
        мен сен сиз сизге сизда сизлер бизнин бизге керек керак кереж кирек \
        бар жок жоқ йук йўқ ёки хам эмес емес болот болады булади була буладыр килди келди келеди келмади келмеди \
        келмеді килмади килә кила килми олмаяпман олмадим бермаяпсиз бергиле бериниз беринги кайтар* кайтарып \
        кайтару кайтариб қайтар* \
        акча акчамды акчасын акчам ақша пул пулим пулимни пулни буюртма* буюртмани буйрутма* тапсырыс* тапшыр* \
        заказды заказдын заказым заказымды заказымны заказни товарды товарни жеткиз* жеткіз* етказ* тулов тулаш \
        толедим тўлов \
        кайтып ала алам алат алмадым алдым сатып олдим сотиб жардам ярдам ёрдам кечирасиз кечиресиз кешириниз гафу \
        итегез апай агай ака опа байке эже акаунтимга аккаунтым* кира кирип кириш \
        хушумат ташаккур лутфан чанд кай кучо шумо фармоиш барнога намешавад \
        моля поръчка поръчката искам къде кога защо благодаря здравейте колко пари хвала наруџба \
        шлакатура баярлалаа захиалга мөнгө \
        прийшов прийшло прийшла прийшли зламаний зламався поганий повернути обміняти замінити відправили хочете \
        дякуємо допомоги дуже добре погано потім зараз сьогодні буде немає бажаю розмір колір \
        минем сезнен безнен миңа сиңа хәзер ничек сораша килде китерегез алып бирегез кирәкми \
        берди бердим бергем бергиле келет келди келбеди кайтаргыла кайтарып кантем эмнеге кечиресизби жаман жакшы \
        суроо сураныч төлөдүм алган элем болбойт \
        ман фармоиши баргардонед баргардонидан мехохам мехоҳам ташаккур рахмати молро пулро намеояд дастгир \
        қайда тапсырысым тапсырыс ақшамды қайтарыңыз сізде маған менің бізге рахмет қалай болады бола \
        патрэбна дапамога патрэбны калі ласка прыйшло прыйшоў скажыце адкуль навошта вельмі добра дрэнна \
        чому довго потрібна скажіть \
        мае маю гэта гэты ёсць няма дапамажыце дапамогу дзякую яшчэ толькі пытанне тавару
        """

    private static let foreignLatin = """
        the is are was were my your you we they where when what why how who which order* delivery refund* please \
        hello hi hey thanks thank would could should can cannot need want \
        have has had not don doesn isn with from this that there here about help package parcel return money card \
        payment shipping i im am to of and for but or if me it on at in \
        good morning evening sir madam dear track tracking cancel* arrived still yet received broken speak english \
        ich und der die das ist nicht wo wann wie was warum mein meine meinen bestellung* bitte guten tag hallo \
        danke kann können moechte mochte mit auf von haben habe sie wir ein eine kaputt garantie zurück bei ihnen \
        je ne pas suis le la les un une des et ou où quand pourquoi comment mon ma mes votre vos bonjour merci \
        voudrais commande s'il vous plaît pour avec dans sur ai j'ai puis colis livraison quelqu'un parler \
        el los las por para con una que qué cuándo cuando dónde donde como cómo mi mis hola gracias pedido quiero \
        puedo necesito envío envíos hacen está estoy tengo dinero ayuda \
        il lo gli che di non sono come posso dove quando mio mia ordine ciao buongiorno buon giorno grazie vorrei ho \
        cambiare taglia pacco soldi rimborso codice funziona perché \
        eu não meu minha onde pedido olá obrigado quero preciso está você como faço \
        jest nie co jak gdzie kiedy moja moje mój zamówienie paczka dzień dobry proszę mam zrobić dziękuję \
        uszkodzona zwrot pieniądze czy \
        nerede ne zaman nasıl nasil siparişim siparis* iade kargo merhaba teşekkür lütfen lutfen var yok için icin \
        istiyorum param paramı benim iptal edilir abonelik bir bu ve \
        salom salam salaam assalomu assalamu aleykum alaykum alaikum rahmat raxmat iltimos men meni mening menga sen \
        siz sizga sizlar bilan uchun qachon qayer* qayerda qanday qancha nima nega kerak bormi yoq yo'q bor emas \
        keladi kelmadi buyurtma* buyurtmam pul pulim pulni pulumu qaytar* qaytarish berish vaqt telefonim \
        ishlamayapti kafolat kartam tushuntir* javob bermayapsiz* yozdim sotib oldim qilish qilmoqchi* bekor tolov \
        to'lov mahsulot \
        sifariş* sifaris* sifarişim necə nece haqqında mənə məni pulumu qaytaracaqsınız vaxt çatacaq zəhmət olmasa \
        xahis xahiş edirəm deyil hardadir harada \
        salem salemetsiz kalay qalai qashan qaida kerek joq rakhmet raqmet tapsyrys aqsha tauar kelmedi \
        bună buna ziua unde este comanda mea vreau mulțumesc când cand \
        moj moja gdje kada narudžba narudzba novac hvala molim kde kdy moje objednávka objednavka dobrý den prosím \
        dekuji děkuji \
        mul on küsimus tarne kohta kas te saadate kus minu tellimus aitäh tere palun missä tilaus kiitos hei moi var \
        är min beställning tack hvor er bestilling takk tak \
        labas kur mano užsakymas aciu ačiū sveiki mans pasūtījums paldies ludzu lūdzu \
        dov'è xin chào đơn hàng của tôi ở đâu khi nào nào selamat pesanan saya kapan terima kasih di mana kenapa \
        nǐ hǎo
        """

    private static let names = """
        pro max mini plus ultra air lite galaxy iphone ipad samsung xiaomi redmi honor huawei apple watch usb type \
        wifi wi fi bluetooth hdmi gb tb mb ssd hdd led lcd tv smart tab note book \
        android ios windows qr vip sms pay visa mastercard error pending sale black friday step by size xl xxl xs \
        online app store google play premium gold silver graphite blue red white black green \
        new version series edition set kit pack case cover pen power bank charger cable cam camera home go one two \
        neo se gt rtx
        """
}
