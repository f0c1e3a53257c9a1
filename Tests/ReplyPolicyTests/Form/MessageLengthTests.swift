import ReplyPolicy
import TestSupport
import Testing

@Suite struct MessageLengthTests {
    @Test(arguments: [
        ("", 0, true), ("a", 1, true), (String(repeating: "a", count: 160), 1, true),
        (String(repeating: "a", count: 161), 2, true),
        (String(repeating: "a", count: 306), 2, true), (String(repeating: "a", count: 307), 3, true),
        (String(repeating: "ж", count: 70), 1, false), (String(repeating: "ж", count: 71), 2, false),
        (String(repeating: "ж", count: 134), 2, false), (String(repeating: "ж", count: 135), 3, false),
        // A pair of surrogates is not cut: 66 + 2 do not fit into 67.
        (String(repeating: "ж", count: 66) + "👍" + String(repeating: "ж", count: 65), 2, false),
        (String(repeating: "ж", count: 66) + "👍" + String(repeating: "ж", count: 66), 3, false),
        // Eighty of two places each are 160.
        (String(repeating: "€", count: 80), 1, true), (String(repeating: "€", count: 81), 2, true),
    ])
    func `segments of a text message`(text: String, segments: Int, isSevenBit: Bool) {
        let length = SMSLength(of: text)
        #expect(length.segments == segments)
        #expect(length.isSevenBit == isSevenBit)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64], [LengthUnit.scalars, .utf16, .smsSegments])
    func `parts fit, are in order and lose nothing but spaces`(seed: UInt64, unit: LengthUnit) {
        var random = SeededGenerator(seed: seed)
        let pieces = ["слово", " ", "👍", ". ", "\n\n", "\n", "a", "€", "длинноесловобезпробелов"]
        for _ in 0..<20 {
            let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let limit = ChannelLimit(
                unit: unit, maxLength: unit == .smsSegments ? 2 : Int.random(in: 2...60, using: &random))
            let bytes = Array(text.utf8)
            let parts = MessageLength.parts(of: text, within: limit)
            var joined = ""
            for part in parts {
                let piece = String(decoding: bytes[part], as: UTF8.self)
                #expect(MessageLength.length(of: piece, in: unit) <= limit.maxLength, "seed \(seed)")
                joined += piece
            }
            #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            #expect(joined.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace }, "seed \(seed)")
        }
    }

    @Test func `a text is cut at a paragraph, else a sentence, else a word`() {
        func parts(_ text: String, _ limit: Int) -> [String] {
            let bytes = Array(text.utf8)
            return MessageLength.parts(of: text, within: ChannelLimit(unit: .scalars, maxLength: limit))
                .map { String(decoding: bytes[$0], as: UTF8.self) }
        }
        #expect(parts("Раз два.\n\nТри. Четыре пять.", 18) == ["Раз два.", "Три. Четыре пять."])
        #expect(parts("Раз два три. Пять шесть семь", 20) == ["Раз два три.", "Пять шесть семь"])
        #expect(parts("раз два три четыре", 12) == ["раз два три", "четыре"])
        #expect(parts("абвгдежз", 3) == ["абв", "где", "жз"])
        #expect(parts("", 3) == [])
    }
}
