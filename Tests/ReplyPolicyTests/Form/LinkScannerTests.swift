import Testing

@testable import ReplyPolicy

@Suite struct LinkScannerTests {
    private func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return LinkScanner.addresses(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("см. https://a.ru/b, и", ["https://a.ru/b"]), ("a.ru b.рф c.com/x.", ["a.ru", "b.рф", "c.com/x"]),
        ("a@b.ru", ["a@b.ru"]), ("(https://a.ru)", ["https://a.ru"]), ("«a.ru»", ["a.ru"]),
        ("https://a.ru,https://b.ru", ["https://a.ru", "https://b.ru"]), ("tel:+7999", ["tel:+7999"]),
        ("файл.zip", ["файл.zip"]),
        // Words before the address in one token.
        ("Ссылка:https://evil.com/pay", ["https://evil.com/pay"]),
        ("Оплатите тут:http://evil.com", ["http://evil.com"]), ("12:30-https://evil.com", ["https://evil.com"]),
        ("адрес:evil.com", ["evil.com"]), ("👉shop.ru", ["shop.ru"]), ("shop.ru👈", ["shop.ru"]),
        ("_shop.ru_", ["shop.ru"]), ("~~shop.ru~~", ["shop.ru"]), ("(evil.com)", ["evil.com"]),
        ("см.evil.com", ["см.evil.com"]), ("тут...evil.com", ["evil.com"]), ("a→b.ru", ["b.ru"]),
        ("№5:evil.com", ["evil.com"]), ("1)evil.com/путь", ["evil.com/путь"]), ("Сайт evil.com.Спасибо", ["evil.com"]),
        ("evil.com:текст", ["evil.com"]), ("evil.com:8080", ["evil.com:8080"]), ("a:b:c:evil.com", ["evil.com"]),
        ("a.ru👉b.ru", ["a.ru", "b.ru"]), ("a.ru!b.ru", ["a.ru", "b.ru"]), ("a.ru；b.ru", ["a.ru", "b.ru"]),
        ("ivan.petrov@evil.com", ["ivan.petrov@evil.com"]), ("почта:i@evil.com.", ["i@evil.com"]),
        ("a.ru\\x:b.ru", ["a.ru", "b.ru"]), ("evil.com[.]-", ["evil.com"]), ("evil.com_x", ["evil.com"]),
        ("evil.comПривет", ["evil.com"]), ("слово.https://x", ["https://x"]), ("a.bctg://x", ["bctg://x"]),
        // Other schemes and hosts.
        ("hxxp://evil.com/x", ["hxxp://evil.com/x"]), ("ссылка://evil.com", ["evil.com"]),
        ("xn--80ak6aa92e.com", ["xn--80ak6aa92e.com"]), ("пример.рф", ["пример.рф"]), ("ПРИМЕР.РФ", ["ПРИМЕР.РФ"]),
        ("t.me/x", ["t.me/x"]), ("tg://resolve?domain=x", ["tg://resolve?domain=x"]), ("vk.cc/1", ["vk.cc/1"]),
        ("javascript:alert", ["javascript:alert"]), ("http:evil", ["http:evil"]), ("http:/evil", ["http:/evil"]),
        ("http:\\\\evil", ["http:\\\\evil"]), ("http://1.2.3.4/x", ["http://1.2.3.4/x"]),
        ("http://2130706433/", ["http://2130706433/"]), ("192.168.1.1", ["192.168.1.1"]),
        ("1.2.3.4:8080", ["1.2.3.4:8080"]), ("8.8.8.8/x", ["8.8.8.8/x"]), ("evil.lol/a", ["evil.lol/a"]),
        ("www.что-то", ["www.что-то"]), ("evil.travel", ["evil.travel"]),
        // Disguised signs and letters.
        ("evil。com", ["evil。com"]), ("evil．com/x", ["evil．com/x"]), ("evil｡com", ["evil｡com"]),
        ("evil․com", ["evil․com"]), ("ｅｖｉｌ.ｃｏｍ", ["ｅｖｉｌ.ｃｏｍ"]), ("https：／／evil.com", ["https：／／evil.com"]),
        ("evil.соm", ["evil.соm"]), ("еvil.com", ["еvil.com"]), ("𝐞𝐯𝐢𝐥.𝐜𝐨𝐦", ["𝐞𝐯𝐢𝐥.𝐜𝐨𝐦"]), ("ⓔⓥⓘⓛ.ⓒⓞⓜ", ["ⓔⓥⓘⓛ.ⓒⓞⓜ"]),
        ("ev\u{200B}il.co\u{200D}m", ["ev\u{200B}il.co\u{200D}m"]), ("evil\u{AD}.com", ["evil\u{AD}.com"]),
        ("evil\u{202E}.com", ["evil\u{202E}.com"]), ("évil.com", ["évil.com"]),
        ("e\u{301}vil.com", ["e\u{301}vil.com"]),
        ("evil[.]com/x", ["evil[.]com/x"]), ("evil(.)com", ["evil(.)com"]), ("evil[dot]com", ["evil[dot]com"]),
        ("evil [точка] com", ["evil [точка] com"]), ("hxxps[:]//evil[.]com", ["hxxps[:]//evil[.]com"]),
        ("user[at]evil[.]com", ["user[at]evil[.]com"]), ("evil . com", ["evil . com"]), ("evil .com", ["evil .com"]),
    ])
    func `an address is found wherever it stands and however it is written`(text: String, expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test(arguments: [
        "т.е. и т.д., и т.п.", "12:30", "1.5 кг", "г.Москва", "г. Москва, ул.Мира, д.5", "Wi-Fi 6E", "файл.pdf",
        "ООО.Ромашка",
        "привет.Как дела", "версия 1.2.3.4", "v10.15.7", "iOS 17.4.1", "№5:да", "итог:500", "Заказ.Спасибо",
        "10.12.2025",
        "8.800.555.35.35", "и/или", "руб./мес.", "Ответ:да.Нет", "Node.js/React.js", "И.О.Иванов", "с 9:00 до 18:00",
        "1:0.5",
        "да . Нет", "Спасибо .Да", "а[.]б", "[1] и [2]", "@nickname ответит", "цена:1.500.000", "к.т.н.", "5:6.7",
        "(см.п.5)",
        "…и всё.", "кто-то.где-то", "3.14:2.71", "п.п.1.2.3", "Режим: 10.00–18.00", "e.g. так", "файл.pdf/файл.doc",
        "ч:мм",
    ])
    func `prose has no address`(text: String) {
        #expect(found(text) == [])
    }
}
