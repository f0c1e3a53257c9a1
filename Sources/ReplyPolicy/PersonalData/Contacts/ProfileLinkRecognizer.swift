/// Finds links to profiles in social networks, drawn or said.
///
/// Found: «https://vk.com/id270158331», «t.me/ivan_p», «tg://resolve?domain=ivan_p», «M . VK.COM/IVAN», «vk точка com слеш ivan»,
/// «вк ком слеш ivan», «youtube.com/@ivan». Not: «vk.com» alone, «youtube.com/watch?v=…», a shop's site.
/// Near miss: «написал в вк, ком. отдел молчит».
/// - Source: see ``DomainWords/profileHosts``.
struct ProfileLinkRecognizer: Sendable {
    /// Longer paths are cut.
    private static let maxAtoms = 40

    func findings(in scan: ContactScan) -> [PersonalDataFinding] {
        scan.atoms.indices.compactMap { index in
            guard scan.atoms[index].roles.contains(.host) || scan.atoms[index].form == "tg" else { return nil }
            return scan.atoms[index].form == "tg" ? scheme(at: index, scan) : web(at: index, scan)
        }
    }

    private func web(at index: Int, _ scan: ContactScan) -> PersonalDataFinding? {
        let form = scan.atoms[index].form
        let host = DomainWords.spokenHosts[form] ?? form
        guard let domains = DomainWords.profileHosts[host],
            let (domain, isDotDropped) = domain(after: index, domains, scan),
            let path = path(after: domain, scan)
        else { return nil }
        if isDotDropped, !path.isSaid { return nil }
        guard let text = pathText(path.first, path.last, scan), isProfile(text, host: host) else { return nil }
        guard let start = start(before: index, scan) else { return nil }
        let topLevel = DomainWords.topLevel[scan.atoms[domain].form] ?? scan.atoms[domain].form
        return PersonalDataFinding(
            kind: .profileLink,
            utf8Range: scan.atoms[start].utf8Range.lowerBound..<scan.atoms[path.last].utf8Range.upperBound,
            score: 0.97, canonical: host + "." + topLevel + "/" + text,
            explanation: path.isSaid || isDotDropped
                ? "ссылка на профиль, записанная словами" : "ссылка на профиль \(host).\(topLevel)")
    }

    /// The last word of the host; a dot that is said may be left out.
    private func domain(after index: Int, _ domains: Set<String>, _ scan: ContactScan) -> (
        place: Int, isDotDropped: Bool
    )? {
        if let place = scan.after(.dot, at: index + 1), isDomain(place, domains, scan) { return (place, false) }
        let place = scan.afterSpace(index + 1)
        return place > index + 1 && isDomain(place, domains, scan) ? (place, true) : nil
    }

    private func isDomain(_ index: Int, _ domains: Set<String>, _ scan: ContactScan) -> Bool {
        guard scan.isWord(index) else { return false }
        let form = scan.atoms[index].form
        return domains.contains(DomainWords.topLevel[form] ?? form)
    }

    /// The path after the host, from its first part to its last.
    private func path(after domain: Int, _ scan: ContactScan) -> (first: Int, last: Int, isSaid: Bool)? {
        let slash = scan.afterSpace(domain + 1)
        let isSaid = SpokenSign.slash.isSaid(in: scan, at: slash)
        guard let first = scan.after(.slash, at: domain + 1),
            isSaid || scan.isSign(first - 1, "/") || scan.isSign(first - 2, "/")
        else { return nil }
        guard scan.isWord(first) || (scan.isSign(first, "@") && scan.isWord(first + 1)) else { return nil }
        var last = scan.isWord(first) ? first : first + 1
        while last - first < Self.maxAtoms {
            if case .sign? = scan.atoms.indices.contains(last + 1) ? scan.atoms[last + 1].kind : nil,
                isPathSign(last + 1, scan), scan.isWord(last + 2)
            {
                last += 2
            } else if let next = scan.after(.slash, at: last + 1),
                SpokenSign.slash.isSaid(in: scan, at: scan.afterSpace(last + 1)), scan.isWord(next)
            {
                last = next
            } else {
                break
            }
        }
        return (first, last, isSaid)
    }

    private func isPathSign(_ index: Int, _ scan: ContactScan) -> Bool {
        [".", "-", "/", "?", "=", "&", "%", "@", "+"].contains { scan.isSign(index, $0) }
    }

    private func pathText(_ first: Int, _ last: Int, _ scan: ContactScan) -> String? {
        var text = ""
        for atom in scan.atoms[first...last] {
            switch atom.kind {
            case .word: text += atom.roles.contains(.slash) ? "/" : atom.form
            case .sign(let sign): text.unicodeScalars.append(Unicode.Scalar(sign) ?? "?")
            case .space: break
            }
        }
        return text.isEmpty ? nil : text
    }

    private func isProfile(_ path: String, host: String) -> Bool {
        let first = String(path.prefix { $0 != "/" && $0 != "?" })
        if DomainWords.otherPaths.contains(first) { return false }
        return host != "youtube" || first.hasPrefix("@") || ["c", "channel", "user"].contains(first)
    }

    /// Where `https://www.` or `m.` before the host starts; `nil` if it is the tail of another host: `cloud.vk.ru`.
    private func start(before index: Int, _ scan: ContactScan) -> Int? {
        var start = index
        if let before = scan.before(.dot, at: index - 1), scan.isWord(before),
            ["m", "www", "new", "web", "ru", "l"].contains(scan.atoms[before].form)
        {
            start = before
        } else if scan.isSign(index - 1, "."), scan.isWord(index - 2) || scan.isSign(index - 2, "-") {
            return nil
        }
        guard start >= 4, scan.isSign(start - 1, "/"), scan.isSign(start - 2, "/"), scan.isSign(start - 3, ":"),
            scan.isWord(start - 4),
            ["http", "https"].contains(scan.atoms[start - 4].form)
        else { return start }
        return start - 4
    }

    /// `tg://resolve?domain=name`.
    private func scheme(at index: Int, _ scan: ContactScan) -> PersonalDataFinding? {
        guard scan.isSign(index + 1, ":"), scan.isSign(index + 2, "/"), scan.isSign(index + 3, "/"),
            scan.isWord(index + 4)
        else { return nil }
        var last = index + 4
        while last - index < Self.maxAtoms, isPathSign(last + 1, scan), scan.isWord(last + 2) { last += 2 }
        guard let text = pathText(index + 4, last, scan) else { return nil }
        let name = text.hasPrefix("resolve?domain=") ? "t.me/" + text.dropFirst(15) : "tg://" + text
        return PersonalDataFinding(
            kind: .profileLink,
            utf8Range: scan.atoms[index].utf8Range.lowerBound..<scan.atoms[last].utf8Range.upperBound, score: 0.97,
            canonical: name, explanation: "ссылка на профиль Telegram")
    }
}
