/// A reading of a written form as a name.
struct NameReading: Equatable, Sendable {
    /// The nominative: of a given name itself, of a surname the one of men.
    let lemma: String
    let forms: NameForms
}

/// Written forms with their readings.
struct NameTable: Sendable {
    private struct Entry {
        var reading: NameReading
        let next: Int32
    }

    private var first: WordMap<Int32>
    private var entries: [Entry] = []

    init(capacity: Int) {
        first = WordMap(capacity: capacity)
        entries.reserveCapacity(capacity)
    }

    /// The readings of a form; empty for what is no name.
    func readings(of form: String) -> [NameReading] {
        guard var index = first[form] else { return [] }
        var readings: [NameReading] = []
        while index >= 0 {
            let entry = entries[Int(index)]
            readings.append(entry.reading)
            index = entry.next
        }
        return readings
    }

    /// Adds the forms of a name.
    mutating func insert(_ forms: [NameDeclension.Form], lemma: String) {
        for form in forms { insert(form, lemma) }
    }

    private mutating func insert(_ form: NameDeclension.Form, _ lemma: String) {
        let head = first[form.text] ?? -1
        // The forms of one name come together, so an entry for the same name is the first one.
        if head >= 0, entries[Int(head)].reading.lemma == lemma {
            let old = entries[Int(head)].reading.forms
            entries[Int(head)].reading = NameReading(lemma: lemma, forms: old.union(form.forms))
            return
        }
        first[form.text] = Int32(entries.count)
        entries.append(Entry(reading: NameReading(lemma: lemma, forms: form.forms), next: head))
    }
}
