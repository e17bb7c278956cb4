import VaultFormat

/// Every rule over every entry of a trail. A pure function: the same trail and limits give the same findings.
package struct Examination: Equatable, Sendable {
    /// What was found, for each entry of the trail.
    package private(set) var found: [RuleSet]
    /// When the group met.
    package let meetings: Meetings
    /// With which numbers.
    package let limits: RuleLimits

    /// Looks at all of it, whatever part of it is reported: what a notice or a new key means later is known from what was before.
    package init(_ trail: Trail, limits: RuleLimits = RuleLimits()) {
        self.limits = limits
        meetings = Meetings(trail, hours: limits.meetingHours)
        found = [RuleSet](repeating: RuleSet(), count: trail.entries.count)
        findSingly(trail)
        findByHistory(trail)
        findManyCases(trail)
        findRefusals(trail)
    }

    /// What an entry shows by itself and by the hour.
    private mutating func findSingly(_ trail: Trail) {
        for (place, entry) in trail.entries.enumerated() {
            if entry.isVoid { found[place].insert(.void) }
            if trail.clockWentBack(at: place) { found[place].insert(.clockBack) }
            switch entry.event {
            case .searched, .attachmentSaved, .exported, .printed, .logExported: found[place].insert(.takenOut)
            default: break
            }
            guard entry.showsText, !meetings.contains(entry.time) else { continue }
            if limits.isUnusual(secondsOfDay: Int(entry.time.seconds % 86_400)) { found[place].insert(.unusualHour) }
            if entry.reason != .own, let role = entry.member.flatMap(trail.member)?.role, role == .facilitator || role == .guest {
                found[place].insert(.outsideMeeting)
            }
        }
    }

    /// What an entry shows by what was before it: notices, new keys, cases that were closed.
    private mutating func findByHistory(_ trail: Trail) {
        var hasNotice: Set<Int> = []
        var hasNewKey: Set<Int> = []
        var closed: [Int: Instant] = [:]
        for (place, entry) in trail.entries.enumerated() {
            switch entry.event {
            case .memberUntil:
                // An end date is a matter of course for facilitators and guests.
                if let number = entry.subject, trail.member(number)?.role == .member { hasNotice.insert(number) }
            case .memberLeft: entry.member.map { _ = hasNotice.insert($0) }
            case .memberRemoved: entry.subject.map { _ = hasNotice.insert($0) }
            case .memberAccepted, .memberReplaced: entry.subject.map { _ = hasNewKey.insert($0) }
            case .caseClosed: entry.caseNumber.map { closed[$0] = entry.time }
            case .caseShared, .caseWithdrawn, .caseErased: entry.caseNumber.map { closed[$0] = nil }
            default: break
            }
            // A look that cannot be read was the first all the same.
            if entry.isUnreadable || entry.isErased { entry.member.map { _ = hasNewKey.remove($0) } }
            guard entry.isAccess, let member = entry.member else { continue }
            if hasNewKey.remove(member) != nil { found[place].insert(.newKey) }
            guard entry.showsText else { continue }
            if hasNotice.contains(member), entry.reason != .own { found[place].insert(.afterNotice) }
            if let since = entry.caseNumber.flatMap({ closed[$0] }), entry.time.day.days - since.day.days > limits.closedDays {
                found[place].insert(.closedCase)
            }
        }
    }

    /// Every opening of an hour in which one member opened more different cases than usual.
    private mutating func findManyCases(_ trail: Trail) {
        var hours: [Int: Hour] = [:]
        for (place, entry) in trail.entries.enumerated() {
            guard entry.showsText, let number = entry.caseNumber, let member = entry.member else { continue }
            hours[member, default: Hour()].add(Hour.Opening(place: place, caseNumber: number, time: entry.time))
            guard let hour = hours[member], hour.cases.count > limits.casesAnHour else { continue }
            for opening in hour.unmarked { found[opening.place].insert(.manyCases) }
            hours[member]?.mark()
        }
    }

    /// What one member opened within the last hour.
    private struct Hour {
        struct Opening {
            let place: Int
            let caseNumber: Int
            let time: Instant
        }

        private var openings: [Opening] = []
        /// How many of the first openings are older than an hour.
        private var gone = 0
        /// How many of the first openings were marked already.
        private var marked = 0
        /// How often each case was opened.
        private(set) var cases: [Int: Int] = [:]

        var unmarked: ArraySlice<Opening> { openings[max(gone, marked)...] }

        mutating func mark() { marked = openings.count }

        mutating func add(_ opening: Opening) {
            openings.append(opening)
            cases[opening.caseNumber, default: 0] += 1
            while opening.time.seconds - openings[gone].time.seconds >= 3600 {
                let number = openings[gone].caseNumber
                cases[number] = cases[number].flatMap { $0 > 1 ? $0 - 1 : nil }
                gone += 1
            }
        }
    }

    /// Refusals of one member with no other look between them.
    private mutating func findRefusals(_ trail: Trail) {
        var run: [Int: [Int]] = [:]
        for (place, entry) in trail.entries.enumerated() {
            guard let member = entry.member, entry.isAccess else { continue }
            guard entry.event == .accessRefused else {
                if entry.event?.isReveal == true { run[member] = nil }
                continue
            }
            run[member, default: []].append(place)
            if let places = run[member], places.count >= limits.refusals {
                for place in places { found[place].insert(.refusals) }
            }
        }
    }
}
