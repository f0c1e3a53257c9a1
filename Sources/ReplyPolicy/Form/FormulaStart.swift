/// Lines that a spreadsheet takes for a formula when a conversation is exported.
///
/// Found: `=HYPERLINK(…)`, `+cmd|'…'!A0`, `@SUM(1)`, `-2+3+cmd|`. Near misses: «+7 999 …», «- пункт списка», «-10 %», «@nickname».
/// - Source: OWASP, CSV Injection. The export must quote cells by itself; this is the second lock.
enum FormulaStart {
    static func edits(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        var edits: [EditedBytes.Edit] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let first = bytes[start..<end].firstIndex { !$0.isASCIISpace } ?? end
            if first < end, isFormula(bytes[first..<end]) {
                edits.append(EditedBytes.Edit(range: first..<first, replacement: [UInt8(ascii: "'")]))
            }
            start = end + 1
        }
        return edits
    }

    private static func isFormula(_ line: ArraySlice<UInt8>) -> Bool {
        switch line.first {
        case UInt8(ascii: "="): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
            // What makes it more than a phone, a list item or a name: a call, a pipe or a sheet, before any space.
            line.dropFirst().prefix(200).prefix { $0 != 0x20 }.contains { "(|!=".utf8.contains($0) }
        default: false
        }
    }
}
