import TextAnalysis
import Testing

@Suite struct LanguageDetectorTests {
    @Test(arguments: [
        ("Здравствуйте, где мой заказ?", WrittenLanguage.russian), ("верните деньги", .russian), ("возврат", .russian),
        ("USB Type-C кабель 2 м", .russian), ("iPhone 15 Pro Max 256 есть?", .russian),
        ("zdravstvuyte, gde moy zakaz", .russian),
        ("ult vjq pfrfp", .russian), ("Купила Nike Air Max, а пришли Adidas", .russian),
        ("Добрий день, де моє замовлення?", .ukrainian), ("Коли буде доставка, підкажіть", .ukrainian),
        ("чому так довго", .ukrainian),
        ("Добры дзень, дзе мой заказ? Калі прывязуць?", .belarusian),
        ("Вярніце грошы, калі ласка, ужо тыдзень чакаю", .belarusian),
        ("Сәлеметсіз бе, тапсырысым қайда?", .kazakh), ("Ақшаны қалай қайтаруға болады", .kazakh),
        ("Салем, жеткізу қашан болады", .kazakh),
        ("Hello, where is my order?", .english), ("refund please", .english), ("I want to return the shoes", .english),
        ("Guten Tag, wo ist meine Bestellung geblieben", .other), ("مرحبا أين طلبي", .other), ("你好，我的订单在哪里", .other),
        ("Buyurtmam qayerda, iltimos ayting", .other), ("Где е моята поръчка ђ ћ", .other),
        ("", .unknown), ("ок", .unknown), ("12345", .unknown), ("👍👍", .unknown), ("+", .unknown),
    ])
    func `the language of a message is told`(text: String, expected: WrittenLanguage) {
        #expect(LanguageDetector.language(of: text) == expected)
    }

    @Test func `only the beginning of a long text is read`() {
        let text =
            String(repeating: "где мой заказ ", count: 1_000) + String(repeating: "where is my order ", count: 10_000)
        #expect(LanguageDetector.language(of: text) == .russian)
    }

    @Test func `case does not matter`() {
        #expect(LanguageDetector.language(of: "ДЕ МОЄ ЗАМОВЛЕННЯ") == .ukrainian)
        #expect(LanguageDetector.language(of: "ҚАЙДА ТАПСЫРЫС") == .kazakh)
    }
}
