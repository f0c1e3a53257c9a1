import MappedStorage

extension PassageRecord {
    private static let startsBlock: UInt8 = 0x80

    func write(_ units: [PassageUnit], to writer: inout ByteWriter) {
        writer.writeVarint(UInt32(units.count))
        var textEnd = 0
        var sourceStart = sourceRange.lowerBound
        for unit in units {
            writer.writeInteger(unit.kind.rawValue | (unit.startsBlock ? Self.startsBlock : 0))
            writer.writeVarint(UInt32(unit.textRange.lowerBound - textEnd))
            writer.writeVarint(UInt32(unit.textRange.count))
            writer.writeVarint(UInt32(unit.sourceRange.lowerBound - sourceStart))
            writer.writeVarint(UInt32(unit.sourceRange.count))
            textEnd = unit.textRange.upperBound
            sourceStart = unit.sourceRange.lowerBound
        }
    }

    /// Reads units and checks that they lie in the text, on borders of characters.
    static func readUnits(
        _ reader: inout ByteReader, _ bytes: RawSpan, of text: String, sourceStart: Int
    ) throws(StorageError) -> [PassageUnit] {
        var units: [PassageUnit] = []
        var textEnd = 0
        var sourceStart = sourceStart
        let utf8 = text.utf8Span.span
        for _ in 0..<(try reader.readVarint(from: bytes)) {
            let form = try reader.readInteger(UInt8.self, from: bytes)
            let start = textEnd + Int(try reader.readVarint(from: bytes))
            let end = start + Int(try reader.readVarint(from: bytes))
            sourceStart += Int(try reader.readVarint(from: bytes))
            let sourceEnd = sourceStart + Int(try reader.readVarint(from: bytes))
            guard let kind = PassageUnit.Kind(rawValue: form & ~Self.startsBlock), isBorder(start, utf8),
                isBorder(end, utf8)
            else {
                throw .corrupt(file: reader.file, byteOffset: reader.byteOffset, expected: "a unit of the text")
            }
            units.append(
                PassageUnit(
                    kind: kind, textRange: start..<end, sourceRange: sourceStart..<sourceEnd,
                    startsBlock: form & Self.startsBlock != 0))
            textEnd = end
        }
        return units
    }

    /// Whether a character begins or the text ends at an offset.
    private static func isBorder(_ offset: Int, _ utf8: Span<UInt8>) -> Bool {
        offset <= utf8.count && (offset == utf8.count || utf8[offset] & 0xC0 != 0x80)
    }
}
