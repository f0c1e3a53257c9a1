/// Something in the form of a reply that its author should look at.
public struct FormFinding: Equatable, Sendable {
    /// What was noticed.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// The customer is addressed as «ты».
        case familiarAddress = "familiar_address"
        /// «Вы» is written against the rule.
        case addressCapital = "address_capital"
        /// A promise or guarantee that no source gives.
        case promise
        /// The customer is blamed.
        case blame
        /// Officialese.
        case officialese
        /// A word that only colleagues understand.
        case internalTerm = "internal_term"
        /// A word that the policy forbids.
        case forbiddenWord = "forbidden_word"
        /// An apology that does not say for what.
        case emptyApology = "empty_apology"
        /// Servile words, or one apology after another.
        case servility
        /// Other customers are talked about.
        case otherCustomers = "other_customers"
        /// The reply is in another language than the message.
        case language
        /// Longer than the channel takes.
        case length
        /// Markup that the channel shows as signs.
        case markup
        /// Words in capitals, exclamation marks in a row.
        case shouting
        /// What a machine leaves behind: an unfilled placeholder, «как языковая модель».
        case machineResidue = "machine_residue"
        /// Markup or an address that does something when shown or opened.
        case activeContent = "active_content"
        /// Characters that are not seen.
        case hiddenCharacters = "hidden_characters"
        /// A link to a host that the policy does not list.
        case foreignLink = "foreign_link"
        /// A line that a spreadsheet takes for a formula.
        case formulaStart = "formula_start"
        /// Nothing is left to send.
        case empty
    }

    /// What becomes of the reply.
    public enum Severity: String, Codable, Comparable, Sendable {
        /// It was put right; the author should know.
        case fixed
        /// It may be sent as it is.
        case warn
        /// It must be changed before it is sent.
        case block

        /// Milder ones first.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .fixed: 0
            case .warn: 1
            case .block: 2
            }
        }
    }

    /// What was noticed.
    public let kind: Kind
    /// What becomes of the reply.
    public let severity: Severity
    /// Where: half-open, in UTF-8 bytes of the text that was looked at.
    public let utf8Range: Range<Int>
    /// A Russian sentence for the author: what is wrong and what to write instead.
    public let explanation: String

    /// Makes a finding.
    public init(kind: Kind, severity: Severity, utf8Range: Range<Int>, explanation: String) {
        self.kind = kind
        self.severity = severity
        self.utf8Range = utf8Range
        self.explanation = explanation
    }
}
