/// Recognises words written with a slip.
enum Misspelling {
    /// Shorter words lose their shape with a letter.
    private static let minLetters = 7
    /// Endings are no longer than this.
    private static let maxEnding = 5

    /// Whether some beginning of `word` is within one edit of `target`: «опертора» and «операотра» for «оператор».
    ///
    /// An edit inserts, deletes or replaces one letter, or swaps two neighbours. The target must have at least 7 letters, so that an edit
    /// keeps its shape. Two edits would be too many: they make «оперативно» an operator.
    /// - Complexity: O(letters).
    /// - Source: F. J. Damerau, A technique for computer detection and correction of spelling errors, 1964.
    static func begins<Letter: Equatable>(_ word: some RandomAccessCollection<Letter>, withNearly target: [Letter])
        -> Bool
    {
        let letters = Array(word)
        let count = target.count
        guard count >= minLetters, letters.count + 1 >= count, letters.count <= count + maxEnding else { return false }
        return (count - 1...count + 1).contains { length in
            length <= letters.count && isNearly(letters[..<length], target)
        }
    }

    /// Whether two words are within one edit.
    static func isNearly<Letter: Equatable>(_ word: ArraySlice<Letter>, _ target: [Letter]) -> Bool {
        guard abs(word.count - target.count) <= 1 else { return false }
        let shorter = min(word.count, target.count)
        var head = 0
        while head < shorter, word[word.startIndex + head] == target[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, word[word.endIndex - 1 - tail] == target[target.count - 1 - tail] { tail += 1 }
        let rest = (word.count - head - tail, target.count - head - tail)
        if rest.0 <= 1 && rest.1 <= 1 { return true }
        let first = word.startIndex + head
        return rest == (2, 2) && word[first] == target[head + 1] && word[first + 1] == target[head]
    }
}
