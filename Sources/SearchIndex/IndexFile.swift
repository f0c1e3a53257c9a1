/// The files of an index folder and how they are named.
///
/// Numbers are never used twice for files that readers could have seen, so that a name always stands for the same bytes.
enum IndexFile: Equatable, Sendable {
    /// The manifest of the current generation.
    case manifest
    /// A manifest that is being written and is not in place yet.
    case unfinishedManifest
    /// A segment, by the generation that added it.
    case segment(UInt64)
    /// Which documents of a segment are deleted, by the generation that said so.
    case deletions(generation: UInt64, segment: UInt64)
    /// The folder of a generation of format version 1.
    case versionOneFolder(UInt64)

    /// The format that this program writes and reads.
    static let formatVersion: UInt32 = 2
    static let manifestMagic = "SFLCURNT"
    static let segmentMagic = "SFLSEGMT"
    static let deletionsMagic = "SFLDELET"
    /// Locked by the one writer.
    static let lockName = "write.lock"

    /// The name in the folder.
    var name: String {
        switch self {
        case .manifest: "current.sfl"
        case .unfinishedManifest: "current.sfl.new"
        case .segment(let number): "segment-\(Self.digits(number)).sfl"
        case .deletions(let generation, let segment):
            "deletions-\(Self.digits(generation))-\(Self.digits(segment)).sfl"
        case .versionOneFolder(let number): "generation-\(Self.digits(number))"
        }
    }

    /// The file that a name stands for; `nil` for names that are none of the index's.
    init?(name: String) {
        let stem = name.hasSuffix(".sfl") ? name.dropLast(4) : name[...]
        let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.dropFirst().compactMap { UInt64($0) }
        let file: IndexFile? =
            switch (parts.first, numbers.count, parts.count) {
            case ("current", 0, 1): .manifest
            case ("current.sfl.new", 0, 1): .unfinishedManifest
            case ("segment", 1, 2): .segment(numbers[0])
            case ("deletions", 2, 3): .deletions(generation: numbers[0], segment: numbers[1])
            case ("generation", 1, 2): .versionOneFolder(numbers[0])
            default: nil
            }
        guard let file, file.name == name else { return nil }
        self = file
    }

    /// The generation that made the file, if its name says so.
    var generation: UInt64? {
        switch self {
        case .manifest, .unfinishedManifest: nil
        case .segment(let number), .versionOneFolder(let number): number
        case .deletions(let generation, _): generation
        }
    }

    private static func digits(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }
}
