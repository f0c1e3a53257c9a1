import CCurl
import Synchronization

// The only file of the module with unsafe code: C's pointers are made, used and freed here and never leave it.

/// A set of transfers and their connections.
///
/// All but `wake()` belong to one thread, the one that made it.
///
/// `@unchecked`: the pointer never changes. `wake()`, which any thread may call, only uses it under the lock and while `isOpen` is true; `close()` makes
/// that false under the same lock before the memory is freed. Everything else is called by `CurlEngine`'s thread alone.
@safe final class CurlMultiHandle: @unchecked Sendable {
    fileprivate let pointer: OpaquePointer
    private let isOpen = Mutex(true)

    /// Nil when curl cannot be set up.
    init?() {
        guard let pointer = unsafe sf_multi_open() else { return nil }
        unsafe self.pointer = pointer
    }

    /// Ends the wait of the `step` that runs, or of the next one.
    ///
    /// Any thread; does nothing after `close()`.
    func wake() {
        isOpen.withLock { if $0 { unsafe sf_multi_wake(pointer) } }
    }

    /// Readies the thread that will call `step`.
    func beginThread() { sf_thread_begin() }

    /// Waits for something to happen and does it.
    func step(milliseconds: Int32) -> Int32 { unsafe sf_multi_step(pointer, milliseconds) }

    /// A transfer that ended, by its number, and its CURLcode.
    func nextDone() -> (number: UInt64, code: Int32)? {
        var code: Int32 = 0
        let number = unsafe sf_multi_next_done(pointer, &code)
        return number == 0 ? nil : (number, code)
    }

    /// Closes all connections.
    ///
    /// Every transfer must be gone; nothing but `wake()` may follow.
    func close() {
        isOpen.withLock { isOpen in
            if isOpen { unsafe sf_multi_close(pointer) }
            isOpen = false
        }
    }
}

/// One request under way.
///
/// Belongs to the thread of its `CurlMultiHandle`, which outlives it.
@safe final class CurlTransferHandle {
    // Made in `init`, freed in `deinit`: valid whenever a method runs.
    private let pointer: OpaquePointer

    /// Begins a request; nil when curl refuses its settings.
    ///
    /// - Parameters:
    ///   - number: its number, ≥ 1.
    ///   - request: what is sent.
    ///   - totalLimit: the longest it may take; a net under the deadlines that the engine watches itself.
    ///   - multi: where it runs.
    init?(number: UInt64, request: OutboundRequest, totalLimit: Duration, in multi: CurlMultiHandle) {
        // `body` is read during the call only: curl copies it.
        let made = unsafe request.body.withUnsafeBufferPointer { body in
            unsafe sf_transfer_open(number, request.url, body.baseAddress, body.count)
        }
        guard let pointer = unsafe made else { return nil }
        unsafe self.pointer = pointer
        guard configure(request, totalLimit: totalLimit), unsafe sf_transfer_start(pointer, multi.pointer) == 0 else {
            return nil
        }
    }

    deinit { unsafe sf_transfer_close(pointer) }

    /// The head, once, when it is complete.
    func takeHead() -> [UInt8]? {
        let count = unsafe sf_transfer_head_count(pointer)
        guard count > 0 else { return nil }
        // C writes at most `count` bytes, the capacity, and returns how many it wrote.
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            guard let start = buffer.baseAddress else { return }
            written = unsafe sf_transfer_take_head(pointer, start, count)
        }
    }

    /// Bytes of the body that wait, at most so many.
    func takeBody(atMost limit: Int) -> [UInt8] {
        let count = min(bodyCount, limit)
        guard count > 0 else { return [] }
        // As in `takeHead`.
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            guard let start = buffer.baseAddress else { return }
            written = unsafe sf_transfer_take_body(pointer, start, count)
        }
    }

    /// How many bytes of the body wait.
    var bodyCount: Int { unsafe sf_transfer_body_count(pointer) }
    /// Whether the connection was made, TLS included.
    var wasConnected: Bool { unsafe sf_transfer_was_connected(pointer) != 0 }
    /// Whether it ended because the head was too large.
    var isHeadTooLarge: Bool { unsafe sf_transfer_head_too_large(pointer) != 0 }

    private func configure(_ request: OutboundRequest, totalLimit: Duration) -> Bool {
        for line in request.headers where unsafe sf_transfer_add_header(pointer, line) != 0 { return false }
        let connect = max(1, request.connectLimit.millisecondsRoundedUp)
        let total = max(1, totalLimit.millisecondsRoundedUp)
        guard unsafe sf_transfer_set_limits(pointer, connect, total) == 0 else { return false }
        if let path = request.caBundle, unsafe sf_transfer_set_ca_bundle(pointer, path) != 0 { return false }
        switch request.proxy {
        case .environment: return true
        case .none: return unsafe sf_transfer_set_proxy(pointer, "") == 0
        case .url(let url): return unsafe sf_transfer_set_proxy(pointer, url) == 0
        }
    }
}
