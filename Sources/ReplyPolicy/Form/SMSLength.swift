/// How many segments a text message takes.
///
/// A message of the 7-bit alphabet takes 160 characters, or 153 a segment when there are several; with any other character, all Russian
/// ones, it is UCS-2: 70, or 67 a segment. Characters of the extension table take two places; neither they nor a pair of surrogates is
/// cut between segments.
/// - Source: 3GPP TS 23.038 (alphabets, extension table), 3GPP TS 23.040, 9.2.3.24.1 (140 octets, 6 of them for the header of a part).
public struct SMSLength: Equatable, Sendable {
    /// The number of segments; 0 for an empty text.
    public let segments: Int
    /// Whether all characters are of the 7-bit alphabet.
    public let isSevenBit: Bool
    /// The units taken, of seven or sixteen bits.
    public let units: Int

    private static let sevenBit: Set<Unicode.Scalar> = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    private static let extended: Set<Unicode.Scalar> = Set("\u{0C}^{}\\[~]|€".unicodeScalars)

    /// Counts a text.
    public init(of text: some StringProtocol) {
        isSevenBit = text.unicodeScalars.allSatisfy { Self.sevenBit.contains($0) || Self.extended.contains($0) }
        let single = isSevenBit ? 160 : 70
        let part = isSevenBit ? 153 : 67
        var total = 0
        var segments = 1
        var used = 0
        for scalar in text.unicodeScalars {
            let size = Self.size(of: scalar, isSevenBit: isSevenBit)
            total += size
            if used + size > part {
                segments += 1
                used = 0
            }
            used += size
        }
        units = total
        self.segments = total == 0 ? 0 : total <= single ? 1 : segments
    }

    private static func size(of scalar: Unicode.Scalar, isSevenBit: Bool) -> Int {
        isSevenBit ? (extended.contains(scalar) ? 2 : 1) : UTF16.width(scalar)
    }
}
