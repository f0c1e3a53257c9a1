import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite struct HeadMatcherTests {
    private static func words(_ text: String) throws -> [AnalyzedQuery.WeightedWord] {
        var analyzer = try RussianAnalyzer()
        return try analyzer.analyze(text).map {
            .init(word: analyzer.word($0.word), weight: 1, alternativeTo: nil, hasRoot: true)
        }
    }

    private static func record(_ headings: [String], _ text: String) -> [UInt8] {
        PassageRecord(
            heading: .init(section: "Раздел", path: headings), ordinal: 0, text: text, sourceRange: 0..<0, textStart: 0,
            units: [], file: nil
        ).encoded()
    }

    private static func evidence(
        _ query: String, _ headings: [String], _ text: String, weight: Float = 1
    ) throws -> HeadEvidence {
        let matcher = try HeadMatcher(words(query)) { _ throws(RetrievalError) in weight }
        return try evidence(matcher, record(headings, text))
    }

    private static func evidence(_ matcher: HeadMatcher, _ bytes: [UInt8]) throws(RetrievalError) -> HeadEvidence {
        var words = [UInt64](repeating: 0, count: 3 + PassageHead.maxWords)
        let count = try PassageHead.read(record: unsafe bytes.span.bytes, into: &words, at: 3)
        return matcher.evidence(in: words, 3..<(3 + count))
    }

    @Test func `depth falls with the place of the first occurrence`() throws {
        // «возврат» at place 0 counts 1, «обуви» at place 5 counts 20 / 25: together 1.8 of 2.
        let found = try Self.evidence("возврат обуви", [], "Возврат товаров: одежды, белья, сумок, обуви и обуви")
        #expect(abs(found.depth - 0.9) < 1e-6)
        #expect(found.proximity == 0)
    }

    @Test func `the heading path comes before the text`() throws {
        // Both words at place 2: one in the heading path of two words, the other one as its first word.
        let inText = try Self.evidence("обувь", ["Общие правила"], "Обувь")
        #expect(abs(inText.depth - 20 / 22) < 1e-6)
        #expect(try Self.evidence("обувь", ["Обувь", "Правила"], "Текст").depth == 1)
    }

    @Test(arguments: [
        ("Возврат обуви", Float(1)), ("Обуви возврат", 0.5), ("Возврат любой детской обуви", 0.5),
        ("Возврат раз два три четыре обуви", 0),
    ])
    func `neighbours in order count whole, near words half, distant ones nothing`(text: String, proximity: Float) throws
    {
        #expect(try Self.evidence("возврат обуви", [], text).proximity == proximity)
    }

    @Test(arguments: [
        ("оплата", "оплачивать", true), ("чек", "чеками", true), ("чеки", "чек", true), ("чек", "чеканка", false),
        ("заказ", "закупка", false),
        ("premium", "PREMIUM", true), ("premium", "premier", false), ("ещё ёлка", "елка", true), ("ос", "осень", false),
    ])
    func `words match by their root, short ones by their stem`(query: String, text: String, matches: Bool) throws {
        #expect((try Self.evidence(query, [], text).depth > 0) == matches)
    }

    @Test func `another name of a word counts as the word and is not met by its root alone`() throws {
        var words = try Self.words("чек покупка квитанция")
        words[2] = .init(word: words[2].word, weight: 0.5, alternativeTo: 0, hasRoot: false)
        let matcher = try HeadMatcher(words) { _ throws(RetrievalError) in 1 }
        let named = try Self.evidence(matcher, Self.record([], "Чек на покупки"))
        #expect(named.depth > 0.9 && named.proximity == 0.5)
        #expect(try Self.evidence(matcher, Self.record([], "Квитанция на покупки")) == named)
        #expect(try Self.evidence(matcher, Self.record([], "Квитаться на покупки")).proximity == 0)
    }

    @Test func `words after the last place are not seen`() throws {
        let filler = String(repeating: "и ", count: PassageHead.maxWords - 1)
        #expect(try Self.evidence("чек", [], filler + "чек").depth > 0)
        #expect(try Self.evidence("чек", [], filler + "и чек") == HeadEvidence())
    }

    @Test func `an empty query and worthless words find nothing`() throws {
        #expect(try Self.evidence("", [], "Чек") == HeadEvidence())
        #expect(try Self.evidence("чек", [], "Чек", weight: 0) == HeadEvidence())
        #expect(try HeadMatcher(Self.words("…")) { _ throws(RetrievalError) in 1 }.isEmpty)
    }

    @Test func `damaged records give an error or evidence and never trap`() throws {
        let matcher = try HeadMatcher(Self.words("возврат обуви")) { _ throws(RetrievalError) in 1 }
        let bytes = Self.record(["Название", "Глава"], "Возврат обуви.")
        for count in 0..<12 {
            let cut = Array(bytes.prefix(count))
            #expect(throws: RetrievalError.self) { try Self.evidence(matcher, cut) }
        }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5_000 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            do throws(RetrievalError) {
                let found = try Self.evidence(matcher, damaged)
                #expect((0...1).contains(found.depth) && (0...1).contains(found.proximity))
            } catch {
                guard case .index = error else { throw error }
            }
        }
    }

    private static let vocabulary =
        ("оплата оплатить оплачивать карта картой чек чеки чеком чеканка возврат возвратить вернуть обувь обуви и не на premium premier 12 x "
        + "перевод перевести переводом заказ заказать закат ос осень ёлка елка доставка").split(separator: " ").map(
            String.init)

    @Test(arguments: 0..<12) func `evidence is that of the naive twin`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        func text(_ count: ClosedRange<Int>) -> String {
            (0..<Int.random(in: count, using: &random)).map { _ in
                Self.vocabulary[Int.random(in: 0..<Self.vocabulary.count, using: &random)]
            }.joined(separator: " ")
        }
        var matched = 0
        for round in 0..<200 {
            let query = text(round == 0 ? 100...200 : 1...12)
            let headings = (0..<Int.random(in: 0...2, using: &random)).map { _ in text(0...4) }
            let body = text(0...100)
            let weights = (0..<31).map { _ in Float.random(in: 0.1...9, using: &random) }
            func weight(_ word: AnalyzedQuery.WeightedWord) -> Float {
                weights[Int(word.word.form.utf8.reduce(0, &+)) % 31]
            }
            let words = try Self.words(query)
            let bytes = Self.record(headings, body)
            let found = try Self.evidence(HeadMatcher(words) { (word) throws(RetrievalError) in weight(word) }, bytes)
            let expected = NaiveHeadMatcher(words, weight).evidence(in: (headings + [body]).joined(separator: " "))
            #expect(found == expected, "seed \(seed), round \(round)")
            if found.proximity > 0 { matched += 1 }
        }
        #expect(matched > 20)
    }
}

/// The evidence by its definition: every pair of places is looked at.
struct NaiveHeadMatcher {
    private struct Term {
        let value: UInt64
        let letters: Int
        let maxLetters: Int
        var weight: Float
    }

    private var terms: [Term] = []

    init(_ words: [AnalyzedQuery.WeightedWord], _ weight: (AnalyzedQuery.WeightedWord) -> Float) {
        for word in words where terms.count < 64 {
            let keys = NaiveWordPrefixs.keys(of: word.word.form)
            guard keys.count == 1, let key = keys.first else { continue }
            let stem = NaiveWordPrefixs.keys(of: word.word.stem)
            let term: Term
            if word.word.root == nil || (key.count < 4 && stem.first?.count != 3) {
                term = Term(value: key.letters, letters: 8, maxLetters: 8, weight: weight(word))
            } else if let stem = stem.first, stem.count == 3 {
                term = Term(value: stem.letters, letters: 3, maxLetters: 6, weight: weight(word))
            } else {
                term = Term(value: Self.prefix(key, 4), letters: 4, maxLetters: 8, weight: weight(word))
            }
            if let same = terms.firstIndex(where: { $0.value == term.value && $0.letters == term.letters }) {
                terms[same].weight = max(terms[same].weight, term.weight)
            } else {
                terms.append(term)
            }
        }
    }

    private static func prefix(_ key: WordPrefix, _ letters: Int) -> UInt64 {
        letters == 8 ? key.letters : key.letters % (1 << UInt64(8 * letters))
    }

    func evidence(in text: String) -> HeadEvidence {
        let places = NaiveWordPrefixs.keys(of: text).prefix(40).map { key in
            terms.firstIndex { Self.prefix(key, $0.letters) == $0.value && key.count <= $0.maxLetters }
        }
        var depth: Float = 0
        for (place, term) in places.enumerated() {
            guard let term, places.firstIndex(of: term) == place else { continue }
            depth += terms[term].weight * 20 / (20 + Float(place))
        }
        let total = terms.map(\.weight).reduce(0, +)
        var pairs: Float = 0
        var pairTotal: Float = 0
        for pair in terms.indices.dropLast() {
            let weight = terms[pair].weight + terms[pair + 1].weight
            pairTotal += weight
            let distances = places.indices.filter { places[$0] == pair }.flatMap { first in
                places.indices.filter { places[$0] == pair + 1 }.map { $0 - first }
            }
            if distances.contains(1) {
                pairs += weight
            } else if distances.contains(where: { abs($0) <= 4 }) {
                pairs += weight / 2
            }
        }
        guard total > 0 else { return HeadEvidence() }
        return HeadEvidence(depth: min(1, depth / total), proximity: pairTotal > 0 ? min(1, pairs / pairTotal) : 0)
    }
}
