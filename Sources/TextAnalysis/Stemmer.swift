import CSnowball

/// A Snowball stemmer for one language.
///
/// - Source: M. F. Porter, Snowball: A language for stemming algorithms, 2001; the `libstemmer` library.
@safe struct Stemmer: ~Copyable {
    private let handle: OpaquePointer

    /// Opens a stemmer; `algorithm` is Snowball's name, such as `russian`.
    init(algorithm: String) throws(AnalysisError) {
        guard let opened = unsafe sb_stemmer_new(algorithm, "UTF_8") else {
            throw .stemmerUnavailable(algorithm: algorithm)
        }
        unsafe handle = opened
    }

    deinit {
        unsafe sb_stemmer_delete(handle)
    }

    /// The stem of a normalised, lower-case word.
    mutating func stem(of word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard let result = unsafe sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else {
                return unsafe String(decoding: bytes, as: UTF8.self)
            }
            let count = unsafe Int(sb_stemmer_length(handle))
            return unsafe String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        }
    }
}
