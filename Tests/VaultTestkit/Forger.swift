import VaultCore
import VaultCrypto
package import VaultFormat
package import VaultLog
import VaultStore
import VaultSystem

/// A member with a program of their own: real keys, read from a real home, and no rules. It continues the log where that home's pin stands.
package final class Forger {
    /// The group.
    package let group: GroupID
    /// The member whose keys these are.
    package let me: MemberID
    /// The group as the home has verified it.
    package let state: GroupState
    /// The tree up to the next entry.
    package private(set) var edge: RightEdge
    /// What its entries say the time is.
    package var time: Instant
    private let vault: String
    private let master: MasterKey
    private let log: LogKey
    private let read: ReadKey
    private let homeFile: HomeFile
    private var sealer = PartSealer()

    /// Takes the keys out of Anna's home.
    package init(_ test: TestVault) throws {
        let text = try IdentityText(parsing: try Files.read(test.home + "/identity", limit: IdentityText.maximumLength))
        let unlock = try UnlockKey(
            try TestVault.passphrase(), salt: try KDFSalt(exactly: text.salt),
            parameters: KDFParameters(operations: text.operations, memoryKiB: text.memoryKiB))
        master = try MasterKey.open(text.key, under: unlock, header: text.header)
        guard let name = try Files.names(in: test.home + "/groups").first(where: { $0.hasSuffix(".home") }) else { throw TestFailure() }
        let group = try GroupID(hex: Array(name.utf8.dropLast(5)))
        let home = try HomeFile.open(test.membership(of: group))
        self.group = group
        homeFile = home
        me = try MemberID(exactly: try Self.fact("me", in: home))
        edge = try RightEdge(parsing: try Self.fact("edge", in: home))
        state = try GroupState(
            parsing: try sealer.open(row: try Self.fact("state", in: home), .state, number: 0, under: master, group: group))
        log = try LogKey.open(try Self.key("log", in: home), under: master, group: group, epoch: 1)
        read = try ReadKey.open(try Self.key("read", in: home), under: master, group: group, epoch: 1)
        time = test.time
        vault = test.path
    }

    private static func fact(_ name: String, in home: HomeFile) throws -> [UInt8] {
        guard let value = try home.fact(FactName(name)) else { throw TestFailure() }
        return value
    }

    private static func key(_ kind: String, of circle: [UInt8] = [], in home: HomeFile) throws -> [UInt8] {
        guard let key = try home.key(StoredKeyName(kind: StoredKeyKind(kind), circle: circle, generation: 1)) else { throw TestFailure() }
        return key.sealed
    }

    /// Seals what may be a payload under the epoch's LogKey, or marked and sealed for readers.
    package func seal(_ bytes: [UInt8], forReaders: Bool = false) -> [UInt8] {
        forReaders
            ? sealer.seal(payload: bytes, under: read, markedWith: log, group: group)
            : sealer.seal(payload: bytes, under: log, group: group)
    }

    /// Opens a payload of this log.
    package func open(payload sealed: [UInt8]) throws -> Payload.Reading {
        if try log.marksRead(sealed, group: group) { return try Payload.read(try sealer.open(payload: sealed, under: read, group: group)) }
        return try Payload.read(try sealer.open(payload: sealed, under: log, group: group))
    }

    /// An entry with this sealed payload, well signed, well placed unless `tree` says otherwise.
    package func entry(
        _ payload: [UInt8], tree: TreeHead? = nil, roster: Int? = nil, delivery: BlobHash? = nil, group other: GroupID? = nil
    ) -> [UInt8] {
        let text = EntryText(
            group: other ?? group, time: time, tree: tree ?? edge.head, roster: roster ?? state.rosterIndex, payload: BlobHash.of(payload),
            delivery: delivery)
        let name = KeyName(group: other ?? group, member: me, number: 1)
        return SignedNote.signed(text: text.bytes, name: name.text, by: SigningKey(master, group: group, member: me, number: 1)).bytes
    }

    /// The same text signed by a key that no member has, under a name of the forger's choice.
    package func forged(_ payload: [UInt8], as member: MemberID) -> [UInt8] {
        let text = EntryText(
            group: group, time: time, tree: edge.head, roster: state.rosterIndex, payload: BlobHash.of(payload), delivery: nil)
        let name = KeyName(group: group, member: member, number: 1)
        let stranger = SigningKey(MasterKey.random(), group: group, member: member, number: 1)
        return SignedNote.signed(text: text.bytes, name: name.text, by: stranger).bytes
    }

    /// Puts an entry behind the last one of the vault, with its payload, and goes on from there.
    package func append(_ entry: [UInt8], _ blobs: [[UInt8]]) throws {
        let raw = try RawFile(vault)
        try raw.setEntry(edge.size, entry)
        for blob in blobs { try raw.setBlob(BlobHash.of(blob), blob) }
        edge.append(leaf: TreeHash.leaf(entry))
    }

    /// Appends a payload as a member would who obeys no rule.
    package func append(_ payload: Payload, roster: Int? = nil, delivery: BlobHash? = nil, forReaders: Bool? = nil, blobs: [[UInt8]] = [])
        throws
    {
        let sealed = seal(payload.bytes, forReaders: forReaders ?? payload.event.isReveal)
        try append(entry(sealed, roster: roster, delivery: delivery), [sealed] + blobs)
    }

    /// Seals a text as a part; the author's commitment is to `promised`, if that is given.
    package func part(
        _ text: String, _ part: Part, of item: ItemID, version: Int = 1, in circle: CircleID, promised: String? = nil
    ) throws -> (facts: PartFacts, blob: [UInt8]) {
        let context = PartContext(group: group, circle: circle, generation: 1, item: item, part: part, version: version)
        let key = try Self.key("circle", of: circle.bytes, in: homeFile)
        let opened = try CircleKey.open(key, under: master, group: group, circle: circle, generation: 1)
        let sealed = sealer.seal(Array(text.utf8), under: opened, context: context)
        let commitment = Commitment.ofText(Array((promised ?? text).utf8), salt: sealed.salt, context: context)
        let facts = PartFacts(part: part, circle: circle, generation: 1, blob: BlobHash.of(sealed.bytes), commitment: commitment)
        return (facts, sealed.bytes)
    }
}
