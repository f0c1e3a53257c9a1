import Yams

extension ModelSettingsProblem {
    /// What the YAML reader stopped at.
    ///
    /// Its own text is English and may quote the file, so it is not shown.
    init(yamlError: any Error, in text: String) {
        let fault: YAMLFault
        let line: Int
        switch yamlError {
        case YamlError.scanner(let context, let problem, let mark, _):
            line = (context?.mark ?? mark).line
            fault = Self.isIndentedByTab(line, of: text) ? .tab : Self.fault(problem)
        case YamlError.parser(let context, let problem, let mark, _):
            fault = Self.fault(problem)
            // What is not closed began earlier than it was noticed.
            line = fault == .unclosed ? (context?.mark ?? mark).line : mark.line
        case YamlError.composer(_, let problem, let mark, _): (fault, line) = (Self.fault(problem), mark.line)
        case YamlError.reader(_, let offset, _, _):
            (fault, line) = (.controlCharacter, text.prefix(offset ?? 0).count { $0 == "\n" } + 1)
        default: (fault, line) = (.other, 1)
        }
        self.init(line: max(1, line), kind: .invalidYAML(fault))
    }

    private static func isIndentedByTab(_ number: Int, of text: String) -> Bool {
        let lines = text.split(separator: "\n", maxSplits: max(1, number), omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) && lines[number - 1].prefix { $0.isWhitespace }.contains("\t")
    }

    /// What a message of libyaml or Yams means.
    ///
    /// - Source: scanner.c and parser.c of libyaml 0.2.5, Parser.swift of Yams 6.
    private static func fault(_ problem: String) -> YAMLFault {
        switch problem {
        case "mapping values are not allowed in this context": .misplacedColon
        case "could not find expected ':'": .missingColon
        case "did not find expected key", "did not find expected '-' indicator",
            "block sequence entries are not allowed in this context", "did not find expected <document start>":
            .indentation
        case "found a tab character where an indentation space is expected": .tab
        case "found character that cannot start any token", "did not find expected alphabetic or numeric character":
            .unquoted
        case "found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            .unclosed
        case "found undefined alias": .undefinedAlias
        case "but found another document": .severalDocuments
        default: .other
        }
    }
}
