import TextAnalysis

/// Finds postal addresses and the parts of them that lead to a home.
///
/// Patterns: the type words of ``AddressWords`` with their abbreviations, a list of towns and of frequent streets, and the shapes of house numbers.
/// - Found: «г. Уфа, ул. Ленина, д. 5, кв. 7», «москва ленина 5 кв 7», «на улице Ленина, в доме 5», «Ленина 15-32», «Ярославское шоссе, 71».
/// - Not found: «доставка в Москву», «где ваш пункт», «заказ 15-32».
/// - Near misses, not found: «на улице холодно», «дом 5 дней ждал», «куртка 48-50», «квартира у меня маленькая».
///
/// One finding covers the whole address. The address of a pick-up point is an address too: what a company publishes is not known here.
struct AddressRecognizer: PersonalDataRecognizer {
    func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
        findings(in: SurfaceTokenizer.tokens(of: text.string))
    }

    /// The findings in a text that is cut into tokens.
    func findings(in tokens: [SurfaceToken]) -> [PersonalDataFinding] {
        findings(of: AddressParser(tokens).addresses(), in: tokens)
    }

    /// The findings of addresses that are parsed already.
    func findings(of addresses: [AddressParser.Address], in tokens: [SurfaceToken]) -> [PersonalDataFinding] {
        addresses.map { address in
            let parts = tokens[address.tokens]
            let lower = parts.first?.utf8Range.lowerBound ?? 0
            let upper = parts.last?.utf8Range.upperBound ?? lower
            return PersonalDataFinding(
                kind: .address, utf8Range: lower..<upper, score: address.score, canonical: Self.canonical(parts),
                explanation: "это \(Self.explanation(address.components))")
        }
    }

    /// The words and numbers without signs and abbreviations: `москва ленина 5 7`.
    private static func canonical(_ tokens: ArraySlice<SurfaceToken>) -> String {
        tokens.filter { token in
            token.kind != .mark && !token.roles.contains(.streetType)
                && !token.roles.contains(.flatType)
                && !(token.roles.contains(.houseType)
                    || token.roles.contains(.doubtfulTownType))
                && !token.roles.contains(.townType)
        }.map(\.form).joined(separator: " ")
    }

    private static func explanation(_ components: Set<AddressParser.Component>) -> String {
        var parts: [String] = []
        if components.contains(.index) { parts.append("индекс") }
        if components.contains(.town) || components.contains(.typedTown) { parts.append("город") }
        if components.contains(.typedStreet) || components.contains(.bareStreet) { parts.append("улица") }
        if components.contains(.house) { parts.append("дом") }
        if components.contains(.flat) { parts.append("квартира") }
        return "адрес: " + parts.joined(separator: ", ")
    }
}
