import TextAnalysis

/// The terms of an index being built: for each word of the analyser and each layer the number of its term.
struct TermTable {
    private let layers: [LayerSchema]
    private var numbers: [[String: Int]]
    /// Term number for word `w` and layer `l` at `w · layers + l`; −1 when the word has none there.
    private var termsOfWords: [Int32] = []
    /// The weight of field `f` in layer `l` at `f · layers + l`.
    private let weights: [UInt8]
    private(set) var termCount = 0

    init(layers: [LayerSchema]) {
        self.layers = layers
        let fields = layers.first?.fieldWeights.count ?? 0
        weights = (0..<fields).flatMap { field in layers.map { $0.fieldWeights[field] } }
        numbers = Array(repeating: [:], count: layers.count)
    }

    /// Words seen so far.
    var wordCount: Int { termsOfWords.count / layers.count }

    /// How much an occurrence in a field counts in a layer.
    func weight(ofField field: Int, layer: Int) -> UInt8 { weights[field * layers.count + layer] }

    /// The term of a word in a layer, if it has one.
    func term(ofWord word: Int, layer: Int) -> Int? {
        let term = termsOfWords[word * layers.count + layer]
        return term < 0 ? nil : Int(term)
    }

    /// Gives the next word its terms, new ones where it is the first with them.
    mutating func addWord(_ word: AnalyzedWord) {
        for (layer, schema) in layers.enumerated() {
            guard let text = word.term(in: schema.analysis) else {
                termsOfWords.append(-1)
                continue
            }
            if let known = numbers[layer][text] {
                termsOfWords.append(Int32(known))
            } else {
                numbers[layer][text] = termCount
                termsOfWords.append(Int32(termCount))
                termCount += 1
            }
        }
    }

    /// Adds the terms of a table of the same layers; returns for each of its terms the number here.
    ///
    /// Its words are not added: they have numbers of another analyser.
    mutating func addTerms(of other: TermTable) -> [Int] {
        var numbersHere = [Int](repeating: 0, count: other.termCount)
        for (layer, terms) in other.numbers.enumerated() {
            for (text, number) in terms {
                if let known = numbers[layer][text] {
                    numbersHere[number] = known
                } else {
                    numbers[layer][text] = termCount
                    numbersHere[number] = termCount
                    termCount += 1
                }
            }
        }
        return numbersHere
    }

    /// Dictionary keys (the layer's number, then the term's UTF-8) with term numbers, ascending by bytes.
    func sortedKeys() -> [(key: [UInt8], term: Int)] {
        var keys: [(key: [UInt8], term: Int)] = []
        keys.reserveCapacity(termCount)
        for (layer, terms) in numbers.enumerated() {
            for (text, number) in terms { keys.append((Self.key(layer: layer, term: text), number)) }
        }
        keys.sort { $0.key.lexicographicallyPrecedes($1.key) }
        return keys
    }

    /// The dictionary key of a term.
    static func key(layer: Int, term: String) -> [UInt8] {
        [UInt8(layer)] + Array(term.utf8)
    }
}
