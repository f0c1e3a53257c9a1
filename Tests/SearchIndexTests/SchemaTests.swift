import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct SchemaTests {
    private func layer(_ weights: [UInt8] = [1], k1: Float = 1, b: Float = 0.5, weight: Float = 1) -> LayerSchema {
        LayerSchema(name: "l", analysis: .form, fieldWeights: weights, k1: k1, b: b, weight: weight)
    }

    private func isAccepted(_ fields: [String], _ layers: [LayerSchema]) -> Bool {
        do throws(IndexError) {
            _ = try IndexSchema(fields: fields, layers: layers)
            return true
        } catch {
            guard case .invalidSchema = error else {
                Issue.record("\(error)")
                return false
            }
            return false
        }
    }

    @Test func `a schema needs fields, layers and a weight`() {
        #expect(isAccepted(["f"], [layer()]))
        #expect(isAccepted(["f"], Array(repeating: layer(), count: 255)))
        #expect(!isAccepted([], [layer([])]))
        #expect(!isAccepted(["f"], []))
        #expect(!isAccepted(["f"], Array(repeating: layer(), count: 256)))
        #expect(!isAccepted(["f"], [layer([1, 1])]))
        #expect(!isAccepted(["f", "g"], [layer([0, 0])]))
        #expect(isAccepted(["f", "g"], [layer([0, 255])]))
    }

    @Test(arguments: [-1, .nan, .infinity] as [Float])
    func `parameters out of their range are refused`(value: Float) {
        #expect(!isAccepted(["f"], [layer(k1: value)]))
        #expect(!isAccepted(["f"], [layer(b: value)]))
        #expect(!isAccepted(["f"], [layer(weight: value)]))
        #expect(!isAccepted(["f"], [layer(weight: 0)]))
        #expect(!isAccepted(["f"], [layer(b: 1.5)]))
        #expect(isAccepted(["f"], [layer(k1: 0, b: 0)]))
    }

    @Test func `weights of equal terms of a query add up, in the order of the first`() {
        var query = Query()
        query.add(QueryTerm(layer: 0, term: "а", weight: 1))
        query.add(QueryTerm(layer: 1, term: "а", weight: 2))
        query.add(QueryTerm(layer: 0, term: "б"))
        query.add(QueryTerm(layer: 0, term: "а", weight: 0.5))
        #expect(query.terms.map(\.weight) == [1.5, 2, 1])
        #expect(query.terms.map(\.layer) == [0, 1, 0])
    }
}
