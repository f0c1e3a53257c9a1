import TextAnalysis

extension [AnalyzedText.Word] {
    /// The first word that starts at or after a place.
    func firstIndex(from place: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].utf8Range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
