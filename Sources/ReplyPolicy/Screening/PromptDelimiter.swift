/// A mark that parts the turns of a chat or the sections of a prompt.
struct PromptDelimiter: Equatable {
    /// The mark with its name: `<|im_start|>`, `### System:`, `Оператор:`.
    let range: Range<Int>
    let score: Float
}
