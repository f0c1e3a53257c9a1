import MappedStorage

/// What a full check of a generation read.
public struct VerificationReport: Equatable, Sendable {
    /// The generation.
    public let generation: UInt64
    /// Documents whose stored bytes were read.
    public let documentCount: Int
    /// Terms whose posting lists were decoded.
    public let termCount: Int
    /// Postings decoded.
    public let postingCount: Int
    /// Bytes of all files, each covered by a checksum.
    public let byteCount: Int
}

extension IndexSnapshot {
    /// Reads everything: each posting list, each norm, each stored record; and checks that they agree.
    ///
    /// Opening has checked the checksums already. This finds what a faulty writer could have sealed: lengths that are
    /// not the sum of the frequencies, totals that are not the sum of the lengths, lists that cannot be decoded.
    /// - Throws: `.storage(.corrupt)` with the file and what was expected.
    public func verify() throws(IndexError) -> VerificationReport {
        let layers = manifest.schema.layers.count
        let documents = manifest.documentCount
        var lengths = [[UInt64]](repeating: [UInt64](repeating: 0, count: documents), count: layers)
        var postingCount = 0
        try mappingStorageErrors { () throws(StorageError) in
            try terms.forEachTerm { (key, list) throws(StorageError) in
                let layer = Int(key[0])
                postingCount += list.documentFrequency
                try add(list, to: &lengths[layer])
            }
        }
        for layer in 0..<layers { try verifyNorms(ofLayer: layer, lengths[layer]) }
        for document in 0..<documents { _ = try storedBytes(of: DocID(UInt32(document))) }
        return VerificationReport(
            generation: manifest.generation,
            documentCount: documents,
            termCount: termCount,
            postingCount: postingCount,
            byteCount: byteCount
        )
    }

    private func add(_ list: PostingList, to lengths: inout [UInt64]) throws(StorageError) {
        var cursor = PostingCursor(list, file: postings.path, documentCount: manifest.documentCount)
        try postings.withBytes { (bytes) throws(StorageError) in
            while try cursor.nextBlock(in: bytes) {
                for index in 0..<cursor.count {
                    lengths[Int(cursor.documents[index])] += UInt64(cursor.frequencies[index])
                }
            }
        }
    }

    private func verifyNorms(ofLayer layer: Int, _ lengths: [UInt64]) throws(IndexError) {
        guard lengths.reduce(0, +) == manifest.totalLengths[layer] else {
            throw .storage(corrupt(postings, "frequencies that add up to the layer's total length"))
        }
        let offset = normsOffset(ofLayer: layer)
        for (document, length) in lengths.enumerated() {
            let code = norms.withBytes { bytes in
                unsafe bytes.unsafeLoad(fromByteOffset: offset + document, as: UInt8.self)
            }
            guard code == LengthNorms.code(ofLength: length) else {
                let error = StorageError.corrupt(
                    file: norms.path, byteOffset: offset + document, expected: "the length of document \(document)")
                throw .storage(error)
            }
        }
    }

    private func corrupt(_ file: MappedFile, _ expected: String) -> StorageError {
        .corrupt(file: file.path, byteOffset: SealedFile.headerByteCount, expected: expected)
    }
}
