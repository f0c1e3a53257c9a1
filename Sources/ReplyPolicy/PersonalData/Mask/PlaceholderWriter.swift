/// Writes a text with placeholders in the place of some of its ranges.
struct PlaceholderWriter {
    private let bytes: [UInt8]
    private var position = 0
    private var masked: [UInt8] = []
    private var placeholders: [MaskedText.Placeholder] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        masked.reserveCapacity(bytes.count)
    }

    /// Ranges must come in order and not overlap.
    mutating func replace(_ range: Range<Int>, by placeholder: String, kind: PersonalDataKind?) {
        masked += bytes[position..<range.lowerBound]
        let start = masked.count
        masked += Array(placeholder.utf8)
        position = range.upperBound
        placeholders.append(
            MaskedText.Placeholder(
                text: placeholder, kind: kind, originalUTF8Range: range, maskedUTF8Range: start..<masked.count))
    }

    /// The text with all that follows the last range.
    mutating func finish() -> MaskedText {
        masked += bytes[position...]
        position = bytes.count
        return MaskedText(text: String(decoding: masked, as: UTF8.self), placeholders: placeholders)
    }
}

/// Writes a text with values in the place of its placeholders.
struct ValueWriter {
    private let bytes: [UInt8]
    private var position = 0
    private var text: [UInt8] = []
    private var restored: [UnmaskedText.Placeholder] = []
    private var left: [UnmaskedText.Placeholder] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        text.reserveCapacity(bytes.count)
    }

    /// Ranges must come in order and not overlap.
    mutating func restore(_ range: Range<Int>, _ value: String, placeholder: String, kind: PersonalDataKind?) {
        let place = append(Array(value.utf8), for: range)
        restored.append(UnmaskedText.Placeholder(text: placeholder, kind: kind, utf8Range: place))
    }

    /// Keeps a placeholder that stands for nothing known.
    mutating func leave(_ span: PlaceholderReader.Span) {
        let own = Array(bytes[span.utf8Range])
        let place = append(own, for: span.utf8Range)
        let kind: PersonalDataKind? = if case .data(let kind) = span.label { kind } else { nil }
        left.append(UnmaskedText.Placeholder(text: String(decoding: own, as: UTF8.self), kind: kind, utf8Range: place))
    }

    private mutating func append(_ value: [UInt8], for range: Range<Int>) -> Range<Int> {
        text += bytes[position..<range.lowerBound]
        let start = text.count
        text += value
        position = range.upperBound
        return start..<text.count
    }

    /// The text with all that follows the last range.
    mutating func finish() -> UnmaskedText {
        text += bytes[position...]
        position = bytes.count
        return UnmaskedText(text: String(decoding: text, as: UTF8.self), restored: restored, left: left)
    }
}
