import Synchronization

/// What unknown words were found to mean, or that nothing was found: customers share their errors and names.
final class MeaningCache: Sendable {
    /// Words kept, about a hundred bytes each.
    ///
    /// When there are more, all are forgotten.
    private static let maxWords = 8192

    private struct Key: Hashable {
        let form: String
        let typing: WordReader.Typing
    }

    private let meanings = Mutex<[Key: WordReader.Meaning?]>([:])

    /// The meaning found before: `.some(nil)` when there is none, `nil` when nothing is known.
    func meaning(of form: String, _ typing: WordReader.Typing) -> WordReader.Meaning?? {
        meanings.withLock { $0[Key(form: form, typing: typing)] }
    }

    func insert(_ meaning: WordReader.Meaning?, of form: String, _ typing: WordReader.Typing) {
        meanings.withLock { meanings in
            if meanings.count >= Self.maxWords { meanings.removeAll(keepingCapacity: true) }
            meanings[Key(form: form, typing: typing)] = .some(meaning)
        }
    }
}
