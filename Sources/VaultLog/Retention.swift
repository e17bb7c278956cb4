package import VaultFormat

/// The first entry of a month by the clocks of its signers.
package struct MonthBegun: Equatable, Sendable {
    /// The first day of the month.
    package let month: Day
    /// The entry's index.
    package let index: Int
}

/// How long a log keeps who looked at what. Whole months expire, so that a state needs no more of the times of its entries than one line a
/// month.
extension GroupState {
    /// The month that is still kept at a time, and every later one: the months before it are older than the group's period.
    package func oldestMonth(at time: Instant) -> Day { time.day.firstOfMonth(yearsBefore: retentionYears) }

    /// How far, at a time, payloads of reveals may have gone: the index of the first entry of a month that is kept. An entry that was dated
    /// ahead holds back what comes after it, and lets nothing go early. `size`: entries of the log.
    package func ripe(at time: Instant, size: Int) -> Int {
        let oldest = oldestMonth(at: time)
        return months.first { $0.month >= oldest }?.index ?? size
    }

    /// Members whose name need not be kept at a time: they have gone in a month that is older than the group's period.
    package func nameless(at time: Instant) -> [Member] {
        let oldest = oldestMonth(at: time)
        return members.filter { member in member.ended.map { $0.time.day.firstOfMonth < oldest } ?? false }
    }

    /// Takes in when an entry was written. Void ones too: whoever may not read an entry has to come to the same months.
    mutating func note(_ time: Instant, at index: Int) {
        let month = time.day.firstOfMonth
        if month > months.last?.month ?? month { months.append(MonthBegun(month: month, index: index)) }
    }
}

extension MembershipRules {
    /// `payload.expired`: goes on from where the last one ended, no further than the period allows at the entry's own time, and takes names
    /// of nobody who has not gone for as long.
    func expired(_ expiry: Expiry) throws(VoidReason) -> GroupState {
        var after = state
        let time = entry.text.time
        let ripe = max(state.expired, state.ripe(at: time, size: entry.index))
        guard expiry.from == state.expired, expiry.before <= ripe else { throw .retention }
        let nameless = state.nameless(at: time)
        for number in expiry.names {
            guard nameless.contains(where: { $0.number == number && !$0.nameIsErased }) else { throw .retention }
            after.members[number - 1].nameIsErased = true
        }
        after.expired = expiry.before
        return after
    }
}

extension MonthBegun {
    init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        month = try object.day("month")
        index = try object.int("index")
        try object.end()
    }

    var json: CanonicalJSON { .object(["month": .string(month.text), "index": .int(index)]) }
}
