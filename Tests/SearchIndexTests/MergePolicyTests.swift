import TestSupport
import Testing

@testable import SearchIndex

@Suite struct MergePolicyTests {
    private func sizes(_ counts: Int...) -> [MergePolicy.Size] {
        counts.map { MergePolicy.Size(documentCount: $0, liveDocumentCount: $0) }
    }

    private let policy = MergePolicy(mergeFactor: 3, smallDocumentCount: 10)

    @Test(arguments: [(0, 0), (1, 0), (10, 0), (11, 1), (30, 1), (31, 2), (90, 2), (91, 3), (270, 3)])
    func `levels are powers of the merge factor`(count: Int, level: Int) {
        #expect(policy.level(.init(documentCount: 1000, liveDocumentCount: count)) == level)
    }

    @Test func `few segments are left alone`() {
        #expect(policy.choose([]) == nil)
        #expect(policy.choose(sizes(5)) == nil)
        #expect(policy.choose(sizes(1000, 1, 1)) == nil)
        #expect(policy.choose(sizes(1, 1, 1000, 1, 1)) == nil)
    }

    @Test func `as many of a level as the merge factor become one, with smaller ones between them`() {
        #expect(policy.choose(sizes(1000, 1, 1, 1)) == 1..<4)
        #expect(policy.choose(sizes(1, 1, 1, 1000)) == 0..<3)
        #expect(policy.choose(sizes(20, 1, 20, 1, 20, 1)) == 0..<6)
        #expect(policy.choose(sizes(20, 1000, 20, 20)) == nil)
        // The smallest level comes first, and of several runs the newest.
        #expect(policy.choose(sizes(20, 20, 20, 1, 1, 1)) == 3..<6)
        #expect(policy.choose(sizes(1, 1, 1, 1000, 2, 2, 2)) == 4..<7)
        #expect(policy.choose(sizes(20, 20, 20, 1000, 2, 2, 2)) == 4..<7)
    }

    @Test func `a large segment of many deleted documents is cleaned, a small one is not`() {
        func size(_ count: Int, deleted: Int) -> MergePolicy.Size {
            .init(documentCount: count, liveDocumentCount: count - deleted)
        }
        #expect(policy.choose([size(100, deleted: 20)]) == nil)
        #expect(policy.choose([size(5, deleted: 0), size(100, deleted: 21)]) == 1..<2)
        #expect(policy.choose([size(10, deleted: 9)]) == nil)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5])
    func `segments stay few and documents are copied seldom, whatever the updates`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let policy = MergePolicy(mergeFactor: 4, smallDocumentCount: 20)
        var segments: [MergePolicy.Size] = []
        var added = 0
        var copied = 0
        for _ in 0..<3000 {
            let count = Int.random(in: 0..<50, using: &generator) == 0 ? 200 : Int.random(in: 1...4, using: &generator)
            segments.append(.init(documentCount: count, liveDocumentCount: count))
            added += count
            for index in segments.indices where Int.random(in: 0..<3, using: &generator) == 0 {
                segments[index].liveDocumentCount = max(0, segments[index].liveDocumentCount - 1)
            }
            segments.removeAll { $0.liveDocumentCount == 0 }
            var merges = 0
            while let range = policy.choose(segments) {
                let live = segments[range].reduce(0) { $0 + $1.liveDocumentCount }
                copied += live
                segments.replaceSubrange(range, with: [.init(documentCount: live, liveDocumentCount: live)])
                merges += 1
                guard merges < 100 else {
                    Issue.record("seed \(seed): the policy never rests: \(segments)")
                    return
                }
            }
            let levels = segments.map(policy.level)
            let bound = policy.mergeFactor * ((levels.max() ?? 0) + 1) * 4
            #expect(segments.count <= bound, "seed \(seed): \(levels)")
            #expect(segments.allSatisfy { $0.documentCount <= 20 || $0.liveDocumentCount * 5 >= $0.documentCount * 4 })
        }
        #expect(copied < added * 12, "seed \(seed): \(copied) copies of \(added) documents")
    }
}
