import TextAnalysis

/// How loud a message is: what adds to the words of ``UpsetCustomerTopic``.
///
/// The score of tone is the sum of the weights of the topic's words and of
/// - 0.4 when at least four words, and more than 6 letters in 10, are capitals;
/// - 0.3 for a run of three and more «!» or «?», 0.4 for a run of five and more, or for two such runs;
/// - 1 for a word whose letters are hidden: «п*здец», «х**».
///
/// Capitals and signs together give at most 0.6, so that no message is upset by them alone: customers also shout for joy. From 1 on the
/// customer counts as upset.
/// - Source: our own weights, chosen on the development half of the escalation set.
struct UpsetTone {
    private(set) var weight: Float = 0
    private(set) var utf8Range: Range<Int>?

    private static let maxLoudness: Float = 0.6

    init(_ message: AnalyzedText, _ reading: MessageReading) {
        guard reading.kind == .asTyped else { return }
        weight = min(Self.maxLoudness, Self.capitals(in: message.string) + Self.marks(in: message.bytes))
        if weight > 0 { utf8Range = 0..<message.bytes.count }
        for word in reading.words where Self.isHidden(word.letters) {
            weight += 1
            utf8Range = word.utf8Range
            break
        }
    }

    private static func isHidden(_ letters: [UInt8]) -> Bool {
        guard letters.contains(LetterCode.mask), letters.contains(where: LetterCode.isRussian) else { return false }
        return letters.last != LetterCode.mask || letters.filter { $0 == LetterCode.mask }.count > 1
    }

    private static func capitals(in text: String) -> Float {
        var words = 0
        var letters = 0
        var capitals = 0
        var run = 0
        for scalar in text.unicodeScalars {
            guard let code = LetterCode.code(of: scalar), LetterCode.isRussian(code) else {
                run = 0
                continue
            }
            letters += 1
            let isCapital = (0x410...0x42F).contains(scalar.value) || scalar.value == 0x401
            run = isCapital ? run + 1 : 0
            if isCapital { capitals += 1 }
            if run == 3 { words += 1 }
        }
        return words >= 4 && capitals * 10 > letters * 6 ? 0.4 : 0
    }

    private static func marks(in bytes: [UInt8]) -> Float {
        var runs = 0
        var longest = 0
        var run = 0
        for byte in bytes {
            run = byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") ? run + 1 : 0
            if run == 3 { runs += 1 }
            longest = max(longest, run)
        }
        guard runs > 0 else { return 0 }
        return runs > 1 || longest >= 5 ? 0.4 : 0.3
    }
}
