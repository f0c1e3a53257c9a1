import ReplyPolicy
import Testing

@Suite struct HandoffReasonTests {
    @Test func `raw values are stable`() {
        let values = [
            "human_requested", "no_answer", "internal_article", "expired_article", "not_grounded",
            "contradicting_articles", "complaint",
            "legal_threat", "legal_question", "medical", "safety", "self_harm", "fraud", "data_deletion",
            "compensation", "vip",
            "upset_customer", "repeated_question", "unknown_language", "machine_customer", "ai_refused",
            "channel_forbidden", "check_failed",
        ]
        #expect(HandoffReason.allCases.map(\.rawValue) == values)
    }

    @Test(arguments: HandoffReason.allCases) func `each reason tells the operator and the customer what happens`(
        reason: HandoffReason
    ) {
        for text in [reason.operatorMessage, reason.customerMessage] {
            #expect(text.hasSuffix(".") && text.count > 20)
        }
        #expect(!reason.routing.isEmpty)
        let servile = ["извините за неудобства", "уважаемый клиент", "будем рады"]
        #expect(servile.allSatisfy { !reason.customerMessage.lowercased().contains($0) })
    }

    @Test func `operators read each reason apart`() {
        #expect(Set(HandoffReason.allCases.map(\.operatorMessage)).count == HandoffReason.allCases.count)
    }

    @Test(arguments: [HandoffReason.selfHarm, .safety, .medical]) func `danger names the emergency number`(
        reason: HandoffReason
    ) {
        #expect(reason.priority == .urgent)
        #expect(reason.customerMessage.contains("112") && reason.operatorMessage.contains("112"))
    }
}
