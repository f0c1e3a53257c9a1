extension Run {
    /// Parses a TREC run file: `topic Q0 document rank score tag`, separated by spaces or tabs.
    ///
    /// The second column, the rank and the tag are ignored: like trec_eval, the order comes from the scores alone.
    /// Lines end in `\n` or `\r\n`, blank lines are skipped, and the lines of a topic need not be together.
    ///
    /// - Parameter trec: The whole content of the file.
    /// - Throws: `EvaluationError.wrongColumnCount`, `.invalidIdentifier`, `.invalidScore` or `.duplicateDocument`,
    ///   each with the number of the first line that is wrong.
    public init(trec: String) throws(EvaluationError) {
        var rankings: [String: [ScoredDocumentID]] = [:]
        var seen: [String: Set<String>] = [:]
        for line in NumberedLine.lines(of: trec) where !line.isBlank {
            let columns = try line.trecColumns(count: 6)
            try Identifier.validate(columns[0], line: line.number)
            try Identifier.validate(columns[2], line: line.number)
            guard let score = Double(columns[4]), score.isFinite else {
                throw .invalidScore(line: line.number, text: String(columns[4]))
            }
            let (topicID, documentID) = (String(columns[0]), String(columns[2]))
            guard seen[topicID, default: []].insert(documentID).inserted else {
                throw .duplicateDocument(line: line.number, topicID: topicID, documentID: documentID)
            }
            rankings[topicID, default: []].append(ScoredDocumentID(id: documentID, score: score))
        }
        self.init(validated: rankings)
    }

    /// Writes the run as a TREC run file: `topic Q0 document rank score tag`, one space between columns.
    ///
    /// Topics are in ascending order, ranks count from 1, and a score is printed with the fewest digits that read back
    /// as the same `Double`, so a run always gives the same bytes. The format cannot say that a ranking is empty: such
    /// a topic is missing in the file, which changes no measure.
    ///
    /// - Parameter tag: The name of the system. It must be a legal identifier: not empty and without white space.
    /// - Returns: The content of the file, each line ended by `\n`.
    public func trecText(tag: String) -> String {
        precondition(Identifier.isValid(tag), "a run tag is one column of the file")
        var text = ""
        for topicID in topics {
            for (index, document) in ranking(for: topicID).enumerated() {
                text += "\(topicID) Q0 \(document.id) \(index + 1) \(document.score) \(tag)\n"
            }
        }
        return text
    }
}
