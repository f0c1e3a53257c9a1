import TestSupport
import Testing

@testable import ReplyPolicy

@Suite struct AddressRecognizerTests {
    private func addresses(_ text: String) -> [String] {
        AddressRecognizer().findings(in: SurfaceTokenizer.tokens(of: text)).map {
            String(decoding: Array(text.utf8)[$0.utf8Range], as: UTF8.self)
        }
    }

    @Test(arguments: [
        "г. Москва, ул. Ленина, д. 5, кв. 17", "москва ленина 5 кв 7", "улице Ленина, в доме 5", "Ленина 15-32",
        "Гагарина 5/2-17",
        "142300, Московская область, г. Чехов, ул. Полиграфистов, д.5 к.2 кв.17", "дом 5 корпус 2 квартира 17",
        "Ярославское шоссе, 71, подъезд 2", "СНТ Ромашка, участок 45", "деревня Малые Вязёмы, дом 8",
        "пос. Дружба, ул. 8 Марта, 15",
        "Невский проспект, 28, офис 301", "Уфа, Вернадского, 51к2, подъезд 6, кв 110", "ул.Строителей д.3 стр.1 пом.5",
        "улица 40 лет Победы, дом 3", "спб наб реки мойки 12 кв 3", "3-й проезд Марьиной Рощи, д. 99, кв. 343",
        "Нальчик 3-я Парковая 45/2 46",
        "ул. Чехова, д. 138, г. Нальчик", "6-й мкр., д. 52к4, г. Тольятти", "улПервомайская д54в кв316",
        "г. Екатеринбург,\nул. Малышева, 51",
        "МОСКВА УЛИЦА ЧЕХОВА ДОМ 39Б КВАРТИРА 343", "Республика Татарстан, г. Казань, ул. Баумана, 44/8",
        "просп. 100-летия Владивостока, д. 18к1",
        "набереж\u{200B}ная Фонтанки, д. ５",
    ])
    func `one finding covers a whole address`(address: String) {
        #expect(addresses(address) == [address])
        #expect(addresses("Везите сюда: \(address) — жду") == [address])
    }

    @Test(arguments: [
        "доставка в Москву", "на улице холодно", "дом 5 дней без света", "квартира у меня маленькая",
        "куртка 48-50, синяя",
        "заказ 15-32 где", "шины 205/55 R16", "ждём в Кирове", "г. Москва", "Сертификат ТР ТС 017/2011",
        "Итого 1718,41 ₽",
        "с 10 до 18", "этаж 5", "проспект возможностей закрыт", "Иванов П. С., 12.03.1985", "площадь кухни 12 метров",
        "", "-", "5",
    ])
    func `what leads to no home is no address`(text: String) {
        #expect(addresses(text) == [])
    }

    @Test func `a finding says what it saw`() throws {
        let finding = try #require(
            AddressRecognizer().findings(in: SurfaceTokenizer.tokens(of: "г. Уфа, ул. Ленина, д. 5, кв. 7")).first)
        #expect(finding.kind == .address)
        #expect(finding.canonical == "уфа ленина 5 7")
        #expect(finding.explanation == "это адрес: город, улица, дом, квартира")
        #expect(finding.score > 0.9)
    }

    @Test func `findings are in order, apart, and cut no character`() {
        var generator = SeededGenerator(seed: 43)
        let pieces = [
            "ул", ". ", " ", "Ленина", "д", "5", "-", "/", "\n", "кв", "г", "Москва", ",", "123456", "👩", "к",
            "область ", "№",
        ]
        for _ in 0..<500 {
            let text = (0..<14).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            var last = 0
            for finding in AddressRecognizer().findings(in: SurfaceTokenizer.tokens(of: text)) {
                #expect(finding.utf8Range.lowerBound >= last && !finding.utf8Range.isEmpty, "\(text)")
                #expect(String(validating: Array(text.utf8)[finding.utf8Range], as: UTF8.self) != nil, "\(text)")
                last = finding.utf8Range.upperBound
            }
        }
    }
}
