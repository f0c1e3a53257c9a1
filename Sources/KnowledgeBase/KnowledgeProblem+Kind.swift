extension KnowledgeProblem {
    /// What can be wrong with an article's file.
    public enum Kind: Hashable, Sendable {
        /// Error: the file is not UTF-8; `byteOffset` is the first byte that does not fit.
        case notUTF8(byteOffset: Int)
        /// Error: the file holds a NUL character at `byteOffset`.
        case nulCharacter(byteOffset: Int)
        /// Error: the file is larger than `limit` bytes; it was not read.
        case tooLarge(byteCount: Int, limit: Int)
        /// Error: the file, or a folder inside the folder, cannot be read; `reason` is the system's own text.
        case unreadable(reason: String)
        /// Error: the first line is not `---`.
        case missingFrontMatter
        /// Error: the front matter has no closing `---`.
        case unclosedFrontMatter
        /// Error: the front matter is not a YAML mapping; `reason` is the parser's own text.
        case invalidYAML(reason: String)
        /// Error: a required field is absent or empty.
        case missingField(name: String)
        /// Error: a field has the wrong shape or value; `expected` says in Russian what fits.
        case invalidField(name: String, value: String, expected: String)
        /// Warning: a field that the format does not know; usually a slip of the pen.
        case unknownField(name: String)
        /// Error: a date is not a real day written as `YYYY-MM-DD`.
        case invalidDate(field: String, value: String)
        /// Error: the `id` is not of the form of `ArticleID`.
        case invalidID(value: String)
        /// Error: another file, earlier in path order, has the same `id` and is kept.
        case duplicateID(id: ArticleID, firstPath: String)
        /// Error: the last day of the term lies before its first day.
        case validToBeforeValidFrom(validFrom: CalendarDate, validTo: CalendarDate)
        /// Error: there is no text under the front matter.
        case emptyBody
        /// Warning: there are no questions.
        case emptyQuestions
        /// Warning: the number of questions is outside of the recommended range.
        case questionCount(found: Int, recommended: ClosedRange<Int>)
        /// Warning: a link leads to no article of the knowledge base.
        case brokenLink(target: String)
        /// Warning: the superseded article is not in the knowledge base.
        case unknownSupersedes(id: ArticleID)
        /// Warning: the article names itself in `supersedes`; the field is not applied.
        case selfSupersedes
        /// Warning: articles supersede each other in a ring, listed from this one on; the field is not applied.
        case supersedesCycle(ids: [ArticleID])
        /// Warning: the article is out of force; `since` is the first day without it.
        case expired(since: CalendarDate, replacedBy: ArticleID?)
        /// Warning: a code block is opened and not closed, so the rest of the article counts as code.
        case unclosedCodeFence
    }

    /// Whether the problem keeps the article out of the knowledge base.
    public var severity: Severity {
        switch kind {
        case .unknownField, .emptyQuestions, .questionCount, .brokenLink, .unknownSupersedes, .selfSupersedes,
            .supersedesCycle, .expired, .unclosedCodeFence:
            .warning
        case .notUTF8, .nulCharacter, .tooLarge, .unreadable, .missingFrontMatter, .unclosedFrontMatter, .invalidYAML,
            .missingField, .invalidField, .invalidDate, .invalidID, .duplicateID, .validToBeforeValidFrom, .emptyBody:
            .error
        }
    }
}
