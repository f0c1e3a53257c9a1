import ReplyPolicy
import Testing

@Suite struct SuggestionLifecycleTests {
    typealias Life = SuggestionLifecycle

    /// Every event, with good and bad names and texts.
    static let events: [Life.Event] = [
        .show, .send, .handOff, .customerWrote,
        .edit(text: "правка", by: "Анна Ли"), .edit(text: "правка", by: " "), .edit(text: " \n", by: "Анна Ли"),
        .approve(.person(name: "Анна Ли")), .approve(.person(name: "")),
        .approve(.rule(topic: "Доставка", switchedOnBy: "Олег Ян")),
        .approve(.rule(topic: "Доставка", switchedOnBy: "")),
        .approve(.rule(topic: "", switchedOnBy: "Олег Ян")),
    ]

    /// What an outside observer knows of a path: who has approved the text as it is now, if anybody.
    private struct Path: Hashable {
        var life: String
        var approvedText: String?
        var approver: String?
    }

    /// Walks every order of events to depth 8; paths that no observer could tell apart are walked once.
    @Test func `no order of eight events sends a text that nobody approved`() throws {
        var frontier: [(life: Life, approvedText: String?, approver: Life.Approver?)] = [
            (Life(draft: "черновик"), nil, nil)
        ]
        var sentCount = 0
        var walked = 0
        for _ in 0..<8 {
            var seen: Set<Path> = []
            var next: [(life: Life, approvedText: String?, approver: Life.Approver?)] = []
            for path in frontier {
                for event in Self.events {
                    walked += 1
                    var life = path.life
                    var (approvedText, approver) = (path.approvedText, path.approver)
                    do {
                        try life.apply(event)
                    } catch {
                        #expect(life == path.life, "a refused event changed something: \(event)")
                        continue
                    }
                    if case .approve(let by) = event { (approvedText, approver) = (life.text, by) }
                    if case .edit = event { (approvedText, approver) = (nil, nil) }
                    if case .sent(let by) = life.state {
                        sentCount += 1
                        #expect(approvedText == life.text && approver == by && by == path.approver)
                        #expect(!path.life.isOver)
                    }
                    let key = Path(life: "\(life)", approvedText: approvedText, approver: approver.map { "\($0)" })
                    if seen.insert(key).inserted { next.append((life, approvedText, approver)) }
                }
            }
            frontier = next
        }
        #expect(sentCount > 4)
        #expect(walked > 500)
    }

    @Test func `whatever happened, a person can take over until it is sent`() throws {
        var frontier = [Life(draft: "черновик")]
        for _ in 0..<6 {
            var next: [Life] = []
            for life in frontier {
                if !life.isOver {
                    var taken = life
                    try taken.apply(.handOff)
                    #expect(taken.state == .handedOff)
                }
                for event in Self.events {
                    var changed = life
                    do { try changed.apply(event) } catch { continue }
                    if !next.contains(changed) { next.append(changed) }
                }
            }
            frontier = next
        }
    }

    @Test func `the usual way: shown, edited, approved, sent`() throws {
        var life = Life(draft: "черновик")
        for event: Life.Event in [
            .show, .edit(text: "ответ", by: "Анна Ли"), .approve(.person(name: "Анна Ли")), .send,
        ] { try life.apply(event) }
        #expect(life.state == .sent(by: .person(name: "Анна Ли")))
        #expect(life.text == "ответ")
    }

    @Test func `an edit after the approval takes it away`() throws {
        var life = Life(draft: "черновик")
        for event: Life.Event in [
            .show, .approve(.person(name: "Анна Ли")), .edit(text: "другое", by: "Анна Ли"),
        ] { try life.apply(event) }
        let before = life
        #expect(throws: Life.Refusal.notNow(.edited(by: "Анна Ли"))) { try Self.applied(.send, to: before) }
    }

    @Test func `a rule approves only what nobody looks at`() throws {
        let rule = Life.Event.approve(.rule(topic: "Доставка", switchedOnBy: "Олег Ян"))
        var life = Life(draft: "черновик")
        try life.apply(.show)
        let shown = life
        #expect(throws: Life.Refusal.ruleOverPerson) { try Self.applied(rule, to: shown) }
    }

    @Test func `what is stale can only be handed off`() throws {
        var life = Life(draft: "черновик")
        try life.apply(.customerWrote)
        let stale = life
        for event in Self.events where event != .handOff && event != .customerWrote {
            #expect(throws: Life.Refusal.self) { try Self.applied(event, to: stale) }
        }
    }

    private static func applied(_ event: Life.Event, to life: Life) throws(Life.Refusal) -> Life {
        var changed = life
        try changed.apply(event)
        return changed
    }
}
