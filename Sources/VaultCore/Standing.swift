package import VaultFormat
import VaultLog
import VaultStore

/// How a group stands for one of its members, as far as that is no content: what a menu says before anything is chosen.
package struct GroupStanding: Equatable, Sendable {
    /// The group's name.
    package let group: String
    /// My number.
    package let number: Int
    /// My role.
    package let role: Role
    /// Active members.
    package let members: Int
    /// Cases of which I may open title and pitch at least.
    package let cases: Int
    /// How many of those others brought and I have not opened.
    package let unread: Int
    /// How many of those I brought.
    package let mine: Int
    /// Numbers of those I have looked at, or brought, on which others wrote or changed notes since I looked.
    package let withNewNotes: [Int]
    /// Texts that this home keeps, which I began and did not finish.
    package let unfinished: Int
    /// Requests to join that wait; 0 for whoever may not accept.
    package let requests: Int
    /// Whether I may accept somebody.
    package let mayAccept: Bool
    /// The newest backup that the log knows of.
    package let backup: Backup

    /// What the log says of backups.
    package enum Backup: Equatable, Sendable {
        /// There was none.
        case never
        /// There was none among the entries that were looked at, which begin at this time.
        case notSince(Instant)
        /// When it was made, and whether circles got new keys since.
        case made(Instant, ended: Bool)
    }
}

/// What I may do with a case beside reading it.
package struct CaseStanding: Equatable, Sendable {
    /// Whether I brought it.
    package let isMine: Bool
    /// Whether I may close and erase it: as its author, or after the author has gone.
    package let mayEnd: Bool
    /// Whether there are notes of mine on it.
    package let hasNotesOfMine: Bool
}

/// A group that this home has asked to become part of.
package struct GroupAwaited: Equatable, Sendable {
    /// Absolute path of the vault.
    package let vault: String
    /// Four digits by which the group's members name the request.
    package let request: Int

    /// Pairs the two.
    package init(vault: String, request: Int) {
        self.vault = vault
        self.request = request
    }
}

extension Session {
    /// What a menu says of the group. Nothing of it is content, so nothing is appended. Throws ``Fault``.
    package func standing() throws -> GroupStanding {
        var (cases, unread, mine) = (0, 0, 0)
        var withNewNotes: [Int] = []
        try eachCase { entry in
            let record = entry.record
            guard record.state != .erased, mayOpen(record.summary) else { return }
            cases += 1
            let isMine = record.author == myself.number
            let look = entry.reads.first { $0.member == myself.number }
            if isMine { mine += 1 } else if look == nil { unread += 1 }
            guard isMine || look != nil else { return }
            let isNew = { (note: NoteRecord) in
                note.author != self.myself.number && self.mayOpen(note.body) && look.map { note.updated > $0.last } ?? true
            }
            if record.notes.contains(where: isNew) { withNewNotes.append(record.number) }
        }
        let mayAccept = Rules.may(myself.role, hasEndDate: myself.until != nil, sign: .memberAccepted)
        return GroupStanding(
            group: groupName, number: myself.number, role: myself.role, members: state.activeMembers.count, cases: cases, unread: unread,
            mine: mine, withNewNotes: withNewNotes.sorted(), unfinished: try drafts().count,
            requests: mayAccept ? try OpenRequest.all(in: vault, of: groupID).count : 0,
            mayAccept: mayAccept, backup: try newestBackup())
    }

    /// What I may do with a case. No content either. Throws ``Fault/noSuchCase(_:)``.
    package func standing(ofCase number: Int) throws -> CaseStanding {
        guard let record = try membership.caseEntry(number)?.record, record.state != .erased, mayOpen(record.summary) else {
            throw Fault.noSuchCase(number)
        }
        return CaseStanding(
            isMine: record.author == myself.number, mayEnd: state.mayEnd(record, myself),
            hasNotesOfMine: record.notes.contains { $0.author == myself.number })
    }

    /// How far back in the log a backup is looked for: a menu does not wait for more.
    private static let backupReach = 4096

    /// Walks back from the end. An entry of a failure stands behind that of the attempt, by the same member.
    private func newestBackup() throws -> GroupStanding.Backup {
        var ended = false
        var failed: Set<Int?> = []
        let first = max(0, edge.size - Self.backupReach)
        var index = edge.size - 1
        while index >= first {
            let line = try loggedLine(index)
            switch line.event {
            case let event? where LoggedLine.endsBackups.contains(event): ended = true
            case .backupCreated where line.outcome != Outcome.done.rawValue: failed.insert(line.member)
            case .backupCreated:
                if failed.remove(line.member) == nil { return .made(line.time, ended: ended) }
            default: break
            }
            index -= 1
        }
        return first == 0 ? .never : .notSince(try loggedLine(first).time)
    }
}

extension Groups {
    /// Groups that this home asked to become part of and has not seen itself in, from the home alone and without a key. Throws ``Fault``.
    package static func awaited(in surroundings: Surroundings) throws -> [GroupAwaited] {
        let directory = HomeDirectory(path: surroundings.home)
        return try KnownVault.all(in: directory).compactMap { known in
            guard let home = try KnownVault.open(known.group, in: directory, onWait: surroundings.onWait) else { return nil }
            let bytes = try Fault.ofHome { () throws(StoreError) in try home.fact(Membership.Fact.request.name) }
            guard let bytes, !bytes.isEmpty else { return nil }
            guard let request = try? OpenRequest(bytes) else { throw Fault.homeDamaged }
            return GroupAwaited(vault: known.path, request: request.number)
        }
    }
}
