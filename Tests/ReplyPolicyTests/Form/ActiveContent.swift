/// A check of its own for what may not be in a clean text; it shares no code with the sanitizer.
enum ActiveContent {
    static func problems(in text: String) -> [String] {
        var problems: [String] = []
        let small = text.lowercased()
        let scalars = Array(small.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next: Unicode.Scalar = index + 1 < scalars.count ? scalars[index + 1] : " "
            if scalar == "<", next.properties.isAlphabetic && next.isASCII || "/!?".unicodeScalars.contains(next) {
                problems.append("tag")
            }
            switch scalar.value {
            case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F: problems.append("control")
            case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F:
                problems.append("hidden")
            default: break
            }
        }
        for word in [
            "javascript:", "vbscript:", "data:text", "file:", "](http", "](//", "![", "ftp:", "tg:", "tel:", "mailto:",
            "%3a%2f",
            "evil.com", "evil。com", "еvil.com", "evilgood.ru", "gооd.ru", "xn--", "@evil", "resolve?domain",
        ] where small.contains(word) {
            problems.append(word)
        }
        for line in text.split(separator: "\n") {
            let start = line.drop { $0 == " " || $0 == "\t" }
            // A definition hides its text only at the start of a line.
            if start.hasPrefix("[//]:") { problems.append("[//]:") }
            if start.hasPrefix("=") || "+-@".contains(start.first ?? " ") && start.contains("|") {
                problems.append("formula")
            }
        }
        return problems
    }
}
