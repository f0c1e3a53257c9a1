import TextAnalysis
import Testing

@testable import ReplyPolicy

@Suite struct PersonalDataFinderTests {
    private let fixture: FinderFixture

    init() throws { fixture = try FinderFixture() }

    @Test(arguments: (PersonalDataExamples.positive + NamedNumberExamples.positive).map { ($0.kind, $0.text) })
    func `what is in braces is found whole`(kind: PersonalDataKind, marked: String) throws {
        let start = try #require(marked.firstIndex(of: "{"))
        let end = try #require(marked.firstIndex(of: "}"))
        let wanted = "\(kind.rawValue) «\(marked[marked.index(after: start)..<end])»"
        let found = try fixture.found(in: marked.filter { !"{}".contains($0) })
        #expect(found.contains(wanted), "found: \(found)")
    }

    @Test(arguments: PersonalDataExamples.ordinary + NamedNumberExamples.ordinary)
    func `no number is found in an ordinary text`(text: String) throws {
        let identity: Set<PersonalDataKind> = [.person, .address, .birthDate]
        #expect(try fixture.findings(in: text).filter { !identity.contains($0.kind) } == [])
    }

    @Test func `no ordinary message has personal data`() throws {
        for message in OrdinaryMessages.all { #expect(try fixture.found(in: message) == [], "\(message)") }
    }

    /// One digit in a control number changed: without the word nothing is left, with it the finding says that the sum is wrong.
    @Test(arguments: [
        (PersonalDataKind.snils, "112-233-445 95", "СНИЛС 112-233-445 96"), (.inn, "500100732259", "ИНН 500100732258"),
        (.ogrn, "1027700132195", "ОГРН 1027700132196"), (.card, "2200 1234 5678 9019", "карта 2200 1234 5678 9018"),
        (.healthPolicy, "полис 7700012345678901", "полис 7700012345678902"),
        (.bankAccount, "р/с 40702810412345678901 БИК 044525974", "р/с 40702810412345678902 БИК 044525974"),
    ])
    func `a wrong checksum lowers the score and is told`(kind: PersonalDataKind, right: String, wrong: String) throws {
        let good = try #require(try fixture.only(kind, in: right))
        let bad = try #require(try fixture.only(kind, in: wrong))
        #expect(good.score > bad.score)
        #expect(bad.explanation.contains("не сходится"), "\(bad.explanation)")
    }

    @Test(arguments: [
        (
            PersonalDataKind.phone, ["+7 (916) 123-45-67", "89161234567", "тел. 916 123 45 67", "8 916 123-45-67"],
            "79161234567"
        ),
        (.passport, ["паспорт 45 10 №123456", "серия 4510 номер 123456", "паспорт 123456 серия 4510"], "4510123456"),
        (.snils, ["112-233-445 95", "снилс 11223344595"], "11223344595"),
        (.numberPlate, ["А123ВС77", "a123bc77", "машина а 123 вс 77"], "а123вс77"),
        (.eMail, ["ivan@yandex.ru", "IVAN @ yandex . ru", "ivan собака яндекс ру"], "ivan@yandex.ru"),
        (.profileLink, ["https://vk.com/ivan_p", "вк точка ком слеш ivan_p", "m.vk.com/ivan_p"], "vk.com/ivan_p"),
        (.orderNumber, ["возврат В-123456", "возврат B123456", "возврат в 123456"], "в123456"),
        (.handle, ["@Ivan_77", "ник ivan_77"], "ivan_77"),
        (.oneTimeCode, ["код из смс 48 21", "код из смс 4821"], "4821"),
    ])
    func `spellings of one value have one canonical form`(kind: PersonalDataKind, texts: [String], canonical: String)
        throws
    {
        for text in texts { #expect(try fixture.only(kind, in: text)?.canonical == canonical, "\(text)") }
    }

    @Test func `findings come in order, do not overlap and say why`() throws {
        let text =
            "Иван, +7 916 123-45-67, паспорт 4510 123456, 770-001, карта 2200 1234 5678 9019, код 123, почта a.b@mail.ru"
        let found = try fixture.findings(in: text)
        #expect(found.map(\.kind) == [.person, .phone, .passport, .departmentCode, .card, .cardCode, .eMail])
        for (left, right) in zip(found, found.dropFirst()) {
            #expect(left.utf8Range.upperBound <= right.utf8Range.lowerBound)
        }
        #expect(found.allSatisfy { !$0.explanation.isEmpty && !$0.canonical.isEmpty && $0.score > 0 && $0.score <= 1 })
    }

    /// 0…3 against 2…9 of the same score; then tiers; then the score.
    @Test func `of findings that overlap the surer, then the longer is chosen`() {
        func finding(_ kind: PersonalDataKind, _ range: Range<Int>, _ score: Float) -> PersonalDataFinding {
            PersonalDataFinding(kind: kind, utf8Range: range, score: score, canonical: "", explanation: "")
        }
        let long = finding(.card, 2..<9, 0.95)
        let short = finding(.phone, 0..<3, 1)
        let weak = finding(.person, 0..<10, 0.5)
        #expect(PersonalDataFinder.choose(among: [short, long, weak], byteCount: 10) == [long])
        #expect(PersonalDataFinder.choose(among: [weak, short], byteCount: 10) == [short])
        let equal = finding(.passport, 0..<3, 1)
        #expect(PersonalDataFinder.choose(among: [equal, short], byteCount: 10) == [short])
        #expect(PersonalDataFinder.choose(among: [finding(.card, 2..<4, 0.49)], byteCount: 10) == [])
        #expect(PersonalDataFinder.choose(among: [finding(.card, 8..<12, 1)], byteCount: 10) == [])
    }

    @Test func `recognisers are a list that others join`() throws {
        struct Everything: PersonalDataRecognizer {
            func findings(in text: AnalyzedText) -> [PersonalDataFinding] {
                [PersonalDataFinding(kind: .person, utf8Range: 0..<4, score: 1, canonical: "и", explanation: "все")]
            }
        }
        let recognizers = PersonalDataFinder.recognizers(orderNumberPatterns: []) + [Everything()]
        let text = try fixture.text("Иван, 89161234567")
        #expect(PersonalDataFinder(recognizers: recognizers).findings(in: text).map(\.kind) == [.person, .phone])
    }
}
