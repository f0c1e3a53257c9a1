import MappedStorage
import TextAnalysis

/// Builds one segment in memory.
///
/// Documents are numbered in the order of adding. The same documents in the same order give the same bytes.
struct SegmentWriter: ~Copyable {
    /// The most documents in one segment.
    static let maxDocuments = PostingChunk.maxWindows * PostingChunk.windowLength

    let schema: IndexSchema
    private var analyzer: RussianAnalyzer
    private var terms: TermTable
    private var arena = PostingArena()
    private var stored = StoredFieldsWriter()
    private var tokens: [Token] = []
    private var frequencies = TermFrequencies()
    private var lengths: [UInt64]
    private var norms: [[UInt8]]
    /// For each layer the sum of the documents' weighted lengths.
    private(set) var totalLengths: [UInt64]
    /// Documents added so far.
    private(set) var documentCount = 0
    /// Tokens of all fields of all documents added so far; a compound identifier counts beside its parts.
    private(set) var tokenCount: UInt64 = 0

    /// Starts an empty segment.
    ///
    /// - Throws: `.analysis` when the analyser cannot be opened.
    init(schema: IndexSchema) throws(IndexError) {
        self.schema = schema
        do {
            analyzer = try RussianAnalyzer(maxWords: .max)
        } catch {
            throw .analysis(error)
        }
        terms = TermTable(layers: schema.layers)
        norms = Array(repeating: [], count: schema.layers.count)
        lengths = Array(repeating: 0, count: schema.layers.count)
        totalLengths = lengths
    }

    /// Adds a document.
    ///
    /// - Throws: `.fieldCountMismatch`, `.tooManyDocuments`, or `.analysis` for a text that is too long; the document is then not added.
    mutating func add(_ document: IndexDocument) throws(IndexError) {
        guard document.fields.count == schema.fields.count else {
            throw .fieldCountMismatch(found: document.fields.count, expected: schema.fields.count)
        }
        guard documentCount < Self.maxDocuments else { throw .tooManyDocuments(limit: Self.maxDocuments) }
        for text in document.fields.joined() where text.utf8.count > RussianAnalyzer.maxTextBytes {
            throw .analysis(.textTooLong(byteCount: text.utf8.count, limit: RussianAnalyzer.maxTextBytes))
        }
        frequencies.removeAll()
        for layer in lengths.indices { lengths[layer] = 0 }
        for (field, texts) in document.fields.enumerated() {
            for text in texts { try count(text, field: field) }
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

    /// Adds the documents of a writer of the same schema after those of this one.
    ///
    /// The segment is then, byte for byte, the one that this writer would have made of all the documents.
    ///
    /// - Throws: `.tooManyDocuments`; nothing is then added.
    mutating func append(_ other: consuming SegmentWriter) throws(IndexError) {
        precondition(other.schema == schema, "the writers have one schema")
        guard documentCount + other.documentCount <= Self.maxDocuments else {
            throw .tooManyDocuments(limit: Self.maxDocuments)
        }
        let numbersHere = terms.addTerms(of: other.terms)
        while arena.termCount < terms.termCount { arena.addTerm() }
        frequencies.reserve(terms.termCount)
        let first = UInt32(documentCount)
        for (number, here) in numbersHere.enumerated() {
            other.arena.forEachPosting(of: number) { document, frequency in
                arena.append(term: here, document: first + document, frequency: frequency)
            }
        }
        for layer in lengths.indices {
            norms[layer].append(contentsOf: other.norms[layer])
            totalLengths[layer] += other.totalLengths[layer]
        }
        stored.append(other.stored)
        documentCount += other.documentCount
        tokenCount += other.tokenCount
    }

    private mutating func count(_ text: String, field: Int) throws(IndexError) {
        do {
            try analyzer.analyze(text, into: &tokens)
        } catch {
            throw .analysis(error)
        }
        tokenCount += UInt64(tokens.count)
        let layerCount = schema.layers.count
        for token in tokens {
            let word = token.word.index
            if word >= terms.wordCount { addWords(upTo: word) }
            for layer in 0..<layerCount {
                let weight = terms.weight(ofField: field, layer: layer)
                guard weight > 0, let term = terms.term(ofWord: word, layer: layer) else { continue }
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

    /// For each layer the average length of its documents: the pivot of an index that is built from these.
    func pivots() -> [Float] {
        totalLengths.map { BM25F.pivot(totalLength: $0, documentCount: documentCount) }
    }

    /// The sections of the segment.
    ///
    /// - Parameters:
    ///   - pivots: for each layer the length that K(d) is measured by.
    ///   - userData: kept for the user; it means nothing to the index.
    /// - Returns: what is to be written.
    consuming func finish(pivots: [Float], userData: [UInt8]) -> SegmentContent {
        var dictionary = TermDictionaryWriter()
        var lists = PostingListWriter()
        let tables = zip(schema.layers, pivots).map { ImpactTable(BM25F(layer: $0), pivot: $1) }
        for (key, term) in terms.sortedKeys() {
            let layer = Int(key[0])
            let table = tables[layer]
            arena.forEachPosting(of: term) { document, frequency in
                let impact = table.impact(frequency: frequency, norm: norms[layer][Int(document)])
                lists.add(document: Int(document), impact: impact)
            }
            // A word of a field that no layer weighs has a term and no posting.
            guard let list = lists.finishList() else { continue }
            dictionary.add(key: key, list: list)
        }
        return SegmentContent(
            documentCount: documentCount,
            tokenCount: tokenCount,
            totalLengths: totalLengths,
            sections: [
                (.terms, dictionary.payload()), (.chunks, lists.chunks), (.postings, lists.postings),
                (.stored, stored.payload()), (.userdata, userData),
            ]
        )
    }
}

/// A segment before it is written.
struct SegmentContent {
    let documentCount: Int
    let tokenCount: UInt64
    /// For each layer the sum of the documents' weighted lengths.
    let totalLengths: [UInt64]
    /// Each section once, in the order of ``SegmentSection``.
    let sections: [(section: SegmentSection, bytes: [UInt8])]
}

/// The impacts of one layer for small frequencies and all norms.
private struct ImpactTable {
    private static let frequencies = 16
    private let saturations: [Float]
    private let impacts: [UInt8]

    init(_ formula: BM25F, pivot: Float) {
        let saturations = LengthNorms.lengths.map { formula.saturation(length: $0, pivot: pivot) }
        self.saturations = saturations
        impacts = saturations.flatMap { saturation in
            (0..<Self.frequencies).map { Impact.quantized(frequency: Float(max(1, $0)), saturation: saturation) }
        }
    }

    func impact(frequency: UInt32, norm: UInt8) -> UInt8 {
        if frequency < Self.frequencies { return impacts[Int(norm) * Self.frequencies + Int(frequency)] }
        return Impact.quantized(frequency: Float(frequency), saturation: saturations[Int(norm)])
    }
}
