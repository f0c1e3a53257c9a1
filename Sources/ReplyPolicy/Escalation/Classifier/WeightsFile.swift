/// Numbers as bytes, little-endian, to write and to read in the same order.
struct WeightsFile {
    private(set) var bytes: [UInt8]
    private var offset = 0

    /// A file to write to, or to read from its beginning.
    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    /// Whether everything has been read.
    var isAtEnd: Bool { offset == bytes.count }

    mutating func append(_ value: UInt32) {
        for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func append(_ value: Float) { append(value.bitPattern) }

    mutating func append(_ values: [Int8]) { bytes += values.map { UInt8(bitPattern: $0) } }

    /// The next bytes; `nil` when there are fewer, as with the other kinds of numbers.
    mutating func read(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.count - offset else { return nil }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    mutating func integer() -> UInt32? {
        read(4).map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    }

    mutating func integers(_ count: Int) -> [UInt32]? {
        guard count <= (bytes.count - offset) / 4 else { return nil }
        return (0..<count).compactMap { _ in integer() }
    }

    mutating func floats(_ count: Int) -> [Float]? { integers(count)?.map(Float.init(bitPattern:)) }

    mutating func signedBytes(_ count: Int) -> [Int8]? { read(count)?.map { Int8(bitPattern: $0) } }
}
