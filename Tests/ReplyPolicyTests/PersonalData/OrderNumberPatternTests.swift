import ReplyPolicy
import Testing

@Suite struct OrderNumberPatternTests {
    @Test(arguments: [
        ("", OrderNumberPatternError.empty), ("В-##?", .tooFewPlaces(pattern: "В-##?", found: 1, needed: 3)),
        ("?###", .nothingOptional(pattern: "?###", offset: 0)),
        ("###??", .nothingOptional(pattern: "###??", offset: 4)),
        ("##*##", .unexpectedCharacter(pattern: "##*##", offset: 2)),
        (String(repeating: "#", count: 33), .tooLong(characters: 33, limit: 32)),
    ])
    func `a pattern that cannot be used says why`(source: String, error: OrderNumberPatternError) {
        #expect(throws: error) { try OrderNumberPattern(source) }
    }

    @Test(arguments: [
        ("ДГ-####/##", "договор ДГ-1234/26", "дг123426"), ("@@-####", "заказ KZ-1234", "кz1234"),
        ("@?-?######", "заказ 123456", "123456"),
        ("@?-?######", "заказ Ю-123456", "ю123456"), ("N#####", "заказ n12345", "n12345"),
        ("№#####", "заказ №12345", "12345"),
        ("###-###-###", "заказ 123–456–789", "123456789"), ("###-###-###", "заказ １２３-４５６-７８９", "123456789"),
        ("###-###-###", "заказ 12\u{200B}3-456-789", "123456789"),
        ("###-###-###", "заказ 1 2 3-4 5 6-7 8 9", "123456789"),
    ])
    func `a number of the pattern is found`(pattern: String, text: String, canonical: String) throws {
        let finding = try #require(try FinderFixture(patterns: [pattern]).only(.orderNumber, in: text))
        #expect(finding.canonical == canonical)
        #expect(finding.explanation.contains("«\(pattern)»"))
    }

    @Test(arguments: [
        ("###-###-###", "артикул 123-456-789"), ("###-###-###", "123-456-789-12"), ("###-###-###", "0123-456-789"),
        ("###-###-###", "сумма 123 456 789 рублей"), ("В-######", "в 123456 раз"), ("В-######", "ДВ-123456"),
        ("В-######", "В-1234567"), ("В-######", "К-123456"), ("В-######", "В-123456А"),
    ])
    func `what only resembles it is not`(pattern: String, text: String) throws {
        #expect(try FinderFixture(patterns: [pattern]).only(.orderNumber, in: text) == nil)
    }

    @Test func `without patterns no order is found`() throws {
        #expect(try FinderFixture(patterns: []).only(.orderNumber, in: "заказ 123-456-789") == nil)
    }
}
