/// A piece of HTML or Markdown in a text.
struct MarkupElement: Equatable {
    enum Kind: Equatable {
        /// `<!-- … -->`, `<!DOCTYPE …>`, `<? … ?>`, `[//]: # (…)`.
        case comment
        /// An element that runs or loads something, with its content: `<script>…</script>`.
        case active
        /// An element that is not shown, with its content.
        case hidden
        /// The opening or closing tag of an HTML element; its content stays.
        case tag
        /// A tag that HTML does not know; a section of a prompt, or a placeholder.
        case unknownTag
        /// `![label](target)`.
        case image
        /// `[label](target)` with a target that names a host or a scheme.
        case link
    }

    let kind: Kind
    let range: Range<Int>
    /// The text of a link or image.
    var label: Range<Int> = 0..<0
    /// The target of a link or image.
    var target: Range<Int> = 0..<0
}
