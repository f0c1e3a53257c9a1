import Foundation
import Glibc

/// A port of the loopback that nobody serves.
final class DeadPort {
    let port: UInt16
    private var descriptors: [Int32]

    /// A port that refuses connections: bound, so that nobody else takes it, but not listened on.
    static func refusing() throws -> DeadPort {
        let (descriptor, port) = try ScriptedModelServer.listen(backlog: -1)
        return DeadPort(port: port, descriptors: [descriptor])
    }

    /// A port where connections are never made: its queue is full, and Linux drops further attempts.
    static func stalling() throws -> DeadPort {
        let (listener, port) = try ScriptedModelServer.listen(backlog: 0)
        let dead = DeadPort(port: port, descriptors: [listener])
        for _ in 0..<4 {
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
            guard client >= 0 else { throw POSIXError(.EMFILE) }
            dead.descriptors.append(client)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    _ = connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
        return dead
    }

    private init(port: UInt16, descriptors: [Int32]) {
        self.port = port
        self.descriptors = descriptors
    }

    deinit { for descriptor in descriptors { close(descriptor) } }
}
