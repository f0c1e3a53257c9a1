/// Whether labels between full stops name a host.
enum HostShape {
    /// Where the host ends, as an index of the labels' base.
    ///
    /// - Parameters:
    ///   - labels: two or more, none of them empty, as ``AddressText`` writes them.
    ///   - hasPath: whether a slash follows the last one.
    ///   - hasPort: whether a colon and a digit follow the last one.
    /// - Returns: `nil` when they name none; before the last label when words follow the host: `evil.com.Спасибо`.
    static func end(of labels: [ArraySlice<UInt32>], hasPath: Bool, hasPort: Bool) -> Int? {
        guard let last = labels.last else { return nil }
        if isNumeric(last) {
            return labels.allSatisfy(isNumeric) && isIPv4(labels, hasPath || hasPort) ? last.endIndex : nil
        }
        if labels[0].elementsEqual("www".unicodeScalars.map(\.value)) { return last.endIndex }
        if labels.contains(where: { $0.starts(with: "xn--".unicodeScalars.map(\.value)) }) { return last.endIndex }
        // «г.Москва»: an abbreviation of one letter and a word.
        if isZone(last) {
            return labels.count == 2 && labels[0].count == 1 && isRussianWord(last) ? nil : last.endIndex
        }
        let isLatin = labels.allSatisfy { $0.allSatisfy { $0 < 0x80 } }
        if isLatin, hasPath || hasPort, AddressZones.mayBeZone(string(last)) { return last.endIndex }
        for index in labels.indices.dropFirst() {
            let following = index + 1 < labels.count ? labels[index + 1].first : nil
            if let end = zoneEnd(labels[index], before: following) { return end }
        }
        return nil
    }

    /// Where a zone ends that a word of another script or an underline follows: `evil.comПривет`, `evil.com.Спасибо`.
    private static func zoneEnd(_ label: ArraySlice<UInt32>, before following: UInt32?) -> Int? {
        let zone = label.prefix { (0x61...0x7A).contains($0) }
        guard zone.count >= 2, isZone(zone) else { return nil }
        guard zone.endIndex < label.endIndex else { return following ?? 0 >= 0x80 ? zone.endIndex : nil }
        return label[zone.endIndex] >= 0x80 || label[zone.endIndex] == 0x5F ? zone.endIndex : nil
    }

    private static func isNumeric(_ label: ArraySlice<UInt32>) -> Bool {
        label.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Four octets; without a path or port small numbers are a version: `1.2.3.4`.
    private static func isIPv4(_ labels: [ArraySlice<UInt32>], _ hasMore: Bool) -> Bool {
        guard labels.count == 4, labels.allSatisfy({ $0.count <= 3 }) else { return false }
        let octets = labels.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard octets.allSatisfy({ $0 <= 255 }) else { return false }
        return hasMore || octets[0] >= 10 || octets.contains { $0 >= 100 }
    }

    private static func string(_ label: ArraySlice<UInt32>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: label.compactMap(Unicode.Scalar.init))
        return String(text)
    }

    /// A known zone, also with look-alike letters of the other script in it.
    private static func isZone(_ label: ArraySlice<UInt32>) -> Bool {
        guard (2...24).contains(label.count) else { return false }
        let text = string(label)
        if AddressZones.known.contains(text) { return true }
        guard label.contains(where: { $0 < 0x80 }), label.contains(where: { $0 >= 0x80 }) else { return false }
        return skeletons(text).contains { AddressZones.known.contains($0) }
    }

    private static func isRussianWord(_ label: ArraySlice<UInt32>) -> Bool {
        label.count >= 4 && label.allSatisfy { $0 >= 0x400 }
    }

    /// The label with its letters turned into those of one script.
    private static func skeletons(_ text: String) -> [String] {
        let codes = text.unicodeScalars.map { FoldedLetter($0)?.code ?? 0 }
        let latin = codes.map { $0 < 0x80 ? $0 : LetterSubstitution.latinByCyrillic[Int($0)] }
        let cyrillic = codes.map { $0 >= 0x80 ? $0 : LetterSubstitution.cyrillicByLatin[Int($0)] }
        return [
            String(decoding: latin, as: UTF8.self),
            String(String.UnicodeScalarView(cyrillic.compactMap { Unicode.Scalar(UInt32($0) + 0x430 - 0xE0) })),
        ]
    }
}
