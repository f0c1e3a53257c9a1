public import TextAnalysis

/// Notices what must go to a person: danger, law, health, fraud, personal data, demands, anger, a wish for a person, other languages.
///
/// The message is read as typed, from transliteration and from the wrong keyboard layout; disguised, stretched and spelt-out words are
/// undone first. Each topic is a table of ``Cue``s in a file of its own, with examples and near misses; a topic is found when its cues add
/// up to 1. Text that asks the machine to change its rules is text like any other: no wording takes a finding away, only a topic's own
/// exclusions do. ``EscalationClassifier`` weighs all words of a message together with what the cues have found: it names what no cue does, and takes back
/// what a cue has found in a message that is otherwise ordinary.
///
/// Pure: the same messages give the same findings.
public struct EscalationGuardrail: Sendable {
    /// Makes the guardrail; it has no settings that could switch it off.
    public init() {}

    /// Looks through the last message of a conversation.
    ///
    /// - Parameters:
    ///   - message: what the customer wrote last; only its topics count.
    ///   - earlier: the customer's messages before, oldest first; they only tell whether a question is asked again.
    /// - Returns: at most one finding for each reason, the most pressing reason first, then in the order of the text.
    /// - Complexity: O(bytes of the messages) for a fixed set of topics.
    public func findings(in message: AnalyzedText, conversation earlier: [AnalyzedText]) -> [EscalationFinding] {
        let readings = MessageReading.readings(of: message.string)
        let cues = CueFindings(of: readings, in: message)
        var findings = cues.findings
        if let foreign = LanguageGuardrail().finding(in: message, readings) {
            findings.append(foreign)
        } else {
            findings = ClassifiedReasons(readings, in: message, cues: cues).findings()
        }
        if let structured = StructuredRequestGuardrail().finding(in: message) {
            findings.removeAll { $0.reason == .machineCustomer }
            findings.append(structured)
        }
        if let repeated = RepeatedQuestionGuardrail().finding(in: message, after: earlier) { findings.append(repeated) }
        return findings.sorted { one, other in
            if one.reason.priority != other.reason.priority { return one.reason.priority > other.reason.priority }
            if one.utf8Range.lowerBound != other.utf8Range.lowerBound {
                return one.utf8Range.lowerBound < other.utf8Range.lowerBound
            }
            return one.reason.rawValue < other.reason.rawValue
        }
    }
}
