import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct WordTableTests {
    private func word(_ form: String) -> AnalyzedWord {
        AnalyzedWord(form: form, stem: form, root: nil, isStopWord: false)
    }

    private func insert(_ form: String, hash: UInt64? = nil, into table: inout WordTable) -> Int {
        let raw = form.utf8Span.span
        var key = WordKey(raw, 0..<raw.count)
        if let hash { key.hash = hash }
        return table.insert(key, word(form), in: raw, at: 0)
    }

    private func find(_ form: String, hash: UInt64? = nil, in table: WordTable) -> Int? {
        let raw = form.utf8Span.span
        var key = WordKey(raw, 0..<raw.count)
        if let hash { key.hash = hash }
        return table.find(key, in: raw, at: 0)?.number
    }

    @Test(arguments: ["слово", "слово-длиннее-двадцати-четырёх-байтов-"])
    func `words of one hash value are told apart`(beginning: String) {
        // 400 words fill less than half of the 1,024 slots, so that the table does not grow and rehash.
        var table = WordTable()
        let forms = (0..<400).map { "\(beginning)\($0)" }
        for (number, form) in forms.enumerated() {
            #expect(find(form, hash: .max, in: table) == nil)
            #expect(insert(form, hash: .max, into: &table) == number)
        }
        for (number, form) in forms.enumerated() {
            #expect(find(form, hash: .max, in: table) == number)
            #expect(table.words[number].form == form)
        }
        #expect(find("\(beginning)400", hash: .max, in: table) == nil)
    }

    @Test(arguments: [682, 683, 684, 5000])
    func `a growing table keeps the number of every word`(count: Int) {
        var table = WordTable()
        let forms = (0..<count).map { String($0, radix: 7) + ($0 % 3 == 0 ? "-и-ещё-двадцать-байтов" : "") }
        for form in forms { _ = insert(form, into: &table) }
        #expect(forms.map { find($0, in: table) } == Array(0..<count))
        #expect(find("x", in: table) == nil)
    }

    @Test func `a word that is the beginning of another is another word`() {
        var table = WordTable()
        let long = String(repeating: "я", count: 12)
        let forms = [
            "", "а", "аб", "абв", long, long + "a", long + "я", long + "яa", String(repeating: "я", count: 17),
        ]
        for form in forms { _ = insert(form, hash: 7, into: &table) }
        for (number, form) in forms.enumerated() { #expect(find(form, hash: 7, in: table) == number) }
    }

    @Test func `a word of which nothing is left is marked`() throws {
        var table = WordTable()
        let raw = "\u{301}".utf8Span.span
        let key = WordKey(raw, 0..<2)
        _ = table.insert(key, word(""), in: raw, at: 0)
        #expect(table.find(key, in: raw, at: 0) == WordTable.Entry(number: 0, isEmpty: true))
    }

    @Test func `removing all forgets all`() {
        var table = WordTable()
        _ = insert("слово", into: &table)
        table.removeAll()
        #expect(table.words.isEmpty)
        #expect(find("слово", in: table) == nil)
    }

    @Test(arguments: [UInt64(1), 2])
    func `the key of Russian letters read in one pass is that of their bytes`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for length in Array(1...40) + [100, 500] {
            let letters = (0..<length).map { _ in
                Unicode.Scalar(UInt16.random(in: 0x400...0x47F, using: &generator)) ?? "а"
            }
            let word = String(String.UnicodeScalarView(letters))
            for rest in ["", "1", ".", " и", "é", "\u{480}", "漢"] {
                let text = "—" + word + rest
                let utf8 = text.utf8Span.span
                let end = 3 + word.utf8.count
                let (one, other) = (WordKey(russianLettersOf: utf8, from: 3), WordKey(utf8, 3..<end))
                #expect(
                    [one.first, one.second, one.third, one.hash, UInt64(one.byteCount)]
                        == [other.first, other.second, other.third, other.hash, UInt64(end - 3)],
                    "seed \(seed): \(text)")
            }
        }
    }
}
