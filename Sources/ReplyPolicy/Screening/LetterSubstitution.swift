/// Letters that stand for others: look-alikes of the other script, digits and signs, a Latin spelling of Russian, a shifted alphabet.
///
/// All tables map folded letters (see ``FoldedLetter``); 0 where nothing is known.
/// - Source: UTS #39 for look-alikes; «leet» after its common tables; ROT13 as in the Usenet convention.
enum LetterSubstitution {
    /// Latin letters that look like Russian ones, and those that are used for want of better: `u` for «и», `r` for «г».
    static let cyrillicByLatin = table([
        ("abcehkmopxty", "авсенкморхту"), ("unridlsfjzvwgq", "ипгидлсфйзвшдя"),
    ])
    /// The Latin letters with a twin of the same shape.
    static let hasCyrillicTwin = Set("abcehkmopxtyi".utf8)
    /// Russian letters that look like Latin ones.
    static let latinByCyrillic = table([("авекмнорстухипгя", "abekmhopctyxunrr")])
    /// The Russian letters with a twin of the same shape.
    static let hasLatinTwin = Set(FoldedLetter.codes(of: "авекмнорстух"))
    /// Digits and signs inside Latin words.
    static let latinBySign = table([("0123456789", "oizeasgtbg"), ("@$!|+", "asilt")])
    /// Digits and signs inside Russian words.
    static let cyrillicBySign = table([("0134678", "оизчбтв"), ("@$", "ас")])

    /// Turns a word of one script with strangers in it into that script.
    static func unify(_ word: inout ArraySlice<UInt8>, toCyrillic: Bool) {
        let letters = toCyrillic ? cyrillicByLatin : latinByCyrillic
        let signs = toCyrillic ? cyrillicBySign : latinBySign
        for index in word.indices {
            let code = word[index]
            let replacement = letters[Int(code)] != 0 ? letters[Int(code)] : signs[Int(code)]
            let isOfScript = toCyrillic ? code >= 0x80 : code < 0x80 && letters[Int(code)] == 0 && signs[Int(code)] == 0
            if !isOfScript, replacement != 0 { word[index] = replacement }
        }
    }

    /// A letter moved back in its alphabet, of 26 Latin or 32 Russian letters; other characters stay.
    static func shifted(_ code: UInt8, back shift: Int) -> UInt8 {
        switch code {
        case 0x61...0x7A: UInt8((Int(code) - 0x61 + 26 * 2 - shift) % 26) + 0x61
        case 0xE0...0xFF: UInt8((Int(code) - 0xE0 + 32 * 2 - shift) % 32) + 0xE0
        default: code
        }
    }

    /// A Latin word read as Russian, by the commonest reading of each group of letters.
    static func transliterate(_ word: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(word.count)
        var index = word.startIndex
        next: while index < word.endIndex {
            for (latin, russian) in groups[Int(word[index] & 0x7F)]
            where index + latin.count <= word.endIndex && word[index..<index + latin.count].elementsEqual(latin) {
                result += russian
                index += latin.count
                continue next
            }
            result.append(word[index])
            index += 1
        }
        return result
    }

    /// By first letter, longer groups first.
    private static let groups: [[(latin: [UInt8], russian: [UInt8])]] = {
        let list =
            "shch щ iya ия iyu ию iye ие sch щ yo е jo е yu ю ju ю ya я ja я ye е zh ж kh х ts ц tz ц ch ч sh ш yy ый iy ий "
            + "ck к ks кс a а b б c ц d д e е f ф g г h х i и j й k к l л m м n н o о p п q к r р s с t т u у v в w в "
            + "x кс y ы z з"
        let parts = list.split(separator: " ")
        var table = [[(latin: [UInt8], russian: [UInt8])]](repeating: [], count: 128)
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            let latin = Array(parts[index].utf8)
            guard let first = latin.first else { continue }
            table[Int(first)].append((latin, FoldedLetter.codes(of: parts[index + 1])))
        }
        return table
    }()

    private static func table(_ rows: [(from: String, to: String)]) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: 256)
        for (from, to) in rows {
            let sources = from.unicodeScalars.map { FoldedLetter($0)?.code ?? UInt8(truncatingIfNeeded: $0.value) }
            for (source, target) in zip(sources, FoldedLetter.codes(of: to)) { table[Int(source)] = target }
        }
        return table
    }
}
