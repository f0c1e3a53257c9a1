/// Recognises words written with a slip.
enum Misspelling {
    /// Whether some beginning of `word` is within one edit of `target`: «опертора» for «оператор».
    ///
    /// An edit inserts, deletes or replaces one letter. The target must have at least 8 letters, so that an edit keeps its shape. Two edits
    /// would be too many: they make «оперативно» an operator.
    /// - Source: V. I. Levenshtein, Binary codes capable of correcting deletions, insertions and reversals, 1966.
    static func begins(_ word: String, withNearly target: String) -> Bool {
        let letters = Array(word)
        let wanted = Array(target)
        guard wanted.count >= 8, letters.count + 1 >= wanted.count, letters.count <= wanted.count + 5 else {
            return false
        }
        // Row i holds the distances of the first i letters of the target to every beginning of the word.
        var row = Array(0...letters.count)
        for (i, wantedLetter) in wanted.enumerated() {
            var next = [i + 1]
            for (j, letter) in letters.enumerated() {
                let replaced = row[j] + (letter == wantedLetter ? 0 : 1)
                next.append(min(replaced, row[j + 1] + 1, next[j] + 1))
            }
            row = next
        }
        return row.contains { $0 <= 1 }
    }
}
