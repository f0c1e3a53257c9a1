extension Span where Element == UInt8 {
    /// The byte at `index`, or 0 beyond the end.
    ///
    /// Zero occurs in no pattern, so it serves as the end of the text.
    func byte(at index: Int) -> UInt8 {
        index >= 0 && index < count ? self[index] : 0
    }

    /// Eight bytes from `offset` with the first in the lowest bits; zeros beyond the end.
    @inline(__always)
    func eightBytes(at offset: Int) -> UInt64 {
        guard offset >= 0, offset <= count &- 8 else { return lastBytes(from: offset) }
        // Proof: 0 ≤ offset and offset + 8 ≤ count by the line before; the span keeps its memory alive.
        return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    }

    private func lastBytes(from offset: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(byte(at: offset + index)) << UInt64(index * 8) }
        return word
    }

    /// Whether the bytes from `index` are those of `pattern`.
    func hasBytes(_ pattern: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + pattern.utf8CodeUnitCount <= count else { return false }
        return pattern.withUTF8Buffer { wanted in
            for offset in 0..<wanted.count {
                guard unsafe wanted[offset] == self[index + offset] else { return false }
            }
            return true
        }
    }

    /// The bytes of the space at `index` that may stand inside a number or before one: U+0020, U+00A0, U+2009 or U+202F.
    ///
    /// 0 if there is another character.
    func innerSpaceByteCount(at index: Int) -> Int {
        switch byte(at: index) {
        case 0x20: 1
        case 0xC2: byte(at: index + 1) == 0xA0 ? 2 : 0
        case 0xE2 where byte(at: index + 1) == 0x80: byte(at: index + 2) == 0x89 || byte(at: index + 2) == 0xAF ? 3 : 0
        default: 0
        }
    }

    /// The bytes of such a space that ends before `index`.
    func innerSpaceByteCount(before index: Int) -> Int {
        (1...3).first { innerSpaceByteCount(at: index - $0) == $0 } ?? 0
    }
}
