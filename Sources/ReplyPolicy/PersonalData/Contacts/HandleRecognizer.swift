import TextAnalysis

/// Finds handles: `@name`, and names after words like «ник» or «инста».
///
/// Found: «@ivan_77», «инста собака malina_oblako», «ник: vesna16», «тг pixel_41». Not: «ivan@mail.ru» (an e-mail), «@» alone, «@Иван».
/// Near miss: «инста и тикток», «телеграм бот».
/// - Source: rules of Telegram (5–32 letters, digits, `_`) and Instagram (also full stops) for names.
struct HandleRecognizer: Sendable {
    private static let lengths = 3...32
    func findings(in scan: ContactScan) -> [PersonalDataFinding] {
        scan.atoms.indices.compactMap { index in
            if scan.isSign(index, "@") { return drawn(at: index, scan) }
            let roles = scan.atoms[index].roles
            if roles.contains(.at), scan.atoms[index].form != "at" { return said(at: index, scan) }
            if roles.contains(.network), let found = named(at: index, scan) { return found }
            return apart(at: index, scan)
        }
    }

    private func drawn(at index: Int, _ scan: ContactScan) -> PersonalDataFinding? {
        if index > 0, scan.isWord(index - 1) || scan.isSign(index - 1, "/") { return nil }
        guard let last = name(from: index + 1, scan) else { return nil }
        return finding(index, index + 1, last, 0.93, "имя со знаком «@»", scan)
    }

    private func said(at index: Int, _ scan: ContactScan) -> PersonalDataFinding? {
        let first = scan.afterSpace(index + 1)
        guard first > index + 1, let last = name(from: first, scan) else { return nil }
        let before = scan.beforeSpace(index - 1)
        let isNamed = scan.isWord(before) && scan.atoms[before].roles.contains(.network)
        guard isNamed || isNickname(scan.atoms[first].form) else { return nil }
        return finding(index, first, last, isNamed ? 0.9 : 0.75, "имя, знак «@» записан словом", scan)
    }

    private func named(at index: Int, _ scan: ContactScan) -> PersonalDataFinding? {
        var first = scan.afterSpace(index + 1)
        for sign in [":", "-", "—", "="] as [Unicode.Scalar] where scan.isSign(first, sign) {
            first = scan.afterSpace(first + 1)
        }
        // «в телеграме я ivan_77»
        for _ in 0..<2 where scan.isWord(first) && Self.wordsOfSelf.contains(scan.atoms[first].form) {
            first = scan.afterSpace(first + 1)
        }
        guard first > index + 1, let last = name(from: first, scan), !scan.isSign(last + 1, "/"),
            !scan.isSign(last + 1, "@")
        else { return nil }
        let form = scan.atoms[first].form
        guard !scan.atoms[first].roles.contains(.service) else { return nil }
        // Letters alone are a name only as people type theirs: «инста pugovka», not «VK Cloud».
        guard isNickname(form) || (isCyrillic(index, scan) && isSmall(first, scan)) else { return nil }
        return finding(first, first, last, isNickname(form) ? 0.85 : 0.65, "имя после названия сети", scan)
    }

    private static let wordsOfSelf: Set<String> = ["я", "мой", "это", "вот", "меня", "как", "такой"]

    /// How many parts before a name are looked at, spaces too.
    private static let reach = 24

    /// «ник на сайте volna_zima», «блогер m_volna», «Контакты: +7 916 …, mandarin89»: a name by its form, its word further before.
    private func apart(at index: Int, _ scan: ContactScan) -> PersonalDataFinding? {
        let form = scan.atoms[index].form
        guard scan.atoms[index].kind == .word, isNickname(form), form.utf8.first != 0x5F, standsAlone(index, scan),
            name(from: index, scan) == index
        else { return nil }
        let parts = form.split(separator: "_")
        let letters = form.utf8.filter { (0x61...0x7A).contains($0) }.count
        guard letters >= 3, !parts.contains(where: { ContactWordRoles(String($0)).contains(.program) }) else {
            return nil
        }
        let roles = rolesBefore(index, scan)
        let isJoined = parts.count > 1
        if !roles.isDisjoint(with: [.network, .contacts]) || (isJoined && roles.contains(.owner)) {
            guard isJoined || letters >= 5 else { return nil }
            return finding(index, index, index, 0.7, "имя по форме, рядом сказано о контактах", scan)
        }
        let before = scan.beforeSpace(index - 1)
        guard isJoined, before < index - 1, scan.isWord(before), Self.wordsOfPersons.contains(scan.atoms[before].form)
        else { return nil }
        return finding(index, index, index, 0.6, "имя по форме: латинские слова через подчёркивание", scan)
    }

    /// Words right before a person.
    private static let wordsOfPersons: Set<String> = ["у", "от", "к", "я", "зовут", "мне", "меня"]

    /// Whether it is no part of an address, a path or a name of a file.
    private func standsAlone(_ index: Int, _ scan: ContactScan) -> Bool {
        let signs: [Unicode.Scalar] = ["/", "@", "=", "-", "&", "?", "\\", "<", "{", "[", "$", "%", "#"]
        if signs.contains(where: { scan.isSign(index - 1, $0) || scan.isSign(index + 1, $0) && $0 != "?" }) {
            return false
        }
        if scan.isSign(index - 1, "."), scan.isWord(index - 2) { return false }
        return !((scan.isSign(index + 1, ".") || scan.isSign(index + 1, ":")) && scan.isWord(index + 2))
    }

    /// What the words before a name say, back to the end of a sentence.
    private func rolesBefore(_ index: Int, _ scan: ContactScan) -> ContactWordRoles {
        var roles: ContactWordRoles = []
        for place in (max(0, index - Self.reach)..<index).reversed() {
            if scan.isSign(place, "!") || scan.isSign(place, "?") { break }
            if scan.isSign(place, "."), place + 1 < scan.atoms.count, scan.atoms[place + 1].kind == .space { break }
            roles.formUnion(scan.atoms[place].roles)
        }
        return roles
    }

    /// The last part of a name that starts at a place: Latin letters, digits, `_`; full stops only inside.
    private func name(from first: Int, _ scan: ContactScan) -> Int? {
        guard scan.isWord(first), isName(scan.atoms[first].form),
            scan.atoms[first].form.utf8.contains(where: { $0 >= 0x61 })
        else { return nil }
        var last = first
        while scan.isSign(last + 1, "."), scan.isWord(last + 2), isName(scan.atoms[last + 2].form), last - first < 8 {
            last += 2
        }
        let length = scan.atoms[last].utf8Range.upperBound - scan.atoms[first].utf8Range.lowerBound
        return Self.lengths.contains(length) ? last : nil
    }

    private func isName(_ form: String) -> Bool {
        !form.isEmpty && form.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    private func isCyrillic(_ index: Int, _ scan: ContactScan) -> Bool {
        scan.text.bytes[scan.atoms[index].utf8Range.lowerBound] >= 0x80
    }

    private func isSmall(_ index: Int, _ scan: ContactScan) -> Bool {
        (0x61...0x7A).contains(scan.text.bytes[scan.atoms[index].utf8Range.lowerBound])
    }

    private func isNickname(_ form: String) -> Bool { form.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x5F } }

    private func finding(
        _ start: Int, _ first: Int, _ last: Int, _ score: Float, _ explanation: String, _ scan: ContactScan
    ) -> PersonalDataFinding {
        let name = scan.atoms[first...last].map { $0.kind == .word ? $0.form : "." }.joined()
        return PersonalDataFinding(
            kind: .handle, utf8Range: scan.atoms[start].utf8Range.lowerBound..<scan.atoms[last].utf8Range.upperBound,
            score: score,
            canonical: name, explanation: explanation)
    }
}
