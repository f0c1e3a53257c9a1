import TextAnalysis

/// A word or phrase of a rule: small letters, ё as е, words parted by spaces.
///
/// `*` at the end of a word stands for any ending («скрипт*»), `a|b` for one of several words, `_` for one word that may be missing.
struct WordPhrase: Sendable {
    private enum Part: Sendable {
        case word([UInt8], isBeginning: Bool)
        case gap
    }

    private let steps: [[Part]]
    /// What the author should write instead; a Russian clause.
    let remedy: String
    /// The first two letters of each first word, by which phrases are looked up.
    let keys: [UInt32]

    init(_ text: some StringProtocol, remedy: String = "") {
        steps = text.split(separator: " ").map { step in
            step.split(separator: "|").map { word in
                if word == "_" { return .gap }
                let isBeginning = word.hasSuffix("*")
                let letters = (isBeginning ? word.dropLast() : word).lowercased().replacing("ё", with: "е")
                return .word(Array(letters.utf8), isBeginning: isBeginning)
            }
        }
        self.remedy = remedy
        keys = (steps.first ?? []).compactMap { if case .word(let letters, _) = $0 { Self.key(letters) } else { nil } }
    }

    /// The first four bytes of a word.
    static func key(_ letters: some Sequence<UInt8>) -> UInt32 {
        var key: UInt32 = 0
        for byte in letters.prefix(4) { key = key << 8 | UInt32(byte) }
        return key
    }

    /// The number of the word behind the phrase when it begins at word `first`; `nil` if it does not.
    func end(in words: [AnalyzedText.Word], from first: Int) -> Int? {
        var index = first
        for (number, step) in steps.enumerated() {
            if case .gap? = step.first {
                // A word is missing where the next step stands already.
                guard index < words.count, number + 1 < steps.count else { continue }
                if !steps[number + 1].contains(where: { Self.matches($0, words[index].form) }) { index += 1 }
                continue
            }
            guard index < words.count, step.contains(where: { Self.matches($0, words[index].form) }) else { return nil }
            index += 1
        }
        return index
    }

    private static func matches(_ part: Part, _ form: String) -> Bool {
        guard case .word(let letters, let isBeginning) = part else { return false }
        return isBeginning ? form.utf8.starts(with: letters) : form.utf8.elementsEqual(letters)
    }
}

/// Phrases looked up by their first letters.
struct WordPhrases: Sendable {
    private var byKey: [UInt32: [WordPhrase]] = [:]

    /// Makes a set.
    ///
    /// - Parameter groups: phrases parted by commas, each group with what to write instead.
    init(_ groups: [(phrases: String, remedy: String)]) {
        for group in groups {
            for text in group.phrases.split(separator: ",") { insert(WordPhrase(text, remedy: group.remedy)) }
        }
    }

    /// Makes a set of a policy's own phrases.
    init(_ phrases: [String], remedy: String) {
        for text in phrases { insert(WordPhrase(text, remedy: remedy)) }
    }

    private mutating func insert(_ phrase: WordPhrase) {
        for key in Set(phrase.keys) { byKey[key, default: []].append(phrase) }
    }

    /// A phrase found in a text.
    struct Match {
        let phrase: WordPhrase
        let words: Range<Int>
        let utf8Range: Range<Int>
    }

    /// The phrases of a text in order, the longest of those that begin at one word, without overlaps; phrases do not cross the end of a sentence.
    func matches(in text: AnalyzedText) -> [Match] {
        var matches: [Match] = []
        let words = text.words
        for first in words.indices {
            guard first >= matches.last?.words.upperBound ?? 0,
                let phrases = byKey[WordPhrase.key(words[first].form.utf8)]
            else { continue }
            var best: Match?
            for phrase in phrases {
                guard let end = phrase.end(in: words, from: first), end > first, end - first > (best?.words.count ?? 0)
                else {
                    continue
                }
                let range = words[first].utf8Range.lowerBound..<words[end - 1].utf8Range.upperBound
                guard !Self.hasSentenceEnd(text.bytes[range]) else { continue }
                best = Match(phrase: phrase, words: first..<end, utf8Range: range)
            }
            if let best { matches.append(best) }
        }
        return matches
    }

    private static func hasSentenceEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
        for index in bytes.indices.dropLast() {
            switch bytes[index] {
            case 0x0A, UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: "."): if bytes[index + 1] == 0x20 { return true }
            default: continue
            }
        }
        return false
    }
}
