/// A sentence while its characters come in.
struct SentenceInProgress: Sendable {
    /// At this length a sentence ends at the next white space.
    private static let maxLength = 2000
    /// At this length it ends wherever it is.
    private static let maxHardLength = 4000
    private static let maxUnknownMarks = 16
    /// What may stand beside marks in brackets that go with them.
    private static let bracketWords: Set<String> = ["", "см.", "см", "источник", "источник:", "фрагмент", "по"]
    private static let maxBracketWords = 12

    /// White space only inside, one at a time.
    private(set) var scalars: [Unicode.Scalar] = []
    /// Of a list item.
    var marker = ""
    /// Line ends before it.
    var lineBreaks = 0
    private(set) var passages: [Int] = []
    private(set) var messages: [Int] = []
    private(set) var unknownMarks: [String] = []

    /// White space that stands before the next character if there is one.
    private var owedSpace: Unicode.Scalar?
    /// The length at the last mark; `nil` before the first.
    private var lengthAtMark: Int?

    /// Whether there is no character yet.
    var isEmpty: Bool { scalars.isEmpty }
    /// Whether anything is cited.
    var hasMarks: Bool { !passages.isEmpty || !messages.isEmpty || !unknownMarks.isEmpty }
    /// Whether a mark was the last that came, white space aside.
    private var endsWithMark: Bool { lengthAtMark == scalars.count && !isEmpty }

    /// Takes white space.
    mutating func appendSpace(_ scalar: Unicode.Scalar) {
        if !isEmpty, owedSpace == nil { owedSpace = scalar }
    }

    /// Takes a character that is no white space.
    mutating func append(_ scalar: Unicode.Scalar) {
        if endsWithMark, scalar == ")", let opening = openingOfEmptyBrackets {
            scalars.removeSubrange(opening...)
            if scalars.last?.properties.isWhitespace == true { owedSpace = scalars.removeLast() }
            lengthAtMark = scalars.count
            return
        }
        if let space = owedSpace, !(endsWithMark && Self.isClosing(scalar)), !(endsWithMark && scalars.last == "(") {
            scalars.append(space)
        }
        owedSpace = nil
        scalars.append(scalar)
    }

    /// Where the last brackets open, if they hold nothing but marks, as in `([1])` and `(см. [1])`.
    private var openingOfEmptyBrackets: Int? {
        guard let opening = scalars.suffix(Self.maxBracketWords).lastIndex(of: "(") else { return nil }
        let inside = String(String.UnicodeScalarView(scalars[(opening + 1)...].filter { !$0.properties.isWhitespace }))
        return Self.bracketWords.contains(inside.lowercased()) ? opening : nil
    }

    /// Takes a mark: what joins it to the mark before («[1], [2]», «[1] и [2]») goes.
    mutating func append(_ mark: CitationMark, issued: IssuedNumbers) {
        if let length = lengthAtMark, length > 0, length < scalars.count, scalars.count - length <= 4 {
            let between = String(String.UnicodeScalarView(scalars[length...].filter { !$0.properties.isWhitespace }))
            if [",", ";", "и", ",и", "&"].contains(between) { scalars.removeSubrange(length...) }
        }
        lengthAtMark = scalars.count
        if !isEmpty, owedSpace == nil { owedSpace = " " }
        for reference in mark.references { cite(reference, issued) }
    }

    /// Takes the marks of a sentence that has none of its own text.
    mutating func adoptMarks(of other: SentenceInProgress) {
        for number in other.passages where !passages.contains(number) { passages.append(number) }
        for number in other.messages where !messages.contains(number) { messages.append(number) }
        for mark in other.unknownMarks where !unknownMarks.contains(mark) { unknownMarks.append(mark) }
    }

    private mutating func cite(_ reference: CitationMark.Reference, _ issued: IssuedNumbers) {
        let number = reference.number
        let isMessage = reference.isMessage || issued.passages.isEmpty
        if isMessage, issued.messages.contains(number) {
            if !messages.contains(number) { messages.append(number) }
        } else if !isMessage, issued.passages.contains(number) {
            if !passages.contains(number) { passages.append(number) }
        } else {
            let mark = (reference.isMessage ? "С" : "") + String(number)
            if !unknownMarks.contains(mark), unknownMarks.count < Self.maxUnknownMarks { unknownMarks.append(mark) }
        }
    }

    /// Whether the sentence is over and a character that is no white space begins the next one.
    func ends(before next: Unicode.Scalar) -> Bool {
        if scalars.count >= Self.maxHardLength { return true }
        guard owedSpace != nil, !Self.isClosing(next) else { return false }
        if scalars.count >= Self.maxLength { return true }
        return SentenceEnd.isEnd(of: scalars, before: next, isAfterMark: endsWithMark)
    }

    /// Cuts off the beginning of the next sentence when two were written without a space between: «прошла.Деньги».
    mutating func cutGlued() -> SentenceInProgress? {
        guard let length = SentenceEnd.gluedLength(of: scalars) else { return nil }
        var next = SentenceInProgress()
        next.scalars = Array(scalars[length...])
        scalars.removeSubrange(length...)
        return next
    }

    /// Characters before which no space belongs and with which no sentence begins.
    static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        ".,;:!?…)»”%".unicodeScalars.contains(scalar)
    }
}
