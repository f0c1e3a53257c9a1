import Testing

@testable import SearchIndex

@Suite struct IndexFileTests {
    @Test(arguments: [
        (IndexFile.manifest, "current.sfl"), (.unfinishedManifest, "current.sfl.new"),
        (.segment(7), "segment-00000007.sfl"), (.segment(123_456_789), "segment-123456789.sfl"),
        (.deletions(generation: 9, segment: 7), "deletions-00000009-00000007.sfl"),
        (.versionOneFolder(3), "generation-00000003"),
    ])
    func `a file has one name and a name one file`(file: IndexFile, name: String) {
        #expect(file.name == name)
        #expect(IndexFile(name: name) == file)
    }

    @Test(arguments: [
        "", "write.lock", "notes.txt", "segment-7.sfl", "segment-00000007", "segment-00000007.sfl.new", "segment-.sfl",
        "segment-0000000x.sfl", "segment-00000007-00000008.sfl", "deletions-00000009.sfl", "generation-00000003.sfl",
        "current", "segment-18446744073709551616.sfl", "segment--0000001.sfl",
    ])
    func `other names are none of the index's`(name: String) {
        #expect(IndexFile(name: name) == nil)
    }
}
