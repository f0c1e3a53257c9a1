import TextAnalysis

/// Takes from words the roles that they do not have where they stand.
///
/// «Как только» limits nothing, «сразу все» and «сразу откройте» promise no haste, «чаще всего» hedges.
enum RoleReader {
    /// Corrects the roles of the words of one clause.
    static func correct(_ words: inout [ClaimWord], _ clause: Range<Int>) {
        for index in clause where words[index].form == only || words[index].form == atOnce {
            let last = index > clause.lowerBound ? words[index - 1].form : ""
            let next = index + 1 < clause.upperBound ? words[index + 1].form : ""
            if words[index].form == only {
                if last == "как" || next == "что" { words[index].roles = .condition }
            } else if isOfNumber(next) || isInstruction(last) || isInstruction(next) {
                words[index].roles.remove(.promise)
            }
        }
    }

    private static let only: ClaimTerm = "только"
    private static let atOnce: ClaimTerm = "сразу"

    private static func isOfNumber(_ form: ClaimTerm) -> Bool { ofNumber.contains(form) }

    private static let ofNumber: Set<ClaimTerm> = [
        "все", "всех", "всем", "всеми", "весь", "всю", "на", "несколько", "нескольких", "оба", "обе", "два", "две",
        "же",
        "за", "со", "двумя", "по",
    ]

    /// «Откройте», «напишите», «попробуйте».
    private static func isInstruction(_ form: ClaimTerm) -> Bool {
        form.byteCount >= 10 && (form.hasSuffix("йте") || form.hasSuffix("ите") || form.hasSuffix("йтесь"))
    }
}
