/// Finds the Latin name of the index that was written in Russian letters: «виндовс», «докер», «кубернетес».
struct LatinNameReader {
    let vocabulary: Vocabulary

    /// Shorter names are found by chance.
    private static let minLetters = 5
    private static let maxLetters = 20
    /// The most that unusual letters may cost together.
    private static let highestCost: Float = 1.2
    /// The same in what looks like a name.
    private static let nameCost: Float = 0.5
    /// Spellings looked at.
    private static let maxSpellings = 500
    /// How much of ln(document frequency) speaks for a name.
    private static let frequencyWeight: Float = 0.5

    /// What Russian letters stand for in names; the first reading is the usual one.
    ///
    /// - Source: practical transcription of English names into Russian (Гиляревский, Старостин), turned round, and letter-by-letter
    ///   spelling; `e` and doubled letters that are not heard are in it.
    private static let readings: [(russian: [UInt16], latin: [(letters: [UInt16], cost: Float)])] = [
        ("а", "a:0 u:1.5 o:2"), ("б", "b:0 bb:1"), ("в", "v:0 w:0.5 wh:1.5"), ("г", "g:0 h:1"), ("д", "d:0 de:1.5"),
        ("е", "e:0 a:2"),
        ("ж", "zh:0.5 j:0.5 g:1"), ("з", "z:0 s:0.7"), ("и", "i:0 e:1 y:1 ea:1.5 ee:1"), ("й", "y:0.3 i:0.7"),
        ("к", "k:0 c:0.5 ck:0.7 ch:1.5 q:1.5"), ("л", "l:0 ll:0.7 le:1"), ("м", "m:0 me:1.5 mm:1"),
        ("н", "n:0 ne:1 nn:1"),
        ("о", "o:0 a:1.5 oa:1.5"), ("п", "p:0 pp:0.7 pe:1"), ("р", "r:0 re:1.5 rr:1"), ("с", "s:0 c:0.7 ss:0.7 ce:1"),
        ("т", "t:0 tt:0.7 te:1 th:1.5"), ("у", "u:0 oo:0.5 w:1 ou:1.5"), ("ф", "f:0 ph:0.7 ff:0.7"),
        ("х", "h:0 kh:0.7 x:1"),
        ("ц", "ts:0.5 c:0.7 z:0.7 tz:1"), ("ч", "ch:0"), ("ш", "sh:0 ch:1.5 s:2"), ("щ", "sch:0.5"), ("ы", "y:0 i:0.7"),
        ("э", "e:0 a:0.5"), ("ю", "u:0.5 yu:0.3 iu:1"), ("я", "ya:0 ia:0.7 ja:1"), ("ь", ":0"), ("ъ", ":0"),
        ("кс", "x:0 xc:1.5"),
        ("дж", "j:0 g:0.5"), ("ай", "i:1 y:1 ie:1.5 igh:2"), ("ей", "ay:0.5 a:1.5 ai:1 ey:0.5"),
        ("ау", "ou:0.7 ow:0.7"),
        ("оу", "ow:0.7 o:0.7 oa:1"), ("ку", "qu:0.7"), ("кв", "qu:0.5"),
    ].map { (Array($0.0.utf16), parse($0.1)) }

    private static let readingsByLetter = Dictionary(grouping: readings.indices) { readings[$0].russian[0] }

    private static func parse(_ text: String) -> [(letters: [UInt16], cost: Float)] {
        text.split(separator: " ").compactMap { part in
            let fields = part.split(separator: ":", omittingEmptySubsequences: false)
            return fields.count == 2 ? Float(fields[1]).map { (Array(fields[0].utf16), $0) } : nil
        }
    }

    /// The likeliest name that a stem of letters from `а` to `я` stands for.
    ///
    /// What looks like the name of a person or place must be spelled letter by letter: «Дэвис» is not `device`.
    func name(fromStem stem: String, isName: Bool) throws(RetrievalError) -> String? {
        let typed = Array(stem.utf16)
        guard (Self.minLetters...Self.maxLetters).contains(typed.count) else { return nil }
        var lattice = WordLattice(length: typed.count)
        for start in typed.indices {
            for number in Self.readingsByLetter[typed[start]] ?? [] {
                let (russian, latin) = Self.readings[number]
                guard typed[start...].starts(with: russian) else { continue }
                for reading in latin {
                    lattice.add(start..<(start + russian.count), reading.letters, cost: reading.cost)
                }
            }
        }
        var best: (letters: [UInt16], worth: Float)?
        lattice.forEachSpelling(maxCost: isName ? Self.nameCost : Self.highestCost, limit: Self.maxSpellings) {
            hash, cost, letters in
            let found = vocabulary.forms.frequencyClass(of: hash)
            guard found > 0 else { return }
            let worth = TermSet.logFrequency(found) * Self.frequencyWeight - cost
            if worth > best?.worth ?? -.infinity { best = (letters, worth) }
        }
        guard let best, try vocabulary.hasForm(best.letters.text) else { return nil }
        return best.letters.text
    }
}
