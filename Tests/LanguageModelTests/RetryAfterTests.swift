import Testing

@testable import LanguageModel

struct RetryAfterTests {
    private func duration(_ field: String, now: Int64 = 0) -> Duration? {
        RetryAfter.duration(in: ResponseHead(bytes: Array("HTTP/1.1 429 No\r\n\(field)\r\n\r\n".utf8)), now: now)
    }

    @Test func `seconds, parts of seconds and milliseconds`() {
        #expect(duration("Retry-After: 3") == .seconds(3))
        #expect(duration("retry-after:0.5") == .milliseconds(500))
        #expect(duration("Retry-After-Ms: 20") == .milliseconds(20))
        #expect(duration("X: 1") == nil)
    }

    @Test(arguments: [
        "Retry-After: soon", "Retry-After: nan", "Retry-After: inf", "Retry-After:",
        "Retry-After: Xxx, 99 Foo 2020 00:00:00 GMT",
    ])
    func `what cannot be read is nothing`(field: String) {
        #expect(duration(field) == nil)
    }

    @Test func `times are kept from 0 to an hour`() {
        #expect(duration("Retry-After: -5") == .zero)
        #expect(duration("Retry-After: 1e30") == .seconds(3600))
    }

    @Test func `a date is counted from now`() {
        // 784,111,777 is the number of RFC 9110's example date.
        let date = "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(duration(date, now: 784_111_770_000) == .seconds(7))
        #expect(duration(date, now: 784_111_800_000) == .zero)
        // 29 February: 951,782,400 is the midnight it begins with.
        #expect(duration("Retry-After: Tue, 29 Feb 2000 00:00:05 GMT", now: 951_782_400_000) == .seconds(5))
    }
}
