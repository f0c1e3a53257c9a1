import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct RussianAnalyzerTests {
    @Test func `a content word has a term in every layer`() throws {
        let word = try #require(Analysis.tokens(of: "Кроссовками").first?.word)
        #expect(word == AnalyzedWord(form: "кроссовками", stem: "кроссовк", root: "крос", isStopWord: false))
        #expect(word.term(in: .form) == "кроссовками")
        #expect(word.term(in: .stem) == "кроссовк")
        #expect(word.term(in: .root) == "крос")
    }

    @Test(arguments: ["не", "без", "Ещё", "КОТОРЫЕ", "её"])
    func `a function word lives in the stem layer alone`(text: String) throws {
        let word = try #require(Analysis.tokens(of: text).first?.word)
        #expect(word.isStopWord)
        #expect(word.term(in: .form) == nil)
        #expect(word.term(in: .stem) != nil)
        #expect(word.term(in: .root) == nil)
    }

    @Test func `words of one root share the root term where their stems differ`() throws {
        let words = try Analysis.tokens(of: "оплата оплатить оплачивать").map(\.word)
        #expect(words.map(\.root) == ["опла", "опла", "опла"])
        #expect(words.map(\.stem) == ["оплат", "оплат", "оплачива"])
    }

    @Test(arguments: ["crm", "8800", "naïve", "漢字"])
    func `a word without Russian letters is its own stem and has no root`(text: String) throws {
        let word = try #require(Analysis.tokens(of: text).first?.word)
        #expect(word == AnalyzedWord(form: text, stem: text, root: nil, isStopWord: false))
    }

    @Test func `a short word is its own root`() throws {
        #expect(try Analysis.tokens(of: "чек ось").map(\.word.root) == ["чек", "ось"])
    }

    @Test func `spellings of one word are one form`() throws {
        let forms = try Analysis.forms(of: "ёлка Елка ЁЛКА е\u{308}лка ёлка\u{301} ёл\u{AD}ка")
        #expect(Set(forms) == ["елка"])
        #expect(forms.count == 6)
    }

    @Test(arguments: [UInt64(21), 22])
    func `the analysis does not depend on what the analyser remembers`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var forgetful = try RussianAnalyzer(maxWords: 1)
        var mindful = try RussianAnalyzer(maxWords: .max)
        for _ in 0..<200 {
            let text = generator.text(of: Alphabet.all + [Alphabet.russian, " "], upTo: 60)
            let first = try Analysis.tokens(of: text, &forgetful)
            let second = try Analysis.tokens(of: text, &mindful)
            let third = try Analysis.tokens(of: text)
            guard first == second, second == third else {
                Issue.record("seed \(seed): \(text)")
                return
            }
        }
        #expect(forgetful.wordCount < mindful.wordCount)
    }

    @Test func `word numbers stay valid when nothing is forgotten`() throws {
        var analyzer = try RussianAnalyzer(maxWords: .max)
        let first = try #require(analyzer.analyze("доставка").first).word
        for number in 0..<2000 { _ = try analyzer.analyze("слово\(number)") }
        let again = try #require(analyzer.analyze("доставка").first).word
        #expect(first == again)
        #expect(analyzer.word(first).form == "доставка")
        #expect(analyzer.wordCount == 2001)
    }

    @Test func `tokens given for reuse are replaced`() throws {
        var analyzer = try RussianAnalyzer()
        var tokens = try analyzer.analyze("один два три")
        try analyzer.analyze("четыре", into: &tokens)
        #expect(tokens.count == 1)
        try analyzer.analyze("", into: &tokens)
        #expect(tokens.isEmpty)
    }

    @Test func `analysers of many tasks agree`() async throws {
        var generator = SeededGenerator(seed: 31)
        let texts = (0..<60).map { _ in generator.text(of: Alphabet.all, upTo: 80) }
        let expected = try texts.map { try Analysis.tokens(of: $0) }
        try await withThrowingTaskGroup(of: [[SeenToken]].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var analyzer = try RussianAnalyzer(maxWords: 50)
                    var seen: [[SeenToken]] = []
                    for text in texts { seen.append(try Analysis.tokens(of: text, &analyzer)) }
                    return seen
                }
            }
            for try await seen in group { #expect(seen == expected) }
        }
    }
}
