/// The spellings a typed word may stand for: a graph from the word's begin to its end whose edges give letters at a cost.
///
/// Walked depth first with the running hash, so that a spelling costs a few steps and no string.
struct WordLattice {
    /// Letters that stand for the typed ones up to a position.
    private struct Edge {
        let end: Int
        /// At most three; 0 is none.
        let letters: (UInt16, UInt16, UInt16)
        let cost: Float
    }

    private struct Budget {
        var spellings: Int
        var steps: Int
    }

    /// Edges walked for a spelling, on average, before the walk ends.
    private static let stepsPerSpelling = 16

    private var edges: [[Edge]]

    /// A lattice over so many typed letters, without edges.
    init(length: Int) {
        edges = [[Edge]](repeating: [], count: length)
    }

    /// Adds a way to read the letters of `range`; of `letters` the first three count.
    mutating func add(_ range: Range<Int>, _ letters: some Collection<UInt16>, cost: Float) {
        var iterator = letters.makeIterator()
        let first = iterator.next() ?? 0
        let second = iterator.next() ?? 0
        let edge = Edge(end: range.upperBound, letters: (first, second, iterator.next() ?? 0), cost: cost)
        edges[range.lowerBound].append(edge)
    }

    /// Calls `body` with every spelling that costs at most `maxCost`, its hash and cost, until `limit` of them.
    ///
    /// Ends sooner when many ways were walked that cost too much before their end. The letters are valid during the call only.
    func forEachSpelling(
        maxCost: Float, limit: Int, _ body: (_ hash: UInt64, _ cost: Float, _ letters: [UInt16]) -> Void
    ) {
        var letters: [UInt16] = []
        letters.reserveCapacity(edges.count * 3)
        var left = Budget(spellings: limit, steps: limit * Self.stepsPerSpelling)
        walk(from: 0, WordHash.empty, 0, maxCost, &left, &letters, body)
    }

    private func walk(
        from start: Int, _ hash: UInt64, _ cost: Float, _ maxCost: Float, _ left: inout Budget,
        _ letters: inout [UInt16],
        _ body: (_ hash: UInt64, _ cost: Float, _ letters: [UInt16]) -> Void
    ) {
        guard start < edges.count else {
            left.spellings -= 1
            body(hash, cost, letters)
            return
        }
        for edge in edges[start] where cost + edge.cost <= maxCost && left.spellings > 0 && left.steps > 0 {
            left.steps -= 1
            let length = letters.count
            var next = hash
            Self.append(edge.letters.0, &next, &letters)
            Self.append(edge.letters.1, &next, &letters)
            Self.append(edge.letters.2, &next, &letters)
            walk(from: edge.end, next, cost + edge.cost, maxCost, &left, &letters, body)
            letters.removeLast(letters.count - length)
        }
    }

    private static func append(_ letter: UInt16, _ hash: inout UInt64, _ letters: inout [UInt16]) {
        guard letter != 0 else { return }
        hash = WordHash.appending(letter, to: hash)
        letters.append(letter)
    }
}

extension [UInt16] {
    /// The string of UTF-16 units.
    var text: String { String(decoding: self, as: UTF16.self) }
}
