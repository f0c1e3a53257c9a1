extension Qrels {
    /// The header line of a BEIR qrels file.
    private static let beirHeader = "query-id\tcorpus-id\tscore"

    /// Parses a BEIR qrels file: a header line, then topic, document and integer grade between single tabs.
    ///
    /// The header names the columns `query-id`, `corpus-id` and `score`. Lines end in `\n` or `\r\n`; blank lines are
    /// skipped. White space around a column is not trimmed. Source: Thakur et al., "BEIR", NeurIPS 2021, and the files
    /// of its distribution.
    ///
    /// - Parameter beirTSV: The whole content of the file.
    /// - Throws: `EvaluationError.missingHeader`, `.wrongColumnCount`, `.invalidIdentifier`, `.invalidGrade` or
    ///   `.duplicateJudgement`, each with the number of the first line that is wrong.
    public init(beirTSV: String) throws(EvaluationError) {
        let lines = NumberedLine.lines(of: beirTSV)
        let firstLine = lines.first?.text ?? ""
        guard firstLine == Qrels.beirHeader else {
            throw .missingHeader(line: 1, expected: Qrels.beirHeader, found: String(firstLine))
        }
        var builder = QrelsBuilder()
        for line in lines.dropFirst() where !line.isBlank {
            let columns = line.tabSeparatedColumns
            guard columns.count == 3 else {
                throw .wrongColumnCount(line: line.number, expected: 3, found: columns.count)
            }
            try builder.add(topic: columns[0], document: columns[1], grade: columns[2], line: line.number)
        }
        self = builder.qrels
    }
}
