/// Finds the sentence «НЕТ ОТВЕТА: причина» and ends the reply with it.
///
/// In capitals it is a refusal whatever follows, and with a colon also inside a sentence («К сожалению, НЕТ ОТВЕТА: …»). In small letters only before a colon or dash and a reason of the prompt: «Нет ответа от курьера?» and «Нет
/// ответа: курьер не берёт трубку» are sentences. The reason may stand in the next sentence.
struct RefusalDetector: Sendable {
    /// What a sentence is.
    enum Verdict: Equatable {
        /// A part of the reply.
        case text
        /// The form without its reason, which may follow; or what follows a refusal.
        case pending
        /// A refusal.
        case refused(NoAnswerReason)
    }

    private enum State: Equatable {
        case open, awaitsReason, closed
    }

    private var state = State.open

    /// Reads the next sentence.
    mutating func read(_ scalars: [Unicode.Scalar]) -> Verdict {
        switch state {
        case .closed: return .pending
        case .awaitsReason: return close(NoAnswerReason(in: String(String.UnicodeScalarView(scalars))))
        case .open: break
        }
        let text = String(String.UnicodeScalarView(scalars.drop { !$0.properties.isAlphabetic }.prefix(200)))
        let form = NoAnswerReason.form
        if let colon = text.firstRange(of: form + ":")?.upperBound, !text.hasPrefix(form) {
            return close(NoAnswerReason(in: String(text[colon...])))
        }
        guard text.lowercased().hasPrefix(form.lowercased()) else { return .text }
        let rest = text.unicodeScalars.dropFirst(form.unicodeScalars.count)
        if let next = rest.first, next.properties.isAlphabetic { return .text }
        let reason = NoAnswerReason(in: String(rest))
        if !text.hasPrefix(form) {
            let sign = rest.first { !$0.properties.isWhitespace }
            guard let sign, ":—–-".unicodeScalars.contains(sign), reason != .unstated else { return .text }
        }
        if !rest.contains(where: \.properties.isAlphabetic) {
            state = .awaitsReason
            return .pending
        }
        return close(reason)
    }

    /// A refusal whose reason never came.
    mutating func finish() -> NoAnswerReason? {
        guard state == .awaitsReason else { return nil }
        state = .closed
        return .unstated
    }

    private mutating func close(_ reason: NoAnswerReason) -> Verdict {
        state = .closed
        return .refused(reason)
    }
}
