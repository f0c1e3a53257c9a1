/// The words of attempts with their cues, looked up letter by letter.
///
/// - Source: our own lists of forms and synonyms; the subjects are those of OWASP LLM01:2025, of the probe families of garak
///   (promptinject, latentinjection, dan) and of BIPIA's categories. No text of theirs is copied.
struct AttemptLexicon {
    /// A list of words with one set of cues; a word that ends in `*` stands for all that begin so.
    typealias Entry = (cues: AttemptCue, words: String)

    static let shared = AttemptLexicon(russian + machineTalk + english + otherLanguages)
    /// The Russian words by their sound, for words of five letters or more that are misspelt: «напеши», «адобрен».
    static let byEar = AttemptLexicon(russian + machineTalk, key: SoundKey.key)

    private static let columnCount = 68
    private static let columns: [Int] = {
        var columns = [Int](repeating: -1, count: 256)
        for code in 0..<26 { columns[0x61 + code] = code }
        for code in 0..<10 { columns[0x30 + code] = 26 + code }
        for code in 0..<32 { columns[0xE0 + code] = 36 + code }
        return columns
    }()

    /// For each node its child for each letter; 0 for none, as the root is nobody's child.
    private var children = [UInt16](repeating: 0, count: columnCount)
    /// The cues of the word that ends at a node.
    private var whole: [AttemptCue] = [[]]
    /// The cues of all words that begin with the letters of a node.
    private var beginning: [AttemptCue] = [[]]

    init(_ entries: [Entry], key: ([UInt8]) -> [UInt8] = { $0 }) {
        for entry in entries {
            for word in entry.words.split(separator: " ") {
                let node = insert(key(FoldedLetter.codes(of: word)))
                if word.hasSuffix("*") {
                    beginning[node].formUnion(entry.cues)
                } else {
                    whole[node].formUnion(entry.cues)
                }
            }
        }
    }

    private mutating func insert(_ letters: [UInt8]) -> Int {
        var node = 0
        for letter in letters {
            let column = Self.columns[Int(letter)]
            guard column >= 0 else { continue }
            let place = node * Self.columnCount + column
            if children[place] == 0 {
                children[place] = UInt16(whole.count)
                whole.append([])
                beginning.append([])
                children.append(contentsOf: repeatElement(0, count: Self.columnCount))
            }
            node = Int(children[place])
        }
        return node
    }

    private func child(of node: Int, _ letter: UInt8) -> Int {
        let column = Self.columns[Int(letter)]
        return column < 0 ? 0 : Int(children[node * Self.columnCount + column])
    }

    /// The cues of a word of folded letters.
    ///
    /// - Complexity: O(length of the longest word of the lexicon).
    func cues(of letters: some Sequence<UInt8>) -> AttemptCue {
        var cues: AttemptCue = []
        var node = 0
        for letter in letters {
            node = child(of: node, letter)
            if node == 0 { return cues }
            cues.formUnion(beginning[node])
        }
        return cues.union(whole[node])
    }

    /// The longest word of the lexicon at the start of `letters`, of three letters or more; `nil` if there is none.
    func longestWord(at letters: ArraySlice<UInt8>) -> (length: Int, cues: AttemptCue)? {
        var found: (length: Int, cues: AttemptCue)?
        var begun: AttemptCue = []
        var node = 0
        for (offset, letter) in letters.enumerated() {
            node = child(of: node, letter)
            if node == 0 { break }
            begun.formUnion(beginning[node])
            let cues = begun.union(whole[node])
            if offset >= 2, !cues.isEmpty, beginning[node].union(whole[node]) != [] { found = (offset + 1, cues) }
        }
        return found
    }
}
