extension RussianAnalyzer {
    /// The words that carry grammar and no subject, in their normalised form.
    public static var functionWords: Set<String> { StopWords.russian }
}
