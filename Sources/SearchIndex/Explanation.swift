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
        let weighted = WeightedQuery(query, self)
        var sum: UInt32 = 0
        var details: [Explanation] = []
        for (term, impact) in try impacts(of: weighted, in: docID) {
            let units = term.weight * UInt32(impact)
            sum += units
            details.append(explanation(of: term, impact: impact, points: weighted.scale.points(units)))
        }
        return Explanation(
            value: weighted.scale.points(sum), description: "sum over the terms of all layers", details: details)
    }

    /// What each term of a query adds to the score of a document; 0 where the document does not have the term.
    ///
    /// - Returns: one number for each term, in the order of the query; their sum is the score, but for rounding of floats.
    /// - Throws: `.storage(.corrupt)`.
    /// - Complexity: O(chunks of the query's terms).
    public func termScores(of query: Query, in docID: DocID) throws(IndexError) -> [Float] {
        let weighted = WeightedQuery(query, self)
        var scores = [Float](repeating: 0, count: query.terms.count)
        var position = 0
        for (term, impact) in try impacts(of: weighted, in: docID) {
            while query.terms[position] != term.query { position += 1 }
            scores[position] = weighted.scale.points(term.weight * UInt32(impact))
        }
        return scores
    }

    /// The terms that a document has, in the order of the query, with their impacts.
    private func impacts(
        of query: WeightedQuery, in docID: DocID
    ) throws(IndexError) -> [(term: WeightedQuery.Term, impact: UInt8)] {
        let segment = segment(of: docID)
        guard let number = segments.firstIndex(where: { $0.firstDocument == segment.firstDocument }) else { return [] }
        var impacts: [(term: WeightedQuery.Term, impact: UInt8)] = []
        for (index, term) in query.terms.enumerated() {
            guard let list = query.list(ofTerm: index, inSegment: number) else { continue }
            let impact = try mappingStorageErrors { () throws(StorageError) in
                try segment.reader.impact(of: list, in: Int(docID.rawValue) - segment.firstDocument)
            }
            if let impact { impacts.append((term, impact)) }
        }
        return impacts
    }

    private func explanation(of term: WeightedQuery.Term, impact: UInt8, points: Float) -> Explanation {
        let layer = formulas[term.query.layer].layer
        let share = Float(impact) / Float(Impact.full)
        return Explanation(
            value: points,
            description: "\(layer.name):\(term.query.term) = w · qtf · idf · (k1 + 1) · impact",
            details: [
                Explanation(value: layer.weight, description: "w, weight of the layer \(layer.name)"),
                Explanation(value: term.query.weight, description: "qtf, weight of the term in the query"),
                Explanation(
                    value: term.idf, description: "idf, \(term.documentFrequency) of \(documentCount) documents"),
                Explanation(value: layer.k1, description: "k1"),
                Explanation(value: share, description: "impact, f / (f + K) in 255ths: frequency against length"),
            ]
        )
    }
}
