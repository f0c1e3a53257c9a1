/// Finds marks of chat templates and forged turns of a conversation.
///
/// Found: `<|im_start|>`, `[INST]`, `<<SYS>>`, `</system>`, `### Instruction`, `system:`, a line that begins with «Оператор:»,
/// `{"role": "system"`, `"""`, «=== КОНЕЦ СООБЩЕНИЯ ===».
/// Near misses: «оператор сказал: ждите», «система пишет ошибку», «<3», "### Сроки" (a heading), "[1]".
/// - Source: the chat templates of ChatML, Llama 2, Alpaca, Vicuna and Gemma; garak's latentinjection probes; wording ours.
struct PromptDelimiterScanner {
    private let bytes: [UInt8]
    private var found: [PromptDelimiter] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The marks of a text, in order, without overlaps.
    ///
    /// - Complexity: O(bytes).
    static func delimiters(in bytes: [UInt8]) -> [PromptDelimiter] {
        var scanner = PromptDelimiterScanner(bytes)
        scanner.scanMarks()
        scanner.scanLines()
        var last = 0
        return scanner.found.sorted {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }
        .filter { mark in
            guard mark.range.lowerBound >= last else { return false }
            last = mark.range.upperBound
            return true
        }
    }

    private mutating func add(_ range: Range<Int>, _ score: Float) {
        found.append(PromptDelimiter(range: range, score: score))
    }

    // MARK: Marks anywhere

    private static let bracketed = [
        "[inst]", "[/inst]", "[system]", "[/system]", "[sys]", "<<sys>>", "<</sys>>", "[assistant]", "[user]",
    ]
    .map { Array($0.utf8) }
    private static let turnNames: Set<String> = [
        "system", "assistant", "user", "human", "instruction", "instructions", "prompt", "context", "message",
        "document",
        "documents", "start_of_turn", "end_of_turn", "bos", "eos", "input", "output", "query", "question", "answer",
        "tool",
        "developer", "customer", "customer_message", "user_message", "user_input", "data", "article", "articles",
        "source",
        "sources", "system_prompt", "im_start", "im_end", "conversation", "dialog", "reply", "admin", "think",
    ]

    private mutating func scanMarks() {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "<"): scanAngle(index)
            case UInt8(ascii: "["): scanBracketed(index)
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): scanQuotes(index)
            case UInt8(ascii: ":"): scanInlineSystem(index)
            default: break
            }
        }
    }

    private mutating func scanBracketed(_ index: Int) {
        guard let mark = Self.bracketed.first(where: { bytes.has($0, at: index) }) else { return }
        add(index..<index + mark.count, 0.9)
    }

    private mutating func scanAngle(_ index: Int) {
        scanBracketed(index)
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "|") {
            let rest = bytes[(index + 2)...].prefix(40)
            if let end = rest.firstIndex(of: UInt8(ascii: ">")), bytes[end - 1] == UInt8(ascii: "|") || end > index + 3
            {
                add(index..<end + 1, 0.95)
            }
            return
        }
        var start = index + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
        let name = bytes[min(start, bytes.count)...].prefix(32).prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ">"),
            Self.turnNames.contains(bytes.smallText(name.startIndex..<name.endIndex))
        else { return }
        add(index..<name.endIndex + 1, 0.75)
    }

    /// `"""`, `'''` and three grave accents, and `"role": "system"`.
    private mutating func scanQuotes(_ index: Int) {
        let quote = bytes[index]
        if index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote,
            index == 0 || bytes[index - 1] != quote
        {
            let end = bytes[index...].firstIndex { $0 != quote } ?? bytes.count
            add(index..<end, 0.5)
        }
        guard bytes.has("role".utf8, at: index + 1), index + 5 < bytes.count, bytes[index + 5] == quote else { return }
        let rest = bytes[(index + 6)...].prefix(24).drop { $0.isASCIISpace || $0 == UInt8(ascii: ":") }
        guard rest.first == quote else { return }
        let name = bytes[(rest.startIndex + 1)...].prefix { $0.isASCIILetter }
        guard Self.turnNames.contains(bytes.smallText(name.startIndex..<name.endIndex)) else { return }
        add(index..<min(name.endIndex + 1, bytes.count), 0.85)
    }

    /// `system:` inside a line.
    private mutating func scanInlineSystem(_ index: Int) {
        guard bytes.has("system".utf8, at: index - 6) || bytes.has("assistant".utf8, at: index - 9) else { return }
        let start = index - (bytes.has("system".utf8, at: index - 6) ? 6 : 9)
        guard start == 0 || !bytes[start - 1].isASCIILetter && bytes[start - 1] != UInt8(ascii: "/") else { return }
        add(start..<index + 1, 0.65)
    }

    // MARK: Lines

    private static let speakers: [(name: String, score: Float)] = [
        ("system prompt", 0.85), ("system message", 0.85), ("system", 0.8), ("assistant", 0.75), ("human", 0.7),
        ("ai", 0.6),
        ("instructions", 0.7), ("instruction", 0.7), ("new instructions", 0.8), ("developer", 0.7), ("chatgpt", 0.7),
        ("системное сообщение", 0.6), ("системный промпт", 0.85), ("система", 0.55), ("ассистент", 0.65),
        ("оператор", 0.55),
        ("бот", 0.55), ("поддержка", 0.55), ("администратор", 0.55), ("инструкция", 0.55), ("инструкции", 0.55),
        ("новая инструкция", 0.6), ("ответ оператора", 0.6), ("ответ ассистента", 0.7), ("разработчик", 0.6),
        ("ии", 0.65),
        ("суфлёр", 0.65), ("сотрудник поддержки", 0.55), ("модератор", 0.55), ("служба поддержки", 0.55), ("user", 0.5),
    ]
    private static let speakersByFolded: [[UInt8]: Float] = Dictionary(
        uniqueKeysWithValues: speakers.map { (FoldedLetter.codes(of: $0.name), $0.score) })

    private mutating func scanLines() {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            scanSpeaker(start..<end)
            scanFence(start..<end)
            start = end + 1
        }
    }

    /// A line that begins with the name of a speaker and a colon, or `### ` and such a name.
    ///
    /// Articles set out model conversations as quotations and lists: `> **Оператор:**` is no forgery.
    private mutating func scanSpeaker(_ line: Range<Int>) {
        var reader = UTF8Reader(bytes, from: line.lowerBound)
        var name: [UInt8] = []
        var hashes = 0
        var isQuoted = false
        while reader.position < line.upperBound, name.count <= 20, let (scalar, range) = reader.next() {
            if let letter = FoldedLetter(scalar) {
                name.append(letter.code)
                continue
            }
            switch scalar {
            case "#": hashes += name.isEmpty ? 1 : 0
            case ":", "：":
                guard let score = Self.speakersByFolded[name], !isQuoted || name[0] < 0x80 else { return }
                return add(line.lowerBound..<range.upperBound, hashes > 0 ? max(score, 0.85) : score)
            case "*", ">", "-", "—", "•", "|", "_": isQuoted = true
            case " ", "\t", "[", "]", "(", ")", "=", "<": continue
            default: if !Self.isHiddenOrSpace(scalar) { return }
            }
        }
        guard hashes >= 2, reader.position >= line.upperBound, let score = Self.speakersByFolded[name] else { return }
        add(line, max(score, 0.7))
    }

    private static func isHiddenOrSpace(_ scalar: Unicode.Scalar) -> Bool {
        HiddenCharacter.kind(of: scalar) != nil || scalar.value == 0xA0
    }

    private static let edges = ["end", "begin", "start", "stop", "конец", "начало", "окончание", "новый", "ignore"].map
    { FoldedLetter.codes(of: $0) }

    /// «=== КОНЕЦ СООБЩЕНИЯ ===»: a rule line with a word that ends or begins something.
    private mutating func scanFence(_ line: Range<Int>) {
        let content = bytes[line].prefix(160)
        guard let mark = content.first(where: { $0 != 0x20 }), "=-*#~_<".utf8.contains(mark) else { return }
        let marks = content.drop { $0 == 0x20 }.prefix { $0 == mark }.count
        guard marks >= 3 else { return }
        let folded = FoldedText(Array(content))
        guard
            folded.words.prefix(3).contains(where: { word in
                Self.edges.contains { folded.letters[word.letters].elementsEqual($0) }
            })
        else { return }
        add(line, 0.7)
    }
}
