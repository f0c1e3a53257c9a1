import Foundation
import KnowledgeBase
import ReplyPolicy
import ReplySuggestion
import Retrieval
import Testing

/// The suggester over the knowledge base that comes with the project, which is indexed once.
///
/// Law 1 is a fact of compilation: nothing in the public interface sends; a suggestion is a value, a draft or a hand-off.
/// Law 6: the suggester of these tests has an index and nothing else.
@Suite struct ProjectKnowledgeTests {
    private static let shared = Result {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let today = try SmallBase.day("2026-11-22")
        let folder = root.appendingPathComponent("knowledge").path
        return try SmallBase(ArticleCollection.read(directory: folder, today: today), today: today)
    }

    private let base: SmallBase

    init() throws { base = try Self.shared.get() }

    private func citedIDs(_ suggestion: Suggestion) -> [String] {
        guard case .draft(let draft) = suggestion.outcome else { return [] }
        return draft.sentences.flatMap(\.citations).map(\.article.id)
    }

    @Test func `the demonstration message is answered from two articles`() throws {
        let message = "Здравствуйте! Заказала кроссовки, не подошёл размер, как вернуть и когда придут деньги?"
        let suggestion = try base.suggest(message)
        let ids = citedIDs(suggestion)
        #expect(ids.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } == ["kb-0301", "kb-0307"])
        #expect(suggestion.decision.findings == [])
        let draft = try base.draft(message)
        #expect(draft.text.hasPrefix("Здравствуйте!\n\n"))
        let steps = draft.sentences.filter { $0.citations.first?.article.id == "kb-0301" }.map(\.marker)
        #expect(steps.filter { $0.first?.isNumber == true } == ["1. ", "2. ", "3. ", "4. ", "5. "])
    }

    /// Law 4 over two questions of every article: some 250 messages.
    @Test func `every draft cites every claim`() throws {
        var drafts = 0
        for article in base.collection.articles {
            for question in article.questions.prefix(2) {
                let suggestion = try base.suggest(question)
                guard case .draft(let draft) = suggestion.outcome else { continue }
                drafts += 1
                try DraftContract.expect(draft, from: base, "\(article.id): \(question)")
            }
        }
        #expect(drafts >= 100)
    }

    @Test func `articles that may not be told are never cited`() throws {
        let withheld = base.collection.articles.filter {
            $0.audience == .internal || $0.validity(on: base.today) != .current
        }
        #expect(withheld.count >= 22)
        let ids = Set(withheld.map(\.id.rawValue))
        for question in withheld.flatMap({ $0.questions + [$0.title] }) {
            #expect(ids.isDisjoint(with: citedIDs(try base.suggest(question))), "\(question)")
        }
    }

    @Test func `steps of every draft begin with 1 and have no gaps`() throws {
        for title in base.collection.articles.map(\.title) {
            guard case .draft(let draft) = try base.suggest("Как быть: " + title).outcome else { continue }
            var last = 0
            for marker in draft.sentences.map(\.marker) {
                guard let ordinal = Int(marker.prefix { $0.isNumber }) else { continue }
                #expect(ordinal == 1 || ordinal == last + 1, "\(title)")
                last = ordinal
            }
        }
    }

    @Test(arguments: [
        "Здравствуйте! Как вернуть деньги за заказ?", "Какая погода завтра в Москве?", "позовите оператора", "",
    ])
    func `the same message gives the same suggestion`(message: String) throws {
        let first = try base.suggest(message)
        let second = try base.suggest(message)
        #expect(first.outcome == second.outcome && first.articles == second.articles)
        #expect(first.questions == second.questions && first.decision == second.decision)
        #expect(first.generation == second.generation)
    }

    @Test func `at most five nearest articles are listed, best first, each once`() throws {
        for message in ["вернуть деньги", "Какая погода завтра в Москве?", "позовите оператора"] {
            let articles = try base.suggest(message).articles
            #expect(articles.count <= 5 && Set(articles.map(\.article.id)).count == articles.count)
            #expect(zip(articles, articles.dropFirst()).allSatisfy { $0.score >= $1.score })
        }
    }

    @Test(arguments: [
        ("Добрый день! Сколько хранится заказ в пункте?", "Добрый день!"),
        ("ДОБРЫЙ ВЕЧЕР, сколько хранится заказ в пункте?", "Добрый вечер!"),
        ("доброе утро сколько хранится заказ в пункте", "Доброе утро!"),
        ("Сколько хранится заказ в пункте?", "Здравствуйте!"),
    ])
    func `the greeting mirrors the customer's`(message: String, greeting: String) throws {
        #expect(try base.draft(message).sentences.first?.text == greeting)
    }

    @Test func `one answered question of two leaves a finding`() throws {
        let suggestion = try base.suggest("Сколько хранится заказ в пункте? И как испечь шарлотку?")
        #expect(suggestion.decision.findings.map(\.kind) == [.unansweredQuestion])
        #expect(!citedIDs(suggestion).isEmpty)
    }

    @Test(arguments: ["Добрый день", "Здравствуйте!", "Доброе утро, коллеги", "Спасибо большое!", "привет", "?!"])
    func `pleasantries alone have no draft`(message: String) throws {
        #expect(try base.suggest(message).outcome == .handoff(.noAnswer))
    }

    @Test func `the total time includes retrieval`() throws {
        let timings = try base.suggest("Сколько хранится заказ в пункте?").timings
        #expect(timings.retrieval > .zero && timings.total >= timings.retrieval)
    }
}
