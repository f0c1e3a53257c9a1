/// The prompts filled in, so that no caller needs the names of placeholders.
///
/// All texts must have been masked. The seed is a random number, new for each request; with it and the same texts the same prompt is made again.
extension PromptLibrary {
    /// The prompt for the draft of a reply.
    ///
    /// - Parameters:
    ///   - passages: `.passage` with numbers that the program chooses; a model that cites another number cites nothing.
    ///   - conversation: `.customer` and `.operator` in their order; the last customer's message is answered.
    ///   - company: how the company calls itself; may be empty.
    ///   - seed: of the boundary.
    /// - Returns: what is to be sent, and by which names it is found again.
    /// - Throws: `.emptyValue` when there are no passages or no messages.
    public func reply(
        passages: [PromptDatum], conversation: [PromptDatum], company: String, seed: UInt64
    ) throws(PromptRenderingError) -> RenderedPrompt {
        try render(
            .reply,
            ["passages": .data(passages), "conversation": .data(conversation), "company": .text(company)],
            seed: seed)
    }

    /// The prompt for the change of a draft.
    ///
    /// - Parameters:
    ///   - kind: what is to be done.
    ///   - draft: the draft with its marks, `[1]`, of the same numbers as the passages.
    ///   - passages: those that the draft cites; may be empty.
    ///   - conversation: as for a reply; may be empty.
    ///   - seed: of the boundary.
    /// - Returns: what is to be sent, and by which names it is found again.
    /// - Throws: `.emptyValue` when the draft is empty.
    public func refinement(
        _ kind: RefinementKind, of draft: String, passages: [PromptDatum], conversation: [PromptDatum], seed: UInt64
    ) throws(PromptRenderingError) -> RenderedPrompt {
        try render(
            .refine,
            [
                "instruction": .text(kind.instruction), "draft": .data([PromptDatum(.draft, draft)]),
                "passages": .data(passages), "conversation": .data(conversation),
            ], seed: seed)
    }

    /// The prompt for the summary of a conversation.
    ///
    /// - Parameters:
    ///   - conversation: `.customer` and `.operator` in their order.
    ///   - reason: why a person takes over, the program's own Russian sentence with its full stop.
    ///   - seed: of the boundary.
    /// - Returns: what is to be sent, and by which names it is found again.
    /// - Throws: `.emptyValue` when there are no messages or no reason.
    public func handoffSummary(
        of conversation: [PromptDatum], reason: String, seed: UInt64
    ) throws(PromptRenderingError) -> RenderedPrompt {
        try render(.handoffSummary, ["conversation": .data(conversation), "reason": .text(reason)], seed: seed)
    }

    private func render(
        _ kind: PromptKind, _ values: [String: PromptValue], seed: UInt64
    ) throws(PromptRenderingError) -> RenderedPrompt {
        let texts = values.values.flatMap { value in
            switch value {
            case .text(let text): [text]
            case .data(let data): data.map(\.text)
            }
        }
        return try self[kind].render(values, boundary: PromptBoundary(seed: seed, absentFrom: texts))
    }
}
