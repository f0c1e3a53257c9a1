/// Decides which segments become one.
///
/// Only neighbours are merged, so that documents keep their order. A segment of at most ``smallDocumentCount`` live documents is of level 0, of ten
/// times as many of level 1, and so on. As soon as ``mergeFactor`` segments of one level lie together, with none but smaller ones between
/// them, they and those between become one. So an index of n documents has O(mergeFactor · log n) segments, a document is copied
/// about once a level, and at level 0, where whole segments are copied again and again, a merge touches few documents.
///
/// A segment of a higher level that lost more than ``maxDeletedShare`` of its documents is written anew without them.
///
/// - Source: the levels follow Lucene's `LogMergePolicy`; unlike there, segments between those of a level go along.
struct MergePolicy: Equatable, Sendable {
    /// Segments of a level that make a merge; the base of the levels.
    var mergeFactor = 10
    /// Live documents up to which a segment is of level 0.
    var smallDocumentCount = 1000
    /// The share of deleted documents that a large segment may have.
    var maxDeletedShare = 0.2

    /// The size of a segment.
    struct Size: Equatable, Sendable {
        var documentCount: Int
        var liveDocumentCount: Int
    }

    /// The segments to merge next: neighbours, or one alone to be written without its deleted documents; `nil` when all is well.
    ///
    /// After the merge it is to be asked again.
    func choose(_ sizes: [Size]) -> Range<Int>? {
        let levels = sizes.map(level)
        for level in 0...(levels.max() ?? 0) {
            if let run = run(ofLevel: level, in: levels) { return run }
        }
        return sizes.firstIndex { needsCleaning($0) }.map { $0..<$0 + 1 }
    }

    /// How often the live documents must be divided by ``mergeFactor`` to be small.
    func level(_ size: Size) -> Int {
        var level = 0
        var bound = smallDocumentCount
        while size.liveDocumentCount > bound {
            bound *= mergeFactor
            level += 1
        }
        return level
    }

    /// The last run of segments of at most the level that has enough of exactly that level.
    private func run(ofLevel level: Int, in levels: [Int]) -> Range<Int>? {
        var end = levels.count
        while end > 0 {
            let start = (levels[..<end].lastIndex { $0 > level } ?? -1) + 1
            if levels[start..<end].count(where: { $0 == level }) >= mergeFactor { return start..<end }
            end = max(0, start - 1)
        }
        return nil
    }

    private func needsCleaning(_ size: Size) -> Bool {
        let deleted = size.documentCount - size.liveDocumentCount
        return size.documentCount > smallDocumentCount
            && Double(deleted) > maxDeletedShare * Double(size.documentCount)
    }
}
