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
            "](http", "](//", "![", "%3a%2f", "&lt;", "&#60;", "&#x3c", "://evil", "xn--",
            "resolve?domain", "gооd.ru",
        ] where small.contains(word) {
            problems.append(word)
        }
        for scheme in ["javascript:", "vbscript:", "data:text", "file:", "ftp:", "tg:", "tel:", "mailto:", "hxxp://"] {
            // After a letter it is another word.
            for range in small.ranges(of: scheme) where !small[..<range.lowerBound].hasLetterAtEnd {
                problems.append(scheme)
            }
        }
        for host in ["evil.com", "evil。com", "еvil.com", "evil[.]com", "@evil.com", "evilgood.ru"] {
            for range in small.ranges(of: host) {
                // Before a letter it is another host; behind an allowed host it is a path.
                let token = small[..<range.lowerBound].split { $0.isWhitespace || "«»\"'`()<>".contains($0) }.last ?? ""
                let rest = small[range.upperBound...].drop { $0 == "." }
                let isOther = rest.first.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } == true
                let isPath = token.contains("good.ru/") && range.lowerBound == token.endIndex
                if !isOther && !isPath { problems.append(host) }
            }
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

extension Substring {
    fileprivate var hasLetterAtEnd: Bool { last?.isLetter == true }
}
