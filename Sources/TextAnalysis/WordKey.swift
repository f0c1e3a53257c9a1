/// The bytes of a word in the form in which ``WordTable`` compares them, and their hash.
///
/// Up to 24 bytes (twelve Russian letters) are held whole, eight in each number, the first in the lowest bits, zeros
/// behind the end. Of longer words the first eight bytes are held.
struct WordKey {
    /// The most bytes that are held whole.
    static let maxInlineBytes = 24

    private(set) var first: UInt64 = 0
    private(set) var second: UInt64 = 0
    private(set) var third: UInt64 = 0
    private(set) var byteCount = 0
    /// Its highest bits are the best.
    var hash: UInt64 = 0

    var isInline: Bool { byteCount <= Self.maxInlineBytes }

    /// The key of some bytes of a text.
    @inline(__always)
    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        byteCount = range.count
        first = Self.bytes(text, range.lowerBound, range.upperBound)
        second = Self.bytes(text, range.lowerBound + 8, range.upperBound)
        third = Self.bytes(text, range.lowerBound + 16, range.upperBound)
        finish(text, range)
    }

    /// The key of the Russian letters that follow one another from `start`, at least one; found and hashed in one pass.
    ///
    /// Letters are pairs of bytes with the lead D0 or D1: all of U+0400 to U+047F.
    @inline(__always)
    init(russianLettersOf text: Span<UInt8>, from start: Int) {
        first = text.eightBytes(at: start)
        var letters = Self.russianLetters(first)
        byteCount = 2 * letters
        if letters < 4 {
            first &= Self.mask(byteCount: 2 * letters)
        } else {
            second = text.eightBytes(at: start + 8)
            letters = Self.russianLetters(second)
            byteCount += 2 * letters
            if letters < 4 {
                second &= Self.mask(byteCount: 2 * letters)
            } else {
                third = text.eightBytes(at: start + 16)
                letters = Self.russianLetters(third)
                byteCount += 2 * letters
                if letters < 4 {
                    third &= Self.mask(byteCount: 2 * letters)
                } else {
                    readLongWord(text, from: start)
                }
            }
        }
        finish(text, start..<start + byteCount)
    }

    private mutating func readLongWord(_ text: Span<UInt8>, from start: Int) {
        var letters = 4
        while letters == 4 {
            letters = Self.russianLetters(text.eightBytes(at: start + byteCount))
            byteCount += 2 * letters
        }
    }

    /// Multiply-shift: the sum of the three numbers, each times an odd number.
    ///
    /// The bytes beyond the third number are mixed in eight at a time.
    /// - Source: M. Dietzfelbinger et al., A reliable randomized algorithm for the closest-pair problem, 1997. The
    ///   factors are the first four of SplitMix64 from 0, made odd.
    @inline(__always)
    private mutating func finish(_ text: Span<UInt8>, _ range: Range<Int>) {
        var sum = Self.hash(first, second, third)
        if byteCount > Self.maxInlineBytes {
            var index = range.lowerBound + Self.maxInlineBytes
            while index < range.upperBound {
                sum = (sum ^ (sum &>> 29) ^ Self.bytes(text, index, range.upperBound)) &* 0xF88B_B8A8_724C_81ED
                index += 8
            }
            second = 0
            third = 0
        }
        hash = sum
    }

    /// The hash of a key that is held whole.
    @inline(__always)
    static func hash(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        first &* 0xE220_A839_7B1D_CDAF &+ second &* 0x6E78_9E6A_A1B9_65F5 &+ third &* 0x06C4_5D18_8009_454F
    }

    /// Up to eight bytes from `start`, none from `end` on.
    @inline(__always)
    private static func bytes(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        guard start < end else { return 0 }
        return text.eightBytes(at: start) & mask(byteCount: end - start)
    }

    @inline(__always)
    private static func mask(byteCount: Int) -> UInt64 {
        byteCount >= 8 ? .max : (1 &<< UInt64(8 * byteCount)) &- 1
    }

    /// How many of four pairs of bytes are Russian letters, up to the first that is not.
    @inline(__always)
    private static func russianLetters(_ bytes: UInt64) -> Int {
        ((bytes & 0x00FE_00FE_00FE_00FE) ^ 0x00D0_00D0_00D0_00D0).trailingZeroBitCount / 16
    }
}
