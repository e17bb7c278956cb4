package import VaultFormat

/// Who looked, in a period, and what is to be said of each look. What is counted is kept; the looks themselves are passed one by one.
package struct AuditReport: Sendable {
    /// From which log, by whom, when.
    package let frame: Frame
    /// The whole log.
    package let trail: Trail
    /// What the rules found in it.
    package let examination: Examination
    /// Which days, UTC.
    package let period: Period
    /// Whether people are named; else they are numbers.
    package let showsNames: Bool
    /// What was counted within the period.
    package let counts: Counts

    /// Where a report comes from.
    package struct Frame: Equatable, Sendable {
        /// The group's id.
        package let group: GroupID
        /// As its members know it.
        package let groupName: String
        /// Six words of the log's first entry: which group this is.
        package let groupWords: [String]
        /// Size and root of the log that was read.
        package let head: TreeHead
        /// Six words of that.
        package let headWords: [String]
        /// When the report was made.
        package let made: Instant
        /// Number of the member who made it.
        package let maker: Int

        /// All fields.
        package init(
            group: GroupID, groupName: String, groupWords: [String], head: TreeHead, headWords: [String], made: Instant, maker: Int
        ) {
            self.group = group
            self.groupName = groupName
            self.groupWords = groupWords
            self.head = head
            self.headWords = headWords
            self.made = made
            self.maker = maker
        }
    }

    /// Days, each end open where it is nil.
    package struct Period: Equatable, Sendable {
        /// The first day.
        package let from: Day?
        /// The last day.
        package let to: Day?

        /// Pairs them.
        package init(from: Day? = nil, to: Day? = nil) {
            self.from = from
            self.to = to
        }

        func contains(_ day: Day) -> Bool { from.map { day >= $0 } ?? true && to.map { day <= $0 } ?? true }
    }

    /// Examines the trail and counts.
    package init(_ trail: Trail, frame: Frame, period: Period = Period(), limits: RuleLimits = RuleLimits(), showsNames: Bool) {
        self.trail = trail
        self.frame = frame
        self.period = period
        self.showsNames = showsNames
        let examination = Examination(trail, limits: limits)
        self.examination = examination
        var counts = Counts()
        Self.eachAccess(trail, examination, period) { counts.add($0) }
        for entry in trail.entries where period.contains(entry.time.day) { counts.addUnknown(entry) }
        self.counts = counts
    }

    /// Every look of the period, and every other entry that a rule found something in, in the order of the log.
    package func eachAccess(_ body: (Access) throws -> Void) rethrows {
        try Self.eachAccess(trail, examination, period, body)
    }

    /// The looks on which the verdict is this.
    package func accesses(_ verdict: Verdict) -> [Access] {
        var found: [Access] = []
        eachAccess { if $0.verdict == verdict { found.append($0) } }
        return found
    }

    /// The name by which a report may call somebody; nil where it may not, or nobody knows it.
    package func name(of number: Int) -> String? { showsNames ? trail.member(number)?.name : nil }

    private static func eachAccess(
        _ trail: Trail, _ examination: Examination, _ period: Period, _ body: (Access) throws -> Void
    ) rethrows {
        for (place, entry) in trail.entries.enumerated() {
            let rules = examination.found[place]
            guard entry.isAccess || !rules.isEmpty, period.contains(entry.time.day) else { continue }
            try body(Access(entry, rules, examination.meetings, role: entry.member.flatMap(trail.member)?.role))
        }
    }
}

/// One look, and what is to be said of it.
package struct Access: Equatable, Sendable {
    /// The entry that tells of it.
    package let entry: TrailEntry
    /// The role of who looked.
    package let role: Role?
    /// Why they could.
    package let explanation: Ground
    /// What the rules found.
    package let rules: RuleSet

    init(_ entry: TrailEntry, _ rules: RuleSet, _ meetings: Meetings, role: Role?) {
        self.entry = entry
        self.role = role
        self.rules = rules
        explanation = Ground(entry, meetings)
    }

    /// Explained where the log gives a reason and no rule found anything.
    package var verdict: Verdict {
        if rules.isSerious { return .serious }
        return rules.isEmpty && explanation != .none ? .explained : .unexplained
    }
}
