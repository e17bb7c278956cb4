package import VaultFormat
package import VaultLog

/// Who was in the group when, and when the log circle got new keys: what the swim lanes of a report are drawn from.
package struct Lanes: Equatable, Sendable {
    /// In order of number.
    package let people: [Lane]
    /// When each epoch began, from the second; the first began with the log.
    package let epochs: [Epoch]
    /// The first moment drawn.
    package let from: Instant
    /// The last.
    package let to: Instant

    /// One person's time in the group.
    package struct Lane: Equatable, Sendable {
        /// Their number.
        package let member: Int
        /// What they are.
        package let role: Role
        /// When they came.
        package let from: Instant
        /// When they went, or the end of the picture.
        package let to: Instant
        /// How they went; nil for who is still there.
        package let how: Member.How?
    }

    /// A generation of the log circle.
    package struct Epoch: Equatable, Sendable {
        /// Counts from 1.
        package let number: Int
        /// When it began.
        package let time: Instant
    }

    /// From the first entry of the log to `end`.
    package init(_ trail: Trail, to end: Instant) {
        let times = trail.entries.map(\.time)
        let from = times.min() ?? end
        let to = max(end, times.max() ?? end)
        var epochs: [Epoch] = []
        var epoch = 1
        for entry in trail.entries where entry.epoch > epoch {
            epoch = entry.epoch
            epochs.append(Epoch(number: epoch, time: entry.time))
        }
        self.epochs = epochs
        self.from = from
        self.to = to
        people = trail.members.map { member in
            Lane(
                member: member.number, role: member.role, from: max(member.since, from), to: max(member.ended?.time ?? to, member.since),
                how: member.ended?.how)
        }
    }
}
