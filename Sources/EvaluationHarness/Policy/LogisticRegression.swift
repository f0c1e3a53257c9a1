import Foundation

/// Logistic regression over a few dense inputs, with a quadratic penalty on the weights but not on the bias.
///
/// Minimised is `Σ log(1 + exp(−y·(w·x + b))) + penalty·|w|²/2` by Newton's method; a step that does not help is halved.
///
/// - Source: T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2nd ed. 2009, 4.4.1.
struct LogisticRegression {
    /// The weights of the inputs, then the bias.
    let weights: [Double]

    private static let maxSteps = 60
    private static let tolerance = 1e-9

    /// Fits weights.
    ///
    /// - Parameters:
    ///   - inputs: rows of equal length.
    ///   - labels: one a row.
    ///   - penalty: above 0.
    /// - Complexity: O(steps · rows · length²).
    init(inputs: [[Double]], labels: [Bool], penalty: Double) {
        let rows = inputs.map { $0 + [1] }
        let signs = labels.map { $0 ? 1.0 : -1.0 }
        let count = (inputs.first?.count ?? 0) + 1
        // The bias has a trace of a penalty, so that one label alone has an optimum.
        let penalties = [Double](repeating: penalty, count: count - 1) + [1e-6]
        var weights = [Double](repeating: 0, count: count)
        var loss = Self.loss(weights, rows, signs, penalties)
        for _ in 0..<Self.maxSteps {
            let direction = Self.newtonStep(weights, rows, signs, penalties)
            var rate = 1.0
            var next = weights
            var nextLoss = loss
            repeat {
                next = zip(weights, direction).map { $0 - rate * $1 }
                nextLoss = Self.loss(next, rows, signs, penalties)
                rate /= 2
            } while nextLoss > loss && rate > 1e-6
            guard nextLoss < loss - Self.tolerance * (1 + loss) else { break }
            (weights, loss) = (next, nextLoss)
        }
        self.weights = weights
    }

    private static func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for index in one.indices { sum += one[index] * other[index] }
        return sum
    }

    private static func loss(
        _ weights: [Double], _ rows: [[Double]], _ signs: [Double], _ penalties: [Double]
    ) -> Double {
        var sum = zip(weights, penalties).reduce(0) { $0 + $1.0 * $1.0 * $1.1 / 2 }
        for (row, sign) in zip(rows, signs) {
            let margin = sign * dot(weights, row)
            sum += margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin
        }
        return sum
    }

    /// The inverse of the second derivatives, times the first.
    private static func newtonStep(
        _ weights: [Double], _ rows: [[Double]], _ signs: [Double], _ penalties: [Double]
    ) -> [Double] {
        let count = weights.count
        var gradient = zip(weights, penalties).map { $0 * $1 }
        var curvature = (0..<count).map { index in
            (0...index).map { $0 == index ? penalties[index] : 0 }
        }
        for (row, sign) in zip(rows, signs) {
            let wrong = 1 / (1 + exp(sign * dot(weights, row)))
            for index in 0..<count where row[index] != 0 {
                gradient[index] -= sign * wrong * row[index]
                let scaled = wrong * (1 - wrong) * row[index]
                for other in 0...index { curvature[index][other] += scaled * row[other] }
            }
        }
        return solve(curvature, gradient)
    }

    /// Solves `matrix · x = vector` by Cholesky's method; of the symmetric matrix the lower half is given.
    private static func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        var lower = matrix
        var solution = vector
        for row in vector.indices {
            for column in 0...row {
                var sum = matrix[row][column]
                for index in 0..<column { sum -= lower[row][index] * lower[column][index] }
                lower[row][column] =
                    row == column ? max(sum, .leastNormalMagnitude).squareRoot() : sum / lower[column][column]
            }
            for index in 0..<row { solution[row] -= lower[row][index] * solution[index] }
            solution[row] /= lower[row][row]
        }
        for row in vector.indices.reversed() {
            for index in row + 1..<vector.count { solution[row] -= lower[index][row] * solution[index] }
            solution[row] /= lower[row][row]
        }
        return solution
    }
}
