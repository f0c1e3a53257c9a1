import CICU

/// A word of a UTF-16 text as ICU sees it: half-open range of UTF-16 units.
struct BrokenWord {
    let start: Int
    let end: Int
}

/// ICU's word segmentation (UAX #29, Russian locale) over a UTF-16 buffer.
///
/// Unique ownership keeps an open iterator, which is not thread-safe, in one task at a time.
@safe struct WordBreaker: ~Copyable {
    private let handle: OpaquePointer
    private var batch: [sf_word]

    init() throws(AnalysisError) {
        var status: sf_icu_status = 0
        guard let opened = unsafe sf_breaker_open("ru", &status) else {
            throw .icu(operation: "open the word breaker", code: status)
        }
        unsafe handle = opened
        batch = [sf_word](repeating: sf_word(start: 0, end: 0, kind: 0), count: 256)
    }

    deinit {
        unsafe sf_breaker_close(handle)
    }

    /// Calls `body` with each word of the first `count` units of `units`, in order.
    ///
    /// White space and punctuation are no words.
    mutating func forEachWord(
        in units: [UInt16], count: Int, _ body: (BrokenWord) -> Void
    ) throws(AnalysisError) {
        var status: sf_icu_status = 0
        // ICU reads the buffer until the next text is set, so every word is taken inside the closure.
        unsafe units.withUnsafeBufferPointer { buffer in
            unsafe sf_breaker_set_text(handle, buffer.baseAddress, Int32(count), &status)
            guard status <= 0 else { return }
            while true {
                let found = unsafe batch.withUnsafeMutableBufferPointer { words -> Int32 in
                    guard let base = words.baseAddress else { return 0 }
                    return unsafe sf_breaker_next_words(handle, base, Int32(words.count))
                }
                guard found > 0 else { break }
                for index in 0..<Int(found) {
                    body(BrokenWord(start: Int(batch[index].start), end: Int(batch[index].end)))
                }
            }
            var ignored: sf_icu_status = 0
            unsafe sf_breaker_set_text(handle, nil, 0, &ignored)
        }
        guard status <= 0 else { throw .icu(operation: "segment a text", code: status) }
    }
}
