/// The files of a generation: names, magics and format versions.
///
/// See `docs/index-format.md`.
enum IndexFile: String, CaseIterable {
    case manifest
    case terms
    case chunks
    case postings
    case stored
    case userdata

    /// The format that this program writes and reads.
    static let formatVersion: UInt32 = 2

    var fileName: String { rawValue + ".sfl" }

    var magic: String {
        switch self {
        case .manifest: "SFLMANIF"
        case .terms: "SFLTERMS"
        case .postings: "SFLPOSTS"
        case .chunks: "SFLCHUNK"
        case .stored: "SFLSTORE"
        case .userdata: "SFLUDATA"
        }
    }
}
