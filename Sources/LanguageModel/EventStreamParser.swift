/// Cuts a stream of server-sent events into events, whatever pieces it comes in.
///
/// Lines end with LF, CRLF or CR; a byte order mark at the start, comments and unknown fields are skipped. An event's last line may lack its blank line
/// at the end of the stream, which the standard would drop: servers that end early have been seen. Text is not decoded here, so characters may be
/// split anywhere.
///
/// - Source: WHATWG HTML, section 9.2 "Server-sent events".
struct EventStreamParser {
    /// One event.
    struct Event: Hashable {
        /// Its kind; empty for none.
        var name = ""
        /// The values of its `data` fields, one a line, in order; not empty.
        var data: [[UInt8]] = []
    }

    /// The most bytes of a line, and of an event's data together.
    private let byteLimit: Int
    private var line: [UInt8] = []
    private var event = Event()
    private var eventByteCount = 0
    private var isFirstLine = true
    private var skipsLineFeed = false

    init(byteLimit: Int) { self.byteLimit = byteLimit }

    /// Reads on.
    ///
    /// - Parameters:
    ///   - bytes: what follows in the stream.
    ///   - events: gets the events that became complete.
    /// - Returns: false when a line or an event is over the limit; nothing must be read after that.
    mutating func read(_ bytes: [UInt8], into events: inout [Event]) -> Bool {
        var start = 0
        if skipsLineFeed, bytes.first == UInt8(ascii: "\n") { start = 1 }
        if !bytes.isEmpty { skipsLineFeed = false }
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
            guard line.count + index - 1 - start <= byteLimit else { return false }
            line.append(contentsOf: bytes[start..<(index - 1)])
            if byte == UInt8(ascii: "\r") {
                skipsLineFeed = index == bytes.count
                if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            }
            start = index
            guard takeLine(into: &events) else { return false }
        }
        line.append(contentsOf: bytes[start...])
        return line.count <= byteLimit
    }

    /// Gives what the end of the stream completes.
    mutating func finish(into events: inout [Event]) -> Bool {
        if !line.isEmpty, !takeLine(into: &events) { return false }
        dispatch(into: &events)
        return true
    }

    private mutating func takeLine(into events: inout [Event]) -> Bool {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        }
        guard !line.isEmpty else {
            dispatch(into: &events)
            return true
        }
        // A comment, of which some servers send many.
        if line[0] == UInt8(ascii: ":") { return true }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
        var value = line[min(colon + 1, line.count)...]
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        // A field that the standard does not know: llama.cpp's server reports a failure in the stream by it.
        let isErrorField = line[..<colon].elementsEqual("error".utf8)
        if isErrorField { event.name = "error" }
        if isErrorField || line[..<colon].elementsEqual("data".utf8) {
            eventByteCount += value.count + 1
            guard eventByteCount <= byteLimit else { return false }
            event.data.append(Array(value))
        } else if line[..<colon].elementsEqual("event".utf8) {
            event.name = String(decoding: value.prefix(64), as: UTF8.self)
        }
        return true
    }

    private mutating func dispatch(into events: inout [Event]) {
        if !event.data.isEmpty { events.append(event) }
        event = Event()
        eventByteCount = 0
    }
}
