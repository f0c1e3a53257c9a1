import TestSupport
import Testing

@testable import LanguageModel

struct ChatAnswerReaderTests {
    /// What became of a body: its text, or why there is none.
    private func outcome(of pieces: [[UInt8]], limits: AnswerLimits = AnswerLimits()) -> Result<String, ModelError> {
        var reader = ChatAnswerReader(provider: "тест", limits: limits)
        var text = ""
        do throws(ModelError) {
            for piece in pieces { text += try reader.read(piece).pieces.joined() }
            return .success(text + (try reader.finish().joined()))
        } catch {
            return .failure(error)
        }
    }

    private static let streams: [String] = [
        AnswerText.delta("Верните ") + AnswerText.delta("товар.") + AnswerText.finish() + AnswerText.usage()
            + AnswerText.done,
        "\u{FEFF}: ping\r\n\r\n" + AnswerText.delta("a\"b\\😀").replacing("\n", with: "\r\n")
            + AnswerText.finish("length"),
        AnswerText.json(["choices": [["index": 0, "message": ["content": "Да."]] as [String: Any]]]),
        AnswerText.delta("Да") + AnswerText.event(["error": ["code": 500]]),
    ]

    private func randomPieces(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...20, using: &random))
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        return pieces
    }

    @Test func `the streams themselves are read`() {
        #expect(
            Self.streams.map { outcome(of: [Array($0.utf8)]) } == [
                .success("Верните товар."), .success("a\"b\\😀"), .success("Да."),
                .failure(.failedInStream(provider: "тест", code: 500)),
            ])
    }

    @Test(arguments: 0..<(Nightly.isOn ? 2000 : 40))
    func `damaged streams end the same way however they are cut, and never in a trap`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for stream in Self.streams {
            var bytes = Array(stream.utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { break }
            }
            let whole = outcome(of: [bytes])
            #expect(outcome(of: randomPieces(bytes, &random)) == whole, "seed \(seed)")
            #expect(outcome(of: bytes.map { [$0] }) == whole, "seed \(seed)")
        }
    }

    @Test func `limits hold to the byte`() {
        var limits = AnswerLimits()
        limits.textByteCount = 10
        let fits = Array((AnswerText.delta("1234567890") + AnswerText.done).utf8)
        #expect(outcome(of: [fits], limits: limits) == .success("1234567890"))
        let over = Array((AnswerText.delta("12345") + AnswerText.delta("678901") + AnswerText.done).utf8)
        #expect(outcome(of: [over], limits: limits) == .failure(.tooLarge(provider: "тест", part: .text, limit: 10)))
        limits = AnswerLimits()
        limits.bodyByteCount = fits.count
        #expect(outcome(of: [fits], limits: limits) == .success("1234567890"))
        limits.bodyByteCount = fits.count - 1
        #expect(
            outcome(of: [fits], limits: limits)
                == .failure(.tooLarge(provider: "тест", part: .body, limit: fits.count - 1)))
    }
}
