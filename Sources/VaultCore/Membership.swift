import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// What a home has verified of one group, as it stands in the membership's file. Everything that tells of people or cases is sealed
/// under the MasterKey; in the clear are the vault's path, the tree's right edge, my member id, and the signed entries themselves.
struct Membership {
    let home: HomeFile
    let keys: KeyRing

    /// Names of the facts in the home file.
    enum Fact: String {
        /// Path of the vault as last used, UTF-8.
        case vault
        /// My member id.
        case me
        /// The founder's own first entry, kept before the vault exists: the only beginning that is accepted.
        case genesis
        /// The right edge of the tree I have verified; its size is the pin.
        case edge
        /// The group's state, sealed.
        case state
        /// When this home last verified the vault.
        case seen
        /// Head words of the first entry.
        case words
        /// Size and root of the line of the log that this home has left, until an entry says so; then empty.
        case left
        /// My signed request to join, until I am seen to be a member; then empty.
        case request
        /// Index before which this home keeps no payload of a reveal, decimal.
        case forgotten
        /// Texts that were typed and not kept, sealed.
        case drafts
        /// When this home last made a backup of the vault, and how many entries of the log were in it: `TIME SIZE`.
        case backup

        var name: FactName { FactName(rawValue) }
    }

    func fact(_ fact: Fact) throws -> [UInt8]? {
        try Fault.ofHome { () throws(StoreError) in try home.fact(fact.name) }
    }

    func me() throws -> MemberID {
        guard let bytes = try fact(.me), let id = try? MemberID(exactly: bytes) else { throw Fault.homeDamaged }
        return id
    }

    func edge() throws -> RightEdge {
        guard let bytes = try fact(.edge) else { return RightEdge() }
        guard let edge = try? RightEdge(parsing: bytes) else { throw Fault.homeDamaged }
        return edge
    }

    /// Nil before the first entry was verified.
    func state() throws -> GroupState? {
        guard let sealed = try fact(.state) else { return nil }
        guard let state = try? GroupState(parsing: try keys.open(row: sealed, .state, 0)) else { throw Fault.homeDamaged }
        return state
    }

    func seen() throws -> Instant {
        guard let bytes = try fact(.seen), let time = try? Instant(bytes[...]) else { throw Fault.homeDamaged }
        return time
    }

    /// My request to join, while I wait.
    func request() throws -> [UInt8]? { try fact(.request).flatMap { $0.isEmpty ? nil : $0 } }

    /// The head of the line that this home has left, while no entry says so yet.
    func lineLeft() throws -> TreeHead? {
        guard let bytes = try fact(.left), !bytes.isEmpty else { return nil }
        guard let text = try? CheckpointText(parsing: bytes) else { throw Fault.homeDamaged }
        return text.head
    }

    func words() throws -> WordCode {
        guard let bytes = try fact(.words), let words = try? WordCode(typed: String(decoding: bytes, as: UTF8.self)) else {
            throw Fault.homeDamaged
        }
        return words
    }

    func vaultPath() throws -> String {
        guard let bytes = try fact(.vault) else { throw Fault.homeDamaged }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes one step forward.
    func pin(_ change: HomeChange) throws {
        try Fault.ofHome { () throws(StoreError) in try home.pin(change) }
    }

    /// Sets facts and nothing else; `size` is the present pin.
    func set(_ facts: [Fact: [UInt8]], at size: Int) throws {
        var change = HomeChange(size: size)
        for (fact, value) in facts { change.facts[fact.name] = value }
        try pin(change)
    }

    /// What is kept of an entry.
    func line(_ index: Int) throws -> LoggedLine {
        guard let sealed = try Fault.ofHome({ () throws(StoreError) in try home.line(index) }),
            let line = try? LoggedLine(parsing: try keys.open(row: sealed, .lines, index))
        else { throw Fault.homeDamaged }
        return line
    }

    /// My copy of the payload of an entry, or of the list of an import; nil where it has expired.
    func payload(_ name: BlobHash, limit: Int = Limits.payload, at index: Int) throws -> [UInt8]? {
        if let bytes = try Fault.ofHome({ () throws(StoreError) in try home.blob(name, limit: limit) }) { return bytes }
        guard try line(index).isErased else { throw Fault.homeDamaged }
        return nil
    }

    /// Index before which this home keeps no payload of a reveal.
    func forgotten() throws -> Int {
        guard let bytes = try fact(.forgotten) else { return 0 }
        guard let index = Int(String(decoding: bytes, as: UTF8.self)), index >= 0 else { throw Fault.homeDamaged }
        return index
    }

    /// A case with who has read it; nil where there is none of that number.
    func caseEntry(_ number: Int) throws -> CaseEntry? {
        guard let sealed = try Fault.ofHome({ () throws(StoreError) in try home.value(ofCase: number) }) else { return nil }
        return try caseEntry(number, sealed, try Fault.ofHome { () throws(StoreError) in try home.places(ofCase: number) })
    }

    /// The same from what the home's file holds of it.
    func caseEntry(_ number: Int, _ sealed: [UInt8], _ places: [PlaceRow]) throws -> CaseEntry {
        guard var entry = try? CaseEntry(parsing: try keys.open(row: sealed, .cases, number)), entry.record.number == number else {
            throw Fault.homeDamaged
        }
        entry.record = entry.record.relocated(places)
        return entry
    }
}

/// A case as a home keeps it: what the log says of it, and who looked at it as far as my ReadKeys reach.
struct CaseEntry: Equatable {
    var record: CaseRecord
    var reads: [Read] = []

    /// One member's looks at the case.
    struct Read: Equatable {
        /// The member's number.
        let member: Int
        let first: Instant
        var last: Instant
        var count: Int
    }

    init(record: CaseRecord) { self.record = record }

    mutating func addRead(by member: Int, at time: Instant) {
        if let place = reads.firstIndex(where: { $0.member == member }) {
            reads[place].last = max(reads[place].last, time)
            reads[place].count += 1
        } else {
            reads.append(Read(member: member, first: time, last: time, count: 1))
        }
    }

    init(parsing bytes: [UInt8]) throws(FormatError) {
        var row = RowReader(bytes)
        record = try CaseRecord(reading: &row)
        for _ in 0..<(try row.count()) {
            reads.append(Read(member: try row.number(), first: try row.time(), last: try row.time(), count: try row.number()))
        }
        try row.end()
    }

    var bytes: [UInt8] {
        var row = RowWriter()
        record.write(to: &row)
        row.add(reads) { read, row in
            row.add(read.member)
            row.add(read.first)
            row.add(read.last)
            row.add(read.count)
        }
        return row.bytes
    }
}

extension Membership {
    /// The last backup that this home made.
    struct Backup {
        let time: Instant
        /// Entries of the log that were in it.
        let size: Int

        init(time: Instant, size: Int) {
            self.time = time
            self.size = size
        }

        /// Nil where there was none. Throws ``Fault``: home damaged, io.
        init?(in home: HomeFile) throws {
            guard let bytes = try Fault.ofHome({ () throws(StoreError) in try home.fact(Fact.backup.name) }) else { return nil }
            let words = bytes.split(separator: 0x20, omittingEmptySubsequences: false)
            guard words.count == 2, let time = try? Instant(words[0]), let size = Int(String(decoding: words[1], as: UTF8.self)), size > 0
            else { throw Fault.homeDamaged }
            self.init(time: time, size: size)
        }

        var bytes: [UInt8] { Array("\(time.text) \(size)".utf8) }
    }
}
