import ReplyPolicy
import Testing

@Suite struct DraftGroundingTests {
    private func draft(_ sentences: [String], mode: DraftGrounding.Mode) throws -> DraftGrounding {
        let source = "Заказ хранится 7 дней. Курьер стоит 299 ₽. Вернуть обувь можно, если бирки на месте."
        return DraftGrounding(try sentences.map { try GroundingFixture.check($0, [source]) }, mode: mode)
    }

    private let mixed = ["Здравствуйте!", "Заказ хранится 7 дней.", "Курьер стоит 300 ₽.", "Вернуть обувь можно."]

    @Test func `unsupported sentences are taken out and partly said ones marked`() throws {
        let draft = try draft(mixed, mode: .remove)
        #expect(draft.sentences.map(\.index) == [0, 1, 3])
        #expect(draft.sentences.map(\.isMarked) == [false, false, true])
        #expect(draft.removed.map(\.index) == [2])
        #expect(!draft.hasLostSubstance)
    }

    @Test func `or they stay and are marked`() throws {
        let draft = try draft(mixed, mode: .mark)
        #expect(draft.sentences.map(\.isMarked) == [false, false, true, true])
        #expect(draft.removed.isEmpty)
    }

    @Test(arguments: [
        ["Здравствуйте!"], [], ["Курьер стоит 300 ₽."], ["Вернуть обувь можно."],
        ["Курьер стоит 300 ₽.", "Заказ хранится 7 дней.", "Курьер стоит 299 ₽."],
        ["Заказ хранится 7 дней.", "Курьер стоит 300 ₽.", "Курьер стоит 301 ₽."],
    ])
    func `a draft without its answer is handed over`(sentences: [String]) throws {
        #expect(try draft(sentences, mode: .remove).hasLostSubstance)
        #expect(try draft(sentences, mode: .mark).hasLostSubstance)
    }
}
