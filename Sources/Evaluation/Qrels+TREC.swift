extension Qrels {
    /// Parses a TREC qrels file: `topic iteration document grade`, separated by spaces or tabs, without a header.
    ///
    /// The iteration is ignored, as trec_eval does. Lines end in `\n` or `\r\n`; blank lines are skipped.
    ///
    /// - Parameter trec: The whole content of the file.
    /// - Throws: `EvaluationError.wrongColumnCount`, `.invalidIdentifier`, `.invalidGrade` or `.duplicateJudgement`,
    ///   each with the number of the first line that is wrong.
    public init(trec: String) throws(EvaluationError) {
        var builder = QrelsBuilder()
        for line in NumberedLine.lines(of: trec) where !line.isBlank {
            let columns = try line.trecColumns(count: 4)
            try builder.add(topic: columns[0], document: columns[2], grade: columns[3], line: line.number)
        }
        self = builder.qrels
    }
}
