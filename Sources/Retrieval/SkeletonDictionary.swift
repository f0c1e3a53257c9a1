import SearchIndex
import Synchronization
import TextAnalysis

/// The words and stems of an index by their skeletons, to find how a transliterated word is really spelled.
///
/// Made on the first transliterated query of a generation, then kept.
final class SkeletonDictionary: Sendable {
    private struct Entry {
        let word: String
        let documentFrequency: Int
    }

    private struct Content {
        var forms: [String: Entry] = [:]
        var stems: [String: Entry] = [:]
    }

    private let content = Mutex<Content?>(nil)

    /// The index's spelling of a word that was transliterated back by rules.
    ///
    /// It is a form with the same skeleton, else a stem with the
    /// same skeleton; the one in most documents. `nil` when there is neither.
    func word(like word: AnalyzedWord, in snapshot: IndexSnapshot) throws(RetrievalError) -> String? {
        let loaded = try loaded(from: snapshot)
        let form = loaded.forms[Transliteration.skeleton(of: word.form)]
        return (form ?? loaded.stems[Transliteration.skeleton(of: word.stem)])?.word
    }

    private func loaded(from snapshot: IndexSnapshot) throws(RetrievalError) -> Content {
        if let known = content.withLock({ $0 }) { return known }
        // Two first queries at once may both load: the result is the same.
        var made = Content()
        try Self.load(.form, of: snapshot, into: &made.forms)
        try Self.load(.stem, of: snapshot, into: &made.stems)
        let loaded = made
        content.withLock { $0 = loaded }
        return loaded
    }

    private static func load(
        _ analysis: AnalysisLayer, of snapshot: IndexSnapshot, into entries: inout [String: Entry]
    ) throws(RetrievalError) {
        guard let layer = snapshot.manifest.schema.layers.firstIndex(where: { $0.analysis == analysis }) else { return }
        var collected = entries
        try mappingIndexErrors { () throws(IndexError) in
            try snapshot.forEachTerm(inLayer: layer) { term, documentFrequency in
                guard let first = term.unicodeScalars.first, (0x400...0x52F).contains(first.value) else { return }
                let skeleton = Transliteration.skeleton(of: term)
                if let known = collected[skeleton], known.documentFrequency >= documentFrequency { return }
                collected[skeleton] = Entry(word: term, documentFrequency: documentFrequency)
            }
        }
        entries = collected
    }
}
