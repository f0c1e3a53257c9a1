import Foundation
import Glibc
import TestSupport
import Testing

/// The service on a real socket, started and stopped as an administrator does.
@Suite(.serialized)
struct ServeTests {
    @Test func `the service prints its address, answers, and stops on SIGTERM`() throws {
        let folder = try TemporaryFolder()
        try #require(try CommandLineTool.run(["index", "--index", folder.path]).status == 0)
        let process = Process()
        process.executableURL = try CommandLineTool.executable()
        process.arguments = ["serve", "--index", folder.path, "--port", "0"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        defer { if process.isRunning { process.terminate() } }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(line.split(separator: "127.0.0.1:").last?.prefix { $0.isNumber }).description
        let answer = try LoopbackClient.request(
            port: try #require(UInt16(port)), "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.contains("\"articles\":156"))
        let header = String(repeating: "a", count: 20_000)
        let refused = try LoopbackClient.request(
            port: try #require(UInt16(port)), "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: \(header)\r\n\r\n")
        #expect(!refused.hasPrefix("HTTP/1.1 200"))
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }
}

/// Sends one request over the loopback interface and reads until the answer's body is there or the connection ends.
enum LoopbackClient {
    static func request(port: UInt16, _ text: String) throws -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = port.bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(connected == 0)
        let bytes = Array(text.utf8)
        // A server that refuses a long header may close before all is sent: what it answered is what counts.
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while !isComplete(answer) {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            answer += chunk[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    /// Whether the head and as many bytes as Content-Length says have come.
    private static func isComplete(_ answer: [UInt8]) -> Bool {
        let text = String(decoding: answer, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        let head = text[..<end.lowerBound].lowercased()
        guard let field = head.range(of: "content-length: ") else { return false }
        let length = Int(head[field.upperBound...].prefix { $0.isNumber }) ?? 0
        return text[end.upperBound...].utf8.count >= length
    }
}
