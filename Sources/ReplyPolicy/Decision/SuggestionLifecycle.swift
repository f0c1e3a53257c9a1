/// The life of a suggestion: drafted → shown → edited → approved → sent, or handed off.
///
/// A value with one function that changes it. What is sent is the very text that was approved, by the one who approved it: an edit takes the
/// approval away, and a new message of the customer makes the suggestion stale, after which only a hand-off is possible.
///
/// ```
/// drafted ──show──▶ shown ──edit──▶ edited ──approve──▶ approved ──send──▶ sent
///    │                │  └───────────approve──────────▶    │ └─edit─▶ edited
///    └────────────────┴──── customerWrote ▶ stale ◀────────┘
/// any of them but sent ──handOff──▶ handedOff
/// ```
///
/// An administrator's rule may approve a draft that nobody has seen or edited; it names who switched it on.
public struct SuggestionLifecycle: Equatable, Codable, Sendable {
    /// Who answers for a text.
    public enum Approver: Equatable, Codable, Sendable {
        /// A person at a console, by name.
        case person(name: String)
        /// A rule for one topic, and the administrator who switched it on.
        case rule(topic: String, switchedOnBy: String)

        /// Whether it names somebody.
        var isNamed: Bool {
            switch self {
            case .person(let name): Self.isName(name)
            case .rule(let topic, let name): Self.isName(topic) && Self.isName(name)
            }
        }

        private static func isName(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }
    }

    /// Where a suggestion is in its life.
    public enum State: Equatable, Codable, Sendable {
        /// Made, and seen by nobody.
        case drafted
        /// On an operator's screen, as it was made.
        case shown
        /// Changed by a person.
        case edited(by: String)
        /// Somebody answers for the text as it is now.
        case approved(by: Approver)
        /// Given to the channel; the end.
        case sent(by: Approver)
        /// A person takes over without it; the end.
        case handedOff
        /// The customer wrote again before it was sent.
        case stale
    }

    /// What can happen to a suggestion.
    public enum Event: Equatable, Sendable {
        /// It appears on an operator's screen.
        case show
        /// A person changes the text.
        case edit(text: String, by: String)
        /// Somebody takes responsibility for the text as it is.
        case approve(Approver)
        /// The channel takes it.
        case send
        /// A person takes over.
        case handOff
        /// The customer writes again.
        case customerWrote
    }

    /// Why an event is refused; the suggestion stays as it was.
    public enum Refusal: Error, Equatable, Sendable {
        /// It cannot happen in this state.
        case notNow(State)
        /// An editor or approver has no name.
        case nameless
        /// A rule must not approve what a person has on the screen or has changed.
        case ruleOverPerson
        /// The text is empty.
        case emptyText
    }

    /// Where it is.
    public private(set) var state: State
    /// The text as it is now.
    public private(set) var text: String

    /// A new suggestion with its draft.
    public init(draft: String) {
        state = .drafted
        text = draft
    }

    /// Lets something happen.
    ///
    /// - Parameter event: what happens.
    /// - Throws: the reason why it cannot; nothing is changed then.
    public mutating func apply(_ event: Event) throws(Refusal) {
        switch event {
        case .show: state = try shown()
        case .edit(let text, let name): try edit(text, name)
        case .approve(let approver): state = try approved(by: approver)
        case .send:
            guard case .approved(let approver) = state else { throw .notNow(state) }
            state = .sent(by: approver)
        case .handOff:
            if isOver { throw .notNow(state) }
            state = .handedOff
        case .customerWrote:
            if isOver { throw .notNow(state) }
            state = .stale
        }
    }

    /// Whether nothing more can happen.
    public var isOver: Bool {
        switch state {
        case .sent, .handedOff: true
        case .drafted, .shown, .edited, .approved, .stale: false
        }
    }

    private func shown() throws(Refusal) -> State {
        guard state == .drafted else { throw .notNow(state) }
        return .shown
    }

    private mutating func edit(_ newText: String, _ name: String) throws(Refusal) {
        switch state {
        case .shown, .edited, .approved(.person): break
        case .drafted, .approved(.rule), .sent, .handedOff, .stale: throw .notNow(state)
        }
        guard Approver.person(name: name).isNamed else { throw .nameless }
        guard newText.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
        state = .edited(by: name)
        text = newText
    }

    private func approved(by approver: Approver) throws(Refusal) -> State {
        guard approver.isNamed else { throw .nameless }
        guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
        switch (state, approver) {
        case (.drafted, .rule), (.shown, .person), (.edited, .person): return .approved(by: approver)
        case (.shown, .rule), (.edited, .rule): throw .ruleOverPerson
        default: throw .notNow(state)
        }
    }
}
