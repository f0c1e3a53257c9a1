import MappedStorage

/// Packs blocks of 128 integers into the least number of bits that holds the largest.
///
/// The layout is vertical: the 128 values are 32 rows of 4 lanes, value `i` is lane `i % 4` of row `i / 4`, and each
/// lane is a bit stream of its own. A block of `b` bits takes `16 · b` bytes: `b` rows of four little-endian 32-bit
/// words.
/// - Source: D. Lemire, L. Boytsov, Decoding billions of integers per second through vectorization, Software: Practice
///   and Experience 2015 (SIMD-BP128, without its delta coding).
enum BlockCodec {
    /// Integers in a block.
    static let blockLength = 128
    private static let rows = 32

    /// Bytes of a packed block.
    static func byteCount(bits: Int) -> Int { 16 * bits }

    /// The least number of bits that holds each value: 0 to 32.
    static func bitsNeeded(_ values: some Sequence<UInt32>) -> Int {
        32 - values.reduce(0, |).leadingZeroBitCount
    }

    /// Appends `values`, exactly 128 of at most `bits` bits each.
    static func pack(_ values: [UInt32], bits: Int, into writer: inout ByteWriter) {
        precondition(values.count == blockLength, "a block has 128 values")
        var words = [UInt32](repeating: 0, count: 4 * bits)
        for (index, value) in values.enumerated() {
            let lane = index % 4
            let position = index / 4 * bits
            let shift = position % 32
            guard bits > 0 else { continue }
            words[position / 32 * 4 + lane] |= value << UInt32(shift)
            if shift + bits > 32 {
                words[(position / 32 + 1) * 4 + lane] |= value >> UInt32(32 - shift)
            }
        }
        for word in words { writer.writeInteger(word) }
    }

    /// Unpacks 128 values of `bits` bits that start at `byteOffset`; `16 · bits` bytes must be there and `bits` be at
    /// most 32.
    static func unpack(_ bytes: RawSpan, at byteOffset: Int, bits: Int, into values: inout [UInt32]) {
        guard bits > 0 else {
            for index in 0..<blockLength { values[index] = 0 }
            return
        }
        let mask = SIMD4<UInt32>(repeating: bits == 32 ? .max : (1 << UInt32(bits)) - 1)
        for row in 0..<rows {
            let position = row * bits
            let shift = position % 32
            let offset = byteOffset + position / 32 * 16
            var lanes = load(bytes, offset) &>> SIMD4(repeating: UInt32(shift))
            if shift + bits > 32 {
                lanes |= load(bytes, offset + 16) &<< SIMD4(repeating: UInt32(32 - shift))
            }
            lanes &= mask
            values[row * 4] = lanes[0]
            values[row * 4 + 1] = lanes[1]
            values[row * 4 + 2] = lanes[2]
            values[row * 4 + 3] = lanes[3]
        }
    }

    /// Four words at a byte offset, in the machine's order: this code runs on little-endian machines only, as Swift on
    /// Linux does.
    @inline(__always)
    private static func load(_ bytes: RawSpan, _ byteOffset: Int) -> SIMD4<UInt32> {
        unsafe bytes.unsafeLoadUnaligned(fromByteOffset: byteOffset, as: SIMD4<UInt32>.self)
    }
}
