import Foundation

/// Turns SIGINT and SIGTERM into something that can be waited for, so that what is under way is finished.
final class StopSignal {
    private let pipe = Pipe()
    private var sources: [any DispatchSourceSignal] = []

    /// From here on the two signals do not end the process.
    init() {
        let writer = pipe.fileHandleForWriting
        for number in [SIGINT, SIGTERM] {
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { writer.write(Data([0])) }
            source.activate()
            sources.append(source)
        }
    }

    /// Readable as soon as one of the signals has come.
    var descriptor: Int32 { pipe.fileHandleForReading.fileDescriptor }
}
