import Yams

/// The fields of one mapping of a settings file, taken one by one; what is left is unknown.
///
/// Every reading method notes a problem when a value is wrong and leaves the setting as it was, so that all problems of a file are found at once.
struct SettingsFields {
    /// The name of the mapping with those around it: `providers.limits`; empty for the file itself.
    let path: String
    /// The line on which the mapping begins, from 1.
    let line: Int
    private var entries: [(name: String, line: Int, node: Node)]
    private var asked: [String] = []

    /// Reads a mapping; notes a problem if the value is something else.
    init?(_ value: SettingsValue, _ problems: inout [ModelSettingsProblem]) {
        path = value.path
        line = value.line
        guard case .mapping(let mapping) = value.node else {
            problems.append(value.problem(.wrongType(path: path, expected: .fields)))
            return nil
        }
        entries = mapping.map { (SettingsValue.string(of: $0.key) ?? "", $0.key.mark?.line ?? value.line, $0.value) }
            .filter { !RepeatedFields.isMark($0.0) }
    }

    /// The names of the fields that have not been taken, in the order of the file.
    var remainingNames: [String] { entries.map(\.name) }

    /// The fields that have not been taken, whatever they are called, with the path of this mapping.
    var values: [(name: String, value: SettingsValue)] {
        entries.map { ($0.name, SettingsValue(node: $0.node, path: path, line: $0.line)) }
    }

    /// Takes a field out; `nil` when it is not there, or has no value, which is noted.
    mutating func take(_ name: String, _ problems: inout [ModelSettingsProblem]) -> SettingsValue? {
        asked.append(name)
        guard let value = takeForeign(name) else { return nil }
        guard !value.isNull else {
            problems.append(value.problem(.emptyField(path: value.path)))
            return nil
        }
        return value
    }

    /// Takes out a field that should not be there, and is not offered as one that could be.
    mutating func takeForeign(_ name: String) -> SettingsValue? {
        guard let index = entries.firstIndex(where: { $0.name == name }) else { return nil }
        let entry = entries.remove(at: index)
        return SettingsValue(node: entry.node, path: full(name), line: entry.line)
    }

    /// Takes a field out; notes a problem when it is not there.
    mutating func require(_ name: String, _ problems: inout [ModelSettingsProblem]) -> SettingsValue? {
        if !entries.contains(where: { $0.name == name }) {
            problems.append(ModelSettingsProblem(line: line, kind: .missingField(path: full(name))))
        }
        return take(name, &problems)
    }

    /// A mapping inside this one.
    mutating func fields(_ name: String, _ problems: inout [ModelSettingsProblem]) -> SettingsFields? {
        take(name, &problems).flatMap { SettingsFields($0, &problems) }
    }

    /// Notes the fields that nobody took.
    func finish(_ problems: inout [ModelSettingsProblem]) {
        for entry in entries {
            let path = Self.isFieldName(entry.name) ? full(entry.name) : nil
            problems.append(ModelSettingsProblem(line: entry.line, kind: .unknownField(path: path, known: asked)))
        }
    }

    /// The path of a field of this mapping.
    func full(_ name: String) -> String { path.isEmpty ? name : path + "." + name }

    /// Whether a name may be shown: small letters and `_` only, so that it is hardly a key in the wrong place.
    private static func isFieldName(_ name: String) -> Bool {
        (1...40).contains(name.count) && name.allSatisfy { $0.isLowercase || $0 == "_" }
    }
}

/// Settings of single fields.
extension SettingsFields {
    /// A number of seconds.
    mutating func seconds(
        _ name: String, _ bounds: ClosedRange<Double>, into setting: inout Duration,
        _ problems: inout [ModelSettingsProblem]
    ) {
        if let value = take(name, &problems)?.number(Self.millionths(bounds), &problems) {
            setting = .microseconds(value)
        }
    }

    /// A number with a fraction.
    mutating func number(
        _ name: String, _ bounds: ClosedRange<Double>, into setting: inout Double,
        _ problems: inout [ModelSettingsProblem]
    ) {
        if let value = take(name, &problems)?.number(Self.millionths(bounds), &problems) {
            setting = Double(value) / Double(Millionths.one)
        }
    }

    /// An amount in roubles as millionths of a rouble.
    mutating func roubles(
        _ name: String, _ bounds: ClosedRange<Double>, into setting: inout Int?,
        _ problems: inout [ModelSettingsProblem]
    ) {
        if let value = take(name, &problems)?.number(Self.millionths(bounds), &problems) { setting = value }
    }

    /// A whole number.
    mutating func wholeNumber(
        _ name: String, _ bounds: ClosedRange<Int>, into setting: inout Int, _ problems: inout [ModelSettingsProblem]
    ) {
        if let value = take(name, &problems)?.wholeNumber(bounds, &problems) { setting = value }
    }

    /// A whole number that has no default.
    mutating func wholeNumber(
        _ name: String, _ bounds: ClosedRange<Int>, into setting: inout Int?, _ problems: inout [ModelSettingsProblem]
    ) {
        if let value = take(name, &problems)?.wholeNumber(bounds, &problems) { setting = value }
    }

    private static func millionths(_ bounds: ClosedRange<Double>) -> ClosedRange<Int> {
        let scale = Double(Millionths.one)
        return Int((bounds.lowerBound * scale).rounded())...Int((bounds.upperBound * scale).rounded())
    }
}
