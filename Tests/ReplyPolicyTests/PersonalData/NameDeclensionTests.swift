import Testing

@testable import ReplyPolicy

/// The expected forms are those of the school grammar, written out by hand.
@Suite struct NameDeclensionTests {
    private func row(_ forms: [NameDeclension.Form], _ block: NameForms.Block) -> [String] {
        GrammaticalCase.allCases.map { grammaticalCase in
            forms.first { $0.forms.contains(NameForms(block, grammaticalCase)) }?.text ?? "?"
        }
    }

    @Test(arguments: [
        ("иван", "иван ивана ивану ивана иваном иване"), ("андрей", "андрей андрея андрею андрея андреем андрее"),
        ("юрий", "юрий юрия юрию юрия юрием юрии"), ("игорь", "игорь игоря игорю игоря игорем игоре"),
        ("лев", "лев льва льву льва львом льве"), ("павел", "павел павла павлу павла павлом павле"),
        ("никита", "никита никиты никите никиту никитой никите"), ("илья", "илья ильи илье илью ильей илье"),
        ("важа", "важа важи важе важу важей важе"), ("данко", "данко данко данко данко данко данко"),
    ])
    func `given names of men decline`(name: String, expected: String) {
        #expect(row(NameDeclension.given(name, .masculine), .masculine).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("анна", "анна анны анне анну анной анне"), ("ольга", "ольга ольги ольге ольгу ольгой ольге"),
        ("мария", "мария марии марии марию марией марии"), ("любовь", "любовь любови любови любовь любовью любови"),
        ("асель", "асель асели асели асель аселью асели"),
        ("айгерим", "айгерим айгерим айгерим айгерим айгерим айгерим"),
    ])
    func `given names of women decline`(name: String, expected: String) {
        #expect(row(NameDeclension.given(name, .feminine), .feminine).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        (
            "иванов", "иванов иванова иванову иванова ивановым иванове",
            "иванова ивановой ивановой иванову ивановой ивановой"
        ),
        (
            "высоцкий", "высоцкий высоцкого высоцкому высоцкого высоцким высоцком",
            "высоцкая высоцкой высоцкой высоцкую высоцкой высоцкой"
        ),
        (
            "горький", "горький горького горькому горького горьким горьком",
            "горькая горькой горькой горькую горькой горькой"
        ),
        ("белый", "белый белого белому белого белым белом", "белая белой белой белую белой белой"),
        (
            "шевченко", "шевченко шевченко шевченко шевченко шевченко шевченко",
            "шевченко шевченко шевченко шевченко шевченко шевченко"
        ),
        ("ким", "ким кима киму кима кимом киме", "ким ким ким ким ким ким"),
        (
            "коломиец", "коломиец коломийца коломийцу коломийца коломийцем коломийце",
            "коломиец коломиец коломиец коломиец коломиец коломиец"
        ),
        ("глоба", "глоба глобы глобе глобу глобой глобе", "глоба глобы глобе глобу глобой глобе"),
        ("белых", "белых белых белых белых белых белых", "белых белых белых белых белых белых"),
        ("цой", "цой цоя цою цоя цоем цое", "цой цой цой цой цой цой"),
    ])
    func `surnames decline`(name: String, men: String, women: String) {
        let forms = NameDeclension.surname(name)
        #expect(row(forms, .masculine).joined(separator: " ") == men)
        #expect(row(forms, .feminine).joined(separator: " ") == women)
    }

    @Test(arguments: [
        ("сергеевичу", "сергеевич"), ("петровной", "петровна"), ("ильича", "ильич"), ("палычем", "палыч"),
        ("иваныч", "иваныч"),
        ("кузьминичне", "кузьминична"),
    ])
    func `patronymics are read by their endings`(form: String, lemma: String) {
        #expect(Patronymics.reading(of: form)?.lemma == lemma)
    }

    @Test(arguments: ["основной", "верховной", "условна", "кирпич", "москвич", "деревня", "ключ", "царевна", ""])
    func `ordinary words are no patronymics`(form: String) {
        #expect(Patronymics.reading(of: form) == nil)
    }

    @Test func `the lists have small letters without repetitions`() {
        for list in [GivenNames.male, GivenNames.female, Surnames.regular, Surnames.irregular] {
            let words = GivenNames.words(list)
            #expect(words.count > 700 && Set(words).count == words.count)
            #expect(
                words.allSatisfy { $0.unicodeScalars.allSatisfy { (0x430...0x44F).contains($0.value) || $0 == "-" } })
        }
    }
}
