/// The commonest words of each language, in small letters; words that two of them share are left out where they would mislead.
///
/// - Source: our own choice of function words and of words of shop chats.
enum LanguageWords {
    static let russian = words(
        "и в не на я что с он как это по но вы за у из мне для меня нет так когда где если уже или чтобы только ещё еще бы "
            + "вас вам мой мой моя мои нужно можно почему сколько какой какая здравствуйте добрый день спасибо заказ возврат деньги "
            + "доставка привет скажите подскажите пожалуйста пришёл пришел хочу могу есть был была будет очень")
    static let ukrainian = words(
        "та що не як це але ви за із мені для мене немає так коли де якщо вже або щоб тільки ще би вас вам мій моя мої треба "
            + "можна чому скільки який яка дякую замовлення повернення гроші доставка привіт скажіть підкажіть ласка прийшов хочу "
            + "можу був була буде дуже добрий вітаю потрібно повернути він вона бути від й")
    static let belarusian = words(
        "і што не як гэта але вы за мне для мяне няма так калі дзе ужо або каб толькі яшчэ вас вам мой мая мае трэба можна "
            + "чаму колькі які якая дзякуй заказ вяртанне грошы дастаўка прывітанне скажыце падкажыце ласка прыйшоў хачу магу быў "
            + "была будзе вельмі добры ён яна быць ад вярнуць дзень")
    static let kazakh = words(
        "және бұл мен бар жоқ қалай қашан қайда үшін бойынша сіз сіздер маған менің рахмет сәлем сәлеметсіз бе ма ме ба па пе "
            + "тапсырыс қайтару ақша жеткізу керек болады емес неге қанша қандай сіздің өте жақсы өтінемін туралы екен едім келді "
            + "келмеді жаткызу салем рахмет калай кашан кайда керек жок")
    static let english = words(
        "the a an i you is are was were to of in on for and or not my your it this that have has do does did can could when "
            + "where what why how please hello hi thanks thank order refund return delivery with from me we they be been will "
            + "would get got but if there no yes money want need help")
    static let latinRussian = words(
        "i v ne na ya chto kak eto po no vy u iz mne dlya menya net tak kogda gde esli uzhe ili tolko eshe esche moy moi moya "
            + "nuzhno mozhno pochemu skolko zdravstvuyte zdravstvuite dobryy dobry den spasibo zakaz vozvrat dengi dostavka privet "
            + "skazhite podskazhite pozhaluysta pozhalusta prishel prishol hochu khochu mogu est byl byla budet ochen kupil "
            + "poluchil vernut tovar kurer pomogite"
    )
    .subtracting(["i", "no", "v", "u", "po", "den", "est", "mogu"])

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(separator: " ").map(String.init))
    }
}
