import Foundation
import LanguageModel
import ReplySuggestion
import Testing

/// Holds that no value of the file is told: a key may stand in any place by mistake.
struct ModelSettingsSecrecyTests {
    private static let canary = "sk-Canary7"

    /// Ways to put a value into a line, right and wrong.
    private static let ways = [
        "%", "\"%", "'%", "[%", "[%]", "{%}", "{%: a}", "{a: %}", "{a: %, a: %}", "*%", "&% a", "!% a", "!%! a", "@%",
        "%: %", "a %", "\"% \\q\"", "{environment: %}", "{file: %}", "{value: %}", "https://user:%@host/v1",
        "https://host/v1?key=%", "https://% host", "|\n%", "\t%", "\u{1}%", "\n%: %",
    ]

    @Test(arguments: ways)
    func `no message holds a value`(way: String) {
        let value = way.replacing("%", with: Self.canary)
        let lines = SettingsSample.text.split(separator: "\n", omittingEmptySubsequences: false)
        var count = 0
        for index in lines.indices {
            guard let colon = lines[index].firstIndex(of: ":") else { continue }
            var spoiled = lines
            spoiled[index] = lines[index][...colon] + " " + value
            count += expectSilence(of: spoiled.joined(separator: "\n"))
            guard index % 3 == 0 else { continue }
            // Without the space it is no field any more.
            spoiled[index] = lines[index][...colon] + value
            count += expectSilence(of: spoiled.joined(separator: "\n"))
            // In place of a field's name.
            spoiled[index] = lines[index].prefix { $0 == " " || $0 == "-" } + value + lines[index][colon...]
            count += expectSilence(of: spoiled.joined(separator: "\n"))
        }
        #expect(count > 50, "most of these are mistakes")
    }

    @Test func `no message holds a name that is there twice`() {
        for line in ["\(Self.canary): a", "key: {\(Self.canary): a}", "headers: {\(Self.canary): a}"] {
            let twice = SettingsSample.least + "\n    \(line)\n    \(line)"
            #expect(expectSilence(of: twice) > 0)
        }
    }

    /// Looks for the canary in everything that is told of a text; returns the number of problems.
    private func expectSilence(of text: String) -> Int {
        do throws(ModelSettingsError) {
            _ = try SettingsSample.parse(text)
            return 0
        } catch {
            var told = String(describing: error)
            dump(error, to: &told)
            for problem in error.problems { told += problem.message + problem.remedy }
            #expect(!told.contains(Self.canary), "in \(text)")
            return error.problems.count
        }
    }

    @Test func `settings that were read do not show headers and the proxy`() throws {
        let text = SettingsSample.text.replacing("support", with: Self.canary).replacing("word", with: Self.canary)
        let settings = try SettingsSample.parse(text)
        var told = String(describing: settings) + String(reflecting: settings)
        dump(settings, to: &told)
        #expect(!told.contains(Self.canary))
    }

    @Test func `a file that is cut off or damaged is refused or read, and nothing else`() {
        let bytes = Array(SettingsSample.text.utf8)
        var refused = 0
        for end in stride(from: 0, to: bytes.count, by: 7) {
            refused += SettingsSample.problems(Array(bytes[..<end])).isEmpty ? 0 : 1
        }
        for (index, bit) in zip(stride(from: 0, to: bytes.count, by: 5), (0..<8).cycled) {
            var damaged = bytes
            damaged[index] ^= 1 << UInt8(bit)
            refused += SettingsSample.problems(damaged).isEmpty ? 0 : 1
        }
        #expect(refused > bytes.count / 10)
    }

    @Test func `no more than fifty fields that stand twice are told`() {
        let repeated = (0..<100).map { "field\($0 / 2): 1" }.joined(separator: "\n")
        #expect(SettingsSample.problems(repeated).count == 50)
        let more = (0..<400).map { "field\($0 / 2): 1" }.joined(separator: "\n")
        #expect(SettingsSample.problems(more).count == 50)
    }
}

extension Range<Int> {
    /// The numbers again and again.
    fileprivate var cycled: some Sequence<Int> {
        sequence(first: lowerBound) { $0 + 1 < self.upperBound ? $0 + 1 : lowerBound }
    }
}
