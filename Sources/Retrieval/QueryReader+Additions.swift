import TextAnalysis

extension QueryReader {
    /// How much another name counts of a word that the index knows; chosen on `evals/retrieval/sample` and the seven public collections, on
    /// none of which it costs more than 0.001 of nDCG@10.
    private static let knownWeight: Float = 0.45
    /// How much another name counts of a word that the index does not know: it is all there is.
    private static let unknownWeight: Float = 0.8
    /// How much a word counts that was typed as two.
    private static let joinWeight: Float = 0.8

    /// Finds the words that say nothing, and those to search beside others.
    func weigh(_ read: inout ReadWords, in text: String, analyzer: inout RussianAnalyzer) throws(RetrievalError) {
        let simple = read.words.indices.filter { !read.words[$0].isCompound }
        IgnoredWords.mark(&read, simple, in: text, vocabulary)
        addSynonyms(&read, simple, in: text)
        try addJoins(&read, simple, in: text, analyzer: &analyzer)
    }

    /// Adds the other names of words and phrases.
    private func addSynonyms(_ read: inout ReadWords, _ simple: [Int], in text: String) {
        guard !synonyms.isEmpty else { return }
        let stems = simple.map { WordHash.hash(of: read.words[$0].word.stem) }
        for match in synonyms.matches(inStems: stems) {
            let words = match.range.map { read.words[simple[$0]] }
            let usable = match.expansions.filter { $0.words.allSatisfy(vocabulary.knows) }
            guard !usable.isEmpty, words.allSatisfy({ $0.role != .ignorable }), let first = words.first,
                let last = words.last
            else { continue }
            read.additions += additions(usable, for: words.map(\.word))
            let typed = text.utf8Slice(first.utf8Range.lowerBound..<last.utf8Range.upperBound)
            let names = usable.map(\.text).joined(separator: ", ")
            read.rewrites.append(QueryRewrite(kind: .synonym, original: String(typed), rewritten: names))
        }
    }

    /// The words of other names with their weights: all names together count as one, and the words of a name as one.
    private func additions(
        _ names: [SynonymTable.Expansion], for words: [AnalyzedWord]
    ) -> [ReadWords.Addition] {
        let subject = words.filter { !$0.isStopWord }
        guard let original = subject.first else { return [] }
        let isKnown = words.allSatisfy(vocabulary.knows)
        let weight = (isKnown ? Self.knownWeight : Self.unknownWeight) / Float(names.count).squareRoot()
        // A rare name must not outweigh the common word it stands for.
        let rarity = subject.map { vocabulary.rarity(ofStem: $0.stem) }.max() ?? 0
        return names.flatMap { name in
            name.words.map { word in
                let share = min(1, rarity / vocabulary.rarity(ofStem: word.stem)) / Float(name.words.count).squareRoot()
                return ReadWords.Addition(
                    word: word, original: original, weight: weight * share, isReplacement: !isKnown)
            }
        }
    }

    /// Adds the known words that two words side by side make together: «не возможно», «он лайн».
    private func addJoins(
        _ read: inout ReadWords, _ simple: [Int], in text: String, analyzer: inout RussianAnalyzer
    ) throws(RetrievalError) {
        for (left, right) in zip(simple, simple.dropFirst()) {
            let (first, second) = (read.words[left], read.words[right])
            guard second.utf8Range.lowerBound == first.utf8Range.upperBound + 1, isJoinable(first.word, second.word)
            else { continue }
            let joined = first.word.form + second.word.form
            guard vocabulary.forms.contains(WordHash.hash(of: joined)), try vocabulary.hasForm(joined),
                let word = try TransliterationReader.words(of: joined, &analyzer).first
            else { continue }
            let typed = text.utf8Slice(first.utf8Range.lowerBound..<second.utf8Range.upperBound)
            read.additions.append(
                .init(word: word, original: second.word, weight: Self.joinWeight, isReplacement: true))
            read.rewrites.append(QueryRewrite(kind: .join, original: String(typed), rewritten: joined))
        }
    }

    /// «Не» before a word, or two words of which one is unknown.
    private func isJoinable(_ first: AnalyzedWord, _ second: AnalyzedWord) -> Bool {
        if first.form == "не" { return !second.isStopWord }
        guard !first.isStopWord, !second.isStopWord else { return false }
        return !vocabulary.knows(first) || !vocabulary.knows(second)
    }
}
