package import VaultFormat

/// How often people looked in a period, from every side.
package struct Counts: Equatable, Sendable {
    /// All of it.
    package private(set) var all = Tally()
    /// By member.
    package private(set) var members: [Int: Tally] = [:]
    /// By case: the one that was opened, or each that a search found something in.
    package private(set) var cases: [Int: Tally] = [:]
    /// By UTC day.
    package private(set) var days: [Day: Tally] = [:]
    /// By rule.
    package private(set) var rules: [Rule: Int] = [:]
    /// By explanation, of what is explained.
    package private(set) var explanations: [Ground: Int] = [:]
    /// By hour of the week, UTC: Monday 0 to 1 o'clock first; 168 numbers.
    package private(set) var week = [Int](repeating: 0, count: 168)
    /// By case and UTC day.
    package private(set) var caseDays: [Int: [Day: Int]] = [:]
    /// Entries that were sealed for readers of another time.
    package private(set) var unreadable = 0
    /// When the last of them was written.
    package private(set) var lastUnreadable: Instant?

    /// Looks that were erased when the group's period was over.
    package private(set) var erased = 0

    init() {}

    mutating func add(_ access: Access) {
        let entry = access.entry
        let day = entry.time.day
        all.add(access)
        days[day, default: Tally()].add(access)
        if let member = entry.member { members[member, default: Tally()].add(access) }
        for number in entry.found ?? [entry.caseNumber].compactMap({ $0 }) {
            cases[number, default: Tally()].add(access)
            caseDays[number, default: [:]][day, default: 0] += 1
        }
        for rule in access.rules.rules { rules[rule, default: 0] += 1 }
        if access.verdict == .explained { explanations[access.explanation, default: 0] += 1 }
        // 1 January 1970 was a Thursday.
        if entry.isAccess { week[(day.days + 3) % 7 * 24 + Int(entry.time.seconds % 86_400) / 3600] += 1 }
    }

    /// Counts what nobody can say more of from here.
    mutating func addUnknown(_ entry: TrailEntry) {
        if entry.isErased { erased += 1 }
        guard entry.isUnreadable else { return }
        unreadable += 1
        lastUnreadable = max(lastUnreadable ?? entry.time, entry.time)
    }
}

/// How many looks there were, what was said of them, and by how many people, at how many cases.
package struct Tally: Equatable, Sendable {
    /// How many are explained.
    package private(set) var explained = 0
    /// How many somebody has to explain.
    package private(set) var unexplained = 0
    /// How many must be looked at.
    package private(set) var serious = 0
    /// Who looked.
    package private(set) var people: Set<Int> = []
    /// The first by the signer's clock.
    package private(set) var first: Instant?
    /// The last.
    package private(set) var last: Instant?

    init() {}

    /// All of them.
    package var total: Int { explained + unexplained + serious }

    /// How many have that verdict.
    package func count(_ verdict: Verdict) -> Int {
        switch verdict {
        case .explained: explained
        case .unexplained: unexplained
        case .serious: serious
        }
    }

    mutating func add(_ access: Access) {
        switch access.verdict {
        case .explained: explained += 1
        case .unexplained: unexplained += 1
        case .serious: serious += 1
        }
        if let member = access.entry.member { people.insert(member) }
        let time = access.entry.time
        first = min(first ?? time, time)
        last = max(last ?? time, time)
    }
}
