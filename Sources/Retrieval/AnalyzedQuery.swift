import SearchIndex
import TextAnalysis

/// A customer's message as the index sees it.
struct AnalyzedQuery: Sendable {
    /// A distinct word and how much it counts.
    struct WeightedWord: Sendable {
        let word: AnalyzedWord
        let weight: Float
        /// The place in `words` of the word that this one is another name of; `nil` for a word of the message.
        ///
        /// A passage with the other name answers as well as one with the word.
        let alternativeTo: Int?
        /// Whether its root is searched too.
        let hasRoot: Bool

        init(word: AnalyzedWord, weight: Float, alternativeTo: Int? = nil, hasRoot: Bool = true) {
            self.word = word
            self.weight = weight
            self.alternativeTo = alternativeTo
            self.hasRoot = hasRoot
        }
    }

    /// The distinct words, in order of first appearance; alternatives after the words of the message.
    let words: [WeightedWord]
    /// Their terms in all layers of the schema, each once with the weight of the first word that has it.
    let query: Query

    /// The query of a message that was read; of several, such as a question and the message around it, the first counts
    /// where they share a word.
    init(_ readings: [ReadWords], schema: IndexSchema) {
        // Function words and courtesy say nothing beside other words; alone they are all there is.
        var level = WordRole.grammatical
        for reading in readings { for word in reading.words { level = max(level, word.role) } }
        var words: [WeightedWord] = []
        var places: [UInt64: Int] = [:]
        for reading in readings {
            for word in reading.words where word.role == level || level == .grammatical {
                let key = WordHash.hash(of: word.word.form)
                guard places[key] == nil else { continue }
                places[key] = words.count
                words.append(WeightedWord(word: word.word, weight: reading.weight))
            }
        }
        for reading in readings {
            for addition in reading.additions {
                guard let place = places[WordHash.hash(of: addition.original.form)] else { continue }
                let key = WordHash.hash(of: addition.word.form)
                guard !addition.word.isStopWord, places[key] == nil else { continue }
                places[key] = words.count
                let weight = reading.weight * addition.weight
                words.append(
                    WeightedWord(
                        word: addition.word, weight: weight, alternativeTo: place, hasRoot: addition.isReplacement))
            }
        }
        self.words = words
        query = Self.query(words, schema)
    }

    private static func query(_ words: [WeightedWord], _ schema: IndexSchema) -> Query {
        var query = Query(minimumCapacity: words.count * schema.layers.count)
        for word in words {
            for (number, layer) in schema.layers.enumerated() {
                // Every term counts once, however often the customer repeats a word or its forms.
                // Roots of other names find too much beside a word that is found itself.
                if layer.analysis == .root, !word.hasRoot { continue }
                guard let term = word.word.term(in: layer.analysis) else { continue }
                query.insert(QueryTerm(layer: number, term: term, weight: word.weight))
            }
        }
        return query
    }
}

/// What a word of a message is there for; a higher role counts alone.
enum WordRole: Int, Comparable, Sendable {
    /// Grammar.
    case grammatical
    /// Courtesy, or the number of an order or phone.
    case ignorable
    /// The subject.
    case content

    static func < (left: WordRole, right: WordRole) -> Bool { left.rawValue < right.rawValue }
}

/// The words of a text with their roles, and what is searched beside them.
struct ReadWords: Sendable {
    struct Word: Sendable {
        let word: AnalyzedWord
        let utf8Range: Range<Int>
        let isCompound: Bool
        var role: WordRole
    }

    /// A word that is searched beside one of the text.
    struct Addition: Sendable {
        let word: AnalyzedWord
        let original: AnalyzedWord
        let weight: Float
        /// Whether the index does not know the original, so that this is all there is.
        let isReplacement: Bool
    }

    /// In order of their start.
    var words: [Word]
    var additions: [Addition] = []
    /// How much the text's words count.
    var weight: Float = 1
    /// Additions and ignored words, as they are shown.
    var rewrites: [QueryRewrite] = []
}
