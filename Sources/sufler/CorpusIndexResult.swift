import EvaluationHarness
import Glibc
import SearchIndex

/// What `sufler index --corpus` prints.
struct CorpusIndexResult: Encodable {
    let generation: UInt64
    let documents: Int
    let tokens: UInt64
    let seconds: Double
    let tokensPerSecond: Double
    let terms: Int
    let indexBytes: Int
    /// Bytes of each section by name.
    let files: [String: Int]
    let peakMemoryBytes: Int

    init(_ measurement: IndexingMeasurement, _ snapshot: IndexSnapshot) {
        generation = measurement.generation
        documents = measurement.documentCount
        tokens = measurement.tokenCount
        seconds = measurement.seconds
        tokensPerSecond = measurement.tokensPerSecond
        terms = snapshot.termCount
        indexBytes = snapshot.byteCount
        files = snapshot.sectionByteCounts
        peakMemoryBytes = Self.peakMemory()
    }

    var sentence: String {
        "Индекс готов: поколение \(generation), документов \(documents), токенов \(tokens), \(Int(seconds * 1000)) мс "
            + "(\(Int(tokensPerSecond)) токенов/с), \(indexBytes / 1024) КиБ, память до \(peakMemoryBytes >> 20) МиБ."
    }

    /// The largest resident set of this process so far.
    private static func peakMemory() -> Int {
        var usage = rusage()
        guard unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return usage.ru_maxrss * 1024
    }
}
