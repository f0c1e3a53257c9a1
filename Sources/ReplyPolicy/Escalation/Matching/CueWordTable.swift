/// The words and beginnings of words of all cues: as they are spelt, as they sound, and with one slip.
struct CueWordTable: Sendable {
    /// The words while they are collected.
    struct Builder {
        fileprivate var whole: [UInt64: [Int32]] = [:]
        fileprivate var beginnings: [UInt64: [Int32]] = [:]
        fileprivate var soundingWhole: [UInt64: [Int32]] = [:]
        fileprivate var soundingBeginnings: [UInt64: [Int32]] = [:]
        fileprivate var misspeltWhole: [UInt64: [Int32]] = [:]
        fileprivate var misspeltBeginnings: [UInt64: [Int32]] = [:]

        /// Adds a word, or every word with a beginning, to an element.
        mutating func insert(_ letters: [UInt8], isBeginning: Bool, _ element: Int32) {
            let key = SoundFolding.key(of: letters)
            let hash = LetterHash.hash(letters)
            let sound = LetterHash.hash(key)
            let canSlip = key.count >= CueWordTable.minMisspeltLetters && key.count <= CueWordTable.maxMisspeltLetters
            if isBeginning {
                Self.add(element, hash, to: &beginnings)
                if key.count >= CueWordTable.minSoundingBeginning { Self.add(element, sound, to: &soundingBeginnings) }
                guard canSlip else { return }
                for slip in CueWordTable.slips(key[...]) { Self.add(element, slip, to: &misspeltBeginnings) }
            } else {
                Self.add(element, hash, to: &whole)
                if key.count >= CueWordTable.minTransliteratedLetters { Self.add(element, sound, to: &soundingWhole) }
                guard canSlip else { return }
                for slip in CueWordTable.slips(key[...]) { Self.add(element, slip, to: &misspeltWhole) }
            }
        }

        private static func add(_ element: Int32, _ hash: UInt64, to lists: inout [UInt64: [Int32]]) {
            if lists[hash]?.contains(element) != true { lists[hash, default: []].append(element) }
        }
    }

    private let whole: HashedLists
    private let beginnings: HashedLists
    private let soundingWhole: HashedLists
    private let soundingBeginnings: HashedLists
    private let misspeltWhole: HashedLists
    private let misspeltBeginnings: HashedLists

    /// Shorter keys are not looked up; they are too vague.
    static let minSoundingLetters = 5
    /// Nor are shorter ones where the soft sign is missing.
    static let minTransliteratedLetters = 3
    /// Nor are beginnings with shorter keys.
    static let minSoundingBeginning = 6
    /// Shorter keys are not looked up with a slip.
    static let minMisspeltLetters = 8
    /// Longer beginnings are not looked up, nor is a slip behind so many letters.
    static let maxLetters = 24
    private static let maxMisspeltLetters = 14

    /// Packs what was collected.
    init(_ builder: Builder) {
        whole = HashedLists(builder.whole)
        beginnings = HashedLists(builder.beginnings)
        soundingWhole = HashedLists(builder.soundingWhole)
        soundingBeginnings = HashedLists(builder.soundingBeginnings)
        misspeltWhole = HashedLists(builder.misspeltWhole)
        misspeltBeginnings = HashedLists(builder.misspeltBeginnings)
    }

    /// The elements of a word, by its spelling and by its sound; with a slip, if that is allowed, only when neither is known.
    func elements(of word: ReadWord, allowsSlip: Bool = true) -> [Int32] {
        var found: [Int32] = []
        Self.look(word.letters, whole, beginnings, &found)
        let shortest = word.isTransliterated ? Self.minTransliteratedLetters : Self.minSoundingLetters
        guard word.key.count >= shortest else { return found }
        Self.look(word.key, soundingWhole, soundingBeginnings, &found)
        if found.isEmpty && allowsSlip { lookMisspelt(word.key, &found) }
        return found
    }

    /// The elements of a word that is spelt right.
    func exactElements(of word: ReadWord) -> [Int32] {
        var found: [Int32] = []
        Self.look(word.letters, whole, beginnings, &found)
        return found
    }

    /// The hashes of a key as it is and with each letter but the first left out.
    ///
    /// Two keys with the same first letter that differ by one inserted, deleted or replaced letter share one of them.
    private static func slips(_ key: ArraySlice<UInt8>) -> [UInt64] {
        [LetterHash.hash(key)] + (1..<key.count).map { LetterHash.hash(key, without: $0) }
    }

    private static func look(
        _ letters: [UInt8], _ whole: HashedLists, _ beginnings: HashedLists, _ found: inout [Int32]
    ) {
        var hash = LetterHash.start
        for letter in letters.prefix(maxLetters) {
            hash = LetterHash.adding(letter, to: hash)
            beginnings.append(hash, to: &found)
        }
        if letters.count <= maxLetters { whole.append(hash, to: &found) }
    }

    /// Finds whole words and beginnings that are one letter away, extending the hashes letter by letter.
    private func lookMisspelt(_ key: [UInt8], _ found: inout [Int32]) {
        guard key.count >= Self.minMisspeltLetters - 1 else { return }
        var hash = LetterHash.start
        // The hashes of what was read without its second letter, without its third and so on.
        var slips: [UInt64] = []
        slips.reserveCapacity(Self.maxMisspeltLetters + 1)
        for (index, letter) in key.prefix(Self.maxMisspeltLetters + 1).enumerated() {
            for slip in slips.indices { slips[slip] = LetterHash.adding(letter, to: slips[slip]) }
            if index > 0 { slips.append(hash) }
            hash = LetterHash.adding(letter, to: hash)
            let length = index + 1
            if length >= Self.minMisspeltLetters - 1, length <= Self.maxMisspeltLetters {
                misspeltBeginnings.append(hash, to: &found)
                for slip in slips { misspeltBeginnings.append(slip, to: &found) }
            }
            if length == key.count {
                misspeltWhole.append(hash, to: &found)
                for slip in slips { misspeltWhole.append(slip, to: &found) }
            }
        }
    }
}
