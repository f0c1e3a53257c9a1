import ReplySuggestion
import TestSupport
import Testing
import TextAnalysis

/// Seeded comparisons: however a reply is cut, and however a sentence is dressed, the reader finds the same.
struct ModelReplyReaderTwinTests {
    private static let pieces = [
        "Срок — 5 дней", "Цена 300 руб.", "ул. Ленина", "«Лето»", " ", "  ", "\n", "\n\n", ". ", ".", "! ", "? ", "… ",
        ", ", ": ",
        "[1]", "[1, 2]", "【3】", "[С2]", "[9]", "[", "]", "(1)", "([2])", "**", "*", "_", "`", "```", "```text\n", "- ",
        "1. ",
        "# ", "> ", "---", "<think>", "</think>", "<b>", "<", ">", "\"", "«", "»", "НЕТ ОТВЕТА",
        "недостаточно сведений",
        "Вот черновик:", "Ответ", "[ТЕЛЕФОН_1]", "И. О. Петров", "Да", "нет", "😀", "é", "\u{0301}", "\r\n",
        "прошла.Деньги",
        "Источники", "](", "https://a.ru", "\u{00A0}", "~~",
    ]

    private static func events(_ chunks: [ArraySlice<UInt8>]) -> [ModelReplyEvent] {
        var reader = ModelReplyReader(passages: [1, 2, 3], messages: [1, 2])
        var events: [ModelReplyEvent] = []
        for chunk in chunks { events += reader.read(utf8: chunk) }
        return events + reader.finish()
    }

    @Test func `byte by byte, whole or cut anywhere gives the same events`() {
        for seed in UInt64(0)..<500 {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...40, using: &random)
            let text = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }
                .joined()
            var bytes = Array(text.utf8)
            // Every tenth reply has bytes that are no UTF-8.
            if seed % 10 == 0 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 128...255, using: &random)
            }
            let whole = Self.events([bytes[...]])
            #expect(
                Self.events(bytes.indices.map { bytes[$0...$0] }) == whole, "seed \(seed): \(text.debugDescription)")
            let cuts = Set((0..<5).map { _ in Int.random(in: 0...bytes.count, using: &random) }).union([0, bytes.count])
                .sorted()
            let chunks = zip(cuts, cuts.dropFirst()).map { bytes[$0..<$1] }
            #expect(Self.events(chunks) == whole, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test func `plain text is cut as the product cuts it`() {
        let words = [
            "Срок", "дней", "руб.", "ул.", "Ленина", "т.", "е.", "5", "3,5", "12.30", "И.", "Петров", "(см.", "да)",
            "«Лето»",
            "—", "оплата", "Возврат", "готов.", "Да!", "как?", "Ждём…", "всё?!", "\"Так.\"", "(верно.)", "1.",
            "пример.рф",
            "длинноесловодлинноесловодлинноеслово.", "кг.",
        ]
        for seed in UInt64(0)..<500 {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...14, using: &random)
            let body = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(
                separator: " ")
            let text = "Итак " + body
            let expected = SentenceSplitter.sentences(of: text).map {
                String(decoding: Array(text.utf8)[$0], as: UTF8.self)
            }
            let found = Self.events([Array(text.utf8)[...]]).compactMap {
                if case .sentence(let sentence) = $0 { sentence.text } else { nil }
            }
            // A piece without a letter or digit («—») is no sentence here.
            #expect(found == expected.filter { $0.contains { $0.isLetter || $0.isNumber } }, "seed \(seed): \(text)")
        }
    }

    @Test func `a sentence is the same however it is dressed`() {
        let sentences = [
            "Срок возврата — 14 дней", "Доставка стоит 300 рублей", "Нажмите «Вернуть» в разделе «Заказы»",
            "Позвоните по номеру [ТЕЛЕФОН_1]", "Это возможно до 18:30",
        ]
        let marks: [(form: String, numbers: [Int])] = [
            ("[1]", [1]), ("[2][3]", [2, 3]), ("[1, 3]", [1, 3]), ("[1], [2]", [1, 2]), ("【2】", [2]),
            ("[фрагмент 3]", [3]), ("", []),
        ]
        for seed in UInt64(0)..<500 {
            var random = SeededGenerator(seed: seed)
            var text =
                ["", "Вот черновик ответа:\n", "<think>Так. Да</think>\n", "```\n"].randomElement(using: &random) ?? ""
            var expected: [String] = []
            var expectedNumbers: [[Int]] = []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let sentence = sentences.randomElement(using: &random) ?? ""
                let mark = marks.randomElement(using: &random) ?? ("", [])
                let dressed = Bool.random(using: &random) ? "**\(sentence)**" : sentence
                let space = Bool.random(using: &random) && !mark.form.isEmpty ? " " : ""
                let isBefore = Bool.random(using: &random)
                let head = ["", "", "\n", "\n- ", "\n2. ", "\n\n"].randomElement(using: &random) ?? ""
                text += head + dressed + (isBefore ? space + mark.form + "." : "." + space + mark.form) + " "
                expected.append(sentence + ".")
                expectedNumbers.append(mark.numbers)
            }
            let found = Self.events([Array(text.utf8)[...]]).compactMap { event -> ModelSentence? in
                if case .sentence(let sentence) = event { sentence } else { nil }
            }
            #expect(found.map(\.text) == expected, "seed \(seed): \(text.debugDescription)")
            #expect(found.map(\.passages) == expectedNumbers, "seed \(seed): \(text.debugDescription)")
            #expect(found.flatMap(\.unknownMarks) == [])
        }
    }
}
