package import VaultFormat

/// What one person opened, as the log tells it: what is asked for when somebody leaves.
package struct Openings: Equatable, Sendable {
    /// In order of case number.
    package let cases: [Opening]
    /// How often they searched.
    package let searches: Int
    /// How often they were refused.
    package let refused: Int
    /// Looks of theirs that were erased when the group's period was over.
    package let erased: Int
    /// Entries of theirs that were sealed for readers of another time.
    package let unreadable: Int

    /// What they opened of one case.
    package struct Opening: Equatable, Sendable {
        /// Its number.
        package let caseNumber: Int
        /// The first look.
        package fileprivate(set) var first: Instant
        /// The last.
        package fileprivate(set) var last: Instant
        /// How many looks: at text, notes, attachments, and searches that found something in it.
        package fileprivate(set) var count: Int
        /// Versions of the text that were the newest when they looked, ascending.
        package fileprivate(set) var versions: [Int]
        /// Attachments that they saved, ascending.
        package fileprivate(set) var attachments: [Int]
        /// Whether they brought the case.
        package let isOwn: Bool
    }

    /// By the member with that number. A case's version is counted from the entries that wrote it.
    package init(by member: Int, in trail: Trail) {
        var written: [Int: Int] = [:]
        var cases: [Int: Opening] = [:]
        var (searches, refused, unreadable, erased) = (0, 0, 0, 0)
        for entry in trail.entries {
            if let number = entry.caseNumber, entry.event == .caseAdded || entry.event == .caseChanged {
                written[number, default: 0] += 1
            }
            if let imported = entry.imported { for number in imported { written[number] = 1 } }
            guard entry.member == member else { continue }
            if entry.isUnreadable { unreadable += 1 }
            if entry.isErased { erased += 1 }
            if entry.event == .accessRefused { refused += 1 }
            if entry.event == .searched { searches += 1 }
            guard entry.showsText, entry.outcome == .done else { continue }
            for number in entry.found ?? [entry.caseNumber].compactMap({ $0 }) {
                var opening =
                    cases[number]
                    ?? Opening(
                        caseNumber: number, first: entry.time, last: entry.time, count: 0, versions: [], attachments: [],
                        isOwn: entry.reason == .own)
                opening.add(entry, version: written[number])
                cases[number] = opening
            }
        }
        self.cases = cases.values.sorted { $0.caseNumber < $1.caseNumber }
        self.searches = searches
        self.refused = refused
        self.unreadable = unreadable
        self.erased = erased
    }
}

extension Openings.Opening {
    fileprivate mutating func add(_ entry: TrailEntry, version: Int?) {
        count += 1
        first = min(first, entry.time)
        last = max(last, entry.time)
        if let version, versions.last.map({ $0 < version }) ?? true, entry.event == .caseOpened { versions.append(version) }
        if let attachment = entry.attachment, !attachments.contains(attachment) { attachments = (attachments + [attachment]).sorted() }
    }
}

extension Trail {
    /// Index of the entry with which a member went; nil while they are there.
    package func departure(of member: Int) -> Int? {
        entries.last { entry in
            switch entry.event {
            case .memberRemoved, .roleEnded: entry.subject == member
            case .memberLeft: entry.member == member
            default: false
            }
        }?.index
    }
}
