import TestSupport
import Testing
import TextAnalysis

@testable import ReplyPolicy

@Suite struct PersonRecognizerTests {
    private func names(_ text: String) -> [String] {
        PersonRecognizer().findings(in: SurfaceTokenizer.tokens(of: text)).map {
            String(decoding: Array(text.utf8)[$0.utf8Range], as: UTF8.self)
        }
    }

    private func canonical(_ text: String) -> [String] {
        PersonRecognizer().findings(in: SurfaceTokenizer.tokens(of: text)).map(\.canonical)
    }

    @Test(arguments: [
        ("Передайте Иванову Петру Сергеевичу", "Иванову Петру Сергеевичу"), ("меня зовут оксана, заказ где", "оксана"),
        ("Добрый день, меня зовут Алия", "Алия"), ("Это Сергей, вы звонили", "Сергей"), ("заказ на Петрову", "Петрову"),
        ("с уважением, анна", "анна"), ("получатель — Ким Ольга", "Ким Ольга"), ("Иванов П.С. ждёт", "Иванов П.С."),
        ("посылка для П. С. Иванова", "П. С. Иванова"), ("передайте Иванову П С что готово", "Иванову П С"),
        ("Иваныч, глянь заказ", "Иваныч"), ("Алиева Эльчина Мамед оглы", "Алиева Эльчина Мамед оглы"),
        ("Петрова-Водкина Мария получила", "Петрова-Водкина Мария"), ("иванов иван иванович", "иванов иван иванович"),
        ("ИВАНОВ ИВАН ИВАНОВИЧ", "ИВАНОВ ИВАН ИВАНОВИЧ"), ("мой муж Димка забыл код", "Димка"),
        ("Ivanov Petr, order", "Ivanov Petr"), ("My name is Anna Petrova", "Anna Petrova"),
        ("menya zovut Natalya", "Natalya"),
        ("Роман, спасибо за помощь!", "Роман"), ("Спасибо, Надежда!", "Надежда"),
        ("Вера Павловна звонила", "Вера Павловна"),
        ("договор с Львом Абрамовичем Коганом", "Львом Абрамовичем Коганом"), ("кому: Цой В.Р.", "Цой В.Р."),
        ("передала Нурлa\u{200B}ну Даниилoвичу", "Нурлa\u{200B}ну Даниилoвичу"),
        ("Получатель:\nПетрова\nЗарема", "Петрова\nЗарема"),
        ("мы с Петровыми соседи", "Петровыми"), ("Екатерина М. обещала", "Екатерина М."),
        ("фамилия Байтерек", "Байтерек"),
        ("спросите у валентины мусаевны бирюковой", "валентины мусаевны бирюковой"),
        ("Тер-Петросян Ашот тут", "Тер-Петросян Ашот"),
    ])
    func `a name is found as it is written`(text: String, name: String) {
        #expect(names(text) == [name])
    }

    /// Names of no list, and ordinary words as names, by what stands around them.
    @Test(arguments: [
        ("Прошу исправить: Алиса Добрынична Карапетян, спасибо", "Алиса Добрынична Карапетян"),
        ("Заберёт мой муж Расул Воробей, он рядом", "Расул Воробей"), ("бухгалтер Злата Белая ждёт", "Злата Белая"),
        ("ждём, Воробей Э. Э., приёмка", "Воробей Э. Э."), ("С уважением, Гурбо Хонь", "Гурбо Хонь"),
        ("До замужества была Гамсахурдия, фамилия старая", "Гамсахурдия"), ("обслуживал меня Смитсон", "Смитсон"),
        ("Вместо Ясной теперь я", "Ясной"), ("Хитрюк 8 917 123-45-67", "Хитрюк"),
        ("ХАМИДОВА ПЛЮС СЕМЬ ДЕВЯТЬСОТ", "ХАМИДОВА"),
        ("Султан, извините, я уже писал", "Султан"), ("Здравствуйте, Тарасий!", "Тарасий"),
        ("Мундрик, добрый день!", "Мундрик"), ("Менеджер Фирдус обещал", "Фирдус"),
        ("— Как вас зовут?\n— сауле алексеевна", "сауле алексеевна"), ("передайте Дастанбеку", "Дастанбеку"),
        ("пусть Федюня перезвонит", "Федюня"), ("Серёня и Нинуля — наши", "Серёня"),
        ("у Назгуль день рождения", "Назгуль"),
        ("Наринэ, спасибо", "Наринэ"), ("выдайте Виктору, это сын", "Виктору"), ("водитель Крайнов уехал", "Крайнов"),
        ("у гелашвили и и аккаунт", "гелашвили и и"),
    ])
    func `a name of no list is found by its context`(text: String, name: String) {
        #expect(names(text).first == name)
    }

    @Test func `a name in the middle of a list is found as it is written`() {
        let (text, name) = ("Клиент Нурсагат Ержанов ждёт", "Нурсагат Ержанов")
        #expect(names(text) == [name])
    }

    @Test(arguments: [
        "Вера в вас ещё жива", "Надежда на возврат ещё есть", "любовь к скидкам сильнее меня", "Слава богу, привезли",
        "Роман «Белая гвардия» есть?", "до 8 марта успеете?", "улица Ленина далеко", "я на проспекте Вернадского, 5",
        "доставка в Киров", "ждём в Иваново", "Лёгкий шаг — ваш бренд?", "купил в Кудесово", "у Сбербанка и Яндекса",
        "Добрый день! Новый заказ", "Красный диван с браком", "колонка Алиса не включается", "роза и лилия завяли",
        "Оператор сказал ждать", "Получатель не указан", "Водитель опоздал", "нет заказов и бонусов", "т.е. и т.д.",
        "и. о. директора",
        "монитор 27 дюймов, вижу дешевле", "Света нет второй день", "лев на упаковке", "Ярославское шоссе, 71",
        "оператор Мегафона",
        "Крайний срок — завтра", "книга «Мастер и Маргарита» есть?", "Уровни Искра, Огонёк, Пламя", "Увы, не подошло",
        "водительские 9918927456 и всё", "заберёт любой, кому дали код", "на старой фамилии до конца",
        "Доставка 89171234567",
        "министр Российской Федерации", "на Прокурорскую, 12", "ФИО полностью", "Супер, спасибо за помощь!",
        "имя и отчество владельца счёта", "семена какого года?", "вместо пакетов дали коробку",
        "anna.petrova@mail.ru", "почта@лесной-дом.рф", "@petrova_anna", "размер M L", "", "…", "а", "-", "и с какого",
    ])
    func `ordinary words are no names`(text: String) {
        #expect(names(text) == [])
    }

    @Test(arguments: [
        ("Иванов Пётр Сергеевич", "иванов|петр|сергеевич"), ("Иванову Петру Сергеевичу", "иванов|петр|сергеевич"),
        ("П. С. Иванову", "иванов|п.|с."), ("для Петровой Анны", "петрова|анна|"), ("на Иванова", "иванов||"),
        ("Высоцкой Ниной Павловной", "высоцкая|нина|павловна"), ("с Львом Толстым", "толстой|лев|"),
        ("Любовью Сергеевной Ким", "ким|любовь|сергеевна"), ("IVANOV PETR", "иванов|петр|"),
        ("Шевчуку А.", "шевчук|а.|"),
    ])
    func `the canonical form is the nominative`(text: String, expected: String) {
        #expect(canonical(text) == [expected])
    }

    /// Every case that the rules can make of a name leads back to one canonical form.
    @Test(arguments: [
        ("иванов", "петр", "сергеевич", NameForms.Block.masculine), ("высоцкий", "юрий", "ильич", .masculine),
        ("шевченко", "андрей", "олегович", .masculine), ("гончар", "игорь", "палыч", .masculine),
        ("иванов", "анна", "петровна", .feminine), ("высоцкий", "мария", "ильинична", .feminine),
        ("ким", "любовь", "сергеевна", .feminine), ("данелия", "нино", "шотаевна", .feminine),
        ("белых", "айгуль", "маратовна", .feminine), ("коломиец", "никита", "фомич", .masculine),
    ])
    func `all cases of a name have one canonical form`(
        surname: String, given: String, patronymic: String, block: NameForms.Block
    ) throws {
        let nominative = SurnameMorphology.nominative(surname, block)
        for grammaticalCase in GrammaticalCase.allCases {
            let form = NameForms(block, grammaticalCase)
            let parts = try [
                NameDeclension.surname(surname), NameDeclension.given(given, block),
                NameDeclension.given(patronymic, block),
            ].map { forms in try #require(forms.first { $0.forms.contains(form) }).text }
            for text in [parts.joined(separator: " "), "\(parts[1]) \(parts[2]) \(parts[0])"] {
                #expect(canonical(text) == ["\(nominative)|\(given)|\(patronymic)"], "\(text)")
                #expect(
                    canonical(text.uppercased()) == ["\(nominative)|\(given)|\(patronymic)"], "\(text.uppercased())")
            }
        }
    }

    @Test func `an analysed text gives the same findings`() throws {
        let text = try AnalyzedText("Зовут Алия, заказ на Петрову", using: AnalyzerPool())
        #expect(PersonRecognizer().findings(in: text).map(\.canonical) == ["|алия|", "петрова||"])
    }

    @Test func `findings are in order, apart, and cut no character`() {
        var generator = SeededGenerator(seed: 41)
        let pieces = [
            "Иванов", " ", ".", "П", "Анна", "-", "\n", "оглы", "á", "👩", "Петровна", ",", "ул", "5", "ив\u{200B}ан",
            "И.",
        ]
        for _ in 0..<300 {
            let text = (0..<12).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            var last = 0
            for finding in PersonRecognizer().findings(in: SurfaceTokenizer.tokens(of: text)) {
                #expect(finding.utf8Range.lowerBound >= last && !finding.utf8Range.isEmpty, "\(text)")
                let cut = Array(text.utf8)[finding.utf8Range]
                #expect(String(validating: cut, as: UTF8.self) != nil, "\(text)")
                #expect(finding.score > 0 && finding.score <= 1)
                last = finding.utf8Range.upperBound
            }
        }
    }

    @Test(arguments: ["Иванов ", "И. ", "Анна Петровна ", "-а", "а", "Ivanov "])
    func `a long hostile message is read through`(unit: String) {
        let text = String(repeating: unit, count: 8_000 / unit.utf8.count)
        let alone = PersonRecognizer().findings(in: SurfaceTokenizer.tokens(of: text + "\n\nменя зовут Алия"))
        #expect(alone.last?.canonical == "|алия|")
    }
}
