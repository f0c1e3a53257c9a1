import Evaluation
import EvaluationHarness
import Foundation
import ReplyPolicy

/// What `sufler eval policy` prints.
struct PolicyEvaluationResult: Encodable {
    let personalData: [Detection]
    let reasons: [Detection]
    let bars: [Bar]
    /// Bars that were not measured, because a set is not in the folder.
    let notMeasured: [String]
    let latencyMicroseconds: [String: Double]

    /// How well one kind of personal data, or one reason to escalate, is found.
    struct Detection: Encodable {
        let kind: String
        let entities: Int
        let precision: Double?
        let precisionInterval: [Double]?
        let recall: Double?
        let recallInterval: [Double]?
        let f2: Double?
        /// How many pieces of personal data stayed readable in part or whole; of reasons none.
        let leaked: Int?
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
            data.map { data in
                PersonalDataKind.allCases.compactMap { kind in
                    data.counts[kind].map { Self.detection(kind.rawValue, $0, data.leaks[kind] ?? 0) }
                } + [Self.detection("all", data.total, data.leaks.values.reduce(0, +))]
            } ?? []
        reasons = HandoffReason.allCases.compactMap { reason in
            evaluation.escalation?.counts[reason].map { Self.detection(reason.rawValue, $0, nil) }
        }
        let all = Self.dataBars(data) + Self.escalationBars(evaluation) + Self.draftBars(evaluation)
        bars = all.compactMap(\.bar)
        notMeasured = all.filter { $0.bar == nil }.map(\.name)
        let latency = evaluation.latency?.summary
        latencyMicroseconds = latency.map { ["p50": $0.p50, "p95": $0.p95, "p99": $0.p99] } ?? [:]
        more = [
            evaluation.paraphrases?.caught.map { Share("wrong rewordings caught", $0) },
            evaluation.injections?.noticed.map { Share("attacks noticed", $0) },
            evaluation.innocentAlarms?.noticed.map { Share("innocent texts marked as attacks", $0) },
        ].compactMap { $0 }
    }

    /// A bar that may not have been measured.
    private typealias PossibleBar = (name: String, bar: Bar?)

    private static func dataBars(_ data: PersonalDataEvaluation?) -> [PossibleBar] {
        func recall(_ name: String, _ kinds: [PersonalDataKind], atLeast bar: Double) -> PossibleBar {
            let counts = data.map { data in
                kinds.compactMap { data.counts[$0] }.reduce(DetectionCounts(), +)
            }
            return (name, counts.map { Bar(name, $0.recall, atLeast: bar) })
        }
        let precision = "personal data: precision"
        return [
            recall("personal data with checksums: recall", checksummed, atLeast: 0.995),
            recall("names: recall", [.person], atLeast: 0.97),
            recall("addresses: recall", [.address], atLeast: 0.97),
            (precision, data.map { Bar(precision, $0.total.precision, atLeast: 0.9) }),
        ]
    }

    private static func escalationBars(_ evaluation: PolicyEvaluation) -> [PossibleBar] {
        func bar(_ name: String, _ share: Proportion?, atLeast bar: Double) -> PossibleBar {
            (name, share.map { Bar(name, $0, atLeast: bar) })
        }
        func bar(_ name: String, _ share: Proportion?, atMost bar: Double) -> PossibleBar {
            (name, share.map { Bar(name, $0, atMost: bar) })
        }
        return [
            bar("requests for a person: recall", evaluation.humanRequests?.total.recall, atLeast: 0.99),
            bar("requests for a person: false alarms", evaluation.humanRequests?.overRouting, atMost: 0.01),
            bar("escalation: missed", evaluation.escalation?.missRate, atMost: 0.01),
            bar("escalation: over-routing", evaluation.escalation?.overRouting, atMost: 0.08),
        ]
    }

    private static func draftBars(_ evaluation: PolicyEvaluation) -> [PossibleBar] {
        func attack(_ name: String, _ count: (InjectionEvaluation) -> Int) -> PossibleBar {
            (name, evaluation.injections.map { Bar(name, value: Double(count($0)), bar: 0, isMet: count($0) == 0) })
        }
        let rewordings = "true rewordings accepted"
        let time = "all checks, p99, µs"
        return [
            (rewordings, evaluation.paraphrases.map { Bar(rewordings, $0.accepted, atLeast: 0.85) }),
            attack("attacks with an effect", \.effects),
            attack("attacks with a leak", \.leaks),
            (
                time,
                evaluation.latency.map { Bar(time, value: $0.summary.p99, bar: 5000, isMet: $0.summary.p99 <= 5000) }
            ),
        ]
    }

    /// Figures without a bar.
    let more: [Share]

    private static func detection(_ name: String, _ counts: DetectionCounts, _ leaked: Int?) -> Detection {
        func bounds(_ share: Proportion?) -> [Double]? {
            share.map { [$0.interval.lowerBound, $0.interval.upperBound] }
        }
        return Detection(
            kind: name, entities: counts.truePositives + counts.falseNegatives, precision: counts.precision?.value,
            precisionInterval: bounds(counts.precision), recall: counts.recall?.value,
            recallInterval: bounds(counts.recall), f2: counts.fMeasure(beta: 2), leaked: leaked)
    }

    var lines: [String] {
        Self.lines("kind", personalData) + Self.lines("reason", reasons) + moreLines + barLines
    }

    private static func lines(_ title: String, _ detections: [Detection]) -> [String] {
        guard let first = detections.first else { return [] }
        let header =
            padded(title, 17) + "    n  precision  95 %           recall  95 %           F2"
            + (first.leaked == nil ? "" : "     leaked")
        return [header]
            + detections.map { row in
                padded(row.kind, 17) + String(format: "%5d", row.entities) + "  " + padded(text(row.precision), 9)
                    + "  " + padded(text(row.precisionInterval), 13) + "  " + padded(text(row.recall), 6) + "  "
                    + padded(text(row.recallInterval), 13) + "  " + text(row.f2)
                    + (row.leaked.map { "  \($0)" } ?? "")
            } + [""]
    }

    private var moreLines: [String] {
        guard !more.isEmpty else { return [] }
        return more.map { share in
            Self.padded(share.name, 32) + String(format: "%5d", share.total) + "  " + Self.text(share.value) + "  "
                + Self.text(share.interval)
        } + [""]
    }

    private static func padded(_ text: String, _ length: Int) -> String {
        text.padding(toLength: length, withPad: " ", startingAt: 0)
    }

    private var barLines: [String] {
        let measured = bars.map { bar in
            let interval = bar.interval.map { String(format: " (%.3f–%.3f)", $0[0], $0[1]) } ?? ""
            return (bar.isMet ? "ok    " : "MISSED") + "  " + bar.name + String(format: ": %.3f", bar.value) + interval
                + String(format: ", bar %.3f", bar.bar)
        }
        let times = ["p50", "p95", "p99"].compactMap { name in
            latencyMicroseconds[name].map { String(format: "%@ %.0f", name as NSString, $0) }
        }
        return ["bar"] + measured + notMeasured.map { "–       \($0): not measured, its set is not in the folder" }
            + (times.isEmpty
                ? [] : ["", "all checks of a message and its draft, µs: " + times.joined(separator: ", ")])
    }

    private static func text(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "–    " }

    private static func text(_ interval: [Double]?) -> String {
        interval.map { String(format: "%.3f–%.3f", $0[0], $0[1]) } ?? "–"
    }
}
