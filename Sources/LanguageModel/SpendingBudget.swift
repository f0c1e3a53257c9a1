import Synchronization

/// How much may be spent on a day.
///
/// `nil` is no limit.
public struct SpendingPolicy: Hashable, Sendable {
    /// Tokens of each operator, of requests and answers together.
    public var operatorTokens: Int?
    /// Money of each operator, in millionths of the currency unit.
    public var operatorMoney: Int?
    /// Tokens of all operators.
    public var dayTokens: Int?
    /// Money of all operators, in millionths.
    public var dayMoney: Int?
    /// Seconds east of UTC, for the midnight at which a day begins; Moscow's by default.
    public var secondsFromUTC = 10_800

    /// No limits.
    public init() {}
}

/// What was spent.
public struct Spending: Hashable, Sendable {
    /// Tokens.
    public var tokens = 0
    /// Money in millionths.
    public var money = 0

    /// Makes an amount.
    public init(tokens: Int = 0, money: Int = 0) {
        self.tokens = tokens
        self.money = money
    }

    static func + (left: Self, right: Self) -> Self {
        Spending(tokens: left.tokens + right.tokens, money: left.money + right.money)
    }

    static func - (left: Self, right: Self) -> Self {
        Spending(tokens: left.tokens - right.tokens, money: left.money - right.money)
    }
}

/// Keeps the account of a day.
///
/// A request reserves the most it may cost before it is sent, and settles what it did cost. So limits hold whatever runs at the same time; they are
/// passed only by what one request turns out to cost above its reservation. The account is in memory: a restart begins a new one.
public final class SpendingBudget: Sendable {
    /// An amount set aside.
    struct Reservation: Sendable {
        fileprivate let number: UInt64
    }

    private struct Held {
        let operatorID: String
        let amount: Spending
    }

    private struct State {
        var day = Int64.min
        var lastNumber: UInt64 = 0
        /// What is set aside, of this day.
        var held: [UInt64: Held] = [:]
        /// Settled and held together.
        var total = Spending()
        var byOperator: [String: Spending] = [:]

        mutating func add(_ amount: Spending, to operatorID: String) {
            total = total + amount
            byOperator[operatorID] = (byOperator[operatorID] ?? Spending()) + amount
        }
    }

    private let policy: SpendingPolicy
    private let clock: ModelClock
    private let state = Mutex(State())

    /// Opens an account.
    public init(policy: SpendingPolicy, clock: ModelClock = .system) {
        self.policy = policy
        self.clock = clock
    }

    /// What an operator has spent today, with what is set aside for requests under way.
    public func spending(of operatorID: String) -> Spending {
        withToday { $0.byOperator[operatorID] ?? Spending() }
    }

    /// What all have spent today, with what is set aside.
    public var spending: Spending { withToday { $0.total } }

    /// Sets an amount aside.
    ///
    /// - Throws: `.budgetExceeded` when it does not fit.
    func reserve(_ amount: Spending, for operatorID: String) throws(ModelError) -> Reservation {
        let (reservation, budget): (Reservation?, ModelError.Budget) = withToday { state in
            let mine = (state.byOperator[operatorID] ?? Spending()) + amount
            let all = state.total + amount
            if isOver(mine.tokens, policy.operatorTokens) { return (nil, .operatorTokens) }
            if isOver(mine.money, policy.operatorMoney) { return (nil, .operatorMoney) }
            if isOver(all.tokens, policy.dayTokens) { return (nil, .dayTokens) }
            if isOver(all.money, policy.dayMoney) { return (nil, .dayMoney) }
            state.lastNumber += 1
            state.held[state.lastNumber] = Held(operatorID: operatorID, amount: amount)
            state.add(amount, to: operatorID)
            return (Reservation(number: state.lastNumber), .dayTokens)
        }
        guard let reservation else { throw .budgetExceeded(budget) }
        return reservation
    }

    /// Books what a request did cost in place of what was set aside; a second time does nothing.
    ///
    /// What was reserved on a day before is that day's.
    func settle(_ reservation: Reservation, cost: Spending) {
        withToday { state in
            guard let held = state.held.removeValue(forKey: reservation.number) else { return }
            state.add(cost - held.amount, to: held.operatorID)
        }
    }

    private func isOver(_ amount: Int, _ limit: Int?) -> Bool { limit.map { amount > $0 } ?? false }

    private func withToday<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        let seconds = clock.millisecondsSince1970() / 1000 + Int64(policy.secondsFromUTC)
        let day = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
        return state.withLock { state in
            // A clock that is set back does not give the day's money twice.
            if day > state.day {
                state = State(day: day, lastNumber: state.lastNumber)
            }
            return body(&state)
        }
    }
}
