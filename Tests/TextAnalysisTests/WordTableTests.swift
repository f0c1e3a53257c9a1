import Testing

@testable import TextAnalysis

@Suite struct WordTableTests {
    private func word(_ form: String) -> AnalyzedWord {
        AnalyzedWord(form: form, stem: form, root: nil, isStopWord: false)
    }

    @Test func `words of one hash value are told apart`() {
        // 400 words fill less than half of the 1,024 slots, so that the table does not grow and rehash.
        var table = WordTable()
        let forms = (0..<400).map { "слово\($0)" }
        for (number, form) in forms.enumerated() {
            let raw = form.utf8Span.span
            #expect(table.find(raw, hash: 1023) == nil)
            #expect(table.insert(raw, hash: 1023, word(form)) == number)
        }
        for (number, form) in forms.enumerated() {
            #expect(table.find(form.utf8Span.span, hash: 1023) == number)
            #expect(table.words[number].form == form)
        }
        #expect(table.find("слово400".utf8Span.span, hash: 1023) == nil)
    }

    @Test(arguments: [511, 512, 513, 5000])
    func `a growing table keeps the number of every word`(count: Int) {
        var table = WordTable()
        let forms = (0..<count).map { String($0, radix: 7) }
        for form in forms {
            let raw = form.utf8Span.span
            _ = table.insert(raw, hash: WordTable.hash(raw), word(form))
        }
        let found = forms.map { table.find($0.utf8Span.span, hash: WordTable.hash($0.utf8Span.span)) }
        #expect(found == Array(0..<count))
        let absent = "x".utf8Span.span
        #expect(table.find(absent, hash: WordTable.hash(absent)) == nil)
    }

    @Test func `a word that is the beginning of another is another word`() {
        var table = WordTable()
        for form in ["", "а", "аб", "абв"] {
            let raw = form.utf8Span.span
            _ = table.insert(raw, hash: 7, word(form))
        }
        #expect(table.find("аб".utf8Span.span, hash: 7) == 2)
        #expect(table.find("".utf8Span.span, hash: 7) == 0)
    }

    @Test func `removing all forgets all`() {
        var table = WordTable()
        let raw = "слово".utf8Span.span
        _ = table.insert(raw, hash: 7, word("слово"))
        table.removeAll()
        #expect(table.words.isEmpty)
        #expect(table.find(raw, hash: 7) == nil)
    }
}
