import EvaluationHarness
import SearchIndex

/// What `sufler index --corpus` prints.
struct CorpusIndexResult: Encodable {
    let generation: UInt64
    let documents: Int
    let tokens: UInt64
    let seconds: Double
    let tokensPerSecond: Double
    let terms: Int
    /// Postings of each layer by its name: pairs of a term and a document that has it.
    let postings: [String: Int]
    /// UTF-8 bytes of the titles and texts that were indexed.
    let textBytes: Int
    let indexBytes: Int
    /// ``indexBytes`` without the section that keeps the texts for snippets.
    let indexBytesWithoutStoredText: Int
    /// Bytes of each section by name.
    let files: [String: Int]
    /// Absent where the system does not tell.
    let peakMemoryBytes: Int?

    init(_ measurement: IndexingMeasurement, _ snapshot: IndexSnapshot) throws(IndexError) {
        peakMemoryBytes = PeakMemory.byteCount()
        generation = measurement.generation
        documents = measurement.documentCount
        tokens = measurement.tokenCount
        seconds = measurement.seconds
        tokensPerSecond = measurement.tokensPerSecond
        terms = snapshot.termCount
        postings = try Self.postingCounts(of: snapshot)
        textBytes = measurement.textByteCount
        indexBytes = snapshot.byteCount
        files = snapshot.sectionByteCounts
        indexBytesWithoutStoredText = indexBytes - (files[Self.storedSection] ?? 0)
    }

    /// The section that keeps the texts.
    private static let storedSection = "stored"

    private static func postingCounts(of snapshot: IndexSnapshot) throws(IndexError) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (layer, schema) in snapshot.manifest.schema.layers.enumerated() {
            var count = 0
            try snapshot.forEachTerm(inLayer: layer) { _, documentFrequency in count += documentFrequency }
            counts[schema.name] = count
        }
        return counts
    }

    var sentence: String {
        let share = Double(indexBytesWithoutStoredText) / Double(max(textBytes, 1)) * 100
        let memory = peakMemoryBytes.map { ", память до \($0 >> 20) МиБ" } ?? ""
        return
            "Индекс готов: поколение \(generation), документов \(documents), токенов \(tokens), \(Int(seconds * 1000)) мс "
            + "(\(Int(tokensPerSecond)) токенов/с), \(indexBytes / 1024) КиБ, без текстов \(Int(share.rounded())) % от текста\(memory)."
    }
}
