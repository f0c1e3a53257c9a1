import TextAnalysis

/// A text as the parts of which addresses of the net are made: words with digits and `_`, signs one by one, white space.
///
/// - Complexity: O(bytes) to make.
struct ContactScan: Sendable {
    /// A part.
    struct Atom: Equatable, Sendable {
        /// What it is.
        enum Kind: Equatable, Sendable {
            /// Letters, digits and `_`.
            case word
            /// One sign.
            case sign(UInt32)
            /// White space.
            case space
        }

        let kind: Kind
        let utf8Range: Range<Int>
        /// A word in small letters, ё→е, without invisible characters; empty for the rest.
        let form: String
        /// What the word can be in an address.
        let roles: ContactWordRoles
    }

    /// Longer words are in no address.
    private static let maxWordBytes = 128

    /// The text.
    let text: AnalyzedText
    /// Its parts in order; invisible characters belong to the word that they are in.
    let atoms: [Atom]

    /// Cuts a text.
    init(_ text: AnalyzedText) {
        self.text = text
        let bytes = text.bytes
        var atoms: [Atom] = []
        var index = 0
        while index < bytes.count {
            let start = index
            let (scalar, length) = WellFormedUTF8.scalar(bytes, at: index)
            index += length
            switch Self.part(scalar) {
            case .word:
                var end = index
                while index < bytes.count {
                    let (next, length) = WellFormedUTF8.scalar(bytes, at: index)
                    let part = Self.part(next)
                    guard part == .word || part == nil else { break }
                    index += length
                    if part == .word { end = index }
                }
                let form = Self.form(bytes[start..<end])
                atoms.append(Atom(kind: .word, utf8Range: start..<end, form: form, roles: ContactWordRoles(form)))
            case .space:
                while index < bytes.count, bytes[index] == 0x20 { index += 1 }
                atoms.append(Atom(kind: .space, utf8Range: start..<index, form: "", roles: []))
            case .sign(let sign): atoms.append(Atom(kind: .sign(sign), utf8Range: start..<index, form: "", roles: []))
            case nil: break
            }
        }
        self.atoms = atoms
    }

    /// What a character is a part of; `nil` for an invisible one.
    private static func part(_ scalar: UInt32) -> Atom.Kind? {
        if scalar == 0x5F || scalar == 0xFF3F { return .word }
        switch ScalarClass(scalar) {
        case .digit, .letter: return .word
        case .invisible: return nil
        case .separator(let sign):
            if !sign.isDisjoint(with: [.space, .newline]) { return .space }
            if sign == .dash { return .sign(0x2D) }
            return .sign((0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar)
        }
    }

    private static func form(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.count <= maxWordBytes else { return "" }
        var form: [UInt8] = []
        form.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x80 {
                form.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
                index += 1
            } else if byte == 0xD0 || byte == 0xD1, index + 1 < bytes.endIndex {
                appendSmall(UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), to: &form)
                index += 2
            } else {
                return rareForm(bytes)
            }
        }
        return String(decoding: form, as: UTF8.self)
    }

    /// A letter of the Cyrillic block, small, ё→е.
    private static func appendSmall(_ letter: UInt32, to form: inout [UInt8]) {
        var small = letter
        if (0x410...0x42F).contains(small) { small += 0x20 } else if small < 0x410 { small += 0x50 }
        if small == 0x451 { small = 0x435 }
        form.append(UInt8(0xC0 | small >> 6))
        form.append(UInt8(0x80 | small & 0x3F))
    }

    private static func rareForm(_ bytes: ArraySlice<UInt8>) -> String {
        var form = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
        where ScalarClass(scalar.value) != .invisible {
            let folded =
                (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            form += folded.properties.lowercaseMapping
        }
        return form.contains("ё") ? form.replacing("ё", with: "е") : form
    }
}

extension ContactScan {
    /// Whether a place holds a sign.
    func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
        atoms.indices.contains(index) && atoms[index].kind == .sign(sign.value)
    }

    /// Whether a place holds a word.
    func isWord(_ index: Int) -> Bool { atoms.indices.contains(index) && atoms[index].kind == .word }

    /// The place after white space at `index`, if any.
    func afterSpace(_ index: Int) -> Int {
        atoms.indices.contains(index) && atoms[index].kind == .space ? index + 1 : index
    }

    /// The place before white space at `index`, if any.
    func beforeSpace(_ index: Int) -> Int {
        atoms.indices.contains(index) && atoms[index].kind == .space ? index - 1 : index
    }

    /// The place after a sign that is drawn or said, with white space and brackets around it; `nil` if there is none at `index`.
    func after(_ sign: SpokenSign, at index: Int) -> Int? {
        var place = afterSpace(index)
        var isWrapped = false
        if atoms.indices.contains(place), case .sign(let open) = atoms[place].kind, SpokenSign.brackets.contains(open) {
            isWrapped = true
            place = afterSpace(place + 1)
        }
        guard let end = sign.end(in: self, at: place) else { return nil }
        place = end
        if isWrapped {
            place = afterSpace(place)
            guard atoms.indices.contains(place), case .sign(let close) = atoms[place].kind,
                SpokenSign.brackets.contains(close)
            else { return nil }
            place += 1
        }
        return afterSpace(place)
    }

    /// The place before a sign that is drawn or said and ends at `index`, with white space and brackets around it.
    func before(_ sign: SpokenSign, at index: Int) -> Int? {
        var place = beforeSpace(index)
        var isWrapped = false
        if atoms.indices.contains(place), case .sign(let close) = atoms[place].kind, SpokenSign.brackets.contains(close)
        {
            isWrapped = true
            place = beforeSpace(place - 1)
        }
        guard let start = sign.start(in: self, at: place) else { return nil }
        place = start
        if isWrapped {
            place = beforeSpace(place)
            guard atoms.indices.contains(place), case .sign(let open) = atoms[place].kind,
                SpokenSign.brackets.contains(open)
            else { return nil }
            place -= 1
        }
        return beforeSpace(place)
    }
}

/// A sign of an address that people also say in words: «собака», «точка», «слеш», «нижнее подчёркивание».
struct SpokenSign: Sendable {
    /// The sign itself.
    let sign: Unicode.Scalar
    /// The role of its words.
    let role: ContactWordRoles
    /// A word that may stand before its word: «нижнее подчёркивание».
    let leadingWord: String?

    static let at = SpokenSign(sign: "@", role: .at, leadingWord: nil)
    static let dot = SpokenSign(sign: ".", role: .dot, leadingWord: nil)
    static let slash = SpokenSign(sign: "/", role: .slash, leadingWord: nil)
    static let underscore = SpokenSign(sign: "_", role: .underscore, leadingWord: "нижнее")
    static let dash = SpokenSign(sign: "-", role: .dash, leadingWord: nil)
    /// `( ) [ ] { } < >`.
    static let brackets: Set<UInt32> = [0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E]

    func end(in scan: ContactScan, at index: Int) -> Int? {
        if scan.isSign(index, sign) { return index + 1 }
        guard scan.isWord(index) else { return nil }
        if scan.atoms[index].roles.contains(role) { return index + 1 }
        guard let leadingWord, scan.atoms[index].form == leadingWord else { return nil }
        let next = scan.afterSpace(index + 1)
        return scan.isWord(next) && scan.atoms[next].roles.contains(role) ? next + 1 : nil
    }

    func start(in scan: ContactScan, at index: Int) -> Int? {
        if scan.isSign(index, sign) { return index - 1 }
        guard scan.isWord(index), scan.atoms[index].roles.contains(role) else { return nil }
        let before = scan.beforeSpace(index - 1)
        if let leadingWord, scan.isWord(before), scan.atoms[before].form == leadingWord { return before - 1 }
        return index - 1
    }

    /// Whether the sign at `index` is said, not drawn.
    func isSaid(in scan: ContactScan, at index: Int) -> Bool {
        scan.isWord(index) && scan.atoms[index].roles.contains(role)
    }
}
