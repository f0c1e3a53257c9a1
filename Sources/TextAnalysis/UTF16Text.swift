/// A text in UTF-16, the form ICU segments, with the UTF-8 offset of every unit.
///
/// Its storage is reused from text to text.
struct UTF16Text {
    /// The units; only the first `count` belong to the current text.
    private(set) var units: [UInt16] = []
    /// For each unit the UTF-8 offset at which its character starts; one more entry for the end of the text.
    private(set) var byteOffsets: [Int32] = []
    private(set) var count = 0

    /// Replaces the text.
    ///
    /// UTF-8 in a `String` is always valid, so nothing can fail.
    mutating func set(_ utf8: Span<UInt8>) {
        if units.count < utf8.count {
            // Doubled, so that ever longer texts cost one growth each time they double.
            let capacity = max(utf8.count, 2 * units.count)
            units = [UInt16](repeating: 0, count: capacity)
            byteOffsets = [Int32](repeating: 0, count: capacity + 1)
        }
        if byteOffsets.isEmpty { byteOffsets = [0] }
        var index = 0
        var unit = 0
        while index < utf8.count {
            let lead = UInt32(utf8[index])
            byteOffsets[unit] = Int32(index)
            if lead < 0x80 {
                units[unit] = UInt16(lead)
                index += 1
            } else if lead < 0xE0 {
                units[unit] = UInt16((lead & 0x1F) << 6 | tail(utf8, index + 1))
                index += 2
            } else if lead < 0xF0 {
                units[unit] = UInt16((lead & 0x0F) << 12 | tail(utf8, index + 1) << 6 | tail(utf8, index + 2))
                index += 3
            } else {
                let high = (lead & 0x07) << 18 | tail(utf8, index + 1) << 12
                let value = high | tail(utf8, index + 2) << 6 | tail(utf8, index + 3)
                units[unit] = UInt16(0xD7C0 + (value >> 10))
                unit += 1
                byteOffsets[unit] = Int32(index)
                units[unit] = UInt16(0xDC00 | value & 0x3FF)
                index += 4
            }
            unit += 1
        }
        count = unit
        byteOffsets[unit] = Int32(utf8.count)
    }

    /// Half-open UTF-8 range of a half-open range of units.
    func utf8Range(_ start: Int, _ end: Int) -> Range<Int> {
        Int(byteOffsets[start])..<Int(byteOffsets[end])
    }

    private func tail(_ utf8: Span<UInt8>, _ index: Int) -> UInt32 {
        UInt32(utf8[index]) & 0x3F
    }
}
