import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// What has expired goes from the home as it has gone from the vault: copies of payloads and names, what the lines of the log told, and
/// looks that readers of a case are counted by. Done whenever the log was taken in, so that a crash before it only puts it off.
///
/// A home believes its own clock for this, and not that of whoever wrote the entry: one that is dated ahead takes nothing from it.
struct ForgetExpired {
    let membership: Membership
    let now: Instant

    /// `size`: entries that are pinned. Throws ``Fault``.
    func run(_ state: GroupState, size: Int) throws {
        let done = try membership.forgotten()
        let end = min(state.expired, state.ripe(at: now, size: size))
        let nameless = try state.nameless(at: now).filter { try $0.nameIsErased && isHere($0.name) }
        guard end > done || !nameless.isEmpty else { return }
        var change = HomeChange(size: size)
        if end > done {
            try forget(done..<end, size, &change)
            change.facts[Membership.Fact.forgotten.name] = Array(String(end).utf8)
        }
        change.blobsOut += try membership.names(of: nameless, size: size)
        try membership.pin(change)
    }

    private func isHere(_ name: BlobHash) throws -> Bool {
        try Fault.ofHome { () throws(StoreError) in try membership.home.blob(name, limit: Limits.payload) } != nil
    }

    private func forget(_ range: Range<Int>, _ size: Int, _ change: inout HomeChange) throws {
        var cases: Set<Int> = []
        var looks: Set<Int> = []
        for index in range {
            let line = try membership.line(index)
            guard line.isReveal, !line.isErased else { continue }
            cases.formUnion(line.looked)
            looks.insert(index)
            let rest = LoggedLine(erasing: line).bytes
            change.lines.append(LineRow(index: index, value: membership.keys.seal(row: rest, .lines, index)))
        }
        change.blobsOut = try membership.payloads(ofNoneBut: looks, size: size)
        change.cases = try counted(cases, from: range.upperBound, size)
    }

    /// These cases with the looks that are left.
    private func counted(_ numbers: Set<Int>, from start: Int, _ size: Int) throws -> [CaseRow] {
        var entries: [Int: CaseEntry] = [:]
        for number in numbers {
            guard var entry = try membership.caseEntry(number) else { throw Fault.homeDamaged }
            entry.reads = []
            entries[number] = entry
        }
        guard !entries.isEmpty else { return [] }
        for index in start..<size {
            let line = try membership.line(index)
            guard let member = line.member else { continue }
            for number in line.looked { entries[number]?.addRead(by: member, at: line.time) }
        }
        return entries.map { CaseRow(number: $0, value: membership.keys.seal(row: $1.bytes, .cases, $0)) }
    }
}

extension Membership {
    /// The clear half of an entry.
    func entryText(_ index: Int) throws -> EntryText {
        guard let bytes = try Fault.ofHome({ () throws(StoreError) in try home.entry(at: index) }),
            let entry = try? UnverifiedEntry(parsing: bytes)
        else { throw Fault.homeDamaged }
        return entry.text
    }

    /// The payloads of these entries, but for any that an entry which is kept names as well: a member can sign a payload a second time.
    func payloads(ofNoneBut indices: Set<Int>, size: Int) throws -> [BlobHash] {
        var payloads = Set(try indices.map { try entryText($0).payload })
        guard !payloads.isEmpty else { return [] }
        for index in 0..<size where !indices.contains(index) {
            let name = try entryText(index).payload
            if payloads.contains(name), try !line(index).isErased { payloads.remove(name) }
        }
        return Array(payloads)
    }

    /// Every blob that these members' names were ever sealed in: one for each time they were accepted.
    func names(of members: [Member], size: Int) throws -> [BlobHash] {
        guard !members.isEmpty else { return [] }
        let numbers = Set(members.map(\.number))
        var names = Set(members.map(\.name))
        for index in 0..<size {
            let line = try line(index)
            guard let event = line.event, [.groupCreated, .memberAccepted, .memberReplaced].contains(event),
                let sealed = try payload(try entryText(index).payload, at: index),
                case .opened(.known(let payload), _) = try keys.read(sealed, epoch: line.epoch)
            else { continue }
            switch payload.body {
            case .founding(let founding) where numbers.contains(founding.founder.number): names.insert(founding.founder.name)
            case .acceptance(let acceptance) where numbers.contains(acceptance.member.number): names.insert(acceptance.member.name)
            default: break
            }
        }
        return Array(names)
    }
}
