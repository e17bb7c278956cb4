package import VaultFormat
import VaultLog
import VaultStore

/// Answer to `audit expire`.
package struct LogExpired: Equatable, Sendable {
    /// Looks at content of which is no longer kept what they were.
    package let looks: Int
    /// Names of people who have gone that are no longer kept.
    package let names: Int
    /// The first day from which everything is kept.
    package let keptFrom: Day
    /// The group's period, in years.
    package let years: Int

    /// Whether there is nothing that may go.
    package var isEmpty: Bool { looks == 0 && names == 0 }
}

extension Session {
    /// `audit expire`: takes out of the vault, and out of this home, what reveals told before the group's period began, and the names of
    /// people who had gone by then. An entry names what went; where there is nothing, none is written. Throws ``Fault``: role.
    package func expire(dryRun: Bool) throws -> LogExpired {
        try require(.payloadExpired)
        if dryRun { return answer(try whatExpires()) }
        var gone: Expiry?
        try appendSettled {
            try settle()
            gone = try whatExpires()
            guard let gone else { return nil }
            let people = gone.names.compactMap { state.member($0) }
            return Change(
                payload: Payload(.payloadExpired, .expiry(gone)),
                removing: try membership.payloads(ofNoneBut: Set(gone.payloads), size: edge.size)
                    + membership.names(of: people, size: edge.size))
        }
        for member in (gone?.names ?? []).compactMap(state.member) { names[member.id] = nil }
        try ForgetExpired(membership: membership, now: surroundings.now()).run(state, size: edge.size)
        return answer(gone)
    }

    private func answer(_ gone: Expiry?) -> LogExpired {
        LogExpired(
            looks: gone?.payloads.count ?? 0, names: gone?.names.count ?? 0, keptFrom: state.oldestMonth(at: surroundings.now()),
            years: state.retentionYears)
    }

    /// What may go now and has not gone; nil for nothing.
    private func whatExpires() throws -> Expiry? {
        let now = surroundings.now()
        let from = state.expired
        let before = max(from, min(state.ripe(at: now, size: edge.size), from + Expiry.mostEntries))
        let looks = try (from..<before).filter { try membership.line($0).isReveal }
        let names = state.nameless(at: now).filter { !$0.nameIsErased }.map(\.number)
        return looks.isEmpty && names.isEmpty ? nil : Expiry(from: from, before: before, payloads: looks, names: names)
    }
}
