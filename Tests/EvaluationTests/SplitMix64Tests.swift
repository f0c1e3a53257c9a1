import Testing

@testable import Evaluation

@Suite struct SplitMix64Tests {
    // The sequences that the reference implementation in C prints for these seeds.
    private static let sequences: [(seed: UInt64, numbers: [UInt64])] = [
        (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
        (1_234_567, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]),
    ]

    @Test(arguments: sequences)
    func `the sequence is that of the reference implementation`(seed: UInt64, numbers: [UInt64]) {
        var generator = SplitMix64(seed: seed)
        for number in numbers {
            #expect(generator.next() == number)
        }
    }

    @Test func `an index is the random fraction of the count`() {
        // Seed 0: 0xE220… / 2^64 = 0.883, 0x6E78… / 2^64 = 0.4315, 0x06C4… / 2^64 = 0.0264.
        var generator = SplitMix64(seed: 0)
        #expect((0..<3).map { _ in generator.nextIndex(below: 10) } == [8, 4, 0])
    }

    @Test func `indices cover their range evenly`() {
        var generator = SplitMix64(seed: 7)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 {
            counts[generator.nextIndex(below: counts.count)] += 1
        }
        // The standard deviation of a count is √(70,000 · 1/7 · 6/7) = 93; 5 of them are 463.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 463 }, "\(counts)")
    }
}
