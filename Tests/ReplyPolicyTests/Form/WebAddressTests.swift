import Testing

@testable import ReplyPolicy

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://good.ru/a?b#c", "good.ru", false), ("HTTPS://Good.RU:443", "good.ru", false),
        ("https://a@b.ru", "b.ru", true),
        ("https://a:b@c@d.ru/x", "d.ru", true), ("https:\\\\evil.ru\\x", "evil.ru", false),
        ("//evil.ru/x", "evil.ru", false),
        ("good.ru./x", "good.ru", false), ("https://evil.ru\\@good.ru", "evil.ru", false),
        ("ht\ntps://a.ru", "a.ru", false),
    ])
    func `the host is the one a browser would open`(text: String, host: String, hasUser: Bool) throws {
        let address = try #require(WebAddress(text.utf8))
        #expect(address.host == host)
        #expect(address.hasUser == hasUser)
    }

    @Test(arguments: ["", "слово", "https://", "kb-0301", "/path"])
    func `what names no host is no address`(text: String) {
        #expect(WebAddress(text.utf8) == nil)
    }

    @Test(arguments: [
        ("good.ru", false), ("магазин.рф", false), ("gооd.ru", true), ("аррӏе.com", true), ("xn--80ak6aa92e.com", true),
        ("магазин.com", true),
        ("shop-24.ru", false), ("ｇood.ru", true), ("good.ru。evil.com", true),
    ])
    func `a disguised host is told`(host: String, isDisguised: Bool) throws {
        #expect(try #require(WebAddress("https://\(host)".utf8)).isDisguised == isDisguised)
    }

    @Test(arguments: [
        ("https://good.ru", true), ("http://good.ru/x", true), ("good.ru", true), ("https://sub.good.ru", false),
        ("https://shop.ru", true),
        ("https://a.shop.ru", true), ("https://a.b.shop.ru", true), ("https://notshop.ru", false),
        ("https://shop.ru.evil.com", false),
        ("ftp://good.ru", false), ("https://u@good.ru", false), ("https://ru", false), ("https://xn--a.shop.ru", false),
        ("https://магазин.рф", true), ("https://xn--listed.ru", true),
    ])
    func `a host is allowed by itself or by its parent`(text: String, isAllowed: Bool) throws {
        let hosts = AllowedHosts(["good.ru", "*.shop.ru", "Магазин.рф", "xn--listed.ru", ""])
        #expect(hosts.contains(try #require(WebAddress(text.utf8))) == isAllowed)
    }
}
