/// Words of Russian postal addresses with their abbreviations, cases and frequent misspellings.
///
/// - Source: the types of «Приказ Минфина России от 05.11.2015 № 171н» (elements of addresses and their abbreviations) and everyday spelling.
enum AddressWords {
    private static func set(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Types of streets that need no full stop.
    private static let streetTypes = set(
        """
        ул улица улице улицу улицы улицей улиц улеца проспект проспекте проспекта проспекту проспектом проспкт просп
        пр-т пр-кт пр-д прт пркт проезд проезде проезда переулок переулке переулка переулку перулок пер шоссе шосе
        набережная набережной набережную наб бульвар бульваре бульвара бульвару б-р бр бул площадь площади площадью
        микрорайон микрорайоне микрорайона микр мкр мкрн мк-н м-н м-он квартал квартале квартала кв-л тупик тупике
        туп аллея аллее аллею тракт тракте набреки наберки тракта снт днт тсн просека проулок спуск спуске разъезд
        пр-зд просп-т ул-ца жилмассив жилрайон
        """)
    /// Types that are also other words: with a full stop, or with a capital after them.
    private static let doubtfulStreetTypes = set("пр ш пл ал")
    /// Types of towns and villages.
    private static let townTypes = set(
        """
        город городе города гор пгт рп пос поселок поселке поселка село селе села деревня деревне деревни деревню
        станица станице станицы хутор хуторе аул ауле дер стан пгт. рабочий с/п
        """)
    private static let doubtfulTownTypes = set("г с д п х ст")
    private static let regionTypes = set(
        "область обл области край края крае республика респ республики республике ао округ округа")
    private static let districtTypes = set("район р-н р-он района районе рн")
    private static let houseTypes = set("д дом доме дома дому вл владение влд уч участок уч-к домовладение")
    private static let buildingTypes = set(
        "к корп корпус корпусе корпуса корпкс кор стр строение строения строении с лит литер литера сооружение соор секция блок"
    )
    private static let flatTypes = set(
        """
        кв квартира квартире квартиру квартиры квартр квартра кваритра квартирa кварт кв-ра оф офис офисе офиса пом
        помещение комната комнате ком ап апартаменты апарт бокс
        """)
    private static let entranceTypes = set(
        "подъезд подъезде подьезд подъезда под пд п-д парадная парадной пар этаж этаже эт домофон домофона код вход")
    private static let prepositions = set("на в по во")
    private static let metro = set("м метро ст.м")

    /// Words inside names of streets.
    private static let inner = set(
        "и лет года им имени имени. й я ая ой летия академика маршала генерала адмирала космонавта героев профессора доктора большая малая большой малой нижняя верхняя старая новая"
    )
    /// Words after a number that make it no house.
    private static let units = set(
        """
        день дня дней час часа часов минут минуты минуту мин руб рублей рубля рубль р шт штук штуки штука раз раза
        год года лет месяц месяца месяцев неделю недели недель января февраля марта апреля мая июня июля августа
        сентября октября ноября декабря кг грамм см мм литров процентов размер размера вт вольт гб тб дюймов мл км
        метров ватт утра вечера ночи числа й го ое ая балл баллов бонусов искорок сутки суток
        """)
    /// Names of streets that most towns have.
    private static let streets = set(
        """
        ленина мира победы советская советской гагарина кирова пушкина гоголя чехова горького лермонтова толстого
        чкалова калинина фрунзе куйбышева дзержинского свердлова маркса энгельса октябрьская октябрьской первомайская
        первомайской комсомольская комсомольской пролетарская красноармейская пионерская садовая садовой лесная
        лесной школьная школьной вокзальная вокзальной центральная центральной молодежная молодежной новая новой
        зеленая зеленой набережная заводская заводской полевая полевой луговая луговой речная речной дачная дачной
        парковая парковой солнечная солнечной вишневая вишневой кленовая кленовой березовая тенистая тенистой
        восточная западная северная южная строителей космонавтов энтузиастов металлургов нефтяников химиков
        железнодорожная московская московской ленинградская киевская комсомольский московский ленинградский
        октябрьский советский вознесенский литейный кутузовский ленинский суворова кутузова нахимова ушакова
        матросова чапаева жукова королева титова менделеева ломоносова некрасова островского тургенева маяковского
        есенина крылова грибоедова вернадского невский лиговский арбат тверская тверской арбате невском мичурина
        тимирязева репина шевченко щорса котовского буденного ворошилова крупской урицкого володарского розы
        люксембург гайдара революции труда свободы дружбы юбилейная спортивная больничная почтовая колхозная
        кооперативная рабочая интернациональная республиканская народная красная
        """)

    /// What a word can be in an address.
    struct Roles: OptionSet, Sendable {
        let rawValue: UInt32

        static let streetType = Roles(rawValue: 1)
        static let doubtfulStreetType = Roles(rawValue: 1 << 1)
        static let townType = Roles(rawValue: 1 << 2)
        static let doubtfulTownType = Roles(rawValue: 1 << 3)
        static let regionType = Roles(rawValue: 1 << 4)
        static let districtType = Roles(rawValue: 1 << 5)
        static let houseType = Roles(rawValue: 1 << 6)
        static let buildingType = Roles(rawValue: 1 << 7)
        static let flatType = Roles(rawValue: 1 << 8)
        static let entranceType = Roles(rawValue: 1 << 9)
        static let preposition = Roles(rawValue: 1 << 10)
        static let metro = Roles(rawValue: 1 << 11)
        static let inner = Roles(rawValue: 1 << 12)
        static let unit = Roles(rawValue: 1 << 13)
        /// The name of a street that most towns have.
        static let street = Roles(rawValue: 1 << 14)
        /// A town in the nominative, or the first word of one.
        static let town = Roles(rawValue: 1 << 15)
    }

    /// What a word can be in an address; empty for most.
    static func roles(of form: String) -> Roles { table[form] ?? [] }

    private static let table: WordMap<Roles> = {
        var table = WordMap<Roles>()
        let lists: [(Set<String>, Roles)] = [
            (streetTypes, .streetType), (doubtfulStreetTypes, .doubtfulStreetType), (townTypes, .townType),
            (doubtfulTownTypes, .doubtfulTownType), (regionTypes, .regionType), (districtTypes, .districtType),
            (houseTypes, .houseType), (buildingTypes, .buildingType), (flatTypes, .flatType),
            (entranceTypes, .entranceType),
            (prepositions, .preposition), (metro, .metro), (inner, .inner), (units, .unit), (streets, .street),
            (PlaceNames.towns, .town), (Set(PlaceNames.compoundTowns.keys), .town),
        ]
        for (words, role) in lists {
            for word in words { table[word, default: []].formUnion(role) }
        }
        return table
    }()
}
