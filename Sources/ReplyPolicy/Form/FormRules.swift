public import TextAnalysis

/// How replies of a company are written; the defaults suit a shop that has set nothing.
public struct FormRules: Equatable, Sendable {
    /// How «вы» to one person is written.
    public enum AddressCapital: String, CaseIterable, Codable, Sendable {
        /// Always «вы».
        case small
        /// Always «Вы», as in a personal letter.
        case capital
        /// Either, but one of them in a reply.
        case consistent
    }

    /// How «вы» to one person is written.
    public var addressCapital: AddressCapital = .consistent
    /// Words and phrases that must not occur, as ``WordPhrase`` writes them.
    public var forbiddenWords: [String] = []
    /// Words that only colleagues understand, as ``WordPhrase`` writes them.
    public var internalTerms: [String] = Self.commonInternalTerms
    /// Hosts that links may lead to: `shop.ru` for that host alone, `*.shop.ru` for it and all below it.
    public var allowedHosts: [String] = []
    /// Limits other than ``ChannelLimit/standard(of:)``.
    public var limits: [Channel: ChannelLimit] = [:]
    /// Channels that show Markdown as it is meant.
    public var markdownChannels: Set<Channel> = []
    /// In which language a reply must be.
    public var replyLanguage: ReplyLanguage = .ofCustomer

    /// In which language a reply must be.
    public enum ReplyLanguage: String, CaseIterable, Codable, Sendable {
        /// Russian to Russian messages; to others any.
        case ofCustomer = "of_customer"
        /// Russian always.
        case russian
        /// Any.
        case any
    }

    /// Makes the default rules.
    public init() {}

    /// The limit of a channel.
    ///
    /// - Parameter channel: where the reply is sent.
    /// - Returns: the rule's own limit, else the standard one.
    public func limit(of channel: Channel) -> ChannelLimit {
        limits[channel] ?? .standard(of: channel)
    }

    /// Jargon of contact centres.
    public static let commonInternalTerms = [
        "тикет*", "скрипт*", "эскалир*", "эскалаци*", "бэклог*", "дедлайн*", "sla", "црм", "crm", "фидбек*", "фидбэк*",
        "первая линия", "вторая линия", "второй линии", "первой линии", "бэк офис*", "кейс", "кейса", "кейсу", "апрув*",
        "заапрувить", "чекнуть", "пофиксить", "пофиксим", "залить", "лид", "лида", "чарджбэк*", "хелпдеск*",
        "заэскалир*",
    ]
}

/// What a reply is an answer to.
public struct ReplyContext: Equatable, Sendable {
    /// The language of the customer's message.
    public var customerLanguage: WrittenLanguage
    /// Parts of the reply that are quoted from sources, half-open, in UTF-8 bytes of the reply: a promise in them is the source's.
    public var quotedRanges: [Range<Int>]

    /// Makes a context.
    public init(customerLanguage: WrittenLanguage = .unknown, quotedRanges: [Range<Int>] = []) {
        self.customerLanguage = customerLanguage
        self.quotedRanges = quotedRanges
    }

    /// Whether a range lies in one quotation.
    func isQuoted(_ range: Range<Int>) -> Bool {
        quotedRanges.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
    }
}
