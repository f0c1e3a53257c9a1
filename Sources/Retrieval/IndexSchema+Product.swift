public import SearchIndex
import TextAnalysis

extension IndexSchema {
    /// The fields of a passage, in the order in which the product gives them.
    ///
    /// `lead` has the first words of a text without a title: it stands in for the title in the layer of titles only, so
    /// that in a collection where some documents have titles the others are not put at a disadvantage.
    enum Field: Int, CaseIterable {
        case title, questions, headings, body, lead

        var name: String {
            switch self {
            case .title: "title"
            case .questions: "questions"
            case .headings: "headings"
            case .body: "body"
            case .lead: "lead"
            }
        }
    }

    /// The product's defaults, the same for every collection.
    ///
    /// Four layers whose scores are added, each with its own idf and norm: stems carry the score; roots find other
    /// forms of the same word; word forms prefer the exact one; stems of title, headings and questions prefer passages
    /// that are *about* the subject. The layers and their weights follow the comparison in `docs/retrieval.md`, chosen
    /// on development collections.
    public static func product() throws(IndexError) -> IndexSchema {
        let all: [UInt8] = [1, 1, 1, 1, 0]
        let titles: [UInt8] = [1, 1, 1, 0, 1]
        return try IndexSchema(
            fields: Field.allCases.map(\.name),
            layers: [
                LayerSchema(name: "stem", analysis: .stem, fieldWeights: all, k1: 1.2, b: 0.75, weight: 1),
                LayerSchema(name: "root", analysis: .root, fieldWeights: all, k1: 1.2, b: 0.9, weight: 1),
                LayerSchema(name: "form", analysis: .form, fieldWeights: all, k1: 1.2, b: 0.75, weight: 0.2),
                LayerSchema(name: "title", analysis: .stem, fieldWeights: titles, k1: 1.2, b: 0.5, weight: 0.4),
            ]
        )
    }
}
