/// One way to reduce a word to an indexed term.
///
/// A text is indexed in several layers at once. Russian questions and answers share roots more often than word forms,
/// so the coarse layers find what the fine ones miss, and the fine ones order what the coarse ones find.
public enum AnalysisLayer: String, CaseIterable, Sendable {
    /// The normalised word form: «кроссовки» → `кроссовки`.
    ///
    /// Stop words have none.
    case form
    /// The Snowball stem: «кроссовками» → `кроссовк`.
    case stem
    /// The first letters of a Cyrillic word: «оплата», «оплатить», «оплачивать» → `опла`.
    ///
    /// Stop words have none.
    case root
}
