/// How long a server asks to be left alone.
enum RetryAfter {
    /// The longest time that is believed: a wrong clock at either end must not switch a provider off for a day.
    private static let longestSeconds = 3600.0

    /// Reads the fields of a head.
    ///
    /// - Parameters:
    ///   - head: the head of an answer.
    ///   - now: milliseconds since 1970, for a date.
    /// - Returns: the time, from 0 to an hour; `nil` when there is none or it cannot be read.
    /// - Source: RFC 9110, section 10.2.3; `retry-after-ms` as OpenAI's clients read it.
    static func duration(in head: ResponseHead, now: Int64) -> Duration? {
        if let milliseconds = head.field("retry-after-ms").flatMap(Double.init) { return limited(milliseconds / 1000) }
        guard let value = head.field("retry-after") else { return nil }
        if let seconds = Double(value) { return limited(seconds) }
        return secondsSince1970(ofDate: value).flatMap { limited(Double($0) - Double(now) / 1000) }
    }

    private static func limited(_ seconds: Double) -> Duration? {
        guard seconds.isFinite else { return nil }
        return .seconds(min(max(seconds, 0), longestSeconds))
    }

    /// A date such as `Sun, 06 Nov 1994 08:49:37 GMT`; the two obsolete forms are not read.
    private static func secondsSince1970(ofDate value: String) -> Int64? {
        let words = value.split(whereSeparator: { " ,".contains($0) }).map(String.init)
        guard words.count == 6, words[5] == "GMT", let day = Int64(words[1]), (1...31).contains(day),
            let month = months.firstIndex(of: words[2]), let year = Int64(words[3]), (1970...9999).contains(year)
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int64($0) }
        guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2]) else {
            return nil
        }
        return days(year: year, month: Int64(month) + 1, day: day) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Days since 1970-01-01 in the Gregorian calendar.
    ///
    /// Years are counted from March, so that the leap day is the last; an era has 400 years of 146,097 days.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
