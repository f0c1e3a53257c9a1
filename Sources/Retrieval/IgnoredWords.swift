import TextAnalysis

/// Marks the words of a message that say nothing of its subject: courtesy, and numbers of orders and phones.
enum IgnoredWords {
    /// Digits of a number that stands for an order or a phone; dates, prices and sizes have fewer.
    private static let minDigits = 7

    /// Gives such words their role and notes them for display; `simple` are the places of the words that are no compounds.
    static func mark(_ read: inout ReadWords, _ simple: [Int], in text: String, _ vocabulary: Vocabulary) {
        var ranges = courtesy(read, simple)
        ranges += numbers(read, simple, in: text, vocabulary)
        guard !ranges.isEmpty else { return }
        for range in ranges {
            for index in read.words.indices where range.contains(read.words[index].utf8Range.lowerBound) {
                read.words[index].role = min(read.words[index].role, .ignorable)
            }
        }
        guard read.words.contains(where: { $0.role == .content }) else { return }
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            read.rewrites.append(
                QueryRewrite(kind: .ignored, original: String(text.utf8Slice(range)), rewritten: ""))
        }
    }

    private static func courtesy(_ read: ReadWords, _ simple: [Int]) -> [Range<Int>] {
        let forms = simple.map { WordHash.hash(of: read.words[$0].word.form) }
        return CourtesyPhrases.table.matches(in: forms).map { match in
            let first = read.words[simple[match.range.lowerBound]].utf8Range.lowerBound
            return first..<read.words[simple[match.range.upperBound - 1]].utf8Range.upperBound
        }
    }

    /// Words of digits side by side, at most one sign and a blank between them, that have many digits together.
    private static func numbers(
        _ read: ReadWords, _ simple: [Int], in text: String, _ vocabulary: Vocabulary
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start < simple.count {
            guard isNumber(read.words[simple[start]]) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < simple.count, isNumber(read.words[simple[end]]),
                read.words[simple[end]].utf8Range.lowerBound - read.words[simple[end - 1]].utf8Range.upperBound <= 2
            {
                end += 1
            }
            let run = simple[start..<end]
            let digits = run.reduce(0) { $0 + read.words[$1].utf8Range.count }
            let range =
                read.words[simple[start]].utf8Range.lowerBound..<read.words[simple[end - 1]].utf8Range.upperBound
            if digits >= minDigits, !isKnown(read, range, vocabulary) { found.append(range) }
            start = end
        }
        return found
    }

    /// Whether the number is one that the index has: the phone of the shop itself, the code of an error.
    private static func isKnown(_ read: ReadWords, _ range: Range<Int>, _ vocabulary: Vocabulary) -> Bool {
        func isKnown(_ word: ReadWords.Word) -> Bool {
            word.utf8Range.count >= minDigits && vocabulary.stems.contains(WordHash.hash(of: word.word.stem))
        }
        return read.words.contains { range.contains($0.utf8Range.lowerBound) && isKnown($0) }
    }

    private static func isNumber(_ word: ReadWords.Word) -> Bool {
        word.word.form.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
