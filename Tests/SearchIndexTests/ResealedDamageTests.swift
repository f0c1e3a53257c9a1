import MappedStorage
import TestSupport
import Testing

@testable import SearchIndex

/// Damage that the checksums cannot show: contents changed and sealed again, as by a faulty writer or an attacker.
@Suite struct ResealedDamageTests {
    /// What is changed.
    private enum Target: CaseIterable {
        case manifest, deletions, terms, chunks, postings, stored, storedTable, userdata
    }

    private struct Index {
        var content: SegmentContent
        var deletions: DocumentFilter
        let schema: IndexSchema
        let pivots: [Float]

        init(_ documents: [IndexDocument]) throws {
            schema = try Fixtures.schema()
            let content = try Fixtures.content(documents, schema: schema, userData: [1, 2, 3])
            pivots = content.totalLengths.map { BM25F.pivot(totalLength: $0, documentCount: documents.count) }
            self.content = content
            deletions = DocumentFilter(documentCount: documents.count)
            deletions.insert(DocID(1))
        }

        /// The three files by name, sealed, with one part changed.
        func files(_ target: Target?, _ change: @escaping ([UInt8]) -> [UInt8]) -> [String: [UInt8]] {
            let sections = content.sections.map { section, bytes -> (section: SegmentSection, bytes: [UInt8]) in
                switch (section, target) {
                case (.terms, .terms), (.chunks, .chunks), (.postings, .postings), (.stored, .stored),
                    (.userdata, .userdata):
                    (section, change(bytes))
                case (.stored, .storedTable): (section, resealTable(bytes, change))
                default: (section, bytes)
                }
            }
            let changed = SegmentContent(
                documentCount: content.documentCount, tokenCount: content.tokenCount,
                totalLengths: content.totalLengths, sections: sections)
            let image = SegmentFileImage(changed, number: 1)
            let sealedDeletions = seal(
                IndexFile.deletionsMagic, DeletionsFile.seal(deletions, segment: 1),
                target == .deletions ? change : { $0 })
            let record = SegmentRecord(
                number: 1, documentCount: content.documentCount, byteCount: image.byteCount,
                headerChecksum: image.headerChecksum,
                deletions: DeletionsRecord(
                    generation: 1, count: deletions.count, checksum: SealedFile.sealChecksum(of: sealedDeletions)))
            let manifest = IndexManifest(generation: 1, schema: schema, pivots: pivots, segments: [record])
            return [
                IndexFile.segment(1).name: Array(image.pieces.joined()),
                IndexFile.deletions(generation: 1, segment: 1).name: sealedDeletions,
                IndexFile.manifest.name: seal(
                    IndexFile.manifestMagic, manifest.sealed(), target == .manifest ? change : { $0 }),
            ]
        }

        private func seal(_ magic: String, _ sealed: [UInt8], _ change: @escaping ([UInt8]) -> [UInt8]) -> [UInt8] {
            let payload = Array(sealed.dropFirst(SealedFile.headerByteCount).dropLast(SealedFile.footerByteCount))
            return SealedFile.seal(magic: magic, version: IndexFile.formatVersion, payload: change(payload))
        }

        /// Changes the table of the stored records and its checksum with it.
        private func resealTable(_ stored: [UInt8], _ change: ([UInt8]) -> [UInt8]) -> [UInt8] {
            let tableByteCount = content.documentCount * StoredFieldsWriter.entryByteCount
            let records = stored.dropLast(tableByteCount + StoredFieldsWriter.footerByteCount)
            let table = stored.dropFirst(records.count).dropLast(StoredFieldsWriter.footerByteCount)
            var writer = ByteWriter()
            writer.writeBytes(records)
            let changed = change(Array(table))
            writer.writeBytes(changed)
            writer.writeInteger(Checksum.crc32(changed))
            return writer.bytes
        }
    }

    /// Some bytes changed, taken away or added.
    private func damage(_ payload: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = payload
        let extremes: [UInt8] = [0, 1, 2, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &generator)]
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0...max(0, bytes.count - 1), using: &generator)
            let value = extremes.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<8, using: &generator) {
            case 0:
                let end = min(bytes.count, place + Int.random(in: 0...9, using: &generator))
                bytes.removeSubrange(min(place, bytes.count)..<end)
            case 1:
                bytes.insert(
                    contentsOf: generator.bytes(Int.random(in: 0...9, using: &generator)), at: min(place, bytes.count))
            case 2, 3:
                let width = [2, 4, 8].randomElement(using: &generator) ?? 4
                for index in min(place, bytes.count)..<min(bytes.count, place + width) { bytes[index] = value }
            default: if place < bytes.count { bytes[place] = value }
            }
        }
        return bytes
    }

    /// Does everything that can be done with an index.
    ///
    /// Returns whether all of it went well.
    private func use(_ folder: TemporaryFolder, _ queries: [Query]) -> Bool {
        let policy = MergePolicy(mergeFactor: 1, smallDocumentCount: 1_000_000)
        let directory = IndexDirectory(folder, mergePolicy: policy)
        do throws(IndexError) {
            let snapshot = try directory.openSnapshot()
            for query in queries {
                for hit in try snapshot.search(query, limit: 3) {
                    _ = try snapshot.explain(query, docID: hit.docID)
                    _ = try snapshot.storedBytes(of: hit.docID)
                }
                for term in query.terms { _ = try snapshot.documentFrequency(of: term.term, layer: term.layer) }
            }
            for document in 0..<snapshot.documentCount {
                _ = try snapshot.storedBytes(of: DocID(UInt32(document)))
            }
            _ = try snapshot.verify()
            _ = try directory.mergeIfNeeded(snapshot) { $0.flatMap(\.userData) }
            return true
        } catch {
            return false
        }
    }

    private func run(_ documents: [IndexDocument], seeds: Range<UInt64>) throws {
        let folder = try TemporaryFolder()
        let index = try Index(documents)
        let queries = try [Fixtures.query("заказ курьер номер1 crm.deal"), Fixtures.query("оплата")]
        let write = { (files: [String: [UInt8]]) in
            for name in try FileSystem.names(in: folder.path) { try FileSystem().remove(folder.path + "/" + name) }
            for (name, bytes) in files { _ = try folder.write(name, bytes) }
        }
        try write(index.files(nil) { $0 })
        #expect(use(folder, queries))
        var failures = 0
        for seed in seeds {
            var generator = SeededGenerator(seed: seed)
            let target = Target.allCases[Int.random(in: Target.allCases.indices, using: &generator)]
            try write(index.files(target) { damage($0, &generator) })
            if !use(folder, queries) { failures += 1 }
        }
        #expect(failures > seeds.count / 3, "\(failures) failures: much damage shows in \(seeds)")
    }

    @Test(arguments: 0..<5)
    func `resealed damage of a small index is an error or an answer, never a trap`(fifth: UInt64) throws {
        let count: UInt64 = Nightly.isOn ? 5000 : 500
        try run(Fixtures.documents, seeds: fifth * count..<(fifth + 1) * count)
    }

    @Test(arguments: 0..<2)
    func `resealed damage of an index with full blocks is an error or an answer, never a trap`(half: UInt64) throws {
        try run(Fixtures.manyDocuments, seeds: 10_000 + half * 500..<10_500 + half * 500)
    }
}
