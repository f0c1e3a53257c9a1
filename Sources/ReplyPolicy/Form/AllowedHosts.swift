/// The hosts that links of a reply may lead to.
///
/// `shop.ru` is that host alone, `*.shop.ru` it and all hosts below it. An address with a user part, a host of mixed scripts or in
/// Punycode is never allowed, unless the very host is listed.
/// - Source: OWASP Top 10 for LLM Applications 2025, LLM05; URL Standard, host equivalence (case does not matter, one final full stop is
///   dropped).
struct AllowedHosts {
    private var exact: Set<String> = []
    private var parents: Set<String> = []

    init(_ list: [String]) {
        for entry in list {
            let host = entry.lowercased()
            if host.hasPrefix("*.") {
                parents.insert(String(host.dropFirst(2)))
                exact.insert(String(host.dropFirst(2)))
            } else if !host.isEmpty {
                exact.insert(host)
            }
        }
    }

    /// Whether an address may stay.
    func contains(_ address: WebAddress) -> Bool {
        guard ["", "http", "https", "mailto"].contains(address.scheme), !address.hasUser || address.scheme == "mailto"
        else {
            return false
        }
        let host = address.host.lowercased()
        if exact.contains(host) { return true }
        guard !address.isDisguised else { return false }
        var rest = host[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            if parents.contains(String(rest)) { return true }
        }
        return false
    }
}
