import Testing

@testable import LanguageModel

struct SpendingBudgetTests {
    private let time = VirtualClock()

    private func budget(_ change: (inout SpendingPolicy) -> Void) -> SpendingBudget {
        var policy = SpendingPolicy()
        change(&policy)
        return SpendingBudget(policy: policy, clock: time.clock)
    }

    private func spend(_ tokens: Int, of reserved: Int, from budget: SpendingBudget, by name: String = "a") throws {
        let reservation = try budget.reserve(Spending(tokens: reserved), for: name)
        budget.settle(reservation, cost: Spending(tokens: tokens))
    }

    @Test func `an operator's limit stops the operator and nobody else`() throws {
        let budget = budget { $0.operatorTokens = 1000 }
        for _ in 0..<9 { try spend(100, of: 100, from: budget) }
        #expect(throws: ModelError.budgetExceeded(.operatorTokens)) { try spend(1, of: 101, from: budget) }
        try spend(100, of: 100, from: budget)
        #expect(throws: ModelError.budgetExceeded(.operatorTokens)) { try spend(1, of: 1, from: budget) }
        try spend(1000, of: 1000, from: budget, by: "b")
        #expect(budget.spending.tokens == 2000)
    }

    @Test func `each limit has its name`() {
        for (change, name): ((inout SpendingPolicy) -> Void, ModelError.Budget) in [
            ({ $0.operatorMoney = 5 }, .operatorMoney), ({ $0.dayTokens = 5 }, .dayTokens),
            ({ $0.dayMoney = 5 }, .dayMoney),
        ] {
            let budget = budget(change)
            #expect(throws: ModelError.budgetExceeded(name)) {
                try budget.reserve(Spending(tokens: 6, money: 6), for: "a")
            }
            #expect(budget.spending == Spending())
        }
    }

    @Test func `what is set aside counts, and what is left over comes back`() throws {
        let budget = budget { $0.dayTokens = 100 }
        let first = try budget.reserve(Spending(tokens: 80), for: "a")
        #expect(throws: ModelError.self) { try budget.reserve(Spending(tokens: 30), for: "b") }
        budget.settle(first, cost: Spending(tokens: 10))
        _ = try budget.reserve(Spending(tokens: 90), for: "b")
        #expect(budget.spending(of: "a").tokens == 10)
    }

    @Test func `settling twice books once`() throws {
        let budget = budget { $0.dayTokens = 100 }
        let reservation = try budget.reserve(Spending(tokens: 50), for: "a")
        budget.settle(reservation, cost: Spending(tokens: 20))
        budget.settle(reservation, cost: Spending(tokens: 20))
        #expect(budget.spending.tokens == 20)
    }

    @Test func `a day ends at midnight in Moscow`() throws {
        // The clock starts at 12:00 in Moscow.
        let budget = budget { $0.dayTokens = 100 }
        try spend(100, of: 100, from: budget)
        time.advance(by: .seconds(12 * 3600 - 1))
        #expect(throws: ModelError.self) { try spend(1, of: 1, from: budget) }
        time.advance(by: .seconds(1))
        try spend(100, of: 100, from: budget)
    }

    @Test func `what was set aside before midnight is not booked after it`() throws {
        let budget = budget { $0.dayTokens = 100 }
        let reservation = try budget.reserve(Spending(tokens: 90), for: "a")
        time.advance(by: .seconds(86_400))
        budget.settle(reservation, cost: Spending(tokens: 90))
        #expect(budget.spending == Spending())
    }

    @Test func `a clock that is set back gives nothing twice`() throws {
        let budget = budget { $0.dayTokens = 100 }
        try spend(100, of: 100, from: budget)
        time.advance(by: .seconds(-86_400 * 3))
        #expect(throws: ModelError.self) { try spend(1, of: 1, from: budget) }
    }

    @Test func `many at once stay within the limit`() async {
        let budget = budget { $0.dayTokens = 1000 }
        let granted = await withTaskGroup(of: Int.self) { group in
            for index in 0..<200 {
                group.addTask {
                    do throws(ModelError) {
                        let reservation = try budget.reserve(Spending(tokens: 30), for: "\(index % 5)")
                        await Task.yield()
                        budget.settle(reservation, cost: Spending(tokens: 30))
                        return 1
                    } catch {
                        return 0
                    }
                }
            }
            var sum = 0
            for await one in group { sum += one }
            return sum
        }
        // 33 · 30 = 990: the next would not fit, and nothing smaller was asked.
        #expect(granted == 33)
        #expect(budget.spending.tokens == 990)
    }

    @Test func `prices are rounded up and cannot overflow`() {
        let price = TokenPrice(promptPerThousand: 400, completionPerThousand: 1200)
        // 3 · 400 + 2 · 1200 = 3600 thousandths.
        #expect(price.cost(of: TokenUsage(promptTokens: 3, completionTokens: 2)) == 4)
        let absurd = TokenPrice(promptPerThousand: .max, completionPerThousand: .max)
        #expect(absurd.cost(of: TokenUsage(promptTokens: .max, completionTokens: .max)) > 0)
    }
}
