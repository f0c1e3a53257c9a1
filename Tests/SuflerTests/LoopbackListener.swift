import Foundation
import Glibc
import Testing

/// Occupies a port on the loopback interface while it lives.
final class LoopbackListener {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        let opened = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        var bound: Int32 = -1
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bound = bind(opened, generic, length)
                if bound == 0 { bound = getsockname(opened, generic, &length) }
            }
        }
        descriptor = opened
        port = UInt16(bigEndian: address.sin_port)
        try #require(bound == 0 && listen(opened, 1) == 0)
    }

    deinit {
        close(descriptor)
    }
}
