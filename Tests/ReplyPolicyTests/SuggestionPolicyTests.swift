import ReplyPolicy
import Testing

@Suite struct SuggestionPolicyTests {
    typealias Question = PolicyInput.Question
    typealias Sentence = GroundingGuardrail.Sentence

    private let policy = SuggestionPolicy(minConfidence: 0.5)
    private let grounded = [Sentence(text: Courtesy.hello.rawValue, quotes: []), Sentence(text: "А.", quotes: ["А."])]
    private let ungrounded = [Sentence(text: "А.", quotes: ["А."]), Sentence(text: "Б.", quotes: ["А."])]

    private func decide(_ questions: [Question], _ draft: [Sentence], message: String = "где заказ") -> PolicyDecision {
        policy.decide(PolicyInput(message: message, questions: questions, draft: draft))
    }

    private func reason(_ decision: PolicyDecision) -> HandoffReason? {
        if case .handoff(let reason, _) = decision { reason } else { nil }
    }

    private func kinds(_ decision: PolicyDecision) -> [GuardrailFinding.Kind] {
        switch decision {
        case .suggest(let findings), .handoff(_, let findings): findings.map(\.kind)
        }
    }

    /// Everything a question may look like at the threshold and around it.
    private static let allQuestions: [Question] = [Float(0), 0.49, 0.5, 1, .nan, .infinity].flatMap { confidence in
        [Question.Withheld?.none, .isInternal, .isExpired].flatMap { withheld in
            [Float(0), 0.49, 0.5, 1, .nan].map {
                Question(text: "что", confidence: confidence, withheld: withheld, withheldConfidence: $0)
            }
        }
    }

    @Test func `a sure answer with a grounded draft is suggested`() {
        #expect(decide([Question(text: "где", confidence: 0.5)], grounded) == .suggest(findings: []))
    }

    @Test(arguments: [Float(0.49), 0, -1, .nan, .infinity, -.infinity])
    func `a confidence below the threshold or no number is no answer`(confidence: Float) {
        let decision = decide([Question(text: "где", confidence: confidence)], grounded)
        #expect(reason(decision) == .noAnswer)
        #expect(kinds(decision) == [.unansweredQuestion])
    }

    @Test(arguments: [Float(0.5), 1, .nan])
    func `a better article that may not be told is the reason`(confidence: Float) {
        for (withheld, expected) in [
            (Question.Withheld.isInternal, HandoffReason.internalArticle), (.isExpired, .expiredArticle),
        ] {
            let question = Question(text: "где", confidence: 0.9, withheld: withheld, withheldConfidence: confidence)
            let decision = decide([question], grounded)
            #expect(reason(decision) == expected)
            #expect(kinds(decision) == [.withheldArticle])
        }
    }

    @Test func `an unlikely withheld article is no obstacle`() {
        let question = Question(text: "где", confidence: 0.9, withheld: .isInternal, withheldConfidence: 0.49)
        #expect(decide([question], grounded) == .suggest(findings: []))
    }

    @Test func `without a draft or a question there is no answer`() {
        #expect(decide([Question(text: "где", confidence: 1)], []) == .handoff(reason: .noAnswer, findings: []))
        #expect(decide([], grounded) == .handoff(reason: .noAnswer, findings: []))
    }

    @Test func `one of two questions answered is a suggestion with a finding`() throws {
        let questions = [Question(text: "где", confidence: 0.9), Question(text: "когда", confidence: 0.1)]
        let decision = decide(questions, grounded)
        #expect(reason(decision) == nil)
        #expect(kinds(decision) == [.unansweredQuestion])
        guard case .suggest(let findings) = decision else { return }
        #expect(try #require(findings.first).message.contains("«когда»"))
    }

    @Test func `of several reasons the first question gives its own`() {
        let questions = [
            Question(text: "а", confidence: 0, withheld: .isExpired, withheldConfidence: 1),
            Question(text: "б", confidence: 0),
        ]
        #expect(reason(decide(questions, [])) == .expiredArticle)
        #expect(reason(decide(questions.reversed(), [])) == .noAnswer)
    }

    @Test func `an ungrounded sentence hands off`() {
        let decision = decide([Question(text: "где", confidence: 1)], ungrounded)
        #expect(reason(decision) == .notGrounded)
        #expect(kinds(decision) == [.ungroundedSentence])
    }

    @Test func `an ungrounded draft is never suggested`() {
        for first in Self.allQuestions {
            // 7 has no divisor in common with 3 and 5: the strides meet every kind.
            for second in stride(from: 0, to: Self.allQuestions.count, by: 7).map({ Self.allQuestions[$0] }) {
                #expect(reason(decide([first, second], ungrounded)) != nil)
            }
        }
    }

    /// Law 2: nothing found, nothing drafted and no threshold keeps a customer from a person.
    @Test(arguments: [Float(-1), 0, 0.55, 1, 2, .nan])
    func `a request for a person always ends in a hand-off to one`(minConfidence: Float) {
        let policy = SuggestionPolicy(minConfidence: minConfidence)
        for message in ["Оператор", "где заказ? позовите человека", "ВЫ БОТ?"] {
            for draft in [[], grounded, ungrounded] {
                for questions in [[]] + Self.allQuestions.map({ [$0] }) {
                    let input = PolicyInput(message: message, questions: questions, draft: draft)
                    #expect(reason(policy.decide(input)) == .humanRequested)
                }
            }
        }
    }

    @Test func `a question is answerable exactly when it alone would be suggested`() {
        for question in Self.allQuestions {
            #expect(policy.isAnswerable(question) == (reason(decide([question], grounded)) == nil))
        }
    }

    @Test func `every reason tells the operator something of its own`() {
        let messages = HandoffReason.allCases.map(\.operatorMessage)
        #expect(Set(messages).count == HandoffReason.allCases.count)
        #expect(messages.allSatisfy { $0.hasSuffix(".") })
    }

    @Test(arguments: [
        ("Добрый день, где заказ", Courtesy.goodDay), ("ДОБРЫЙ  ВЕЧЕР", .goodEvening), ("доброе утро!", .goodMorning),
        ("привет", .hello), ("", .hello), ("предобрый день", .hello), ("Добрый, день", .goodDay),
    ])
    func `the greeting mirrors the customer's`(message: String, expected: Courtesy) {
        #expect(Courtesy.greeting(for: message) == expected)
    }
}
