import TestSupport
import Testing

@testable import LanguageModel

struct EventStreamParserTests {
    private static let text =
        "\u{FEFF}: комментарий\ndata: раз\n\ndata:два\r\ndata:  три\r\n\r\nevent: error\rdata: ё\r\rid: 1\n\nfoo\ndata\n\ndata: конец"

    private func parse(_ pieces: [[UInt8]], limit: Int = 1000) -> [EventStreamParser.Event]? {
        var parser = EventStreamParser(byteLimit: limit)
        var events: [EventStreamParser.Event] = []
        for piece in pieces where !parser.read(piece, into: &events) { return nil }
        return parser.finish(into: &events) ? events : nil
    }

    /// The same by the whole text at once: lines, then fields.
    private func naive(_ bytes: [UInt8]) -> [EventStreamParser.Event] {
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var lines: [String] = []
        while let end = rest.firstIndex(where: { $0 == 10 || $0 == 13 }) {
            lines.append(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[end...].dropFirst(rest[end...].starts(with: [13, 10]) ? 2 : 1)
        }
        lines.append(String(decoding: rest, as: UTF8.self))
        var events: [EventStreamParser.Event] = []
        var event = EventStreamParser.Event()
        for line in lines + [""] {
            if line.isEmpty {
                if !event.data.isEmpty { events.append(event) }
                event = EventStreamParser.Event()
                continue
            }
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            var value = parts.count > 1 ? parts[1] : ""
            if value.hasPrefix(" ") { value.removeFirst() }
            if parts[0] == "data" { event.data.append(Array(value.utf8)) }
            if parts[0] == "event" { event.name = value }
        }
        return events
    }

    @Test func `events are cut by blank lines of every kind`() throws {
        let events = try #require(parse([Array(Self.text.utf8)]))
        #expect(
            events.map { $0.data.map { String(decoding: $0, as: UTF8.self) } } == [
                ["раз"], ["два", " три"], ["ё"], [""], ["конец"],
            ])
        #expect(events.map(\.name) == ["", "", "error", "", ""])
        #expect(events == naive(Array(Self.text.utf8)))
    }

    @Test func `the events are the same wherever the stream is cut in two`() {
        let bytes = Array(Self.text.utf8)
        for cut in 0...bytes.count {
            #expect(parse([Array(bytes[..<cut]), Array(bytes[cut...])]) == naive(bytes), "cut at \(cut)")
        }
    }

    @Test(arguments: 0..<50) func `the events are those of the naive reading for random streams in random pieces`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let alphabet = ["data: ", "data:", "event:x", "\n", "\r", "\r\n", "\n\n", ":", " ", "ж", "a", "id: 3", "data"]
        let bytes = (0..<60).flatMap { _ in Array((alphabet.randomElement(using: &random) ?? "").utf8) }
        var pieces: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 0...5, using: &random))
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        #expect(parse(pieces) == naive(bytes), "seed \(seed)")
    }

    @Test(arguments: [(999, true), (1000, true), (1001, false)])
    func `a line may be as long as the limit, in one piece and in many`(count: Int, isRead: Bool) {
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        #expect((parse([line]) != nil) == isRead)
        #expect((parse([line + [0x0A]]) != nil) == isRead)
        #expect((parse(line.map { [$0] }) != nil) == isRead)
    }

    @Test func `lines that are short do not make an event that is too long`() {
        let line = Array("data: xxxxxxxxx\n".utf8)
        #expect(parse(Array(repeating: line, count: 100)) != nil)
        #expect(parse(Array(repeating: line, count: 101)) == nil)
        // Cut by blank lines they may go on.
        #expect(parse(Array(repeating: line + [0x0A], count: 1000))?.count == 1000)
    }
}
