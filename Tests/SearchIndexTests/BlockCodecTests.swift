import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct BlockCodecTests {
    private func roundTrip(_ values: [UInt32], bits: Int) -> [UInt32] {
        var writer = ByteWriter()
        // A byte before the block, so that it does not lie on a border of four.
        writer.writeInteger(UInt8(0xEE))
        BlockCodec.pack(values, bits: bits, into: &writer)
        #expect(writer.byteCount == 1 + BlockCodec.byteCount(bits: bits))
        var unpacked = [UInt32](repeating: 0xDEAD_BEEF, count: BlockCodec.blockLength)
        let bytes = writer.bytes
        let span = bytes.span
        BlockCodec.unpack(unsafe span.bytes, at: 1, bits: bits, into: &unpacked)
        return unpacked
    }

    @Test(arguments: 0...32)
    func `a block of every width comes back`(bits: Int) {
        let top: UInt32 = bits == 0 ? 0 : .max >> UInt32(32 - bits)
        var generator = SeededGenerator(seed: UInt64(bits))
        let blocks: [[UInt32]] = [
            Array(repeating: 0, count: 128),
            Array(repeating: top, count: 128),
            (0..<128).map { $0 % 2 == 0 ? top : 0 },
            (0..<128).map { $0 / 4 % 2 == 0 ? 0 : top },
            (0..<128).map { $0 == 127 ? top : 0 },
            (0..<128).map { $0 == 0 ? top : 0 },
            (0..<128).map { _ in UInt32.random(in: 0...top, using: &generator) },
            (0..<128).map { UInt32($0) & top },
        ]
        for (number, block) in blocks.enumerated() {
            #expect(roundTrip(block, bits: bits) == block, "block \(number)")
        }
    }

    @Test(arguments: [(UInt32(0), 0), (1, 1), (2, 2), (3, 2), (255, 8), (256, 9), (1 << 31, 32), (.max, 32)])
    func `the bits needed are those of the largest value`(value: UInt32, bits: Int) {
        #expect(BlockCodec.bitsNeeded([0, value, value / 2]) == bits)
    }

    @Test func `the layout is lane by lane`() {
        // One bit: value i is bit i / 4 of word i % 4. Only value 5 set: word 1 has bit 1.
        var writer = ByteWriter()
        BlockCodec.pack((0..<128).map { $0 == 5 ? 1 : 0 }, bits: 1, into: &writer)
        #expect(writer.bytes == [0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }
}
