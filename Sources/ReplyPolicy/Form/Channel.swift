/// Where a reply is sent.
public enum Channel: String, CaseIterable, Codable, Sendable {
    /// The chat on the company's own site or in its application.
    case webChat = "web_chat"
    /// Telegram.
    case telegram
    /// VK, messages of a community.
    case vk
    /// MAX.
    case max
    /// A text message of a mobile network.
    case sms
    /// E-mail.
    case eMail = "e_mail"

    /// The channel's name for people.
    public var name: String {
        switch self {
        case .webChat: "чат на сайте"
        case .telegram: "Telegram"
        case .vk: "ВКонтакте"
        case .max: "MAX"
        case .sms: "SMS"
        case .eMail: "почта"
        }
    }
}

/// In what a channel counts the length of a message.
public enum LengthUnit: String, Codable, Sendable {
    /// Characters as Unicode scalars.
    case scalars
    /// UTF-16 code units: an emoji is two.
    case utf16
    /// Segments of a text message, which are paid one by one.
    case smsSegments = "sms_segments"
}

/// How long a message of a channel may be.
public struct ChannelLimit: Equatable, Sendable {
    /// In what it is counted.
    public let unit: LengthUnit
    /// The most of them.
    public let maxLength: Int

    /// Makes a limit.
    public init(unit: LengthUnit, maxLength: Int) {
        self.unit = unit
        self.maxLength = max(1, maxLength)
    }

    /// The limits that the channels themselves set, or ours where they set none.
    ///
    /// - Parameter channel: where the reply is sent.
    /// - Returns: web chat 2,000 characters (ours: what is read on a phone without scrolling away); Telegram 4,096 UTF-16 code units (Bot
    ///   API, `sendMessage`, text of 1–4096 characters after entities parsing; offsets of entities are in UTF-16 code units); VK 4,096
    ///   characters (the schema of `messages.send` allows 9,000, but clients of the API cut at 4,096, so the smaller is taken); MAX 4,000
    ///   (dev.max.ru, `POST /messages`); a text message three segments (ours: more are dear and arrive apart); e-mail 20,000 (ours).
    public static func standard(of channel: Channel) -> ChannelLimit {
        switch channel {
        case .webChat: ChannelLimit(unit: .scalars, maxLength: 2_000)
        case .telegram: ChannelLimit(unit: .utf16, maxLength: 4_096)
        case .vk: ChannelLimit(unit: .utf16, maxLength: 4_096)
        case .max: ChannelLimit(unit: .utf16, maxLength: 4_000)
        case .sms: ChannelLimit(unit: .smsSegments, maxLength: 3)
        case .eMail: ChannelLimit(unit: .scalars, maxLength: 20_000)
        }
    }
}
