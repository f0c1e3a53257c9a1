/// Keeps the best `limit` documents: higher score first, and of equal scores the lower document first.
///
/// A binary heap with the worst kept document on top. Score and document are one number, so that one comparison decides.
/// - Complexity: O(log limit) for a document that enters, O(1) for one that does not.
struct TopDocsCollector {
    private let limit: Int
    private var heap: [UInt64] = []

    /// Keeps up to `limit` documents; `limit` ≥ 0.
    init(limit: Int) {
        self.limit = max(0, limit)
        heap.reserveCapacity(min(self.limit, 1024))
    }

    /// The least units with which a document could still enter; at least 1.
    var threshold: UInt32 {
        guard heap.count >= limit, let worst = heap.first else { return limit > 0 ? 1 : .max }
        return UInt32(worst >> 32)
    }

    /// Offers a document; one with 0 units is no result and is ignored.
    @inline(__always)
    mutating func collect(document: UInt32, units: UInt32) {
        let entry = UInt64(units) << 32 | UInt64(~document)
        if heap.count < limit {
            guard units > 0 else { return }
            heap.append(entry)
            siftUp(heap.count - 1)
        } else if let worst = heap.first, entry > worst {
            heap[0] = entry
            siftDown()
        }
    }

    /// The kept documents with their units, best first.
    func sorted() -> [(document: UInt32, units: UInt32)] {
        heap.sorted(by: >).map { (~UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)) }
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[parent] > heap[child] else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = parent
            for child in (2 * parent + 1)...(2 * parent + 2) where child < heap.count {
                if heap[worst] > heap[child] { worst = child }
            }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
