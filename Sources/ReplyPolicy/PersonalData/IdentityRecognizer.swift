import TextAnalysis

/// Finds names, addresses and dates of birth in one pass over a text.
///
/// The same findings as those of ``PersonRecognizer``, ``AddressRecognizer`` and ``BirthDateRecognizer`` together; each of them needs what
/// the ones before it worked out, so this is the one to use for all.
struct IdentityRecognizer: PersonalDataRecognizer {
    func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
        findings(in: SurfaceTokenizer.tokens(of: text.string))
    }

    /// The findings in a text that is cut into tokens.
    func findings(in tokens: [SurfaceToken]) -> [PersonalDataFinding] {
        let parser = AddressParser(tokens)
        let addresses = parser.addresses()
        let people = PersonRecognizer().findings(in: tokens, isAddress: parser.coveredTokens(addresses))
        return people + AddressRecognizer().findings(of: addresses, in: tokens)
            + BirthDateRecognizer().findings(in: tokens, people: people)
    }
}
