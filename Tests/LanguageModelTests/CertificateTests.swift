import Foundation
import LanguageModel
import TestSupport
import Testing

extension NetworkTests {
    /// Whom TLS trusts, against OpenSSL's test server; left out where there is none.
    @Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: OpenSSL.path)))
    struct CertificateTests {
        private func label(_ url: String, bundle: String?, _ fixture: ModelFixture) async throws -> String {
            var configuration = ModelFixture.withoutCircuit(ModelFixture.configuration(url))
            configuration.caBundle = bundle
            configuration.retries = RetryPolicy(attemptCount: 1)
            configuration.limits.connect = .seconds(5)
            let model = try fixture.chain(configuration)
            // The server may not listen yet.
            for _ in 0..<500 {
                guard case .failure(let error) = await model.outcome(within: .seconds(10)) else { return "answer" }
                if error.label != "connection" { return error.label }
                _ = await ModelClock.system.wait(ModelClock.system.now() + .milliseconds(10))
            }
            return "connection"
        }

        @Test func `a bundle is trusted instead of the system's certificates, and only for the host that is asked`()
            async throws
        {
            let folder = try TemporaryFolder()
            let own = try OpenSSL.makeCertificate(named: "own", host: "DNS:localhost", in: folder.path)
            let other = try OpenSSL.makeCertificate(named: "other", host: "DNS:localhost", in: folder.path)
            let (descriptor, port) = try ScriptedModelServer.listen(backlog: -1)
            close(descriptor)
            let server = try OpenSSL.serve(own, port: port)
            // Signals that can be blocked may be: the threads of Swift's pool block them, and a process inherits that.
            defer {
                kill(server.processIdentifier, SIGKILL)
                server.waitUntilExit()
            }
            let fixture = try ModelFixture()
            let host = "https://localhost:\(port)/v1"
            // The server is silent: whoever waits for words has agreed with it on TLS.
            #expect(try await label(host, bundle: own.path, fixture) == "timeout.firstText")
            #expect(try await label(host, bundle: nil, fixture) == "tls")
            #expect(try await label(host, bundle: other.path, fixture) == "tls")
            #expect(try await label("https://127.0.0.1:\(port)/v1", bundle: own.path, fixture) == "tls")
            // A failure before does not make the next one be trusted, nor the other way round.
            #expect(try await label(host, bundle: own.path, fixture) == "timeout.firstText")
            await fixture.transport.shutDown()
        }
    }
}

/// The `openssl` command.
private enum OpenSSL {
    static let path = "/usr/bin/openssl"

    struct Certificate {
        let path: String
        let keyPath: String
    }

    /// Makes a certificate that vouches for itself.
    static func makeCertificate(named name: String, host: String, in folder: String) throws -> Certificate {
        let certificate = Certificate(path: folder + "/" + name + ".pem", keyPath: folder + "/" + name + ".key")
        let process = try run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
            "/CN=" + name, "-addext", "subjectAltName=" + host, "-keyout", certificate.keyPath, "-out",
            certificate.path,
        ])
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return certificate
    }

    /// A server that agrees on TLS and then says nothing.
    static func serve(_ certificate: Certificate, port: UInt16) throws -> Process {
        try run([
            "s_server", "-quiet", "-accept", "\(port)", "-cert", certificate.path, "-key", certificate.keyPath,
        ])
    }

    private static func run(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        // The server ends with its input: the other end stays open as long as the process is kept.
        process.standardInput = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
