import MappedStorage
import TestSupport
import Testing

@Suite struct ByteReaderTests {
    /// Gives `bytes` to `body` with a reader of all of them.
    private func reading<Result>(
        _ bytes: [UInt8], _ body: (inout ByteReader, RawSpan) throws -> Result
    ) throws -> Result {
        var reader = ByteReader(file: "f", range: 0..<bytes.count)
        let span = bytes.span
        return try body(&reader, unsafe span.bytes)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `what is written is read back`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var writer = ByteWriter()
        let numbers = (0..<200).map { _ in
            UInt32.random(in: .min ... .max, using: &generator) >> UInt32.random(in: 0..<32, using: &generator)
        }
        let strings = ["", "а", "😀", "nul\u{0}inside", String(repeating: "ж", count: 300)]
        for number in numbers {
            writer.writeVarint(number)
            writer.writeInteger(number)
            writer.writeInteger(UInt64(number) << 31)
            writer.writeInteger(UInt8(truncatingIfNeeded: number))
            writer.writeInteger(Int16(truncatingIfNeeded: number))
        }
        for string in strings { writer.writeString(string) }
        try reading(writer.bytes) { reader, bytes in
            for number in numbers {
                let found = (
                    try reader.readVarint(from: bytes), try reader.readInteger(UInt32.self, from: bytes),
                    try reader.readInteger(UInt64.self, from: bytes), try reader.readInteger(UInt8.self, from: bytes),
                    try reader.readInteger(Int16.self, from: bytes)
                )
                let short = (UInt8(truncatingIfNeeded: number), Int16(truncatingIfNeeded: number))
                #expect(found == (number, number, UInt64(number) << 31, short.0, short.1), "seed \(seed)")
            }
            for string in strings {
                let found = try reader.readString(from: bytes)
                #expect(found == string)
            }
            #expect(reader.remaining == 0)
            #expect(reader.byteOffset == writer.byteCount)
        }
    }

    @Test(
        arguments: [
            (0, [0]), (127, [0x7F]), (128, [0x80, 1]), (16_383, [0xFF, 0x7F]), (16_384, [0x80, 0x80, 1]),
            (.max, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
        ] as [(UInt32, [UInt8])])
    func `a varint takes seven bits to a byte`(value: UInt32, bytes: [UInt8]) throws {
        var writer = ByteWriter()
        writer.writeVarint(value)
        #expect(writer.bytes == bytes)
        #expect(try reading(bytes) { try $0.readVarint(from: $1) } == value)
    }

    @Test(
        arguments: [
            [], [0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0x10], [0x80, 0x80, 0x80, 0x80, 0x80, 1],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        ] as [[UInt8]])
    func `a varint that has no end or above 32 bits is damage`(bytes: [UInt8]) {
        #expect(throws: StorageError.self) { try reading(bytes) { try $0.readVarint(from: $1) } }
    }

    @Test func `a read past the end throws and does not move`() throws {
        let bytes: [UInt8] = [1, 2, 3]
        let span = bytes.span
        var reader = ByteReader(file: "f", range: 0..<3)
        #expect(throws: StorageError.corrupt(file: "f", byteOffset: 0, expected: "an integer of 4 bytes")) {
            try reader.readInteger(UInt32.self, from: unsafe span.bytes)
        }
        #expect(throws: StorageError.self) { try reader.readBytes(4, from: unsafe span.bytes) }
        #expect(throws: StorageError.self) { try reader.readBytes(-1, from: unsafe span.bytes) }
        #expect(throws: StorageError.self) { try reader.skip(.max, in: unsafe span.bytes) }
        #expect(throws: StorageError.self) { try reader.skip(-1, in: unsafe span.bytes) }
        #expect(reader.byteOffset == 0)
        try reader.skip(3, in: unsafe span.bytes)
        let none = try reader.readBytes(0, from: unsafe span.bytes)
        #expect(none == [])
        #expect(throws: StorageError.self) { try reader.readInteger(UInt8.self, from: unsafe span.bytes) }
    }

    @Test func `a range that leaves the bytes is damage, not a trap`() {
        var reader = ByteReader(file: "f", range: 2..<9)
        let bytes: [UInt8] = [1, 2, 3]
        let span = bytes.span
        #expect(throws: StorageError.self) { try reader.readInteger(UInt8.self, from: unsafe span.bytes) }
    }

    @Test(arguments: [[5, 0x61], [2, 0xC3, 0x28], [1, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0x61]] as [[UInt8]])
    func `a string that is cut or no UTF-8 is damage`(bytes: [UInt8]) {
        #expect(throws: StorageError.self) { try reading(bytes) { try $0.readString(from: $1) } }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `random bytes end in values or an error`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let bytes = generator.bytes(Int.random(in: 0...40, using: &generator))
            let steps = (0..<20).map { _ in Int.random(in: 0..<4, using: &generator) }
            let consumed = try reading(bytes) { reader, span in
                do {
                    for step in steps {
                        switch step {
                        case 0: _ = try reader.readVarint(from: span)
                        case 1: _ = try reader.readString(from: span)
                        case 2: _ = try reader.readInteger(UInt64.self, from: span)
                        default: _ = try reader.readBytes(Int(reader.readVarint(from: span)), from: span)
                        }
                    }
                } catch is StorageError {}
                return reader.byteOffset
            }
            #expect((0...bytes.count).contains(consumed), "seed \(seed)")
        }
    }
}
