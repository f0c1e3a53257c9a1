import TextAnalysis

/// Finds e-mail addresses, handles and links to profiles; cuts the text once for all three.
struct ContactRecognizer: PersonalDataRecognizer {
    private let eMails = EMailRecognizer()
    private let handles = HandleRecognizer()
    private let links = ProfileLinkRecognizer()

    func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
        let scan = ContactScan(text)
        return eMails.findings(in: scan) + handles.findings(in: scan) + links.findings(in: scan)
    }
}
