/// The postings of all terms while an index is built: one growing byte string per term, in chained slices of one large
/// array.
///
/// A slice is twice as long as the one before, up to 1 KiB; its last four bytes hold the offset of the next. So a rare
/// term costs a few bytes and a frequent one no copying.
/// - Source: the byte block pool of Lucene's indexing chain, described by M. McCandless et al., Lucene in Action, 2010.
struct PostingArena {
    private static let firstSliceBytes = 12
    private static let maxSliceBytes = 1024

    private var bytes: [UInt8] = []
    private var terms: [Chain] = []

    private struct Chain {
        let start: Int
        var position: Int
        /// Where the slice's link to the next one is: data ends before it.
        var link: Int
        var sliceBytes: Int
        var previousDocument: Int64 = -1
        var documentFrequency: UInt32 = 0
    }

    var termCount: Int { terms.count }

    /// Opens the posting list of the next term; terms are numbered from 0.
    mutating func addTerm() {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: Self.firstSliceBytes))
        terms.append(
            Chain(
                start: start, position: start, link: start + Self.firstSliceBytes - 4, sliceBytes: Self.firstSliceBytes)
        )
    }

    /// Appends a posting; documents ascend for each term.
    mutating func append(term: Int, document: UInt32, frequency: UInt32) {
        var chain = terms[term]
        writeVarint(UInt32(Int64(document) - chain.previousDocument), &chain)
        writeVarint(frequency, &chain)
        chain.previousDocument = Int64(document)
        chain.documentFrequency += 1
        terms[term] = chain
    }

    /// Documents with the term.
    func documentFrequency(of term: Int) -> UInt32 {
        terms[term].documentFrequency
    }

    /// Calls `body` with the postings of a term in ascending order of documents.
    func forEachPosting(of term: Int, _ body: (_ document: UInt32, _ frequency: UInt32) -> Void) {
        let chain = terms[term]
        var cursor = Cursor(
            position: chain.start, link: chain.start + Self.firstSliceBytes - 4, sliceBytes: Self.firstSliceBytes)
        var document: Int64 = -1
        for _ in 0..<chain.documentFrequency {
            document += Int64(readVarint(&cursor))
            body(UInt32(document), readVarint(&cursor))
        }
    }

    private struct Cursor {
        var position: Int
        var link: Int
        var sliceBytes: Int
    }

    private mutating func writeVarint(_ value: UInt32, _ chain: inout Chain) {
        var rest = value
        while rest >= 0x80 {
            writeByte(UInt8(truncatingIfNeeded: rest) | 0x80, &chain)
            rest >>= 7
        }
        writeByte(UInt8(rest), &chain)
    }

    private mutating func writeByte(_ byte: UInt8, _ chain: inout Chain) {
        if chain.position == chain.link { grow(&chain) }
        bytes[chain.position] = byte
        chain.position += 1
    }

    private mutating func grow(_ chain: inout Chain) {
        let next = bytes.count
        let sliceBytes = min(chain.sliceBytes * 2, Self.maxSliceBytes)
        bytes.append(contentsOf: repeatElement(0, count: sliceBytes))
        // Offsets are kept in units of 4 bytes (every slice is a multiple of 4), so that 32 bits reach 16 GiB.
        let unit = UInt32(next / 4)
        for index in 0..<4 { bytes[chain.link + index] = UInt8(truncatingIfNeeded: unit >> UInt32(8 * index)) }
        chain.position = next
        chain.link = next + sliceBytes - 4
        chain.sliceBytes = sliceBytes
    }

    private func readVarint(_ cursor: inout Cursor) -> UInt32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while true {
            if cursor.position == cursor.link { follow(&cursor) }
            let byte = bytes[cursor.position]
            cursor.position += 1
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    private func follow(_ cursor: inout Cursor) {
        var unit: UInt32 = 0
        for index in 0..<4 { unit |= UInt32(bytes[cursor.link + index]) << UInt32(8 * index) }
        cursor.sliceBytes = min(cursor.sliceBytes * 2, Self.maxSliceBytes)
        cursor.position = Int(unit) * 4
        cursor.link = cursor.position + cursor.sliceBytes - 4
    }
}
