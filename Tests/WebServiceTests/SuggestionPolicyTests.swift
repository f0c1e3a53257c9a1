import Foundation
import ReplyPolicy
import Testing
import WebService

struct SuggestionPolicyTests {
    private func suggest(_ body: [String: Any], policy: Policy = Policy()) async throws -> [String: Any] {
        try await TestService(policy: policy).post("/v1/suggestions", json: body).json()
    }

    @Test func `an answer names the policy and every rule with its reason`() async throws {
        let json = try await suggest(["message": "Как вернуть обувь?"])
        let policy = try #require(json["policy"] as? [String: Any])
        #expect(policy["version"] as? String == "built-in")
        let steps = try #require(policy["steps"] as? [[String: Any]])
        #expect(steps.count >= 9)
        #expect(steps.allSatisfy { ($0["explanation"] as? String)?.isEmpty == false })
    }

    @Test func `every sentence says how it is supported`() async throws {
        let json = try await suggest(["message": "Как вернуть обувь?"])
        let draft = try #require(json["draft"] as? [String: Any])
        let verdicts = try #require(draft["sentences"] as? [[String: Any]]).map { $0["verdict"] as? String }
        #expect(Set(verdicts) == ["courtesy", "quotation"])
        #expect((draft["removed"] as? [Any])?.isEmpty == true)
    }

    @Test func `personal data is found in the message and masked, and its value is repeated nowhere else`() async throws
    {
        let json = try await suggest(["message": "Как вернуть обувь? Мой телефон 8 916 123-45-67"])
        let message = try #require(json["message"] as? [String: Any])
        #expect(message["masked"] as? String == "Как вернуть обувь? Мой телефон [ТЕЛЕФОН_1]")
        let found = try #require((message["personalData"] as? [[String: Any]])?.first)
        #expect(found["kind"] as? String == "phone" && found["name"] as? String == "телефон")
        #expect(found["value"] == nil)
    }

    @Test func `a hand-off says how urgent it is, who takes it and what to write meanwhile`() async throws {
        let json = try await suggest(["message": "Розетка от вашего чайника дымится, пахнет гарью!"])
        let handoff = try #require(json["handoff"] as? [String: Any])
        #expect(handoff["reason"] as? String == "safety")
        #expect(handoff["priority"] as? String == "urgent")
        #expect((handoff["customerMessage"] as? String)?.isEmpty == false)
        #expect((handoff["routing"] as? String)?.isEmpty == false)
    }

    @Test func `what is on record of the customer and the channel decide`() async throws {
        var policy = Policy()
        policy.escalation.personOnlyGroups = ["vip"]
        policy.channels[.telegram] = ChannelRule(isAllowed: false, reason: "закон")
        for (body, reason) in [
            (["customer": ["groups": ["vip"]]], "vip"), (["customer": ["refusesMachine": true]], "ai_refused"),
            (["channel": "telegram"], "channel_forbidden"),
        ] as [([String: Any], String)] {
            let json = try await suggest(body.merging(["message": "Как вернуть обувь?"]) { $1 }, policy: policy)
            #expect((json["handoff"] as? [String: Any])?["reason"] as? String == reason)
        }
    }

    @Test func `the same question again is noticed from the conversation`() async throws {
        let earlier = [
            ["author": "customer", "text": "Как вернуть обувь, если она не подошла?"],
            ["author": "operator", "name": "Анна Ли", "text": "Одну минуту."],
        ]
        let json = try await suggest(["message": "Так как мне вернуть обувь, которая не подошла?", "earlier": earlier])
        #expect((json["handoff"] as? [String: Any])?["reason"] as? String == "repeated_question")
    }

    @Test(
        arguments: [
            (["message": "а", "channel": "pigeon"], "unknown_channel"),
            (["message": "а", "earlier": [["author": "cat", "text": "б"]]], "unknown_author"),
            (["message": " "], "empty_text"), (["message": "а", "channel": 5], "invalid_json"),
        ] as [([String: any Sendable], String)])
    func `a wrong request is named`(body: [String: any Sendable], code: String) async throws {
        let answer = try await TestService().post("/v1/suggestions", json: body)
        #expect(answer.status == .badRequest)
        #expect((try answer.json()["error"] as? [String: Any])?["code"] as? String == code)
    }

    @Test func `a reply that a person wrote is held against the articles`() async throws {
        let body = [
            "message": "Как вернуть обувь?",
            "reply": "Здравствуйте! Обувь можно вернуть в течение 30 дней после получения. Пришлите её за 45 дней.",
        ]
        let json = try await TestService().post("/v1/reviews", json: body).json()
        let draft = try #require(json["draft"] as? [String: Any])
        #expect(draft["source"] as? String == "person")
        let removed = try #require(draft["removed"] as? [[String: Any]])
        #expect(removed.map { $0["text"] as? String } == ["Пришлите её за 45 дней."])
        #expect((removed.first?["note"] as? String)?.contains("45") == true)
    }

    @Test func `a review without a reply is named`() async throws {
        let answer = try await TestService().post("/v1/reviews", json: ["message": "Как вернуть обувь?"])
        #expect((try answer.json()["error"] as? [String: Any])?["code"] as? String == "empty_reply")
    }
}
