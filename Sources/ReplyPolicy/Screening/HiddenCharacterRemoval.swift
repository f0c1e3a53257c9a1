/// Takes hidden characters and escape sequences of terminals out of a text.
///
/// - Source: ECMA-48, control sequences (`ESC [ … letter`) and operating system commands (`ESC ] … BEL`).
enum HiddenCharacterRemoval {
    static func apply(to text: inout EditedBytes) {
        text.apply(edits(text.bytes))
    }

    static func edits(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        guard bytes.contains(where: { $0 >= 0xE1 || $0 == 0xC2 || $0 == 0xCD || $0 == 0xD8 || $0 < 0x20 || $0 == 0x7F })
        else {
            return []
        }
        var edits: [EditedBytes.Edit] = []
        var scan = HiddenCharacterScan()
        var reader = UTF8Reader(bytes)
        while let (scalar, range) = reader.next() {
            switch scalar.value {
            case 0x1B:
                reader.position = endOfEscape(bytes, from: range.upperBound)
                edits.append(EditedBytes.Edit(range: range.lowerBound..<reader.position, replacement: []))
            case 0x2028, 0x2029:
                edits.append(EditedBytes.Edit(range: range, replacement: [0x0A]))
            case 0x0D:
                // A carriage return before a line feed is an old line end; alone it overwrites a line of a terminal.
                if reader.peek() != "\n" { edits.append(EditedBytes.Edit(range: range, replacement: [0x0A])) }
            default:
                guard scan.kind(of: scalar, before: reader.peek()) != nil else { continue }
                edits.append(EditedBytes.Edit(range: range, replacement: []))
            }
        }
        return edits
    }

    private static func endOfEscape(_ bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count else { return start }
        var index = start + 1
        switch bytes[start] {
        case UInt8(ascii: "["):
            // Parameters and intermediate bytes, then one final byte.
            while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
            return index < bytes.count && (0x40...0x7E).contains(bytes[index]) ? index + 1 : index
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            let limit = min(bytes.count, start + 512)
            while index < limit {
                if bytes[index] == 0x07 { return index + 1 }
                if bytes[index] == 0x1B || bytes[index] == 0x0A { return index }
                index += 1
            }
            return start + 1
        default:
            return bytes[start] < 0x80 && !bytes[start].isASCIISpace && !bytes[start].isASCIILetter ? index : start
        }
    }
}
