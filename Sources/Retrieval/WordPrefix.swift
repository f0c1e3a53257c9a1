/// The first eight letters of a word, folded, in eight bytes: what the second stage compares instead of analysed words.
///
/// A byte a letter, the first letter lowest: `0x80 + n` for the n-th letter of the Russian alphabet (upper and lower case alike, ё as е), the
/// character itself for ASCII letters (lower case) and digits, a value from `0xA0` for other letters, which need not be told apart. So the first
/// four letters of a word are the low four bytes.
struct WordPrefix: Hashable, Sendable {
    /// Letters that a key holds; further ones do not count.
    static let maxLetters = 8

    var letters: UInt64

    /// The letters of the key, 0 to ``maxLetters``.
    var count: Int { (UInt64.bitWidth - letters.leadingZeroBitCount + 7) / 8 }

    /// The key of the only word of a text; `nil` when the text has none or several.
    init?(word: String) {
        let bytes = unsafe word.utf8Span.span.bytes
        var scanner = WordPrefixScanner(range: 0..<bytes.byteCount)
        guard let first = scanner.next(in: bytes), scanner.next(in: bytes) == nil else { return nil }
        self = first
    }

    init(letters: UInt64) {
        self.letters = letters
    }
}

/// Reads the words of UTF-8 text as keys, one after the other, without analysing them.
///
/// A word is a run of letters and digits. It is coarser than the index's own segmentation where that is clever (identifiers, numbers with a decimal
/// point), and alike for running text: it serves to see *where* words stand, not whether they occur. Bytes that are no UTF-8 end a word.
struct WordPrefixScanner {
    private var index: Int
    private let end: Int

    /// Scans half-open byte offsets, which must lie in the bytes given to ``next(in:)``.
    init(range: Range<Int>) {
        index = range.lowerBound
        end = range.upperBound
    }

    /// The next word, or `nil` behind the last.
    @inline(__always)
    mutating func next(in bytes: RawSpan) -> WordPrefix? {
        var letters: UInt64 = 0
        var shift: UInt64 = 0
        while index < end {
            if index + 8 <= end,
                let run = RussianLetters(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            {
                // From the ninth letter on the shift is past the last byte and adds nothing.
                letters |= run.letters << shift
                shift += 8 * UInt64(run.count)
                index += 2 * run.count
                if run.count == 4 { continue }
            }
            guard index < end else { break }
            let lead = Self.byte(bytes, index)
            let letter: UInt8
            if lead & 0xFE == 0xD0, index + 1 < end {
                letter = Self.cyrillicLetter(lead, Self.byte(bytes, index + 1))
                index += 2
            } else if lead < 0x80 {
                letter = Self.asciiLetter(lead)
                index += 1
            } else {
                letter = rareLetter(lead, bytes)
                if letter == Self.mark { continue }
            }
            if letter != 0 {
                letters |= UInt64(letter) << shift
                shift += 8
            } else if shift != 0 {
                return WordPrefix(letters: letters)
            }
        }
        return shift == 0 ? nil : WordPrefix(letters: letters)
    }

    /// A sign inside of a word that is no letter of it: a combining stress mark, a soft hyphen.
    private static let mark: UInt8 = 0xFF

    @inline(__always)
    private static func byte(_ bytes: RawSpan, _ index: Int) -> UInt8 {
        unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
    }

    /// U+0400 to U+047F: all letters.
    @inline(__always)
    private static func cyrillicLetter(_ lead: UInt8, _ trail: UInt8) -> UInt8 {
        let offset = (lead & 1) << 6 | trail & 0x3F
        // А to я are U+0410 to U+044F: two alphabets of 32.
        if offset &- 0x10 < 0x40 { return 0x80 | (offset &- 0x10) & 0x1F }
        // Ё and ё are U+0401 and U+0451; е is the sixth letter.
        return offset == 0x01 || offset == 0x51 ? 0x85 : 0xA0 | offset & 0x1F
    }

    @inline(__always)
    private static func asciiLetter(_ byte: UInt8) -> UInt8 {
        let lower = byte | 0x20
        return lower &- 0x61 < 26 ? lower : byte &- 0x30 < 10 ? byte : 0
    }

    /// A letter outside of ASCII and Russian, ``mark``, or 0 for a sign; moves behind it.
    ///
    /// Blocks without letters in running text: U+0080 to U+00BF (`«`, `№` is in the next), U+2000 to U+2FFF (dashes, quotation marks, arrows, signs),
    /// U+3000 to U+303F, U+F000 to U+FFFF and everything above.
    private mutating func rareLetter(_ lead: UInt8, _ bytes: RawSpan) -> UInt8 {
        let width = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard width > 1, index + width <= end else {
            index += 1
            return 0
        }
        let second = Self.byte(bytes, index + 1)
        let last = Self.byte(bytes, index + width - 1)
        index += width
        switch lead {
        case 0xC2: return second == 0xAD ? Self.mark : 0
        case 0xCC: return Self.mark
        case 0xCD where second < 0xB0: return Self.mark
        case 0xE2, 0xEF...0xFF: return 0
        case 0xE3 where second == 0x80: return 0
        default: return 0xC0 | last & 0x1F
        }
    }
}

/// The Russian letters, without ё, at the start of eight bytes: the common case, four letters in one step.
///
/// - Source: arithmetic on several small numbers in one word (SWAR), as in L. Lamport, Multiple byte processing with full-word instructions,
///   Communications of the ACM 18(8), 1975.
private struct RussianLetters {
    /// 1 to 4.
    let count: Int
    /// A byte each, as in ``WordPrefix``.
    let letters: UInt64

    /// `nil` when the first two bytes are no letter from А to я.
    @inline(__always)
    init?(_ bytes: UInt64) {
        let bytes = UInt64(littleEndian: bytes)
        // Four lanes of 16 bits: a lead byte D0 or D1 and a trail byte. Each becomes its offset from U+0410, above 0x8000 so that no lane borrows.
        let offsets =
            ((bytes & 0x0001_0001_0001_0001) << 6 | bytes >> 8 & 0x003F_003F_003F_003F | 0x8000_8000_8000_8000)
            - 0x0010_0010_0010_0010
        let wrong =
            (bytes & 0xC0FE_C0FE_C0FE_C0FE ^ 0x80D0_80D0_80D0_80D0)
            | (offsets & 0xFFC0_FFC0_FFC0_FFC0 ^ 0x8000_8000_8000_8000)
        count = min(4, wrong.trailingZeroBitCount / 16)
        guard count > 0 else { return nil }
        let lanes = (offsets & 0x001F_001F_001F_001F | 0x0080_0080_0080_0080) & ~0 >> UInt64(64 - 16 * count)
        let pairs = (lanes | lanes >> 8) & 0x0000_FFFF_0000_FFFF
        letters = (pairs | pairs >> 16) & 0xFFFF_FFFF
    }
}
