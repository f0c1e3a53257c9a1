/// The cues of all topics, compiled so that each word of a message is looked up once for all of them.
///
/// - Complexity: looking a word up takes O(letters) probes, a misspelt one O(letters²).
struct CueLexicon: Sendable {
    /// Words that follow each other and count as one word of a set.
    struct Phrase: Sendable {
        /// The sets of the words, in order.
        let words: [Int32]
        /// The set that the whole belongs to.
        let element: Int32
    }

    private(set) var cues: [Cue] = []
    /// The cues that begin with an element.
    private(set) var cuesByFirst: [[Int32]] = []
    private(set) var phrases: [Phrase] = []
    /// The phrases that begin with an element.
    private(set) var phrasesByFirst: [[Int32]] = []
    /// The element of numbers and that of amounts.
    private(set) var numberElement: Int32 = 0
    private(set) var amountElement: Int32 = 0
    private var elements: [String: Int32] = [:]
    private var builder = CueWordTable.Builder()
    private var words = CueWordTable(CueWordTable.Builder())

    /// Compiles the tables of topics; a topic's number is its place.
    init(tables: [String], classes: [String: String]) {
        numberElement = element(of: "<число>", classes)
        amountElement = element(of: "<сумма>", classes)
        for (topic, table) in tables.enumerated() {
            for line in table.split(separator: "\n") {
                guard let cue = CueLine(line) else { continue }
                add(cue, topic, classes)
                if let turned = cue.turned { add(turned, topic, classes) }
            }
        }
        _ = element(of: "@вежливость", classes)
        words = CueWordTable(builder)
        builder = CueWordTable.Builder()
        cuesByFirst = [[Int32]](repeating: [], count: elements.count)
        phrasesByFirst = cuesByFirst
        for (number, cue) in cues.enumerated() {
            if let first = cue.steps.first { cuesByFirst[Int(first.element)].append(Int32(number)) }
        }
        for (number, phrase) in phrases.enumerated() {
            if let first = phrase.words.first { phrasesByFirst[Int(first)].append(Int32(number)) }
        }
    }

    /// The number of a set of words, if it was compiled.
    func element(named name: String) -> Int32? { elements[name] }

    /// The elements that a word by itself belongs to.
    func elements(of word: ReadWord) -> [Int32] {
        var found = words.elements(of: word)
        if word.isNumber { found.append(numberElement) }
        return found
    }

    private mutating func add(_ line: CueLine, _ topic: Int, _ classes: [String: String]) {
        var steps: [Cue.Step] = []
        for step in line.steps { steps.append(Cue.Step(element: element(of: step.text, classes), maxGap: step.maxGap)) }
        var excluded: Int32?
        if let text = line.excluded { excluded = element(of: text, classes) }
        cues.append(
            Cue(
                topic: topic, weight: line.weight, steps: steps, excluded: excluded, isAtStart: line.isAtStart,
                isAtEnd: line.isAtEnd, isLast: line.isLast))
    }

    private mutating func element(of text: String, _ classes: [String: String]) -> Int32 {
        if let known = elements[text] { return known }
        let number = Int32(elements.count)
        elements[text] = number
        insert(text, number, classes)
        return number
    }

    private mutating func insert(_ text: String, _ number: Int32, _ classes: [String: String]) {
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let inside = text[text.index(after: open)...].dropLast()
            for word in inside.split(separator: "|") { insert(String(text[..<open]) + String(word), number, classes) }
            return
        }
        for word in text.split(whereSeparator: { $0 == "|" || $0 == " " || $0 == "\n" }) {
            if word.contains("_") {
                var parts: [Int32] = []
                for part in word.split(separator: "_") { parts.append(element(of: String(part), classes)) }
                phrases.append(Phrase(words: parts, element: number))
            } else if word.hasPrefix("@") {
                if let members = classes[String(word.dropFirst())] { insert(members, number, classes) }
            } else if word.hasPrefix("<") {
                guard let builtIn = elements[String(word)], builtIn != number else { continue }
                phrases.append(Phrase(words: [builtIn], element: number))
            } else {
                builder.insert(LetterCode.codes(of: word), isBeginning: word.hasSuffix("*"), number)
            }
        }
    }
}
