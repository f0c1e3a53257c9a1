import KnowledgeBase
import Retrieval
import Testing

@Suite struct SentenceEvidenceTests {
    @Test func `sentences are what they say of the project's articles`() throws {
        let fixture = try SearchFixture.project()
        var literal = 0
        var total = 0
        for message in [
            "Как вернуть обувь и когда придут деньги?", "курьер не приехал", "Сгорели искорки",
            "способы оплаты таблица",
        ] {
            for question in try fixture.searcher.evidence(for: message, today: fixture.today).questions {
                let best = try #require(question.best)
                #expect((0...1).contains(best.confidence))
                #expect(best.source == fixture.articles.first { $0.id.rawValue == best.article.id })
                var end = 0
                for sentence in best.sentences {
                    #expect(sentence.utf8Range.lowerBound >= end)
                    end = sentence.utf8Range.upperBound
                    try check(sentence, of: best.source)
                    total += 1
                    if utf8Text(best.source.source, sentence.sourceRange) == sentence.text { literal += 1 }
                }
            }
        }
        #expect(total > 40 && literal * 2 > total)
    }

    private func check(_ sentence: SentenceEvidence, of article: Article) throws {
        #expect(utf8Text(article.plainText.text, sentence.utf8Range) == sentence.text)
        #expect(sentence.sourceRange == article.plainText.sourceRange(of: sentence.utf8Range))
        let source = try #require(utf8Text(article.source, sentence.sourceRange))
        #expect(source.utf8.count != sentence.text.utf8.count || source == sentence.text)
        #expect(sentence.worth.isFinite && (0...1).contains(sentence.worth))
        let block = article.plainText.blocks[sentence.block]
        #expect(block.kind == sentence.kind)
        #expect(block.utf8Range.lowerBound <= sentence.utf8Range.lowerBound)
        #expect(sentence.utf8Range.upperBound <= block.utf8Range.upperBound)
        let passage = article.passages[sentence.passage]
        #expect(passage.blocks.contains(block))
    }

    @Test func `a paragraph is cut into sentences, a list item and a table row are not`() throws {
        let body = """
            Первое. Второе!

            ## Заголовок

            1. Шаг один. Готово.
            2. Шаг два.

            > Цитата раз. Цитата два.

            | Цена | Срок |
            |---|---|
            | 100 ₽. Да. | день |

            ```
            Код. Код.
            ```
            """
        let fixture = try SearchFixture([ArticleText(id: 1, title: "Шаг", body: body)])
        let found = try fixture.searcher.evidence(for: "шаг один", today: fixture.today)
        let sentences = try #require(found.questions.first?.best).sentences
        #expect(
            sentences.map(\.text) == [
                "Первое.", "Второе!", "Шаг один. Готово.", "Шаг два.", "Цитата раз.", "Цитата два.",
                "100 ₽. Да. | день",
            ])
        #expect(
            sentences.map(\.kind) == [
                .paragraph, .paragraph, .listItem(ordinal: 1), .listItem(ordinal: 2), .quote, .quote, .tableRow,
            ])
        #expect(sentences.map(\.passage) == [0, 0, 1, 1, 1, 1, 1])
    }

    @Test func `a sentence is worth its share of the question`() throws {
        let fixture = try SearchFixture([
            ArticleText(id: 1, title: "Раз", body: "Чек и карта. Чек, чек! Карта. Ничего. Картонный чек. Как и что.\n")
        ])
        let found = try fixture.searcher.evidence(for: "чек карта", today: fixture.today)
        let worths = try #require(found.questions.first?.best).sentences.map(\.worth)
        // One document: all words of it have the same idf. «Картонный» shares the root карт with «карта»: half of a half.
        #expect(worths == [1, 0.5, 0.5, 0, 0.75, 0])
    }
}
