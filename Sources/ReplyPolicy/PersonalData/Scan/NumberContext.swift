/// The words of a text that say what a number near them is.
struct NumberContext: Sendable {
    /// What a word says about the numbers near it.
    struct Roles: OptionSet, Hashable, Sendable {
        let rawValue: UInt32
        static let phone = Roles(rawValue: 1 << 0)
        static let passport = Roles(rawValue: 1 << 1)
        static let department = Roles(rawValue: 1 << 2)
        static let snils = Roles(rawValue: 1 << 3)
        static let inn = Roles(rawValue: 1 << 4)
        static let ogrn = Roles(rawValue: 1 << 5)
        static let kpp = Roles(rawValue: 1 << 6)
        static let policy = Roles(rawValue: 1 << 7)
        static let licence = Roles(rawValue: 1 << 8)
        static let vehicle = Roles(rawValue: 1 << 9)
        static let account = Roles(rawValue: 1 << 10)
        static let bik = Roles(rawValue: 1 << 11)
        static let card = Roles(rawValue: 1 << 12)
        static let order = Roles(rawValue: 1 << 13)
        /// CVV and its kin.
        static let cardCode = Roles(rawValue: 1 << 14)
        /// The back of a card.
        static let back = Roles(rawValue: 1 << 15)
        /// «код»: of what, other words say.
        static let code = Roles(rawValue: 1 << 16)
        /// SMS, confirmation, entry: what a one-time code is for.
        static let oneTime = Roles(rawValue: 1 << 17)
        /// A password, a PIN, OTP: the number after it is secret, whatever else is said.
        static let secret = Roles(rawValue: 1 << 18)
        /// Social networks and nicknames.
        static let social = Roles(rawValue: 1 << 19)
        /// «номер», «№».
        static let number = Roles(rawValue: 1 << 20)
        /// «серия».
        static let series = Roles(rawValue: 1 << 21)
        /// A number of a thing: an article, a parcel, a bar code, a model.
        static let thing = Roles(rawValue: 1 << 22)
        /// «адрес», «индекс».
        static let address = Roles(rawValue: 1 << 23)
        /// Other codes: of a product, a mistake, a town.
        static let otherCode = Roles(rawValue: 1 << 24)
        /// «цифры».
        static let figures = Roles(rawValue: 1 << 25)
        /// A passport for journeys abroad.
        static let abroad = Roles(rawValue: 1 << 26)
        /// Somebody said or got it: «диктую», «пришёл», «назвала».
        static let told = Roles(rawValue: 1 << 27)

        /// What only comes with papers that prove who one is: «документ», «выдан», «ОВД».
        static let document = Roles(rawValue: 1 << 28)
        /// Where vehicles are let in: «въезд», «шлагбаум», «парковка».
        static let gate = Roles(rawValue: 1 << 29)
        /// A message that a code may be in: «смс», «уведомление».
        static let message = Roles(rawValue: 1 << 30)
        /// Paying: «сайт», «оплата», «срок действия».
        static let payment = Roles(rawValue: 1 << 31)

        /// Every role.
        static let all = Roles(rawValue: .max)

        /// The roles of which the nearest to a number decides.
        static let deciding: Roles = [
            .phone, .passport, .department, .snils, .inn, .ogrn, .kpp, .policy, .licence, .vehicle, .account, .bik,
            .card, .order,
            .cardCode, .secret, .thing, .address,
        ]
    }

    /// A word with roles.
    struct Mark: Equatable, Sendable {
        let utf8Range: Range<Int>
        let roles: Roles
    }

    /// How far before a number its word may stand, in bytes: about 45 Russian letters.
    static let reachBefore = 90
    /// How far after it.
    static let reachAfter = 36

    /// In the order of the text.
    let marks: [Mark]

    /// The roles among `mask` of the nearest word before a place that has any of them.
    func nearest(_ mask: Roles = .deciding, before place: Int, within reach: Int = reachBefore) -> Roles {
        var index = firstMark(from: place) - 1
        while index >= 0, marks[index].utf8Range.upperBound > place { index -= 1 }
        while index >= 0, place - marks[index].utf8Range.upperBound <= reach {
            let roles = marks[index].roles.intersection(mask)
            if !roles.isEmpty { return roles }
            index -= 1
        }
        return []
    }

    /// The roles among `mask` of the nearest word after a place that has any of them.
    func nearest(_ mask: Roles = .deciding, after place: Int, within reach: Int = reachAfter) -> Roles {
        var index = firstMark(from: place)
        while index < marks.count, marks[index].utf8Range.lowerBound - place <= reach {
            let roles = marks[index].roles.intersection(mask)
            if !roles.isEmpty { return roles }
            index += 1
        }
        return []
    }

    /// All roles of the words within reach before a place.
    func all(before place: Int, within reach: Int = reachBefore) -> Roles {
        var found: Roles = []
        var index = firstMark(from: place) - 1
        while index >= 0, place - marks[index].utf8Range.upperBound <= reach {
            found.formUnion(marks[index].roles)
            index -= 1
        }
        return found
    }

    /// All roles of the words within reach after a place.
    func all(after place: Int, within reach: Int = reachAfter) -> Roles {
        var found: Roles = []
        var index = firstMark(from: place)
        while index < marks.count, marks[index].utf8Range.lowerBound - place <= reach {
            found.formUnion(marks[index].roles)
            index += 1
        }
        return found
    }

    /// Where the nearest word with a wanted role before a place ends, if all deciding words between have only roles that may be passed:
    /// «удостоверение водителя», «КПП обособленного подразделения».
    func end(of wanted: Roles, passing passable: Roles, before place: Int, within reach: Int) -> Int? {
        var index = firstMark(from: place) - 1
        while index >= 0, marks[index].utf8Range.upperBound > place { index -= 1 }
        while index >= 0, place - marks[index].utf8Range.upperBound <= reach {
            let roles = marks[index].roles
            if !roles.isDisjoint(with: wanted) { return marks[index].utf8Range.upperBound }
            guard roles.intersection(.deciding).isSubset(of: passable) else { return nil }
            index -= 1
        }
        return nil
    }

    /// How well the words around a number say that it has a role.
    func support(for wanted: Roles, around range: Range<Int>) -> Support {
        let before = nearest(before: range.lowerBound)
        if !before.isDisjoint(with: wanted) { return .nearest }
        let after = nearest(after: range.upperBound)
        if !after.isDisjoint(with: wanted) { return before.isEmpty ? .nearest : .somewhere }
        if !all(before: range.lowerBound).isDisjoint(with: wanted) { return .somewhere }
        return before.isEmpty && after.isEmpty ? .none : .other
    }

    /// See ``support(for:around:)``.
    enum Support: Equatable, Sendable {
        /// The nearest word says so.
        case nearest
        /// A word within reach says so, but another is nearer.
        case somewhere
        /// The words say something else.
        case other
        /// There are no such words.
        case none
    }

    /// The first mark that starts at or after a place.
    private func firstMark(from place: Int) -> Int {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].utf8Range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
