import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// Damage that the checksums cannot show: payloads changed and sealed again, as by a faulty writer or an attacker.
@Suite struct ResealedDamageTests {
    private static let kinds: [IndexFile] = [.manifest, .terms, .postings, .norms, .stored, .userdata]

    /// The files with other payloads, sealed, and with a manifest that names them.
    private func reseal(_ files: [String: [UInt8]], _ kind: IndexFile, _ payload: [UInt8], manifest: IndexManifest)
        -> [String: [UInt8]]
    {
        var files = files
        files[kind.fileName] = SealedFile.seal(magic: kind.magic, version: IndexFile.formatVersion, payload: payload)
        guard kind != .manifest else { return files }
        let records = manifest.files.map { record in
            let bytes = files[record.name] ?? []
            return IndexManifest.FileRecord(
                name: record.name, byteCount: bytes.count, checksum: SealedFile.sealChecksum(of: bytes))
        }
        let changed = IndexManifest(
            generation: manifest.generation, documentCount: manifest.documentCount, tokenCount: manifest.tokenCount,
            schema: manifest.schema, totalLengths: manifest.totalLengths, files: records)
        files[IndexFile.manifest.fileName] = SealedFile.seal(
            magic: IndexFile.manifest.magic, version: IndexFile.formatVersion, payload: changed.payload())
        return files
    }

    /// Some bytes changed, taken away or added.
    private func damage(_ payload: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = payload
        let extremes: [UInt8] = [0, 1, 2, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &generator)]
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0...max(0, bytes.count - 1), using: &generator)
            let value = extremes.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...9, using: &generator)))
            case 1:
                bytes.insert(
                    contentsOf: generator.bytes(Int.random(in: 0...9, using: &generator)), at: min(place, bytes.count))
            case 2, 3:
                let width = [2, 4, 8].randomElement(using: &generator) ?? 4
                for index in place..<min(bytes.count, place + width) { bytes[index] = value }
            default: if place < bytes.count { bytes[place] = value }
            }
        }
        return bytes
    }

    /// Does everything that can be done with a snapshot.
    ///
    /// Returns whether all of it went well.
    private func use(_ folder: TemporaryFolder, _ queries: [Query]) throws -> Bool {
        do {
            let snapshot = try folder.snapshot()
            for query in queries {
                for hit in try snapshot.search(query, limit: 3) {
                    _ = try snapshot.explain(query, docID: hit.docID)
                    _ = try snapshot.storedBytes(of: hit.docID)
                }
                for term in query.terms { _ = try snapshot.documentFrequency(of: term.term, layer: term.layer) }
            }
            for document in 0..<snapshot.manifest.documentCount {
                _ = try snapshot.storedBytes(of: DocID(UInt32(document)))
            }
            _ = try snapshot.verify()
            return true
        } catch is IndexError {
            return false
        }
    }

    private func run(_ documents: [IndexDocument], seeds: Range<UInt64>) throws {
        let folder = try TemporaryFolder()
        let sound = try Fixtures.files(documents, schema: Fixtures.schema(), userData: [1, 2, 3])
        try folder.write(sound)
        let manifest = try folder.snapshot().manifest
        let queries = try [Fixtures.query("заказ курьер номер1 crm.deal"), Fixtures.query("оплата")]
        #expect(try use(folder, queries))
        var failures = 0
        for seed in seeds {
            var generator = SeededGenerator(seed: seed)
            let kind = Self.kinds[Int.random(in: Self.kinds.indices, using: &generator)]
            let payload = damage(Fixtures.payload(try #require(sound[kind.fileName])), &generator)
            let files = reseal(sound, kind, payload, manifest: manifest)
            for name in [kind.fileName, IndexFile.manifest.fileName] {
                _ = try folder.write(name, try #require(files[name]))
            }
            if try !use(folder, queries) { failures += 1 }
            _ = try folder.write(kind.fileName, try #require(sound[kind.fileName]))
        }
        #expect(failures > seeds.count / 2, "most damage shows in \(seeds)")
    }

    @Test(arguments: 0..<5)
    func `resealed damage of a small index is an error or an answer, never a trap`(fifth: UInt64) throws {
        try run(Fixtures.documents, seeds: fifth * 500..<fifth * 500 + 500)
    }

    @Test(arguments: 0..<2)
    func `resealed damage of an index with full blocks is an error or an answer, never a trap`(half: UInt64) throws {
        try run(Fixtures.manyDocuments, seeds: 10_000 + half * 500..<10_500 + half * 500)
    }

    @Test func `verification finds norms that are not the lengths`() throws {
        let folder = try TemporaryFolder()
        let sound = try Fixtures.files(Fixtures.documents, schema: Fixtures.schema())
        try folder.write(sound)
        let manifest = try folder.snapshot().manifest
        let payload = Fixtures.payload(try #require(sound["norms.sfl"]))
        for index in payload.indices {
            var changed = payload
            changed[index] += 1
            try folder.write(reseal(sound, .norms, changed, manifest: manifest))
            let error = #expect(throws: IndexError.self) { try folder.snapshot().verify() }
            guard case .storage(.corrupt(folder.path + "/norms.sfl", SealedFile.headerByteCount + index, _)) = error
            else {
                Issue.record("norm \(index): \(String(describing: error))")
                return
            }
        }
    }

    @Test func `lengths of files that do not add up in 64 bits are no trap`() throws {
        let folder = try TemporaryFolder()
        let sound = try Fixtures.files(Fixtures.documents, schema: Fixtures.schema())
        try folder.write(sound)
        let manifest = try folder.snapshot().manifest
        let extra = (0..<3).map { IndexManifest.FileRecord(name: "extra\($0)", byteCount: .max - 1, checksum: 0) }
        let changed = IndexManifest(
            generation: manifest.generation, documentCount: manifest.documentCount, tokenCount: manifest.tokenCount,
            schema: manifest.schema, totalLengths: manifest.totalLengths, files: manifest.files + extra)
        let files = reseal(sound, .manifest, changed.payload(), manifest: manifest)
        try folder.write(files)
        let byteCount = files.values.reduce(0) { $0 + $1.count }
        #expect(try folder.snapshot().byteCount == byteCount)
    }
}
