import VaultCrypto
package import VaultFormat
import VaultLog
import VaultStore

/// Answer to `log trust`.
package struct LineTrusted: Equatable, Sendable {
    /// The log in the vault, as the words stand for it.
    package let head: TreeHead
    /// What this home had verified and leaves.
    package let left: TreeHead
    /// How many entries both have; those after them are given up.
    package let common: Int
    /// Cases that entries which are given up had changed, in order of number.
    package let cases: [Int]
}

/// Another line of the log than the one a home has verified: rolled back, restored, or written to apart. A colleague's words say that it is
/// the one to follow; the rules of ``LineChoice`` say whether this home may.
struct OtherLine {
    let membership: Membership
    let vault: VaultFile
    let now: Instant

    private var keys: KeyRing { membership.keys }
    private var home: HomeFile { membership.home }

    /// Looks whether the words are those of the vault's log, verifies all of it, and asks the rules; then, but for a dry run, this home
    /// stands on it, in one step. Throws ``Fault``: words differ, no other line, line refused, membership ended, and what is damaged.
    func follow(_ words: WordCode, dryRun: Bool) throws -> LineTrusted {
        let mine = try membership.edge()
        guard let state = try membership.state() else { throw Fault.notAcceptedYet }
        let head = try LogSight(vault, keys.group).head
        guard try Fault.words(of: head) == words else { throw Fault.headWordsDiffer }
        let common = try beginningInCommon(mine.size, head.size)
        guard common > 0 else { throw Fault.otherFile }
        guard common < mine.size else { throw Fault.noOtherLine }

        var walk = LogWalk(state: nil, edge: RightEdge(), keys: keys, me: nil)
        var pin = try Pin(membership: membership, vault: vault, size: mine.size, partingAt: common, leaving: mine.head)
        try Fault.inHome {
            for index in 0..<common {
                guard let bytes = try home.entry(at: index) else { throw Fault.homeDamaged }
                try take(bytes, at: index, &walk, &pin) { try membership.payload($0, limit: $1, at: index) }
            }
        }
        try Fault.inVault { try vault.entries(in: common..<head.size) { try takeTheirs($1, at: $0, &walk, &pin) } }
        // Of what both have, this home saw what has expired.
        if let index = walk.absent.first(where: { $0 >= common }) { throw Fault.payloadDamaged(index: index) }
        guard let theirs = walk.state, walk.edge.head == head else { throw Fault.notAVault }
        do throws(LineFault) { try LineChoice.check(leaving: state, for: theirs) } catch { throw Fault.lineRefused(error) }
        guard theirs.member(try membership.me())?.ended == nil else { throw Fault.membershipEnded }
        let answer = LineTrusted(head: head, left: mine.head, common: common, cases: try casesChanged(in: common..<mine.size))
        if !dryRun { try pin.commit(walk, now: now) }
        return answer
    }

    /// An entry of theirs alone. One that begins a generation of the log circle, or says so, is of another epoch, and is not opened.
    private func takeTheirs(_ bytes: [UInt8], at index: Int, _ walk: inout LogWalk, _ pin: inout Pin) throws {
        guard let entry = try? UnverifiedEntry(parsing: bytes), entry.text.delivery == nil else {
            throw Fault.lineRefused(.otherEpoch)
        }
        try take(bytes, at: index, &walk, &pin) { try BlobReading.payload($0, limit: $1, at: index, in: vault) }
    }

    private func take(
        _ bytes: [UInt8], at index: Int, _ walk: inout LogWalk, _ pin: inout Pin, payload: (BlobHash, _ limit: Int) throws -> [UInt8]?
    ) throws {
        do {
            let step = try walk.take(bytes, cases: &pin.records, payload: payload, load: { _ in nil })
            try pin.add(step, group: walk.state)
        } catch let fault as EntryFault { throw Fault(fault, at: index) }
    }

    /// How many entries from the first are the same in both: each names the tree before it, so they differ from one index on.
    private func beginningInCommon(_ mine: Int, _ theirs: Int) throws -> Int {
        var low = 0
        var high = min(mine, theirs)
        while low < high {
            let middle = (low + high) / 2
            let same =
                try Fault.ofHome { () throws(StoreError) in try home.entry(at: middle) }
                == Fault.ofVault { () throws(StoreError) in try vault.entry(at: middle) }
            if same { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func casesChanged(in range: Range<Int>) throws -> [Int] {
        var cases: Set<Int> = []
        for index in range {
            let line = try membership.line(index)
            if let imported = line.imported { cases.formUnion(imported) }
            guard let event = line.event, let number = line.caseNumber, !event.isReveal else { continue }
            if event != .logOpened, event != .accessRefused { cases.insert(number) }
        }
        return cases.sorted()
    }
}
