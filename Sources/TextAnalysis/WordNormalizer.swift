import CICU

/// Brings one word to its normalised form: NFKC with case folding, ё→е, stress marks and soft hyphens removed,
/// Latin look-alikes in a Cyrillic word replaced.
///
/// Words of plain ASCII and Russian letters take a short way that gives the same result as ICU; the rest goes to ICU.
/// - Source: Unicode Standard Annex #15 (NFKC), `NFKC_Casefold` in UAX #44.
@safe struct WordNormalizer: ~Copyable {
    private let handle: OpaquePointer
    private var buffer = [UInt16](repeating: 0, count: 512)

    init() throws(AnalysisError) {
        var status: sf_icu_status = 0
        guard let opened = unsafe sf_normalizer_nfkc_casefold(&status) else {
            throw .icu(operation: "open the normaliser", code: status)
        }
        unsafe handle = opened
    }

    /// The normalised form of `word`, in UTF-8.
    ///
    /// Empty when nothing but marks was in it.
    mutating func normalize(_ word: String) throws(AnalysisError) -> String {
        if let short = Self.normalizeCommonLetters(word) { return short }
        return try normalizeWithICU(word)
    }

    /// The long way, which every word may take.
    mutating func normalizeWithICU(_ word: String) throws(AnalysisError) -> String {
        var form = word
        while true {
            let folded = try foldWithICU(form).unicodeScalars.compactMap(Self.reduce)
            let next = Homoglyphs.unifyScript(of: String(String.UnicodeScalarView(folded)))
            // A dropped stress mark may leave a letter beside a mark it composes with (е, U+0301, U+0308): fold until
            // nothing changes.
            if next.utf8.elementsEqual(form.utf8) { return form }
            form = next
        }
    }

    /// The short way, or `nil` when a character is not ASCII or a letter of the Russian alphabet, or both scripts
    /// occur.
    static func normalizeCommonLetters(_ word: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(word.utf8.count)
        var hasLatin = false
        var hasCyrillic = false
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A:
                hasLatin = true
                bytes.append(UInt8(scalar.value + 0x20))
            case 0x61...0x7A:
                hasLatin = true
                bytes.append(UInt8(scalar.value))
            case 0x00...0x7F:
                bytes.append(UInt8(scalar.value))
            case 0x401, 0x451, 0x410...0x44F:
                hasCyrillic = true
                var value = scalar.value
                if value == 0x401 || value == 0x451 { value = 0x435 }
                if value < 0x430 { value += 0x20 }
                bytes.append(UInt8(0xC0 | value >> 6))
                bytes.append(UInt8(0x80 | value & 0x3F))
            default:
                return nil
            }
        }
        return hasLatin && hasCyrillic ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private mutating func foldWithICU(_ word: String) throws(AnalysisError) -> String {
        let units = Array(word.utf16)
        var status: sf_icu_status = 0
        var needed = try run(units, &status)
        if needed > buffer.count {
            buffer = [UInt16](repeating: 0, count: needed)
            needed = try run(units, &status)
        }
        return String(decoding: buffer[..<needed], as: UTF16.self)
    }

    private mutating func run(_ units: [UInt16], _ status: inout sf_icu_status) throws(AnalysisError) -> Int {
        let needed = unsafe units.withUnsafeBufferPointer { input -> Int32 in
            unsafe buffer.withUnsafeMutableBufferPointer { output -> Int32 in
                guard let text = input.baseAddress, let out = output.baseAddress else { return 0 }
                return unsafe sf_normalize(handle, text, Int32(input.count), out, Int32(output.count), &status)
            }
        }
        guard status <= 0 else { throw .icu(operation: "normalise a word", code: status) }
        return Int(needed)
    }

    /// Drops stress marks (grave and acute) and folds ё, ѐ and ѝ to their plain letters.
    private static func reduce(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x300, 0x301, 0xAD: nil
        case 0x451, 0x450: "е"
        case 0x45D: "и"
        default: scalar
        }
    }
}
