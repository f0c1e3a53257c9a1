import KnowledgeBase
import Testing

@Suite struct RenderingTests {
    @Test(arguments: [
        ("один\nдва", "один два"), ("один  \nдва", "один два"), ("один\\\nдва", "один два"),
        ("один\r\nдва\r\n\r\nтри", "один два\nтри"), ("один\n\n\n\nдва", "один\nдва"),
        ("**жирный** и *курсив* и _тоже_ и __тоже__", "жирный и курсив и тоже и тоже"),
        ("***оба***", "оба"), ("**а *б* в**", "а б в"), ("*а **б** в*", "а б в"),
        ("snake_case и a_b_c", "snake_case и a_b_c"), ("2*3", "2*3"), ("60*40*35 см", "60*40*35 см"),
        ("2 * 3 * 4", "2 * 3 * 4"), ("цена* и срок*, условия", "цена* и срок*, условия"),
        ("**Важно:**текст", "Важно:текст"), ("**«Ёлка»**и", "«Ёлка»и"), ("**не закрыто", "**не закрыто"),
        ("`код * _а_`", "код * _а_"), ("`` a ` b ``", "a ` b"), ("`не закрыт", "`не закрыт"),
        ("[текст](kb-0301)", "текст"), ("[**жирная** ссылка](https://a.example/b_(c) \"заголовок\")", "жирная ссылка"),
        ("[а](<kb-0301>) [б]() [в] (г)", "а б [в] (г)"), ("![схема *1*](a.png) рядом", "схема 1 рядом"),
        ("[![рис](a.png)](kb-1)", "рис"),
        ("<https://a.example/_b_> <help@a.example>", "https://a.example/_b_ help@a.example"),
        ("https://a.example/_b_/c_", "https://a.example/_b_/c_"), ("**https://a.example**", "https://a.example"),
        ("а <!-- нет --> б", "а б"), ("а<!-- нет -->б", "аб"), ("<!-- нет\n\nи тут нет -->\nда", "да"),
        ("а <b>б</b> <span title=\"x > y\">в</span>", "а б в"), ("а<br>б<br/>\nв", "а б в"),
        ("1 < 2 и 3 > 2", "1 < 2 и 3 > 2"),
        ("3&nbsp;000&#160;₽ &amp; &lt;&gt;&quot;&#x41;", "3\u{A0}000\u{A0}₽ & <>\"A"),
        ("AT&T &unknown; &", "AT&T &unknown; &"),
        ("&#0;&#xD800;", "\u{FFFD}\u{FFFD}"),
        ("\\*не курсив\\* \\_ \\[x\\](y) C:\\dir", "*не курсив* _ [x](y) C:\\dir"),
        ("&#42;а&#42;", "*а*"), ("а\n***\nб", "а\nб"),
    ])
    func `inline markup leaves its text`(_ markdown: String, _ expected: String) throws {
        #expect(try Fixtures.article(body: "начало\n\n" + markdown).plainText.text == "начало\n" + expected)
    }

    @Test func `every kind of block is told apart`() throws {
        let body = """
            Вводный
            абзац.

            ## Раздел `А` ##
            - первый
              пункт
            - второй
                1. вложенный
            2) с номером

            | Способ | Цена |
            |:-------|-----:|
            | курьер | **299** ₽ |
            | a \\| b | |

            > цитата
            ленивая строка
            ```swift
            let a = *b*

              if _c_ {}
            ```
            Подчёркнутый
            ---
            * * *
            """
        let plainText = try Fixtures.article(body: body).plainText
        let expected: [(PlainText.Kind, String)] = [
            (.paragraph, "Вводный абзац."), (.heading(level: 2), "Раздел А"), (.listItem(ordinal: nil), "первый пункт"),
            (.listItem(ordinal: nil), "второй"), (.listItem(ordinal: 1), "вложенный"),
            (.listItem(ordinal: 2), "с номером"), (.tableHeader, "Способ | Цена"), (.tableRow, "курьер | 299 ₽"),
            (.tableRow, "a | b"), (.quote, "цитата ленивая строка"), (.code, "let a = *b*\n\n  if _c_ {}"),
            (.heading(level: 2), "Подчёркнутый"),
        ]
        #expect(plainText.blocks.map(\.kind) == expected.map(\.0))
        #expect(plainText.blocks.map { plainText.text(in: $0.utf8Range) } == expected.map(\.1))
        #expect(plainText.text == expected.map(\.1).joined(separator: "\n"))
    }

    @Test(arguments: [
        "в\n1985. году", "цена\n-5 градусов", "а | б\nв | г", "#хештег", "- ", "а\n#5 б", "####### семь",
    ])
    func `what only looks like a block stays text`(_ markdown: String) throws {
        let text = try Fixtures.article(body: "начало\n\n" + markdown).plainText
        #expect(text.blocks.allSatisfy { $0.kind == .paragraph })
    }

    @Test func `a byte order mark is not part of the text`() throws {
        let base = try Fixtures.base("\u{FEFF}" + Fixtures.file(body: "да"))
        let article = try #require(base.articles.first)
        #expect(article.plainText.text == "да")
        #expect(Array(article.source.utf8).prefix(4) == [0xEF, 0xBB, 0xBF, 0x2D])
        let range = article.plainText.sourceRange(of: 0..<4)
        #expect(Array(article.source.utf8)[range].elementsEqual("да".utf8))
    }

    @Test func `links are listed once in order without images and web addresses`() throws {
        let body =
            "[а](kb-2) [б](kb-1#x) [в](kb-2) ![г](kb-3) [д](https://a.example) | [е](tel:88000001020)\n\n- [ж](kb-4)"
        #expect(try Fixtures.article(body: body).links.map(\.rawValue) == ["kb-2", "kb-1", "kb-4"])
    }

    @Test func `empty cells keep the columns apart but leave nothing at the end`() throws {
        let body = "| | курьер | почта |\n|---|---|---|\n| цена | | 349 ₽ |\n| вес | | |\n| | | |"
        #expect(try Fixtures.article(body: body).plainText.text == " | курьер | почта\nцена |  | 349 ₽\nвес")
    }

    @Test func `only a closed comment is taken away`() throws {
        let body = "<!-- а\nб --> в\n\nг\n<!-- д\n\n-->\nе\n\n<!-- ж\n\nз"
        #expect(try Fixtures.article(body: body).plainText.text == "в\nг\nе\n<!-- ж\nз")
    }
}
