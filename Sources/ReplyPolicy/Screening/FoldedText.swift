/// The words of a text as a machine would understand them, however they are disguised.
///
/// Look-alikes, styled letters, digits for letters, hidden characters inside words, spaced-out letters and words run together are undone;
/// every word keeps its place in the text. One pass; no dictionary but ``AttemptLexicon``.
struct FoldedText {
    /// How a word was disguised.
    struct Disguise: OptionSet {
        let rawValue: UInt8
        /// Letters of two scripts, or styled letters.
        static let letters = Disguise(rawValue: 1)
        /// Digits or signs for letters.
        static let signs = Disguise(rawValue: 2)
        /// Hidden characters inside.
        static let hidden = Disguise(rawValue: 4)
        /// Spaces between the letters, or no spaces between words.
        static let spacing = Disguise(rawValue: 8)
        /// Russian in Latin letters: an honest way to write, but a disguise of attempts.
        static let latin = Disguise(rawValue: 16)
        /// Plain letters of two scripts in one word.
        static let scripts = Disguise(rawValue: 32)
        /// A piece of a long word, which may be an honest word.
        static let joined = Disguise(rawValue: 64)
    }

    struct Word {
        /// Where its folded letters lie in ``letters``.
        var letters: Range<Int>
        var utf8Range: Range<Int>
        /// The number of the word; the end of a sentence or line counts as two words.
        var ordinal: Int
        var cues: AttemptCue = []
        var disguise: Disguise = []
    }

    var letters: [UInt8] = []
    /// Where each letter begins in the text.
    var letterStarts: [Int] = []
    var words: [Word] = []

    init(_ bytes: [UInt8], lexicon: AttemptLexicon = .shared) {
        var builder = FoldedTextBuilder(lexicon)
        builder.read(bytes)
        self = builder.finish()
        joinSpacedLetters(lexicon)
    }

    init() {}

    // MARK: Spaced-out letters

    /// Puts the words of runs of single letters in their place: «з а б у д ь».
    private mutating func joinSpacedLetters(_ lexicon: AttemptLexicon) {
        guard words.count >= 5 else { return }
        var result: [Word] = []
        result.reserveCapacity(words.count)
        var saved = 0
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, words[end].letters.count == 1 { end += 1 }
            var joined: [Word] = []
            if end - start >= 5 {
                let range = words[start].letters.lowerBound..<words[end - 1].letters.upperBound
                joined = segments(of: range, ordinal: words[start].ordinal - saved, disguise: .spacing, lexicon)
            }
            end = max(end, start + 1)
            if joined.isEmpty {
                for var word in words[start..<end] {
                    word.ordinal -= saved
                    result.append(word)
                }
            } else {
                let next = (joined.last?.ordinal ?? 0) + 1
                result += joined
                saved = (words[end - 1].ordinal + 1) - next
            }
            start = end
        }
        words = result
    }

    /// The text with its runs of short words read as one: «иг но ри руй», «си-сте-мный»; only words longer than the pieces.
    func unsplit(_ lexicon: AttemptLexicon) -> FoldedText {
        var result = FoldedText()
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, words[end].letters.count <= 5 { end += 1 }
            if end - start >= 4 {
                let range = words[start].letters.lowerBound..<words[end - 1].letters.upperBound
                let starts = Set(words[start..<end].map(\.letters.lowerBound))
                result.words += segments(of: range, ordinal: words[start].ordinal, disguise: .spacing, lexicon).filter {
                    word in word.letters.count >= 5 && word.letters.dropFirst().contains { starts.contains($0) }
                }
            }
            start = max(end, start + 1)
        }
        for index in result.words.indices { result.words[index].ordinal = index * 2 }
        return result
    }

    /// The words of the lexicon inside letters without spaces, longest first from the left.
    func segments(of range: Range<Int>, ordinal: Int, disguise: Disguise, _ lexicon: AttemptLexicon) -> [Word] {
        var result: [Word] = []
        var index = range.lowerBound
        var skipped = 0
        while index < range.upperBound {
            guard let found = lexicon.longestWord(at: letters[index..<min(index + 24, range.upperBound)]) else {
                index += 1
                skipped += 1
                continue
            }
            let end = index + found.length
            // Five letters that belong to no word of ours count as one word.
            let place = ordinal + result.count + skipped / 5
            result.append(
                Word(
                    letters: index..<end, utf8Range: letterStarts[index]..<letterStarts[end - 1] + 1, ordinal: place,
                    cues: found.cues, disguise: disguise))
            index = end
        }
        return result
    }

    // MARK: Other readings

    /// The text with every word shifted back in its alphabet of 26 Latin or 32 Russian letters; only words with cues.
    func shifted(back shift: Int, _ lexicon: AttemptLexicon) -> FoldedText {
        reading { word in
            lexicon.cues(of: letters[word.letters].lazy.map { LetterSubstitution.shifted($0, back: shift) })
        }
    }

    /// The text read from its end; only words with cues.
    func reversed(_ lexicon: AttemptLexicon) -> FoldedText {
        var result = reading { lexicon.cues(of: letters[$0.letters].reversed()) }
        let last = words.last?.ordinal ?? 0
        result.words.reverse()
        for index in result.words.indices { result.words[index].ordinal = last - result.words[index].ordinal }
        return result
    }

    private func reading(_ cues: (Word) -> AttemptCue) -> FoldedText {
        var result = FoldedText()
        for var word in words where word.letters.count > 1 {
            word.cues = cues(word)
            word.disguise = []
            if !word.cues.isEmpty { result.words.append(word) }
        }
        return result
    }
}
