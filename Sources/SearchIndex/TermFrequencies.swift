/// The weighted frequencies of the terms of one document while it is read.
struct TermFrequencies {
    /// By term number; 0 for terms that the document does not have.
    private var frequencies: [UInt32] = []
    /// The document's terms in the order of their first occurrence.
    private(set) var terms: [Int] = []

    /// Makes room for terms below `count`.
    mutating func reserve(_ count: Int) {
        if count > frequencies.count {
            frequencies.append(contentsOf: repeatElement(0, count: count - frequencies.count))
        }
    }

    /// The frequency of a term.
    func frequency(of term: Int) -> UInt32 {
        frequencies[term]
    }

    /// Adds an occurrence of a weight above 0.
    ///
    /// Returns what was added: less than `weight` when the frequency would leave 32 bits.
    mutating func add(_ term: Int, weight: UInt8) -> UInt32 {
        let old = frequencies[term]
        if old == 0 { terms.append(term) }
        let added = min(UInt32(weight), .max - old)
        frequencies[term] = old + added
        return added
    }

    /// Makes ready for the next document.
    mutating func removeAll() {
        for term in terms { frequencies[term] = 0 }
        terms.removeAll(keepingCapacity: true)
    }
}
