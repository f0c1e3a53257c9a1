/// Providers in the order they are asked, within one budget.
///
/// The next one is asked when one fails before its first words; an answer that breaks off later is a failure at once, because the receiver has seen its
/// beginning. When all have failed the error says so and the caller stays with the extractive draft.
public struct FallbackChain: Sendable {
    /// The share of the time for the first words that each provider but the last may use up.
    static let shareOfTime = 0.6

    private let providers: [ModelProvider]
    private let budget: SpendingBudget
    private let clock: ModelClock
    private let random: RandomSource

    /// Makes a chain.
    ///
    /// - Parameters:
    ///   - providers: first choice first; an empty chain fails always.
    ///   - budget: the day's account.
    ///   - clock: the time.
    ///   - random: random numbers.
    public init(
        providers: [ModelProvider], budget: SpendingBudget, clock: ModelClock = .system,
        random: RandomSource = .system
    ) {
        self.providers = providers
        self.budget = budget
        self.clock = clock
        self.random = random
    }

    /// The chain as a model.
    public var model: ChatModel {
        ChatModel(isAvailable: { providers.isEmpty || providers.contains(where: \.isAvailable) }) {
            [self] request, deadline, receiver throws(ModelError) in
            try await reply(to: request, before: deadline, receiver: receiver)
        }
    }

    private func reply(
        to request: ChatRequest, before deadline: Deadline, receiver: @escaping ChatModel.Receiver
    ) async throws(ModelError) -> ChatReply {
        guard !providers.isEmpty else { throw .noProviderAnswered([]) }
        let request = request.withIdempotencyKey(random: random)
        let reservation = try budget.reserve(mostExpensive(request), for: request.operatorID)
        var cost = Spending()
        // Whatever happens, what was set aside is settled once.
        defer { budget.settle(reservation, cost: cost) }
        var errors: [ModelError] = []
        var attempts = 0
        for (index, provider) in providers.enumerated() {
            do throws(ModelProvider.Failure) {
                let limit = self.deadline(deadline, forProvider: index)
                let success = try await provider.reply(to: request, before: limit, receiver: receiver)
                cost = cost + spending(success.charge, at: provider)
                return ChatReply(
                    text: success.answer.text, finishReason: success.answer.finishReason, usage: success.charge,
                    provider: provider.configuration.name, model: provider.configuration.model, cost: cost.money,
                    attempts: attempts + success.attempts)
            } catch {
                cost = cost + spending(error.charge, at: provider)
                attempts += error.attempts
                // The task may have been cancelled while it waited to try again.
                if Task.isCancelled { throw .cancelled }
                if error.hasDelivered { throw error.error }
                errors.append(error.error)
            }
        }
        throw .noProviderAnswered(errors)
    }

    /// The deadline for one provider: its end is the whole one's, but its first words must leave time for those that follow.
    private func deadline(_ deadline: Deadline, forProvider index: Int) -> Deadline {
        guard index + 1 < providers.count else { return deadline }
        let now = clock.now()
        let share = max(.zero, deadline.firstText - now) * Self.shareOfTime
        return Deadline(at: deadline.instant, firstText: now + share)
    }

    private func mostExpensive(_ request: ChatRequest) -> Spending {
        let prompt = TokenUsage.estimatedPromptTokens(of: request.messages)
        var most = Spending()
        for provider in providers {
            let limit = provider.configuration.tokenLimit(for: request)
            let amount = spending(TokenUsage(promptTokens: prompt, completionTokens: limit), at: provider)
            most = Spending(tokens: max(most.tokens, amount.tokens), money: max(most.money, amount.money))
        }
        return most
    }

    private func spending(_ usage: TokenUsage, at provider: ModelProvider) -> Spending {
        Spending(tokens: usage.totalTokens, money: provider.configuration.price.cost(of: usage))
    }
}
