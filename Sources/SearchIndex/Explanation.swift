import MappedStorage

/// Why a value is what it is: a tree whose leaves are numbers from the index.
public struct Explanation: Equatable, Sendable {
    /// The number explained.
    public let value: Float
    /// What it is, in English.
    public let description: String
    /// What it is made of.
    public let details: [Explanation]

    /// Makes a node.
    public init(value: Float, description: String, details: [Explanation] = []) {
        self.value = value
        self.description = description
        self.details = details
    }
}

extension IndexSnapshot {
    /// Explains the score of a document for a query.
    ///
    /// The value equals the score of `search` exactly.
    ///
    /// - Throws: `.storage(.corrupt)`.
    public func explain(_ query: Query, docID: DocID) throws(IndexError) -> Explanation {
        var sum: UInt32 = 0
        var details: [Explanation] = []
        for term in query.terms {
            let detail = try mappingStorageErrors { () throws(StorageError) in try explain(term, docID: docID) }
            guard let detail else { continue }
            sum += detail.units
            details.append(detail.explanation)
        }
        return Explanation(value: Score.points(sum), description: "sum over the terms of all layers", details: details)
    }

    func explain(_ term: QueryTerm, docID: DocID) throws(StorageError) -> (units: UInt32, explanation: Explanation)? {
        guard let list = try terms.find(TermTable.key(layer: term.layer, term: term.term)),
            let frequency = try frequency(of: list, in: docID)
        else { return nil }
        let formula = formulas[term.layer]
        let layer = formula.layer
        let code = norms.withBytes { bytes in
            unsafe bytes.unsafeLoad(
                fromByteOffset: normsOffset(ofLayer: term.layer) + Int(docID.rawValue), as: UInt8.self)
        }
        let length = LengthNorms.lengths[Int(code)]
        let saturation = formula.saturation(length: length)
        let idf = formula.idf(documentFrequency: list.documentFrequency)
        let units = BM25F.units(
            termWeight: formula.termWeight(documentFrequency: list.documentFrequency, queryWeight: term.weight),
            frequency: Float(frequency),
            saturation: saturation
        )
        let explanation = Explanation(
            value: Score.points(units),
            description: "\(layer.name):\(term.term) = w · qtf · idf · f · (k1 + 1) / (f + K)",
            details: [
                Explanation(value: layer.weight, description: "w, weight of the layer \(layer.name)"),
                Explanation(value: term.weight, description: "qtf, weight of the term in the query"),
                Explanation(
                    value: idf, description: "idf, \(list.documentFrequency) of \(manifest.documentCount) documents"),
                Explanation(value: Float(frequency), description: "f, weighted frequency in the document"),
                Explanation(value: layer.k1, description: "k1"),
                Explanation(
                    value: saturation,
                    description: "K = k1 · (1 − b + b · length / average), b \(layer.b), length \(length), "
                        + "average \(formula.averageLength)"
                ),
            ]
        )
        return (units, explanation)
    }

    private func frequency(of list: PostingList, in docID: DocID) throws(StorageError) -> UInt32? {
        var cursor = PostingCursor(list, file: postings.path, documentCount: manifest.documentCount)
        return try postings.withBytes { (bytes) throws(StorageError) in
            while try cursor.nextBlock(in: bytes) {
                for index in 0..<cursor.count where cursor.documents[index] == docID.rawValue {
                    return cursor.frequencies[index]
                }
            }
            return nil
        }
    }
}
