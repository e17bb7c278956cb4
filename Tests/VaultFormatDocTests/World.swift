import CSodium
import VaultFormat

@testable import VaultCrypto

/// The ids and keys that all examples share.
struct World {
    let group: GroupID
    let member: MemberID
    let groupCircle: CircleID
    let privateCircle: CircleID
    let caseItem: ItemID
    let noteItem: ItemID
    private let keys: [String: [UInt8]]

    init(_ example: Example) throws {
        group = try GroupID(exactly: example.bytes("group"))
        member = try MemberID(exactly: example.bytes("member"))
        groupCircle = try CircleID(exactly: example.bytes("group-circle"))
        privateCircle = try CircleID(exactly: example.bytes("private-circle"))
        caseItem = try ItemID(exactly: example.bytes("case-item"))
        noteItem = try ItemID(exactly: example.bytes("note-item"))
        var keys: [String: [UInt8]] = [:]
        for name in ["master-key", "log-circle-key", "group-circle-key", "private-circle-key", "decryption-seed"] {
            keys[name] = try example.bytes(name)
        }
        self.keys = keys
    }

    /// As the document has it.
    static func document() throws -> World { try World(FormatDocument.shared.example("world")) }

    var logCircle: CircleID { .log(of: group) }
    var keyName: KeyName { KeyName(group: group, member: member, number: 1) }

    func guarded(_ name: String) throws -> GuardedBytes {
        guard let bytes = keys[name] else { throw Example.Fault(place: name) }
        return .of(bytes)
    }

    func masterKey() throws -> MasterKey { MasterKey(bytes: try guarded("master-key")) }
    func circleKey(_ name: String) throws -> CircleKey { CircleKey(bytes: try guarded(name + "-circle-key")) }
    func decryptionKey() throws -> DecryptionKey { try DecryptionKey(seed: try guarded("decryption-seed")) }
    func logKey() throws -> LogKey { LogKey(try circleKey("log"), group: group, epoch: 1) }
    func readKey() throws -> ReadKey { ReadKey(try circleKey("log"), group: group, epoch: 1) }
    func signingKey() throws -> SigningKey { SigningKey(try masterKey(), group: group, member: member, number: 1) }

    /// Where a part of the examples stands.
    func context(_ part: Part, of item: ItemID, version: Int, in circle: CircleID) -> PartContext {
        PartContext(group: group, circle: circle, generation: 1, item: item, part: part, version: version)
    }
}

extension GuardedBytes {
    static func of(_ bytes: [UInt8]) -> GuardedBytes {
        var guarded = GuardedBytes(count: bytes.count)
        guarded.withMutableBytes { out in
            for (index, byte) in bytes.enumerated() { out[index] = byte }
        }
        return guarded
    }

    borrowing func shown() -> [UInt8] { copy(0..<count) }
}

/// What is sealed with all that is otherwise drawn at random given, by libsodium and the program's own derivation and layout.
struct GivenRandomness {
    let header: [UInt8]
    let salt: [UInt8]
    let streamHeader: [UInt8]

    /// As section 1 of the document says for what is sealed under a name.
    init(_ name: String) {
        func digest(_ what: String) -> [UInt8] { Digest.sha256(Array("\(what) \(name)".utf8)) }
        self.init(header: digest("header"), salt: digest("salt"), streamHeader: Array(digest("stream").prefix(24)))
    }

    init(header: [UInt8], salt: [UInt8], streamHeader: [UInt8]) {
        (self.header, self.salt, self.streamHeader) = (header, salt, streamHeader)
    }

    var prefix: [UInt8] { SealedLayout.magic + header }

    /// The stream's key, then the commitment.
    func derived(under root: borrowing GuardedBytes, _ purpose: Purpose) -> [UInt8] {
        var derived = [UInt8](repeating: 0, count: 64)
        var span = derived.mutableSpan
        root.withBytes { Derivation.derive(from: $0, purpose.bound(to: prefix), into: &span) }
        return derived
    }

    func inside(_ text: [UInt8]) -> [UInt8] {
        let preamble = InsidePreamble(salt: Salt(trusted: salt), textLength: text.count)
        return preamble.bytes + text + [UInt8](repeating: 0, count: preamble.paddingLength)
    }

    func seal(_ text: [UInt8], under root: borrowing GuardedBytes, _ purpose: Purpose) -> [UInt8] {
        let derived = derived(under: root, purpose)
        return prefix + derived[32...] + streamHeader + chunks(inside(text), key: Array(derived[..<32]))
    }

    /// libsodium draws the stream's header where it begins to push; beginning to pull leaves the same state.
    private func chunks(_ inside: [UInt8], key: [UInt8]) -> [UInt8] {
        var state = crypto_secretstream_xchacha20poly1305_state()
        precondition(unsafe crypto_secretstream_xchacha20poly1305_init_pull(&state, streamHeader, key) == 0)
        var sealed: [UInt8] = []
        var rest = inside[...]
        while !rest.isEmpty {
            let chunk = Array(rest.prefix(65_536))
            rest = rest.dropFirst(chunk.count)
            var out = [UInt8](repeating: 0, count: chunk.count + 17)
            let tag: UInt8 = rest.isEmpty ? 3 : 0
            precondition(
                unsafe crypto_secretstream_xchacha20poly1305_push(&state, &out, nil, chunk, UInt64(chunk.count), nil, 0, tag) == 0)
            sealed += out
        }
        return sealed
    }
}
