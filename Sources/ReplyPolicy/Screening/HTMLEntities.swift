/// Finds characters that HTML and Markdown write with `&`, as far as they matter: signs of markup and addresses, and all by number.
///
/// `&amp;lt;` counts as `&lt;`, however often it was packed. Names need their semicolon but for `&lt` and `&gt`; numbers do not.
/// - Source: HTML Living Standard, character references.
enum HTMLEntities {
    private static let names: [(name: [UInt8], character: UInt8)] = [
        ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("colon", ":"), ("period", "."), ("sol", "/"),
        ("bsol", "\\"),
        ("lpar", "("), ("rpar", ")"), ("lsqb", "["), ("lbrack", "["), ("rsqb", "]"), ("rbrack", "]"), ("excl", "!"),
        ("equals", "="),
        ("commat", "@"), ("num", "#"), ("tab", "\t"), ("newline", "\n"), ("grave", "`"),
    ].map { (Array($0.0.utf8), Character($0.1).asciiValue ?? 0x20) }

    /// Replaces each by its character; those of characters that are not seen by nothing.
    ///
    /// - Complexity: O(bytes).
    static func edits(_ bytes: [UInt8]) -> [EditedBytes.Edit] {
        var edits: [EditedBytes.Edit] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
            index = start + 1
            var place = index
            while bytes.has("amp;".utf8, at: place) { place += 4 }
            guard let (replacement, end) = named(bytes, at: place) ?? numbered(bytes, at: place) else {
                index = place
                continue
            }
            edits.append(EditedBytes.Edit(range: start..<end, replacement: replacement))
            index = end
        }
        return edits
    }

    private static func named(_ bytes: [UInt8], at start: Int) -> ([UInt8], Int)? {
        for (name, character) in names where bytes.has(name, at: start) {
            let end = start + name.count
            if end < bytes.count, bytes[end] == UInt8(ascii: ";") { return ([character], end + 1) }
            // Capitals are left: «4G&LTE».
            if name.count == 2, bytes[start] == name[0], bytes[start + 1] == name[1] { return ([character], end) }
        }
        return nil
    }

    private static func numbered(_ bytes: [UInt8], at start: Int) -> ([UInt8], Int)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = start + 1 < bytes.count && bytes[start + 1].asciiSmall == UInt8(ascii: "x")
        var end = start + (isHexadecimal ? 2 : 1)
        let first = end
        var value: UInt32 = 0
        while end < bytes.count {
            let byte = bytes[end].asciiSmall
            guard byte.isASCIIDigit || isHexadecimal && (0x61...0x66).contains(byte) else { break }
            let digit = UInt32(byte.isASCIIDigit ? byte - 0x30 : byte - 0x61 + 10)
            value = min(0x110000, value * (isHexadecimal ? 16 : 10) + digit)
            end += 1
        }
        guard end > first else { return nil }
        if end < bytes.count, bytes[end] == UInt8(ascii: ";") { end += 1 }
        guard let scalar = Unicode.Scalar(value), value > 0 else { return (Array("\u{FFFD}".utf8), end) }
        return (HiddenCharacter.kind(of: scalar) == nil ? Array(String(Character(scalar)).utf8) : [], end)
    }
}
