/// The parts of a web address that decide where it leads.
///
/// - Source: URL Standard (WHATWG): a backslash is a slash, what stands before the last `@` of the authority is no host; UTS #39 for
///   hosts of mixed scripts; RFC 3492 (`xn--`).
struct WebAddress: Equatable {
    /// Small letters; empty when there is none.
    let scheme: String
    /// Small ASCII letters, without port, user and final full stop.
    let host: String
    /// Whether something stands before an `@`: `https://good.ru@evil.ru`.
    let hasUser: Bool

    /// Reads an address; `nil` when it names no host.
    init?(_ bytes: some Sequence<UInt8>) {
        // Browsers drop tabs and line ends inside an address and spaces around it.
        let trimmed = bytes.filter { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
            .map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0.asciiSmall }
        var rest = trimmed[...]
        let head = rest.prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        }
        if !head.isEmpty, head.endIndex < rest.endIndex, rest[head.endIndex] == UInt8(ascii: ":"),
            rest[(head.endIndex + 1)...].first == UInt8(ascii: "/") || head.elementsEqual("mailto".utf8)
        {
            scheme = String(decoding: head, as: UTF8.self)
            rest = rest[(head.endIndex + 1)...]
        } else {
            scheme = ""
        }
        rest = rest.drop { $0 == UInt8(ascii: "/") }
        let authority = rest.prefix { !"/?#".utf8.contains($0) }
        let user = authority.lastIndex(of: UInt8(ascii: "@"))
        hasUser = user != nil
        var name = user.map { authority[($0 + 1)...] } ?? authority
        if let colon = name.lastIndex(of: UInt8(ascii: ":")), name[(colon + 1)...].allSatisfy(\.isASCIIDigit) {
            name = name[..<colon]
        }
        if name.last == UInt8(ascii: ".") { name = name.dropLast() }
        guard name.contains(UInt8(ascii: ".")) || !scheme.isEmpty, !name.isEmpty else { return nil }
        host = String(decoding: name, as: UTF8.self)
    }

    /// Whether letters of two scripts, or look-alikes, stand in one label, or a label is in Punycode.
    var isDisguised: Bool {
        host.split(separator: ".").contains { label in
            if label.hasPrefix("xn--") { return true }
            var scripts: Set<FoldedLetter.Script> = []
            for scalar in label.unicodeScalars {
                guard let letter = FoldedLetter(scalar) else {
                    if scalar != "-", scalar != "_", scalar != "%" { return true }
                    continue
                }
                if letter.isDressed { return true }
                if letter.script != .digit { scripts.insert(letter.script) }
            }
            return scripts.count > 1
        } || hasCyrillicBesideLatin
    }

    /// `рау.com`: Russian letters under a Latin zone.
    private var hasCyrillicBesideLatin: Bool {
        guard let zone = host.split(separator: ".").last, zone.allSatisfy(\.isASCII) else { return false }
        return host.unicodeScalars.contains { !$0.isASCII }
    }
}
