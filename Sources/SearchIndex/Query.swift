/// What to look for: weighted terms of the index's layers.
///
/// A document matches when it has any of them.
public struct Query: Equatable, Sendable {
    /// The terms, each (layer, term) once.
    ///
    /// Scores are summed in this order.
    public private(set) var terms: [QueryTerm] = []
    /// The most terms a query can have; further ones are ignored.
    public static let maxTerms = 2048

    private var positions: [Key: Int] = [:]

    /// Compared and hashed by bytes: terms are normalised already, and the comparison of strings would normalise them again.
    private struct Key: Hashable {
        let layer: Int
        let term: String

        static func == (left: Key, right: Key) -> Bool {
            left.layer == right.layer && left.term.utf8.elementsEqual(right.term.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var hash = UInt64(layer)
            for byte in term.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hasher.combine(hash)
        }
    }

    /// An empty query, which matches nothing.
    public init() {}

    /// An empty query with room for so many terms.
    public init(minimumCapacity: Int) {
        terms.reserveCapacity(min(minimumCapacity, Self.maxTerms))
        positions.reserveCapacity(min(minimumCapacity, Self.maxTerms))
    }

    /// Adds a term, unless the query has it already: then the first one stays as it is.
    public mutating func insert(_ term: QueryTerm) {
        let key = Key(layer: term.layer, term: term.term)
        guard terms.count < Self.maxTerms, positions[key] == nil else { return }
        positions[key] = terms.count
        terms.append(term)
    }

    /// Adds a term; the weights of equal terms add up.
    public mutating func add(_ term: QueryTerm) {
        let key = Key(layer: term.layer, term: term.term)
        if let position = positions[key] {
            terms[position].weight += term.weight
        } else if terms.count < Self.maxTerms {
            positions[key] = terms.count
            terms.append(term)
        }
    }
}

/// One term of a query.
public struct QueryTerm: Equatable, Sendable {
    /// The number of the layer in the schema.
    public let layer: Int
    /// The term in that layer's analysis.
    public let term: String
    /// qtf in the formula of ``BM25F``; > 0.
    public var weight: Float

    /// Makes a term.
    public init(layer: Int, term: String, weight: Float = 1) {
        self.layer = layer
        self.term = term
        self.weight = weight
    }
}
