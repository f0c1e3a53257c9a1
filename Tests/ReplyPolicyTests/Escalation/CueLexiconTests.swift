import TestSupport
import Testing

@testable import ReplyPolicy

@Suite struct CueLexiconTests {
    private func isFound(_ cue: String, in text: String) -> Bool {
        let lexicon = CueLexicon(tables: [cue], classes: ["вежливость": "ну пожалуйста", "плод": "яблок* груша"])
        return MessageReading.readings(of: text).contains {
            !CueMatcher(words: $0.words, lexicon: lexicon).matches().isEmpty
        }
    }

    @Test(arguments: [
        ("слово", "одно слово", true), ("слово", "словом", false), ("слов*", "словом", true),
        ("хочу @плод", "хочу яблоки", true),
        ("хочу @плод", "хочу сливы", false), ("а_б", "а б", true), ("а_б", "а и б", false),
        ("да нет", "да раз два три нет", true),
        ("да нет", "да раз два три четыре нет", false), ("да .. нет", "да раз два три четыре пять нет", true),
        ("да нет", "да. Нет", false), ("раз & два", "два и раз", true), ("раз два", "два раз", false),
        ("^ раз $", "ну раз пожалуйста", true),
        ("^ раз $", "ещё раз", false), ("раз $$", "раз. два", false), ("раз -- два", "раз и два", false),
        ("раз -- два", "раз. два", true),
        ("хочу есть", "хочу не есть", false), ("не_хочу", "не хочу", true), ("не_(хочу|буду)", "не буду", true),
        ("не_(хочу|буду)", "буду", false), ("<число> раз", "5 раз", true), ("<сумма>", "200 рублей", true),
        ("<сумма>", "200 штук", false),
    ])
    func `a cue means what its notation says`(cue: String, text: String, expected: Bool) {
        #expect(isFound(cue, in: text) == expected)
    }

    /// The twin compares the keys by the textbook's edit distance.
    @Test func `a slip is found exactly where the edit distance is one`() {
        var generator = SeededGenerator(seed: 7)
        let word = LetterCode.codes(of: "консультант")
        var builder = CueWordTable.Builder()
        builder.insert(word, isBeginning: false, 3)
        let table = CueWordTable(builder)
        let target = SoundFolding.key(of: word)
        for _ in 0..<2_000 {
            var letters = word
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                let place = Int.random(in: 1..<letters.count, using: &generator)
                let letter = UInt8.random(in: 1...32, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: letters[place] = letter
                case 1: letters.insert(letter, at: place)
                default: letters.remove(at: place)
                }
            }
            let read = ReadWord(letters: letters, utf8Range: 0..<1, sentence: 0)
            // Leaving out one letter on both sides also joins a shift of one letter, which is two edits.
            let distance = Self.distance(read.key, target)
            let isFound = table.elements(of: read).contains(3)
            #expect(distance <= 1 ? isFound : !isFound || distance == 2, "\(read.text)")
        }
    }

    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var next = [index + 1]
            for (place, wanted) in other.enumerated() {
                next.append(min(row[place] + (letter == wanted ? 0 : 1), row[place + 1] + 1, next[place] + 1))
            }
            row = next
        }
        return row.last ?? 0
    }

    @Test(arguments: [
        ("операотра", true), ("опертора", true), ("опреатор", true), ("оперратор", true), ("операторами", true),
        ("опертаро", false), ("оперативно", false), ("операция", false), ("апператор", false),
    ])
    func `a misspelling is one edit away`(word: String, expected: Bool) {
        #expect(Misspelling.begins(Array(word), withNearly: Array("оператор")) == expected)
        #expect(!Misspelling.begins(Array("оперо"), withNearly: Array("опера")))
    }
}
