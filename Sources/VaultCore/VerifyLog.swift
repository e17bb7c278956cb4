import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `log verify`: every entry of the vault again from the first: form, signature, place, payload, rules, and that it is the one this
    /// home verified when it came. Goes on after a finding, from the home's copy. Throws ``Fault``.
    package func verifyLog() throws -> LogVerification {
        try require(.logVerified)
        let head = edge.head
        var check = LogCheck(session: self)
        let findings = try check.run(head.size)
        let answer = LogVerification(
            head: head, entriesVerified: check.verified, unreadable: check.unreadable, members: state.members.count, findings: findings)
        try append { Change(payload: Payload(.logVerified, .logRead(case: nil))) }
        return answer
    }
}

/// One pass over the vault's log beside the home's copy.
struct LogCheck {
    private let source: LogSource
    private let edge: RightEdge
    private let present: GroupState
    private var walk: LogWalk
    private var cases: [Int: CaseRecord] = [:]
    private var findings: [Finding] = []
    /// Entries that are whole.
    private(set) var verified = 0
    /// Entries sealed for readers of another time.
    private(set) var unreadable = 0

    init(session: Session) {
        source = LogSource(vault: session.vault, membership: session.membership, expired: session.state.expired)
        edge = session.edge
        present = session.state
        walk = LogWalk(state: nil, edge: RightEdge(), keys: session.keys, me: nil)
    }

    /// Both files stand still meanwhile, so that what is compared belongs together.
    mutating func run(_ size: Int) throws -> [Finding] {
        let source = source
        return try Fault.inVault { try source.vault.snapshot { try source.home.snapshot { try passOver(size) } } }
    }

    private mutating func passOver(_ size: Int) throws -> [Finding] {
        var next = 0
        while next < size {
            let mine = try source.homePage(next..<size).map { bytes in try Self.ofHome { try UnverifiedEntry(parsing: bytes) } }
            let theirs = try source.vaultPage(next..<size)
            let payloads = try source.vaultPage(of: mine.map(\.text.payload))
            for (entry, found) in zip(mine, zip(theirs, payloads)) {
                try compare(entry, found.0, found.1, next)
                next += 1
            }
        }
        guard size < edge.size || walk.edge == edge else { throw Fault.homeDamaged }
        if let cutOff = try source.firstCutOff() { add(.badForm, cutOff) }
        return findings
    }

    /// `payload` is what the vault has under the name in my entry, if that was found with others.
    private mutating func compare(_ mine: UnverifiedEntry, _ theirs: [UInt8]?, _ payload: [UInt8]?, _ index: Int) throws {
        if theirs == mine.bytes { return try take(mine, payload, index) }
        add(whatIsWrong(with: theirs), index)
        // The rest is judged against what this home verified, so that one altered entry is one finding.
        let source = source
        _ = try Self.ofHome {
            try walk.take(mine, cases: &cases, payload: { try source.homePayload($0, limit: $1, at: index) }, load: { _ in nil })
        }
    }

    private mutating func take(_ entry: UnverifiedEntry, _ payload: [UInt8]?, _ index: Int) throws {
        var payloadFinding: FindingKind?
        let source = source
        let step = try Self.ofHome {
            try walk.take(
                entry, cases: &cases,
                payload: { hash, limit in
                    if try source.isErased(index) { return nil }
                    let found = hash == entry.text.payload ? payload : nil
                    if let sealed = try source.vaultPayload(hash, limit: limit, found: found, &payloadFinding) { return sealed }
                    return try source.homePayload(hash, limit: limit, at: index)
                }, load: { _ in nil })
        }
        if let payloadFinding { add(payloadFinding, index) }
        switch step.effect {
        case .void(let reason): add(reason == .roster ? .rosterLeftOut : .void, index)
        case .unreadable: unreadable += 1
        case .changed, .witnessed, .passedOver, .erased, .needsNewer: break
        }
        if step.clockBack { add(.clockBack, index) }
        if payloadFinding == nil { verified += 1 }
    }

    /// Walks over an entry that was verified when it came: where it is none now, the home, not the vault, has changed.
    private static func ofHome<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let fault as EntryFault { throw fault == .newerVersion ? Fault.newerVersion : Fault.homeDamaged }
    }

    /// Names the fault of an entry that is not the one this home verified at this place.
    private func whatIsWrong(with bytes: [UInt8]?) -> FindingKind {
        guard let bytes, let entry = try? UnverifiedEntry(parsing: bytes) else { return .badForm }
        let key = walk.state?.signingKey(entry.key) ?? present.member(entry.key.member)?.signing
        do throws(EntryFault) {
            _ = try entry.verify(group: present.group, after: walk.edge.head, key: key)
            // Well signed and well placed, yet another: a member signed two entries for this place.
            return .wrongTree
        } catch {
            return error.finding
        }
    }

    private mutating func add(_ kind: FindingKind, _ index: Int) {
        findings.append(
            Finding(kind: kind, index: index, caseNumber: nil, note: nil, attachment: nil, part: nil, version: nil))
    }
}

/// Entries and payloads of the vault, which may be anything, and of the home, which must be there.
private struct LogSource {
    let vault: VaultFile
    let membership: Membership
    /// Entries from here on have their payloads.
    let expired: Int

    var home: HomeFile { membership.home }

    /// The first entries of `range`, at least one and as many as ``vaultPage(_:)``.
    func homePage(_ range: Range<Int>) throws -> [[UInt8]] {
        try Fault.ofHome { () throws(StoreError) in try home.page(of: range) }.map { entry in
            guard let entry else { throw Fault.homeDamaged }
            return entry
        }
    }

    /// Nil where it has expired.
    func homePayload(_ hash: BlobHash, limit: Int, at index: Int) throws -> [UInt8]? {
        try isErased(index) ? nil : membership.payload(hash, limit: limit, at: index)
    }

    /// Whether that entry is a reveal whose payload has expired, as this home has it: should a file still have it, it is not looked at.
    func isErased(_ index: Int) throws -> Bool { try index < expired && membership.line(index).isErased }

    /// The same of the vault; nil for each index where it has no lawful entry.
    func vaultPage(_ range: Range<Int>) throws -> [[UInt8]?] {
        do throws(StoreError) { return try vault.page(of: range) } catch {
            guard case .damaged = error else { throw Fault(vault: error) }
            // A spoiled page of the file spoils the whole query. Asked one by one, only the entries that stand there are lost.
            return try range.prefix(VaultFile.entriesInPage).map(vaultEntry)
        }
    }

    /// The index after the last entry that can be reached, where more stand in the file.
    func firstCutOff() throws -> Int? {
        do throws(StoreError) { try vault.requireNoEntryCutOff() } catch {
            if case .damaged(.entry(let index)) = error { return index }
            // Other damage of the table was found entry by entry.
            guard case .damaged = error else { throw Fault(vault: error) }
        }
        return nil
    }

    private func vaultEntry(_ index: Int) throws -> [UInt8]? {
        do throws(StoreError) { return try vault.entry(at: index) } catch {
            if case .damaged = error { return nil }
            throw Fault(vault: error)
        }
    }

    /// What the vault has under each of these names, as far as one query can tell.
    func vaultPage(of payloads: [BlobHash]) throws -> [[UInt8]?] {
        do throws(StoreError) { return try vault.smallBlobs(payloads, limit: Limits.payload) } catch {
            guard case .damaged = error else { throw Fault(vault: error) }
            return [[UInt8]?](repeating: nil, count: payloads.count)
        }
    }

    /// Nil, and the finding, where the payload is missing or not what its name says. `found` is what the page had.
    func vaultPayload(_ hash: BlobHash, limit: Int, found: [UInt8]?, _ finding: inout FindingKind?) throws -> [UInt8]? {
        switch try found.map({ BlobReading.of(hash, $0) }) ?? BlobReading.of(hash, in: vault, limit: limit) {
        case .whole(let bytes): return bytes
        case .missing: finding = .payloadMissing
        case .altered: finding = .payloadMismatch
        }
        return nil
    }
}
