import Glibc

/// What the scripted server does on a connection, one after the other.
enum Step: Sendable {
    /// Sends bytes.
    case send([UInt8])
    /// Sends what is made at that moment.
    case sendMade(@Sendable () -> [UInt8])
    /// Does nothing for a time.
    case wait(milliseconds: Int)
    /// Sends the same bytes again and again, so often in all.
    case repeated([UInt8], count: Int, everyMilliseconds: Int)
    /// Does nothing more, until the client closes.
    case hang
    /// Closes as one should.
    case close
    /// Closes with RST.
    case reset
}

/// A request as the server read it.
struct ReceivedRequest: Sendable {
    let connection: Int
    /// The path of the request line.
    let path: String
    /// The fields by their names in lower case.
    let fields: [String: String]
    let body: [UInt8]
}

/// A connection of the scripted server; only its thread has these.
final class ScriptedConnection {
    enum State { case open, closedByPeer, closedByServer }

    let number: Int
    let descriptor: Int32
    private var input: [UInt8] = []
    private var output: [UInt8] = []
    private var outputStart = 0
    private var steps: [Step]
    private var wakeTime: Int64 = 0
    /// Whether a request is waited for.
    private(set) var isReading: Bool

    init(number: Int, descriptor: Int32, steps: [Step]) {
        self.number = number
        self.descriptor = descriptor
        self.steps = steps
        isReading = steps.isEmpty
    }

    /// Whether it has something to send.
    var wantsToWrite: Bool { outputStart < output.count }

    /// When it wants to go on, in milliseconds; `nil` when only the client can make it.
    func nextTime() -> Int64? { isReading || wantsToWrite || steps.isEmpty ? nil : wakeTime }

    /// Reads what has come; false when the client is gone.
    func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 {
                input += buffer[..<count]
            } else if count == 0 {
                return false
            } else {
                return errno == EAGAIN || errno == EINTR
            }
        }
    }

    /// A request that is complete.
    func takeRequest() -> ReceivedRequest? {
        guard isReading, let (head, bodyStart) = splitHead() else { return nil }
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].drop { $0 == " " }.description
        }
        let length = Int(fields["content-length"] ?? "0") ?? 0
        guard input.count >= bodyStart + length else { return nil }
        let body = Array(input[bodyStart..<(bodyStart + length)])
        input.removeFirst(bodyStart + length)
        let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        return ReceivedRequest(connection: number, path: path, fields: fields, body: body)
    }

    func begin(_ steps: [Step]) {
        self.steps = steps
        isReading = steps.isEmpty
        wakeTime = 0
    }

    /// Does what is due.
    func run(now: Int64) -> State {
        while true {
            if wantsToWrite {
                let state = write()
                if state != .open || wantsToWrite { return state }
            }
            guard !isReading, now >= wakeTime else { return .open }
            guard let step = steps.first else {
                isReading = true
                return .open
            }
            steps.removeFirst()
            switch step {
            case .send(let bytes): queue(bytes)
            case .sendMade(let make): queue(make())
            case .wait(let milliseconds): wakeTime = now + Int64(milliseconds)
            case .repeated(let bytes, let count, let milliseconds):
                queue(bytes)
                wakeTime = now + Int64(milliseconds)
                if count > 1 {
                    steps.insert(.repeated(bytes, count: count - 1, everyMilliseconds: milliseconds), at: 0)
                }
            case .hang:
                wakeTime = .max
                steps = [.hang]
            case .close: return .closedByServer
            case .reset:
                var option = linger(l_onoff: 1, l_linger: 0)
                setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
                return .closedByServer
            }
        }
    }

    private func queue(_ bytes: [UInt8]) {
        output = bytes
        outputStart = 0
    }

    private func write() -> State {
        while wantsToWrite {
            let count = output[outputStart...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
            }
            if count < 0 {
                if errno == EINTR { continue }
                return errno == EAGAIN ? .open : .closedByPeer
            }
            outputStart += count
        }
        return .open
    }

    private func splitHead() -> (ArraySlice<UInt8>, Int)? {
        let mark = Array("\r\n\r\n".utf8)
        guard input.count >= 4 else { return nil }
        for index in 0...(input.count - 4) where input[index..<(index + 4)].elementsEqual(mark) {
            return (input[..<index], index + 4)
        }
        return nil
    }
}
