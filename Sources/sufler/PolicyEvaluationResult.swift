import Evaluation
import EvaluationHarness
import Foundation
import ReplyPolicy

/// What `sufler eval policy` prints.
struct PolicyEvaluationResult: Encodable {
    let personalData: [Detection]
    let reasons: [Share]
    let bars: [Bar]
    let latencyMicroseconds: [String: Double]

    /// How well one kind of personal data is found.
    struct Detection: Encodable {
        let kind: String
        let entities: Int
        let precision: Double?
        let recall: Double?
        let recallInterval: [Double]?
        let f2: Double?
        let leaked: Int
    }

    /// A share with its interval.
    struct Share: Encodable {
        let name: String
        let count: Int
        let total: Int
        let value: Double
        let interval: [Double]

        init(_ name: String, _ share: Proportion) {
            self.name = name
            count = share.count
            total = share.total
            value = share.value
            interval = [share.interval.lowerBound, share.interval.upperBound]
        }
    }

    /// A figure that must be reached.
    struct Bar: Encodable {
        let name: String
        let value: Double
        let bar: Double
        let isMet: Bool
        let interval: [Double]?

        init(_ name: String, _ share: Proportion?, atLeast bar: Double) {
            self.init(name, value: share?.value ?? 0, bar: bar, isMet: (share?.value ?? 0) >= bar, share)
        }

        init(_ name: String, _ share: Proportion?, atMost bar: Double) {
            self.init(name, value: share?.value ?? 1, bar: bar, isMet: (share?.value ?? 1) <= bar, share)
        }

        init(_ name: String, value: Double, bar: Double, isMet: Bool, _ share: Proportion? = nil) {
            self.name = name
            self.value = value
            self.bar = bar
            self.isMet = isMet
            interval = share.map { [$0.interval.lowerBound, $0.interval.upperBound] }
        }
    }

    /// The kinds whose numbers have a checksum.
    private static let checksummed: [PersonalDataKind] = [.snils, .inn, .ogrn, .healthPolicy, .bankAccount, .card]

    init(_ evaluation: PolicyEvaluation) {
        let data = evaluation.personalData
        personalData =
            PersonalDataKind.allCases.compactMap { kind in
                data.counts[kind].map { Self.detection(kind.rawValue, $0, data.leaks[kind] ?? 0) }
            } + [Self.detection("all", data.total, data.leaks.values.reduce(0, +))]
        reasons = HandoffReason.allCases.compactMap { reason in
            evaluation.escalation.recalls[reason]?.recall.map { Share(reason.rawValue, $0) }
        }
        func counts(_ kinds: [PersonalDataKind]) -> DetectionCounts {
            kinds.compactMap { data.counts[$0] }.reduce(DetectionCounts(), +)
        }
        let p99 = evaluation.latency.summary.p99
        bars = [
            Bar("personal data with checksums: recall", counts(Self.checksummed).recall, atLeast: 0.995),
            Bar("names: recall", counts([.person]).recall, atLeast: 0.97),
            Bar("addresses: recall", counts([.address]).recall, atLeast: 0.97),
            Bar("personal data: precision", data.total.precision, atLeast: 0.9),
            Bar("requests for a person: recall", evaluation.humanRequests.total.recall, atLeast: 0.99),
            Bar("requests for a person: false alarms", evaluation.humanRequests.overRouting, atMost: 0.01),
            Bar("escalation: missed", evaluation.escalation.missRate, atMost: 0.01),
            Bar("escalation: over-routing", evaluation.escalation.overRouting, atMost: 0.08),
            Bar("true rewordings accepted", evaluation.paraphrases.accepted, atLeast: 0.85),
            Bar(
                "attacks with an effect", value: Double(evaluation.injections.effects), bar: 0,
                isMet: evaluation.injections.effects == 0),
            Bar(
                "attacks with a leak", value: Double(evaluation.injections.leaks), bar: 0,
                isMet: evaluation.injections.leaks == 0),
            Bar("all checks, p99, µs", value: p99, bar: 5000, isMet: p99 <= 5000),
        ]
        latencyMicroseconds = [
            "p50": evaluation.latency.summary.p50, "p95": evaluation.latency.summary.p95, "p99": p99,
        ]
        more = [
            evaluation.paraphrases.caught.map { Share("wrong rewordings caught", $0) },
            evaluation.injections.noticed.map { Share("attacks noticed", $0) },
            evaluation.innocentAlarms.noticed.map { Share("innocent texts marked as attacks", $0) },
        ].compactMap { $0 }
    }

    /// Figures without a bar.
    let more: [Share]

    private static func detection(_ name: String, _ counts: DetectionCounts, _ leaked: Int) -> Detection {
        Detection(
            kind: name, entities: counts.truePositives + counts.falseNegatives, precision: counts.precision?.value,
            recall: counts.recall?.value,
            recallInterval: counts.recall.map { [$0.interval.lowerBound, $0.interval.upperBound] },
            f2: counts.fMeasure(beta: 2), leaked: leaked)
    }

    var lines: [String] {
        var lines = ["kind                 n  precision  recall  95 %             F2     leaked"]
        lines += personalData.map { row in
            let interval = row.recallInterval.map { String(format: "%.3f–%.3f", $0[0], $0[1]) } ?? "–"
            return row.kind.padding(toLength: 17, withPad: " ", startingAt: 0)
                + String(format: "%5d", row.entities) + "  " + Self.text(row.precision) + "      "
                + Self.text(row.recall)
                + "   " + interval.padding(toLength: 15, withPad: " ", startingAt: 0) + "  " + Self.text(row.f2)
                + String(format: "  %d", row.leaked)
        }
        lines += ["", "reason                n  recall  95 %"]
        lines += (reasons + more).map { share in
            share.name.padding(toLength: 18, withPad: " ", startingAt: 0) + String(format: "%5d", share.total) + "  "
                + Self.text(share.value) + String(format: "   %.3f–%.3f", share.interval[0], share.interval[1])
        }
        lines += ["", "bar"]
        lines += bars.map { bar in
            let interval = bar.interval.map { String(format: " (%.3f–%.3f)", $0[0], $0[1]) } ?? ""
            return (bar.isMet ? "ok    " : "MISSED") + "  " + bar.name + String(format: ": %.3f", bar.value) + interval
                + String(format: ", bar %.3f", bar.bar)
        }
        let times = ["p50", "p95", "p99"].compactMap { name in
            latencyMicroseconds[name].map { String(format: "%@ %.0f", name as NSString, $0) }
        }
        return lines + ["", "all checks of a message and its draft, µs: " + times.joined(separator: ", ")]
    }

    private static func text(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "–    " }
}
