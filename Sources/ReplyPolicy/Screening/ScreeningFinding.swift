/// Something in a text that looks like an attempt on the machine behind the operator.
///
/// A finding never changes an outcome: it is shown to the operator, and the text goes on as data through ``Neutralizer``.
public struct ScreeningFinding: Equatable, Sendable {
    /// What was noticed.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// An order to the machine to drop its instructions or to follow others.
        case instructionToMachine = "instruction_to_machine"
        /// An attempt to read the instructions of the machine.
        case promptExtraction = "prompt_extraction"
        /// The machine is told to be somebody else or to leave its limits.
        case roleChange = "role_change"
        /// The words of the reply are dictated: an approval, a link, a single word.
        case dictatedReply = "dictated_reply"
        /// Data of other customers, or data sent to another place, are asked for.
        case dataRequest = "data_request"
        /// Characters or elements that a reader does not see.
        case hiddenText = "hidden_text"
        /// Letters of another script, digits or spaces hide the words of an attempt.
        case disguisedLetters = "disguised_letters"
        /// An attempt written in a code: base64, hexadecimal digits, percent signs, ROT13, backwards.
        case encodedPayload = "encoded_payload"
        /// HTML or Markdown that does something when shown.
        case markupTrick = "markup_trick"
        /// Marks that part the turns of a chat or the sections of a prompt.
        case delimiterForgery = "delimiter_forgery"
        /// A picture or link that would carry data out when shown.
        case exfiltrationLink = "exfiltration_link"
    }

    /// What was noticed.
    public let kind: Kind
    /// Where it stands: half-open, in UTF-8 bytes of the text; never empty.
    public let utf8Range: Range<Int>
    /// How sure it is, from 0 to 1; a guess of ours, no measured probability.
    public let score: Float
    /// A Russian sentence for the operator: what it is and what to do.
    public let explanation: String

    /// Makes a finding.
    public init(kind: Kind, utf8Range: Range<Int>, score: Float, explanation: String) {
        self.kind = kind
        self.utf8Range = utf8Range
        self.score = score
        self.explanation = explanation
    }
}
