import SearchIndex
import Synchronization

/// The first words of the passages that searches looked at last, so that those found often are not read and cut into words again.
///
/// Reading a passage of 1.5 KB costs some 3 µs, checksum and cutting included, a cached one 0.2 µs. A set-associative table of fixed size: a passage may
/// stand in any of the four places of its set, and takes the place of the one that came first.
final class PassageHeadCache: Sendable {
    /// The most passages kept: 5 MiB.
    private static let maxPassages = 1 << 14
    private static let setSize = 4

    /// What the lock guards; empty until the first use.
    private struct Table: Sendable {
        /// The document in each place, plus 1; 0 for none.
        var owners: [UInt32] = []
        /// Its words, ``PassageHead/maxWords`` places each.
        var letters: [UInt64] = []
        var counts: [UInt8] = []
        /// The place of each set that is taken next.
        var nextPlaces: [UInt8] = []
    }

    private let table = Mutex(Table())
    private let setCount: Int

    /// For an index of so many passages.
    init(passageCount: Int) {
        let wanted = min(Self.maxPassages, max(Self.setSize, 2 * passageCount))
        // The next power of two.
        setCount = 1 << (Int.bitWidth - (wanted / Self.setSize - 1).leadingZeroBitCount)
    }

    /// The evidence in each of some passages, in their order.
    ///
    /// - Throws: `.index` for a passage that cannot be read.
    func evidence(
        of documents: ArraySlice<ScoredDocument>, by matcher: HeadMatcher, snapshot: IndexSnapshot
    ) throws(RetrievalError) -> [HeadEvidence] {
        let result = table.withLock { table -> Result<[HeadEvidence], RetrievalError> in
            var found: [HeadEvidence] = []
            found.reserveCapacity(documents.count)
            do throws(RetrievalError) {
                for document in documents {
                    let place = try place(of: document.docID, in: &table, snapshot)
                    let start = place * PassageHead.maxWords
                    found.append(matcher.evidence(in: table.letters, start..<(start + Int(table.counts[place]))))
                }
                return .success(found)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func place(
        of docID: DocID, in table: inout Table, _ snapshot: IndexSnapshot
    ) throws(RetrievalError) -> Int {
        if table.owners.isEmpty { allocate(&table) }
        let owner = docID.rawValue &+ 1
        // Fibonacci hashing: neighbouring documents go to distant sets.
        let set = Int(truncatingIfNeeded: (UInt64(owner) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (setCount - 1)
        let first = set * Self.setSize
        for place in first..<(first + Self.setSize) where table.owners[place] == owner { return place }
        let place = first + Int(table.nextPlaces[set])
        table.nextPlaces[set] = (table.nextPlaces[set] + 1) % UInt8(Self.setSize)
        // Nobody's while it is overwritten: reading may fail halfway.
        table.owners[place] = 0
        let start = place * PassageHead.maxWords
        let count = try PassageHead.read(docID, of: snapshot, into: &table.letters, at: start)
        table.counts[place] = UInt8(count)
        table.owners[place] = owner
        return place
    }

    private func allocate(_ table: inout Table) {
        let places = setCount * Self.setSize
        table.owners = [UInt32](repeating: 0, count: places)
        table.letters = [UInt64](repeating: 0, count: places * PassageHead.maxWords)
        table.counts = [UInt8](repeating: 0, count: places)
        table.nextPlaces = [UInt8](repeating: 0, count: setCount)
    }
}
