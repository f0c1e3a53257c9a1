/// A passport and the code of its department one after the other, as in a form that names neither: «4510 123456; 770-001; СНИЛС …».
///
/// - Source: see ``PassportRecognizer`` and ``DepartmentCodeRecognizer``.
struct PassportRow: Sendable {
    /// What else forms have beside them.
    private static let company: NumberContext.Roles = [.snils, .inn, .document, .passport, .department]

    private let passport: NumberWindow
    private let code: NumberWindow

    /// The row that begins with ten digits.
    init?(from passport: NumberWindow, _ scan: NumberScan) {
        let first = passport.last + 1
        guard let code = Self.window(of: 6, in: first..<min(scan.groups.count, first + 6), scan) else { return nil }
        self.init(passport, code, scan)
    }

    /// The row that ends with six digits.
    init?(to code: NumberWindow, _ scan: NumberScan) {
        var first = code.first
        var count = 0
        while first > 0, count < 10 {
            first -= 1
            count += scan.groups[first].digits.count
        }
        guard let passport = Self.window(of: 10, in: first..<code.first, scan) else { return nil }
        self.init(passport, code, scan)
    }

    private init?(_ passport: NumberWindow, _ code: NumberWindow, _ scan: NumberScan) {
        self.passport = passport
        self.code = code
        guard scan.loosenessBefore(code.first) < .apart, isCode(scan), isPassport(scan) else { return nil }
        let isUsual = passport.shape == [4, 6] || passport.shape == [2, 2, 6]
        guard isUsual || (code.shape == [3, 3] && scan.gaps[code.first].signs.contains(.dash)) || isInForm(scan)
        else { return nil }
    }

    /// The first groups of a range that together have so many digits and are not torn apart.
    private static func window(of digitCount: Int, in groups: Range<Int>, _ scan: NumberScan) -> NumberWindow? {
        var shape = GroupShape()
        var count = 0
        var looseness = Gap.Looseness.tight
        for group in groups {
            if group > groups.lowerBound { looseness = max(looseness, scan.loosenessBefore(group)) }
            guard looseness < .apart else { return nil }
            shape.append(scan.groups[group].digits.count)
            count += scan.groups[group].digits.count
            if count == digitCount {
                return NumberWindow(first: groups.lowerBound, last: group, looseness: looseness, shape: shape)
            }
            if count > digitCount { return nil }
        }
        return nil
    }

    private func isCode(_ scan: NumberScan) -> Bool {
        let digits = scan.digits(of: code)
        guard code.looseness < .loose, scan.loosenessAfter(code.last) >= .loose, !scan.touchesLetter(code) else {
            return false
        }
        let isShaped = code.shape == [3, 3] || code.shape == [6] || code.shape.isSingles
        return isShaped && digits[digits.startIndex + 2] <= 3 && !digits.suffix(3).elementsEqual([0, 0, 0])
    }

    private func isPassport(_ scan: NumberScan) -> Bool {
        let shape = passport.shape
        guard shape == [4, 6] || shape == [2, 2, 6] || shape == [10] || shape.isSingles || shape == [4, 3, 3] else {
            return false
        }
        return PassportRecognizer.isPlausible(scan.digits(of: passport)) && !scan.touchesLetter(passport)
            && !scan.groups[passport.first].hasPlus
    }

    /// Whether a date stands right before or words of a form are near.
    private func isInForm(_ scan: NumberScan) -> Bool {
        let before = scan.context.all(before: scan.utf8Range(of: passport).lowerBound)
        let after = scan.context.all(after: scan.utf8Range(of: code).upperBound)
        if !before.union(after).isDisjoint(with: Self.company) { return true }
        guard passport.first >= 3 else { return false }
        let counts = scan.groups[(passport.first - 3)..<passport.first].map(\.digits.count)
        return counts == [2, 2, 4] || counts == [4, 2, 2]
    }
}
