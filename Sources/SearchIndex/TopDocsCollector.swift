/// Keeps the best `limit` documents: higher score first, and of equal scores the lower ``DocID``.
///
/// A binary heap with the worst kept document on top.
/// - Complexity: O(log limit) for a document that enters, O(1) for one that does not.
public struct TopDocsCollector: Sendable {
    private let limit: Int
    private var heap: [ScoredDocument] = []

    /// Keeps up to `limit` documents; `limit` ≥ 0.
    public init(limit: Int) {
        self.limit = max(0, limit)
        heap.reserveCapacity(min(self.limit, 1024))
    }

    /// Whether a document with this score would be kept now.
    public func wouldEnter(_ document: ScoredDocument) -> Bool {
        if heap.count < limit { return true }
        guard let worst = heap.first else { return false }
        return Self.isBetter(document, worst)
    }

    /// A document with at most so many units of ``Score`` that is offered after lower ``DocID``s does not enter.
    var threshold: UInt32 {
        guard heap.count >= limit, let worst = heap.first else { return 0 }
        return UInt32(worst.score * Score.unitsPerPoint)
    }

    /// Offers a document.
    ///
    /// Documents of a score that is 0 or less are no results and are ignored.
    public mutating func collect(_ document: ScoredDocument) {
        guard document.score > 0, wouldEnter(document) else { return }
        if heap.count < limit {
            heap.append(document)
            siftUp(heap.count - 1)
        } else {
            heap[0] = document
            siftDown()
        }
    }

    /// The kept documents, best first.
    public func sorted() -> [ScoredDocument] {
        heap.sorted(by: Self.isBetter)
    }

    /// The total order of results.
    public static func isBetter(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
        left.score != right.score ? left.score > right.score : left.docID < right.docID
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard Self.isBetter(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = parent
            for child in (2 * parent + 1)...(2 * parent + 2) where child < heap.count {
                if Self.isBetter(heap[worst], heap[child]) { worst = child }
            }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
