import Foundation
import TestSupport
import Testing

@testable import EvaluationHarness

struct LogisticRegressionTests {
    /// The derivatives of what is minimised, by its definition.
    private func gradient(_ weights: [Double], _ inputs: [[Double]], _ labels: [Bool], _ penalty: Double) -> [Double] {
        var slopes = zip(weights, weights.indices).map { $1 < weights.count - 1 ? penalty * $0 : 0 }
        for (input, label) in zip(inputs, labels) {
            let row = input + [1]
            var sum = 0.0
            for index in row.indices { sum += row[index] * weights[index] }
            let wrong = 1 / (1 + exp(-sum)) - (label ? 1 : 0)
            for index in row.indices { slopes[index] += wrong * row[index] }
        }
        return slopes
    }

    @Test(arguments: [0.01, 1, 100])
    func `at the optimum every derivative is nothing`(penalty: Double) {
        var random = SeededGenerator(seed: 7)
        var inputs: [[Double]] = []
        var labels: [Bool] = []
        for _ in 0..<200 {
            let wide = Double.random(in: -9...9, using: &random)
            let flag: Double = Bool.random(using: &random) ? 1 : 0
            inputs.append([wide, .random(in: 0...1, using: &random), flag])
            labels.append(wide + 4 * flag + Double.random(in: -3...3, using: &random) > 1)
        }
        let fitted = LogisticRegression(inputs: inputs, labels: labels, penalty: penalty)
        for slope in gradient(fitted.weights, inputs, labels, penalty) { #expect(abs(slope) < 0.01) }
        #expect(fitted.weights[0] > 0 && fitted.weights[2] > 0)
    }

    @Test func `one label alone, parted labels and an input that never changes have an optimum`() {
        let inputs: [[Double]] = [[0, 5], [1, 5], [2, 5]]
        for labels in [[true, true, true], [false, false, false], [false, false, true]] {
            let fitted = LogisticRegression(inputs: inputs, labels: labels, penalty: 1)
            #expect(fitted.weights.count == 3 && fitted.weights.allSatisfy(\.isFinite), "\(labels)")
        }
        #expect(LogisticRegression(inputs: [], labels: [], penalty: 1).weights == [0])
    }
}
