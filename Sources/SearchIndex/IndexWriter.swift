import MappedStorage
import TextAnalysis

/// Builds one index generation in memory and writes it to an ``IndexDirectory``.
///
/// Documents get ``DocID``s in the order of adding. The same documents in the same order give the same bytes.
public struct IndexWriter: ~Copyable {
    /// The most documents in one generation.
    public static let maxDocuments = 1 << 30

    private let schema: IndexSchema
    private var analyzer: RussianAnalyzer
    private var terms: TermTable
    private var arena = PostingArena()
    private var stored = StoredFieldsWriter()
    private var tokens: [Token] = []
    private var frequencies = TermFrequencies()
    private var norms: [[UInt8]]
    private var totalLengths: [UInt64]

    /// Documents added so far.
    public private(set) var documentCount = 0
    /// Tokens of all fields of all documents added so far; a compound identifier counts beside its parts.
    public private(set) var tokenCount: UInt64 = 0

    /// Starts an empty generation.
    ///
    /// - Throws: `.analysis` when the analyser cannot be opened.
    public init(schema: IndexSchema) throws(IndexError) {
        self.schema = schema
        do {
            analyzer = try RussianAnalyzer(maxWords: .max)
        } catch {
            throw .analysis(error)
        }
        terms = TermTable(layers: schema.layers)
        norms = Array(repeating: [], count: schema.layers.count)
        totalLengths = Array(repeating: 0, count: schema.layers.count)
    }

    /// Adds a document.
    ///
    /// - Throws: `.fieldCountMismatch`, `.tooManyDocuments`, or `.analysis` for a text that is too long; the document
    ///   is then not added.
    public mutating func add(_ document: IndexDocument) throws(IndexError) {
        guard document.fields.count == schema.fields.count else {
            throw .fieldCountMismatch(found: document.fields.count, expected: schema.fields.count)
        }
        guard documentCount < Self.maxDocuments else { throw .tooManyDocuments(limit: Self.maxDocuments) }
        for text in document.fields.joined() where text.utf8.count > RussianAnalyzer.maxTextBytes {
            throw .analysis(.textTooLong(byteCount: text.utf8.count, limit: RussianAnalyzer.maxTextBytes))
        }
        frequencies.removeAll()
        var lengths = [UInt64](repeating: 0, count: schema.layers.count)
        for (field, texts) in document.fields.enumerated() {
            for text in texts { try count(text, field: field, lengths: &lengths) }
        }
        for term in frequencies.terms {
            arena.append(term: term, document: UInt32(documentCount), frequency: frequencies.frequency(of: term))
        }
        for (layer, length) in lengths.enumerated() {
            norms[layer].append(LengthNorms.code(ofLength: length))
            totalLengths[layer] += length
        }
        stored.add(document.stored)
        documentCount += 1
    }

    private mutating func count(_ text: String, field: Int, lengths: inout [UInt64]) throws(IndexError) {
        do {
            try analyzer.analyze(text, into: &tokens)
        } catch {
            throw .analysis(error)
        }
        tokenCount += UInt64(tokens.count)
        for token in tokens {
            if token.word.index >= terms.wordCount { addWords(upTo: token.word.index) }
            for (layer, layerSchema) in schema.layers.enumerated() {
                let weight = layerSchema.fieldWeights[field]
                guard weight > 0, let term = terms.term(ofWord: token.word.index, layer: layer) else { continue }
                lengths[layer] += UInt64(frequencies.add(term, weight: weight))
            }
        }
    }

    private mutating func addWords(upTo last: Int) {
        for index in terms.wordCount...last {
            terms.addWord(analyzer.word(WordID(index: index)))
        }
        while arena.termCount < terms.termCount { arena.addTerm() }
        frequencies.reserve(terms.termCount)
    }

    /// K(d) of each layer for each of the 256 norms, as a reader of this generation will have it.
    private func saturationTables() -> [[Float]] {
        zip(schema.layers, totalLengths).map { layer, totalLength in
            let formula = BM25F(layer: layer, documentCount: documentCount, totalLength: totalLength)
            return LengthNorms.lengths.map { formula.saturation(length: $0) }
        }
    }

    /// The complete files of the generation, by name.
    ///
    /// `userData` is kept for the user and means nothing to the index.
    consuming func finish(generation: UInt64, userData: [UInt8]) -> [(name: String, bytes: [UInt8])] {
        var dictionary = TermDictionaryWriter()
        var postings = ByteWriter()
        var list = PostingListWriter()
        let saturations = saturationTables()
        for (key, term) in terms.sortedKeys() {
            let frequency = arena.documentFrequency(of: term)
            // A word of a field that no layer weighs has a term and no posting.
            guard frequency > 0 else { continue }
            let start = postings.byteCount
            let layer = Int(key[0])
            arena.forEachPosting(of: term) { document, frequency in
                let saturation = saturations[layer][Int(norms[layer][Int(document)])]
                let impact = BM25F.impact(frequency: Float(frequency), saturation: saturation)
                list.add(document: document, frequency: frequency, impact: impact, to: &postings)
            }
            let maxImpact = list.finish(to: &postings)
            let byteCount = postings.byteCount - start
            dictionary.add(
                key: key, documentFrequency: frequency, postingsByteCount: byteCount, maxImpact: maxImpact)
        }
        var files: [(name: String, bytes: [UInt8])] = []
        func seal(_ file: IndexFile, _ payload: [UInt8]) {
            let bytes = SealedFile.seal(magic: file.magic, version: IndexFile.formatVersion, payload: payload)
            files.append((file.fileName, bytes))
        }
        seal(.terms, dictionary.payload())
        seal(.postings, postings.bytes)
        seal(.norms, Array(norms.joined()))
        seal(.stored, stored.payload())
        seal(.userdata, userData)
        let manifest = IndexManifest(
            generation: generation,
            documentCount: documentCount,
            tokenCount: tokenCount,
            schema: schema,
            totalLengths: totalLengths,
            files: files.map {
                .init(name: $0.name, byteCount: $0.bytes.count, checksum: SealedFile.sealChecksum(of: $0.bytes))
            }
        )
        seal(.manifest, manifest.payload())
        return files
    }
}
