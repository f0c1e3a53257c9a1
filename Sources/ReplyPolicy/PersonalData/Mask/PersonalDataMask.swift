public import TextAnalysis

/// The placeholders of one conversation: which of them stands for which value.
///
/// One value, by its canonical form, has one number for its kind in all texts of a conversation; the first spelling is what comes back.
/// Two mentions of a person are one only if they can be nothing else (``PersonName/isSamePerson(as:)``) and only one known person fits;
/// otherwise the mention gets a number of its own, so that no name ever comes back for another.
///
/// What a customer writes in the form of a placeholder is masked itself, as `[ТЕКСТ_1]`: it comes back as it was and never as a value.
public struct PersonalDataMask: Codable, Equatable, Sendable {
    /// A value and its number.
    private struct Entry: Codable, Equatable, Sendable {
        /// `nil` for the customer's own text.
        let kind: PersonalDataKind?
        let number: Int
        /// Of the first mention.
        let canonical: String
        /// Of all mentions together; only a person's grows.
        var merged: String
        let spelling: String
        /// Whether it was a person who could have been one of several known: nobody else joins it.
        let isAmbiguous: Bool

        var label: PlaceholderLabel { kind.map { .data($0) } ?? .text }
        var placeholder: String { label.placeholder(number) }
    }

    private var entries: [Entry] = []

    /// Makes the mask of a new conversation.
    public init() {}

    /// How many values have a placeholder.
    public var valueCount: Int { entries.count }

    /// Puts placeholders in the place of personal data.
    ///
    /// - Parameters:
    ///   - text: a text of the conversation.
    ///   - findings: what to mask, as ``PersonalDataFinder`` gives it. Of findings that overlap the first is taken; one that cuts a character
    ///     takes the whole of it.
    /// - Returns: the masked text.
    /// - Complexity: O(bytes + findings + values).
    public mutating func mask(_ text: AnalyzedText, findings: [PersonalDataFinding]) -> MaskedText {
        var writer = PlaceholderWriter(text.bytes)
        var index = Index(entries)
        for piece in pieces(of: text, findings) {
            let place = entry(for: piece.finding, text.text(piece.range), &index)
            writer.replace(piece.range, by: entries[place].placeholder, kind: entries[place].kind)
        }
        return writer.finish()
    }

    /// Puts the values in the place of placeholders, also of such as a model has reworded.
    ///
    /// Survives another case («[телефон_1]»), an inflected label («[ТЕЛЕФОНУ_1]»), missing, doubled or other brackets, spaces, line breaks and
    /// backslashes. An ending glued on, «[ФИО_1]у», is dropped: the value stays as it was written first. A placeholder with a number that
    /// was never given, or that is not clear, stays and is reported.
    ///
    /// - Parameter text: any text, such as a model's.
    /// - Returns: the text with values.
    /// - Complexity: O(bytes + values).
    public func unmask(_ text: String) -> UnmaskedText {
        let bytes = Array(text.utf8)
        var writer = ValueWriter(bytes)
        let known = Dictionary(entries.map { ($0.placeholder, $0) }) { first, _ in first }
        for span in PlaceholderReader.spans(in: bytes) {
            if let number = span.number, let entry = known[span.label.placeholder(number)] {
                writer.restore(span.utf8Range, entry.spelling, placeholder: entry.placeholder, kind: entry.kind)
            } else {
                writer.leave(span)
            }
        }
        return writer.finish()
    }

    /// What to replace, in order, not overlapping; no finding where the customer wrote something like a placeholder.
    private func pieces(
        of text: AnalyzedText, _ findings: [PersonalDataFinding]
    ) -> [(range: Range<Int>, finding: PersonalDataFinding?)] {
        var pieces: [(range: Range<Int>, finding: PersonalDataFinding?)] = []
        for finding in findings.sorted(by: { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }) {
            let range = Self.wholeCharacters(finding.utf8Range, text.bytes)
            if range.isEmpty || range.lowerBound < pieces.last?.range.upperBound ?? 0 { continue }
            pieces.append((range, finding))
        }
        var next = 0
        var own: [(range: Range<Int>, finding: PersonalDataFinding?)] = []
        for span in PlaceholderReader.spans(in: text.bytes) {
            while next < pieces.count, pieces[next].range.upperBound <= span.utf8Range.lowerBound { next += 1 }
            if next < pieces.count, pieces[next].range.overlaps(span.utf8Range) { continue }
            own.append((span.utf8Range, nil))
        }
        return (pieces + own).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func wholeCharacters(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var lower = min(max(0, range.lowerBound), bytes.count)
        var upper = min(max(lower, range.upperBound), bytes.count)
        while lower > 0, lower < bytes.count, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
        while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
        return lower..<upper
    }

    /// The entry of a value, made now if it is new.
    private mutating func entry(for finding: PersonalDataFinding?, _ spelling: String, _ index: inout Index) -> Int {
        let kind = finding?.kind
        let canonical = finding?.canonical ?? spelling
        if let known = index.byCanonical[Key(kind: kind, canonical: canonical)] { return known }
        let fitting = kind == .person ? persons(like: PersonName(canonical: canonical), index) : []
        if fitting.count == 1, let known = fitting.first {
            merge(PersonName(canonical: canonical), into: known, &index)
            return known
        }
        let number = index.lastNumbers[kind, default: 0] + 1
        entries.append(
            Entry(
                kind: kind, number: number, canonical: canonical, merged: canonical, spelling: spelling,
                isAmbiguous: fitting.count > 1))
        index.add(entries[entries.count - 1], at: entries.count - 1)
        return entries.count - 1
    }

    /// The known persons who fit.
    private func persons(like name: PersonName, _ index: Index) -> [Int] {
        index.persons(near: name).filter { place in
            !entries[place].isAmbiguous && PersonName(canonical: entries[place].merged).isSamePerson(as: name)
        }
    }

    /// Notes what another mention of a person says more fully.
    private mutating func merge(_ name: PersonName, into place: Int, _ index: inout Index) {
        var merged = PersonName(canonical: entries[place].merged)
        merged.merge(name)
        entries[place].merged = merged.canonical
        index.addPerson(merged, at: place)
    }

    /// A value of a kind.
    private struct Key: Hashable {
        let kind: PersonalDataKind?
        let canonical: String
    }

    /// The entries by what they are looked up by; made for one text.
    private struct Index {
        var byCanonical: [Key: Int] = [:]
        var lastNumbers: [PersonalDataKind?: Int] = [:]
        private var byName: [String: Set<Int>] = [:]

        init(_ entries: [Entry]) {
            for (place, entry) in entries.enumerated() { add(entry, at: place) }
        }

        mutating func add(_ entry: Entry, at place: Int) {
            byCanonical[Key(kind: entry.kind, canonical: entry.canonical)] = place
            lastNumbers[entry.kind, default: 0] = max(lastNumbers[entry.kind, default: 0], entry.number)
            if entry.kind == .person { addPerson(PersonName(canonical: entry.merged), at: place) }
        }

        mutating func addPerson(_ name: PersonName, at place: Int) {
            for key in Self.keys(name) { byName[key, default: []].insert(place) }
        }

        /// Those who have the surname, or the given name and the patronymic.
        func persons(near name: PersonName) -> Set<Int> {
            Self.keys(name).reduce(into: []) { $0.formUnion(byName[$1, default: []]) }
        }

        private static func keys(_ name: PersonName) -> [String] {
            [name.surname.isEmpty ? nil : name.surname + "|", "|\(name.given)|\(name.patronymic)"].compactMap { $0 }
        }
    }
}
