import TextAnalysis

/// All word lists of the check in one table, made once.
enum ClaimLexicon {
    private static let table: SenseTable = {
        var table = SenseTable()
        GeneralWords.add(to: &table)
        SynonymWords.add(to: &table)
        OppositeWords.add(to: &table)
        RoleWords.add(to: &table)
        UnitWords.add(to: &table)
        NumberWords.add(to: &table)
        return table
    }()

    /// What is known of a normalised form.
    static func sense(of form: String) -> WordSense { table.sense(of: form) }
}
