import Testing

@testable import SearchIndex

@Suite struct LengthNormsTests {
    /// (16 + 15) · 2^14: what the last code stands for.
    private let longest: UInt64 = 507_904

    @Test func `codes stand for ascending lengths and come back`() {
        var previous: UInt64?
        for code in UInt8.min ... .max {
            let length = LengthNorms.length(ofCode: code)
            #expect(LengthNorms.code(ofLength: length) == code)
            if let previous { #expect(length > previous) }
            previous = length
        }
        #expect(previous == longest)
        #expect(LengthNorms.lengths.count == 256)
    }

    @Test func `every length is rounded down by at most a sixteenth`() {
        var previous: UInt8 = 0
        for length in UInt64(0)..<40_000 {
            let code = LengthNorms.code(ofLength: length)
            let kept = LengthNorms.length(ofCode: code)
            guard code >= previous, kept <= length, (length - kept) * 16 <= length, length > 31 || kept == length else {
                Issue.record("length \(length) has code \(code) for \(kept)")
                return
            }
            previous = code
        }
    }

    @Test(arguments: [507_904, 507_905, 524_288, 1 << 40, .max] as [UInt64])
    func `lengths too long take the last code`(length: UInt64) {
        #expect(LengthNorms.code(ofLength: length) == 255)
        #expect(LengthNorms.code(ofLength: 507_903) == 254)
    }
}
