/// Counts hidden characters of a text and reads what is written in them.
///
/// Found: two zero-width characters or more, any change of direction, tag characters, control characters, four selectors in a row.
/// Near misses: emoji with joiners (👩‍💻), flags of regions, a byte order mark, a soft hyphen, one zero-width space of a copied text.
/// - Source: Unicode Technical Report #36; ASCII smuggling by tag characters and by variation selectors.
struct HiddenTextScan {
    private(set) var findings: [ScreeningFinding] = []
    /// What is written in tag characters and selectors.
    private(set) var payloads: [EncodedPayload] = []

    private var zeroWidth: (range: Range<Int>, count: Int)?
    private var tagRun: (range: Range<Int>, text: [UInt8])?
    private var selectorRun: (range: Range<Int>, text: [UInt8])?

    init(_ bytes: [UInt8]) {
        guard bytes.contains(where: { $0 >= 0xE1 || $0 == 0xC2 || $0 == 0xCD || $0 == 0xD8 || $0 < 0x20 || $0 == 0x7F })
        else {
            return
        }
        var scan = HiddenCharacterScan()
        var reader = UTF8Reader(bytes)
        while let (scalar, range) = reader.next() {
            let kind = scan.kind(of: scalar, before: reader.peek())
            note(kind, scalar, range)
        }
        endRuns()
        if let zeroWidth, zeroWidth.count >= 2 {
            add(
                zeroWidth.range, zeroWidth.count >= 8 ? 0.85 : 0.6,
                "В тексте спрятаны символы нулевой ширины: \(zeroWidth.count).")
        }
    }

    private mutating func note(_ kind: HiddenCharacter?, _ scalar: Unicode.Scalar, _ range: Range<Int>) {
        if kind != .tag, tagRun != nil { endRuns() }
        if kind != .variation, selectorRun != nil { endRuns() }
        switch kind {
        case .zeroWidth where scalar.value != 0xAD && !(scalar.value == 0xFEFF && range.lowerBound == 0):
            let start = zeroWidth?.range.lowerBound ?? range.lowerBound
            zeroWidth = (start..<range.upperBound, (zeroWidth?.count ?? 0) + 1)
        case .direction where scalar.value > 0x200F:
            add(range, 0.8, "Символ меняет направление письма: видимый текст отличается от настоящего.")
        case .control:
            add(range, scalar.value == 0x1B ? 0.75 : 0.6, "В тексте управляющий символ: показан он не будет.")
        case .tag:
            Self.extend(&tagRun, range, UInt8(truncatingIfNeeded: scalar.value & 0x7F))
        case .variation:
            let value = scalar.value < 0xFE10 ? scalar.value - 0xFE00 : scalar.value - 0xE0100 + 16
            Self.extend(&selectorRun, range, UInt8(truncatingIfNeeded: value))
        default: break
        }
    }

    private static func extend(_ run: inout (range: Range<Int>, text: [UInt8])?, _ range: Range<Int>, _ byte: UInt8) {
        // Taken out while it grows, so that its storage is not copied for every character.
        var grown = run ?? (range, [])
        run = nil
        grown.range = grown.range.lowerBound..<range.upperBound
        grown.text.append(byte)
        run = grown
    }

    private mutating func endRuns() {
        if let run = tagRun {
            add(run.range, 0.95, "В тексте невидимые символы-метки: ими передают скрытые указания машине.")
            payloads.append(EncodedPayload(range: run.range, code: .tags, decoded: run.text))
            tagRun = nil
        }
        if let run = selectorRun {
            if run.text.count >= 4 {
                add(run.range, 0.9, "В тексте цепочка невидимых селекторов: ими передают скрытые указания машине.")
                payloads.append(EncodedPayload(range: run.range, code: .tags, decoded: run.text))
            }
            selectorRun = nil
        }
    }

    private mutating func add(_ range: Range<Int>, _ score: Float, _ explanation: String) {
        if let last = findings.last, last.utf8Range.upperBound == range.lowerBound, last.explanation == explanation {
            findings[findings.count - 1] = ScreeningFinding(
                kind: .hiddenText, utf8Range: last.utf8Range.lowerBound..<range.upperBound,
                score: max(score, last.score),
                explanation: explanation)
        } else {
            findings.append(
                ScreeningFinding(kind: .hiddenText, utf8Range: range, score: score, explanation: explanation))
        }
    }
}
