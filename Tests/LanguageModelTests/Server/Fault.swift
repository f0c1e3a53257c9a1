/// One thing that goes wrong, or looks as if, and what must come of it.
struct Fault: Sendable, CustomStringConvertible {
    /// Where it happens.
    enum Place: Sendable {
        /// The port refuses.
        case refusingPort
        /// The port never answers.
        case stallingPort
        /// As soon as a connection is made; over TLS if so asked.
        case onAccept([Step], scheme: String)
        /// In the answer to a request.
        case onRequest(@Sendable (ReceivedRequest) -> [Step])
    }

    let name: String
    let place: Place
    /// Labels of errors; empty when there must be an answer.
    let errors: Set<String>
    /// The answer, for those that must have one.
    let text: String

    var description: String { name }

    /// Whether the server sends as fast as it can.
    var isFlood: Bool { Self.floods.contains(name) }

    private static let floods: Set = ["10 MB", "10 MB of JSON", "an endless line", "an endless flood of keep-alives"]

    init(_ name: String, _ place: Place, errors: Set<String> = [], text: String = "Верните товар.") {
        self.name = name
        self.place = place
        // A flood may last longer than its reader's patience: which limit comes first depends on the machine.
        self.errors = Self.floods.contains(name) ? errors.union(["timeout.firstText", "timeout.deadline"]) : errors
        self.text = text
    }

    /// A fault in the answer.
    init(_ name: String, errors: Set<String> = [], text: String = "Верните товар.", _ steps: [Step]) {
        self.init(name, .onRequest { _ in steps }, errors: errors, text: text)
    }

    static let all: [Fault] = connections + stalls + statuses + bodies + oddities
}
