import TestSupport
import Testing

@testable import ReplyPolicy

/// Random mixtures of payloads in wrappers: after cleaning nothing is active, and cleaning again changes nothing.
@Suite struct ReplySanitizerPropertyTests {
    private static let sanitizer: ReplySanitizer = {
        var rules = FormRules()
        rules.allowedHosts = ["good.ru"]
        return ReplySanitizer(rules: rules)
    }()
    private static let hosts = AllowedHosts(["good.ru"])

    /// Pieces that open nothing which they do not close.
    private static let payloads = [
        "<script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>",
        "[a](java[b](x)script:alert(1))", "[a](javascript:alert(1))", "[![a](https://evil.com/i)](https://evil.com/l)",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
        "&#106;avascript:alert(1)",
        "java&#x73;cript:alert(1)", "javascript&colon;alert(1)", "java<b></b>script:alert(1)", "\u{1B}[31m",
        "\u{202E}moc.live",
        "ev\u{AD}il\u{200B}.com", "https://evil.com/pay", "Ссылка:https://evil.com/pay", "12:30-http://evil.com",
        "адрес:evil.com",
        "👉evil.com", "_evil.com_", "evil。com", "hxxp://evil.com", "evil[.]com", "user@evil.com", "evil<i></i>.com",
        "https://good.ru/?to=https://evil.com", "https://good.ru@evil.com", "=HYPERLINK(\"https://evil.com\")",
        "evil.com.Спасибо",
        "https://good.ru/ok", "good.ru", "help@good.ru", "data:text/html,<b>1</b>", "tg://resolve?domain=evil",
        "3 < 5 > 4", "т.е. 1.5 кг",
        "https://good.ru/" + String(repeating: "a", count: 2_100), "evil&period;com", "![x](https://evil.com/?q=1)",
    ]
    /// Pieces of payloads, which may meet.
    private static let fragments = [
        "<", ">", "<scr", "ipt>", "java", "script:", "[a](", ")", "](", "![", "]", "https:", "//", "evil", ".com", "&",
        "lt;", "&#", "60;",
        "\\", "<!--", "-->", "\u{1B}", "[31m", "\u{200B}", ":", "=", "<a href=", "'", "[//]:", "#", "@", ".", "good.ru",
        "hxxp", "amp;",
        "data:", "text/html", ",", "[.]", "com", "/", "\u{FE0F}", "👍",
    ]
    private static let wrappers: [@Sendable (String) -> String] = [
        { $0 }, { "«\($0)»" }, { "**\($0)**" }, { "<b>\($0)</b>" }, { "[\($0)](https://evil.com)" }, { "[a](\($0))" },
        { "(\($0))" },
        { "![\($0)](https://evil.com/x.png)" }, { "`\($0)`" }, { "&lt;\($0)&gt;" }, { "java\($0)script:x" },
        { "evil\($0).com" },
        { "https://good.ru/\($0)" }, { "[\($0)][1]" }, { "_\($0)_" }, { "[\($0)]" }, { "<\($0)>" },
    ]

    private func problems(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var problems = ActiveContent.problems(in: text)
        for range in LinkScanner.addresses(in: bytes) {
            let address = String(decoding: bytes[range], as: UTF8.self)
            let isAllowed =
                WebAddress(bytes[range]).map(Self.hosts.contains) == true
                || address.hasSuffix("@good.ru") && !address.contains("/")
            if !isAllowed || range.count > 2_048 { problems.append(address) }
        }
        if !DangerousScheme.ranges(in: bytes).isEmpty { problems.append("scheme") }
        if !MarkupScanner.elements(in: bytes).isEmpty { problems.append("markup") }
        if !HiddenCharacterRemoval.edits(bytes).isEmpty { problems.append("hidden") }
        return problems
    }

    private func check(_ reply: String, _ seed: UInt64) -> String {
        let result = Self.sanitizer.sanitize(reply)
        let problems = problems(in: result.text)
        #expect(problems == [], "seed \(seed): \(reply.debugDescription) → \(result.text.debugDescription)")
        let again = Self.sanitizer.sanitize(result.text)
        #expect(
            again.text.utf8.elementsEqual(result.text.utf8) && again.findings.isEmpty,
            "seed \(seed): \(reply.debugDescription) → \(result.text.debugDescription) → \(again.text.debugDescription)"
        )
        #expect(result.findings.allSatisfy { $0.utf8Range.upperBound <= reply.utf8.count })
        return result.text
    }

    @Test(arguments: 0..<UInt64(20))
    func `mixtures of whole payloads leave nothing active and the words between them`(batch: UInt64) {
        for seed in batch * 150..<(batch + 1) * 150 {
            var random = SeededGenerator(seed: seed)
            var reply = "начало"
            for index in 0..<Int.random(in: 1...4, using: &random) {
                var piece = Self.payloads[Int.random(in: Self.payloads.indices, using: &random)]
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    piece = Self.wrappers[Int.random(in: Self.wrappers.indices, using: &random)](piece)
                }
                reply += "\n\(piece)\nслово\(index)"
            }
            let text = check(reply, seed)
            for word in reply.split(separator: "\n") where word == "начало" || word.hasPrefix("слово") {
                #expect(
                    text.contains(word),
                    "seed \(seed): «\(word)» is lost of \(reply.debugDescription): \(text.debugDescription)")
            }
        }
    }

    @Test(arguments: 0..<UInt64(20))
    func `pieces that meet leave nothing active`(batch: UInt64) {
        for seed in batch * 200..<(batch + 1) * 200 {
            var random = SeededGenerator(seed: seed &+ 1_000_000)
            var reply = ""
            for _ in 0..<Int.random(in: 2...14, using: &random) {
                let pieces = Int.random(in: 0..<4, using: &random) == 0 ? Self.payloads : Self.fragments
                reply += pieces[Int.random(in: pieces.indices, using: &random)]
                if Int.random(in: 0..<6, using: &random) == 0 { reply += " " }
                if Int.random(in: 0..<12, using: &random) == 0 { reply += "\n" }
            }
            _ = check(reply, seed)
        }
    }

    @Test func `cut-up payloads many levels deep leave nothing active`() {
        for depth in [1, 3, 6, 7, 12, 40] {
            var script = "<script>"
            var entity = "lt;script>"
            var link = "https://evil.com"
            for _ in 0..<depth {
                script = "<scr\(script)ipt>"
                entity = "amp;\(entity)"
                link = "[x](\(link))"
            }
            _ = check("да \(script) нет", 0)
            _ = check("да &\(entity) нет", 0)
            _ = check("да \(link) нет", 0)
        }
    }
}
