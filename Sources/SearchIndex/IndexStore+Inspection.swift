import MappedStorage

extension IndexStore {
    /// Reads every byte of the current generation's files.
    ///
    /// - Returns: for each file that is missing or damaged what was found first, in the order of the manifest; nothing when all bytes are as they
    ///   were written.
    /// - Throws: `.noIndex`; `.storage` when the manifest itself cannot be read: then nobody knows which files belong to the index.
    func damage() throws(IndexError) -> [StorageError] {
        var manifest = try manifest()
        while true {
            let damage = manifest.segments.flatMap(damage)
            let latest = try self.manifest()
            // A writer may have published and cleaned meanwhile.
            if damage.isEmpty || latest == manifest { return damage }
            manifest = latest
        }
    }

    private func damage(of record: SegmentRecord) -> [StorageError] {
        var damage: [StorageError] = []
        do throws(StorageError) {
            let reader = try SegmentFileReader(MappedFile(path: path(of: .segment(record.number))), record: record)
            try reader.check(.stored)
        } catch {
            damage.append(error)
        }
        guard let deletions = record.deletions else { return damage }
        do throws(StorageError) {
            let name = IndexFile.deletions(generation: deletions.generation, segment: record.number)
            _ = try DeletionsFile.read(MappedFile(path: path(of: name)), record: deletions, segment: record)
        } catch {
            damage.append(error)
        }
        return damage
    }
}
