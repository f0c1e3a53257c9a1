/// Cuts a text into the parts that become words: ICU's segmentation, cut further at our cuts.
///
/// Characters that ``CharacterClass`` knows take a short way with the same result; where others occur, ICU segments the
/// stretch up to the next space.
struct Segmenter: ~Copyable {
    private var breaker: WordBreaker
    private var utf16 = UTF16Text()

    init() throws(AnalysisError) {
        breaker = try WordBreaker()
    }

    /// Appends the parts from `start`, a border of ``WordScanner``, to the next space or line feed; returns its offset or
    /// that of the end.
    mutating func appendParts(
        of text: Span<UInt8>, from start: Int, to parts: inout [WordPart]
    ) throws(AnalysisError) -> Int {
        if let end = WordScanner.appendParts(of: text, from: start, to: &parts) { return end }
        var end = start
        while end < text.count, text[end] != 0x20, text[end] != 0x0A { end += 1 }
        try appendPartsWithICU(of: text, in: start..<end, to: &parts)
        return end
    }

    /// The long way, which every text may take.
    mutating func appendPartsWithICU(
        of text: Span<UInt8>, in range: Range<Int>, to parts: inout [WordPart]
    ) throws(AnalysisError) {
        utf16.set(text.extracting(range))
        try breaker.forEachWord(in: utf16.units, count: utf16.count) { word in
            let bytes = utf16.utf8Range(word.start, word.end)
            let start = range.lowerBound + bytes.lowerBound
            WordScanner.appendParts(ofWord: start..<(start + bytes.count), in: text, to: &parts)
        }
    }
}
