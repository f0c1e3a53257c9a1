/// Finds postal addresses among the tokens of a text.
///
/// An address is a run of components, each with a type word or a shape of its own: index, region, district, town, street, house, flat and what leads
/// to the door. Which runs are addresses, ``Address/score`` says.
struct AddressParser {
    /// A part of an address.
    enum Component: Hashable, Sendable {
        case index, region, district, town, typedTown, typedStreet, bareStreet, house, building, flat, entrance, metro
    }

    /// An address.
    struct Address: Equatable, Sendable {
        /// Half-open, in tokens.
        let tokens: Range<Int>
        let components: Set<Component>
        /// From 0 to 1; 0 for a run that is no address.
        let score: Float
    }

    let tokens: [SurfaceToken]

    init(_ tokens: [SurfaceToken]) { self.tokens = tokens }

    /// The addresses, in order, not overlapping.
    func addresses() -> [Address] {
        var found: [Address] = []
        var position = 0
        while position < tokens.count {
            guard mayStart(position), let address = address(at: position) else {
                position += 1
                continue
            }
            found.append(address)
            position = address.tokens.upperBound
        }
        return found
    }

    /// For each token whether it belongs to an address.
    func coveredTokens() -> [Bool] { coveredTokens(addresses()) }

    /// For each token whether it belongs to one of the addresses.
    func coveredTokens(_ addresses: [Address]) -> [Bool] {
        var covered = [Bool](repeating: false, count: tokens.count)
        for address in addresses {
            for index in address.tokens { covered[index] = true }
        }
        return covered
    }

    private func mayStart(_ position: Int) -> Bool {
        let token = tokens[position]
        guard token.kind != .mark, !token.isLatin else { return false }
        // The inside of a hyphenated number is no start.
        if token.isNumber, token.length != 6, token.length > 3 { return false }
        return position == 0 || token.gap != .none || tokens[position - 1].kind == .mark || token.isWord
    }

    /// The longest run of components from a token on, if it is an address.
    private func address(at start: Int) -> Address? {
        var components: [Component] = []
        var end = start
        var position = start
        while let (component, next) = component(at: position, after: components) {
            components.append(component)
            end = next
            guard let following = separator(from: next, after: components) else { break }
            position = following
        }
        while let last = components.last, last == .index || last == .metro, components.count > 1 {
            components.removeLast()
        }
        let score = Self.score(components)
        return score > 0 ? Address(tokens: start..<end, components: Set(components), score: score) : nil
    }

    /// Where the next component may start after what parts them; `nil` where the address must end.
    private func separator(from index: Int, after components: [Component]) -> Int? {
        var position = index
        var signs = 0
        while position < tokens.count, tokens[position].kind == .mark, signs < 2, tokens[position].gap <= .line {
            guard [",", ";", "-", ".", "("].contains(tokens[position].form) else { return nil }
            if tokens[position].form == ".", !isAbbreviation(position - 1) { return nil }
            signs += 1
            position += 1
        }
        guard position < tokens.count, tokens[position].gap <= .line else { return nil }
        if tokens[position].roles.contains(.preposition), position + 1 < tokens.count,
            tokens[position + 1].isWord
        {
            let next = tokens[position + 1].roles
            let isType =
                !next.isDisjoint(with: [.streetType, .houseType, .flatType, .entranceType])
            let isNamed = components.last == .town && tokens[position + 1].capitals == .first
            if isType || isNamed { return position + 1 }
        }
        return position
    }

    private func isAbbreviation(_ index: Int) -> Bool {
        guard index >= 0, tokens[index].isWord else { return false }
        return tokens[index].length <= 5
    }

    private func component(at position: Int, after components: [Component]) -> (Component, Int)? {
        guard position < tokens.count, components.count < 12 else { return nil }
        let last = components.last
        let hasStreet = components.contains(.typedStreet) || components.contains(.bareStreet)
        let hasHouse = components.contains(.house)
        if !hasHouse, let end = index(at: position) { return (.index, end) }
        if let end = region(at: position) { return (.region, end) }
        if let end = district(at: position) { return (.district, end) }
        if !components.contains(.typedStreet), let end = typedStreet(at: position) { return (.typedStreet, end) }
        if hasStreet || last == .typedTown || components.isEmpty, !hasHouse, let end = typedHouse(at: position) {
            return (.house, end)
        }
        if hasStreet || last == .typedTown, !hasHouse, let end = bareHouse(at: position) { return (.house, end) }
        if hasHouse || last == .entrance || last == .flat || components.isEmpty {
            if hasHouse, let end = building(at: position) { return (.building, end) }
            if let end = flat(at: position) { return (.flat, end) }
            if let end = entrance(at: position) { return (.entrance, end) }
            if last == .house || last == .building, let end = bareFlat(at: position) { return (.flat, end) }
        }
        if let end = typedTown(at: position) { return (.typedTown, end) }
        if !hasStreet && !components.contains(.town) && last != .typedTown
            || hasHouse && position > 0 && tokens[position - 1].isMark(","),
            let end = listedTown(at: position)
        {
            return (.town, end)
        }
        if let end = metro(at: position) { return (.metro, end) }
        if !hasStreet,
            let end = bareStreet(at: position, afterTown: last == .town || last == .typedTown || last == .district)
        {
            return (.bareStreet, end)
        }
        return nil
    }

    /// How surely a run of components is an address; 0 for none.
    private static func score(_ components: [Component]) -> Float {
        let set = Set(components)
        let hasTown = set.contains(.town) || set.contains(.typedTown)
        if set.contains(.typedStreet) { return set.contains(.house) ? 0.97 : 0.7 }
        if set.contains(.bareStreet) {
            return set.contains(.house) ? (hasTown ? 0.93 : 0.85) : 0
        }
        if set.contains(.house) {
            if hasTown { return 0.8 }
            return set.contains(.flat) ? 0.85 : set.contains(.building) ? 0.75 : 0
        }
        if set.contains(.index), hasTown || set.contains(.region) { return 0.8 }
        if set.contains(.flat), set.contains(.entrance) { return 0.7 }
        return 0
    }
}
