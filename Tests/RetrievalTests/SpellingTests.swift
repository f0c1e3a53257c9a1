import TestSupport
import Testing

@testable import Retrieval

/// The hashes of edited words against words edited as strings.
@Suite struct SpellingTests {
    private static let alphabet = Array("абвгдежзийклмнопрстуфхцчшщъыьэюя")

    private func randomWord(_ random: inout SeededGenerator, letters: Range<Int>) -> String {
        String(
            (0..<Int.random(in: letters, using: &random)).map { _ in
                Self.alphabet[Int.random(in: 0..<32, using: &random)]
            })
    }

    /// All words at distance 1 by Damerau, made letter by letter.
    private func naiveEdits(_ word: String) -> Set<String> {
        let letters = Array(word)
        var words: Set<String> = []
        for index in letters.indices {
            words.insert(String(letters[..<index] + letters[(index + 1)...]))
            for letter in Self.alphabet { words.insert(String(letters[..<index] + [letter] + letters[(index + 1)...])) }
            if index + 1 < letters.count {
                words.insert(
                    String(letters[..<index] + [letters[index + 1], letters[index]] + letters[(index + 2)...]))
            }
        }
        for index in 0...letters.count {
            for letter in Self.alphabet { words.insert(String(letters[..<index] + [letter] + letters[index...])) }
        }
        words.remove(word)
        return words
    }

    private func text(_ letters: [Int]) -> String { letters.map { UInt16($0 + 0x430) }.text }

    @Test(arguments: 0..<20) func `edited words are those at distance one, with their hashes`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<5 {
            let word = randomWord(&random, letters: 1..<12)
            let edits = try #require(EditedWords(word))
            var found: Set<String> = []
            edits.forEach(maxCost: .infinity) { hash, cost, edit in
                let edited = text(edits.letters(after: edit))
                #expect(hash == WordHash.hash(of: edited), "seed \(seed): \(word) → \(edited)")
                #expect(cost > 0)
                if edited != word { found.insert(edited) }
            }
            #expect(found == naiveEdits(word), "seed \(seed): \(word)")
        }
    }

    @Test func `edits that cost more than allowed are left out`() throws {
        let edits = try #require(EditedWords("возврат"))
        var count = 0
        edits.forEach(maxCost: SpellingCosts.transposition) { _, cost, _ in
            #expect(cost <= SpellingCosts.transposition)
            count += 1
        }
        #expect(count > 0)
    }

    @Test(arguments: 0..<20) func `words that sound alike have their hashes`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let word = randomWord(&random, letters: 1..<9)
        let letters = word.utf16.map { Int($0) - 0x430 }
        let variants = SoundVariants(of: letters)
        var count = 0
        variants.forEach(maxCost: 3.6, limit: 3000) { hash, cost, choice in
            let spelled = text(variants.letters(after: choice))
            #expect(hash == WordHash.hash(of: spelled), "seed \(seed): \(word) → \(spelled)")
            #expect(cost > 0 && cost <= 3.6 && !choice.isEmpty && choice == choice.sorted())
            count += 1
        }
        #expect(count <= 3000)
    }

    @Test(arguments: [
        ("аткрыца", "открыться"), ("щас", "счас"), ("шузчий", "шузчий"), ("расказ", "рассказ"), ("клавишь", "клавиш"),
    ])
    func `what is heard alike is among the variants`(typed: String, meant: String) {
        let variants = SoundVariants(of: typed.utf16.map { Int($0) - 0x430 })
        var words: Set<String> = [typed]
        variants.forEach(maxCost: 3.6, limit: 5000) { _, _, choice in
            words.insert(text(variants.letters(after: choice)))
        }
        #expect(words.contains(meant))
    }

    @Test(arguments: ["abc", "Возврат", "ёлка", "при1", "при вет", "🥾"])
    func `other words than those of small Russian letters are not edited`(word: String) {
        #expect(EditedWords(word) == nil)
    }

    @Test func `a hash is that of the characters, whatever their length in bytes`() {
        for word in ["", "a", "возврат", "日本", "a\u{301}", "🥾x", "\u{10FFFF}"] {
            var naive = WordHash.empty
            for scalar in word.unicodeScalars { naive = naive &* WordHash.base &+ UInt64(scalar.value) }
            #expect(WordHash.hash(of: word) == naive, "\(word)")
        }
    }

    @Test(arguments: [0, 1, 7, 8, 1000, 20_000]) func `a term set has the terms put in and their classes`(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        var classes: [UInt64: UInt8] = [:]
        for _ in 0..<count {
            classes[UInt64.random(in: .min ... .max, using: &random)] = UInt8.random(in: 1...255, using: &random)
        }
        let set = TermSet(classes.map { (hash: $0.key, frequencyClass: $0.value) })
        #expect(classes.allSatisfy { set.frequencyClass(of: $0.key) == $0.value })
        let absent = (0..<10_000).map { _ in UInt64.random(in: .min ... .max, using: &random) }.filter {
            classes[$0] == nil
        }
        // A false find has a chance of about 10⁻⁷: none is expected in 10,000.
        #expect(absent.allSatisfy { !set.contains($0) })
    }

    @Test func `a class is the logarithm of the frequency`() {
        #expect(TermSet.frequencyClass(of: 1) == 1 && TermSet.logFrequency(1) == 0)
        #expect(TermSet.frequencyClass(of: 2) == 9 && abs(TermSet.logFrequency(9) - 0.6931) < 0.001)
        #expect(TermSet.frequencyClass(of: .max) == 255)
        #expect(TermSet.frequencyClass(of: 0) == 1)
    }

    @Test func `a lattice gives every spelling within its cost, up to its limit`() {
        var lattice = WordLattice(length: 2)
        lattice.add(0..<1, "а".utf16, cost: 0)
        lattice.add(0..<1, "б".utf16, cost: 1)
        lattice.add(1..<2, "в".utf16, cost: 0)
        lattice.add(0..<2, "щ".utf16, cost: 2)
        func spellings(_ maxCost: Float, _ limit: Int) -> [String] {
            var found: [String] = []
            lattice.forEachSpelling(maxCost: maxCost, limit: limit) { hash, _, letters in
                #expect(hash == WordHash.hash(of: letters.text))
                found.append(letters.text)
            }
            return found
        }
        #expect(spellings(2, 10) == ["ав", "бв", "щ"])
        #expect(spellings(1, 10) == ["ав", "бв"])
        #expect(spellings(2, 1) == ["ав"])
        #expect(spellings(-1, 10) == [])
    }

    @Test func `phrases are found longest first and without overlap`() {
        let phrases = [["а"], ["а", "б"], ["б"], ["а", "б", "в"], []].map { $0.map(WordHash.hash(of:)) }
        func found(_ text: String) -> [String] {
            PhraseTable(phrases).matches(in: text.split(separator: " ").map { WordHash.hash(of: String($0)) })
                .map { "\($0.phrase):\($0.range.lowerBound)-\($0.range.upperBound)" }
        }
        #expect(found("а б г а") == ["1:0-2", "0:3-4"])
        #expect(found("а б в б") == ["3:0-3", "2:3-4"])
        #expect(found("г") == [] && found("") == [])
    }
}
