import Foundation
import Yams

/// The value of a field of a settings file, and where the field stands.
///
/// Every method notes a problem and returns `nil` when the value has another form. Problems never hold the value itself.
struct SettingsValue {
    /// The value.
    let node: Node
    /// The field with those around it.
    let path: String
    /// The line of the field's name, from 1.
    let line: Int

    /// The text of a scalar.
    static func string(of node: Node) -> String? {
        guard case .scalar(let scalar) = node else { return nil }
        return scalar.string
    }

    /// Whether nothing stands behind the field's name.
    var isNull: Bool { isPlain("") || isPlain("~") || isPlain("null") }

    /// Whether the value is this word, without quotes.
    func isPlain(_ word: String) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return scalar.string == word
    }

    /// A problem on the line of the field.
    func problem(_ kind: ModelSettingsProblem.Kind) -> ModelSettingsProblem {
        ModelSettingsProblem(line: line, kind: kind)
    }

    // MARK: Texts

    /// A text of one line that is not blank.
    func text(limit: Int, _ problems: inout [ModelSettingsProblem]) -> String? {
        guard let text = Self.string(of: node), text.contains(where: { !$0.isWhitespace }) else {
            return refuse(.wrongType(path: path, expected: .text), &problems)
        }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            return refuse(.controlCharacters, &problems)
        }
        guard text.count <= limit else { return refuse(.tooLong(path: path, limit: limit), &problems) }
        return text
    }

    /// A text of one line without spaces.
    func word(limit: Int, _ problems: inout [ModelSettingsProblem]) -> String? {
        guard let text = text(limit: limit, &problems) else { return nil }
        return text.contains(where: \.isWhitespace) ? refuse(.spaces, &problems) : text
    }

    /// `true` or `false`.
    func flag(_ problems: inout [ModelSettingsProblem]) -> Bool? {
        switch Self.string(of: node) {
        case "true", "да": true
        case "false", "нет": false
        default: refuse(.wrongType(path: path, expected: .flag), &problems)
        }
    }

    /// One of some words.
    func choice<Choice>(
        of choices: [(word: String, choice: Choice)], _ problems: inout [ModelSettingsProblem]
    ) -> Choice? {
        let word = Self.string(of: node)
        if let found = choices.first(where: { $0.word == word }) { return found.choice }
        return refuse(.unknownChoice(path: path, choices: choices.map(\.word)), &problems)
    }

    /// The path of a file, told from a name by its beginning.
    func filePath(_ problems: inout [ModelSettingsProblem]) -> String? {
        guard let text = text(limit: 4096, &problems) else { return nil }
        return ["/", "./", "../"].contains(where: text.hasPrefix) ? text : refuse(.notPath, &problems)
    }

    /// The name of a variable of the environment.
    ///
    /// Small letters are refused: nearly every key has some, and a key that was put here would be shown as the name of what is missing.
    func variableName(_ problems: inout [ModelSettingsProblem]) -> String? {
        guard let text = text(limit: 100, &problems) else { return nil }
        let isName =
            text.utf8.first.map { !Self.isDigit($0) } ?? false
            && text.utf8.allSatisfy { Self.isCapital($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") }
        return isName ? text : refuse(.notVariableName, &problems)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    // MARK: Addresses

    /// The address of a server: without a password, which would be shown, and without an end that the program adds itself.
    func serverURL(_ problems: inout [ModelSettingsProblem]) -> String? {
        guard let text = text(limit: 2000, &problems) else { return nil }
        guard let parts = Self.address(text, schemes: ["http", "https"]) else { return refuse(.notURL, &problems) }
        guard parts.user == nil, parts.password == nil else { return refuse(.urlWithPassword, &problems) }
        guard parts.query == nil, parts.fragment == nil else { return refuse(.urlWithQuery, &problems) }
        let trimmed = parts.path.hasSuffix("/") ? parts.path.dropLast() : parts.path[...]
        guard !trimmed.hasSuffix("/chat/completions") else { return refuse(.urlWithEndpoint, &problems) }
        return text
    }

    /// The address of a proxy; it may hold a password.
    func proxyURL(_ problems: inout [ModelSettingsProblem]) -> String? {
        guard let text = text(limit: 2000, &problems) else { return nil }
        let isUsable = Self.address(text, schemes: ["http", "https", "socks5h"]) != nil
        return isUsable ? text : refuse(.notProxy, &problems)
    }

    private static func address(_ text: String, schemes: [String]) -> URLComponents? {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text),
            let host = parts.host, !host.isEmpty, let scheme = parts.scheme, schemes.contains(scheme),
            (1...65_535).contains(parts.port ?? 1)
        else { return nil }
        return parts
    }

    /// Seconds east of UTC, written as `+03:00`.
    func secondsFromUTC(_ problems: inout [ModelSettingsProblem]) -> Int? {
        guard let text = Self.string(of: node) else {
            return refuse(.wrongType(path: path, expected: .text), &problems)
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == UInt8(ascii: ":"), [1, 2, 4, 5].allSatisfy({ Self.isDigit(bytes[$0]) })
        else { return refuse(.notOffset, &problems) }
        let digits = bytes.map { Int($0) - Int(UInt8(ascii: "0")) }
        let minutes = digits[4] * 10 + digits[5]
        let seconds = ((digits[1] * 10 + digits[2]) * 60 + minutes) * 60 * (bytes[0] == UInt8(ascii: "-") ? -1 : 1)
        // The offsets that are in use anywhere.
        guard minutes < 60, (-12 * 3600...14 * 3600).contains(seconds) else { return refuse(.notOffset, &problems) }
        return seconds
    }

    // MARK: Numbers

    /// A number within bounds, both included, all in millionths.
    func number(_ bounds: ClosedRange<Int>, _ problems: inout [ModelSettingsProblem]) -> Int? {
        guard let text = Self.string(of: node) else {
            return refuse(.wrongType(path: path, expected: .number), &problems)
        }
        do throws(Millionths.Fault) {
            let value = try Millionths.parse(text)
            return bounds.contains(value) ? value : refuse(outOfRange(bounds), &problems)
        } catch {
            switch error {
            case .notANumber: return refuse(.wrongType(path: path, expected: .number), &problems)
            case .tooPrecise: return refuse(.tooPrecise(path: path), &problems)
            }
        }
    }

    /// A whole number within bounds, both included.
    func wholeNumber(_ bounds: ClosedRange<Int>, _ problems: inout [ModelSettingsProblem]) -> Int? {
        let one = Millionths.one
        do throws(Millionths.Fault) {
            let value = try Millionths.parse(Self.string(of: node) ?? "")
            guard value % one == 0 else { return refuse(.wrongType(path: path, expected: .wholeNumber), &problems) }
            let millionths = bounds.lowerBound * one...bounds.upperBound * one
            return millionths.contains(value) ? value / one : refuse(outOfRange(millionths), &problems)
        } catch {
            return refuse(.wrongType(path: path, expected: .wholeNumber), &problems)
        }
    }

    private func outOfRange(_ bounds: ClosedRange<Int>) -> ModelSettingsProblem.Kind {
        .outOfRange(
            path: path, least: Millionths.printed(bounds.lowerBound), most: Millionths.printed(bounds.upperBound))
    }

    // MARK: Problems

    /// Notes a problem.
    func refuse<Value>(_ kind: ModelSettingsProblem.Kind, _ problems: inout [ModelSettingsProblem]) -> Value? {
        problems.append(problem(kind))
        return nil
    }

    /// Notes a fault of the value.
    func refuse<Value>(_ fault: ModelSettingsProblem.ValueFault, _ problems: inout [ModelSettingsProblem]) -> Value? {
        refuse(.invalidValue(path: path, fault: fault), &problems)
    }
}
