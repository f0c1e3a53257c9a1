/// Where every sentence of a reply comes from, and who answers for it.
public struct Provenance: Equatable, Codable, Sendable {
    /// Where a sentence comes from.
    public enum Origin: Equatable, Codable, Sendable {
        /// Quoted from an article: its ID and the half-open range of UTF-8 bytes of its text.
        case article(id: String, utf8Range: Range<Int>)
        /// Written by a model: its name and the version of the prompt.
        case model(name: String, promptVersion: String)
        /// Written or changed by a person.
        case person(name: String)
        /// A greeting or closing that claims nothing.
        case courtesy
    }

    /// A sentence of the reply.
    public struct Sentence: Equatable, Codable, Sendable {
        /// Half-open, in UTF-8 bytes of the reply.
        public let utf8Range: Range<Int>
        /// Where it comes from.
        public let origin: Origin

        /// Makes a sentence.
        public init(utf8Range: Range<Int>, origin: Origin) {
            self.utf8Range = utf8Range
            self.origin = origin
        }
    }

    /// The sentences in the order of the reply.
    public let sentences: [Sentence]
    /// Who answers for the reply: the person who sends it, or the administrator whose rule lets it go.
    public let responsible: String

    /// Makes a provenance.
    public init(sentences: [Sentence], responsible: String) {
        self.sentences = sentences
        self.responsible = responsible
    }

    /// The parts of the reply that are quoted from articles, for ``ReplyContext``.
    public var quotedRanges: [Range<Int>] {
        sentences.compactMap { if case .article = $0.origin { $0.utf8Range } else { nil } }
    }

    /// The sentences of a reply that no source is named for.
    ///
    /// - Parameter ranges: the sentences of the reply, half-open, in UTF-8 bytes.
    /// - Returns: those that no sentence here covers, in order.
    public func unattributed(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.filter { range in
            !sentences.contains {
                $0.utf8Range.lowerBound <= range.lowerBound && range.upperBound <= $0.utf8Range.upperBound
            }
        }
    }
}
