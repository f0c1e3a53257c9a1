internal import Foundation

extension JudgedRanking {
    /// The discounted cumulative gain divided by that of the ideal ranking; 0 when no document has a gain.
    func nDCG(at cutoff: Int, gain: Gain) -> Double {
        let ideal = JudgedRanking.discountedGain(of: idealGrades.prefix(cutoff), gain: gain)
        guard ideal > 0 else {
            return 0
        }
        return JudgedRanking.discountedGain(of: grades.prefix(cutoff), gain: gain) / ideal
    }

    /// Σ gain(grade at rank i) / log2(i + 1), summed from the first rank on, i counted from 1.
    private static func discountedGain(of grades: ArraySlice<Int>, gain: Gain) -> Double {
        var sum = 0.0
        for (index, grade) in grades.enumerated() where grade > 0 {
            sum += gain.value(ofGrade: grade) / log2(Double(index + 2))
        }
        return sum
    }
}
