import Testing
import VaultFormat

@testable import VaultCore
@testable import VaultCrypto

/// Examples of keys, of what is sealed and of what is signed.
enum CryptoChecks {
    static let all: [String: @Sendable (Example) throws -> Void] = [
        "world": { _ = try World($0) }, "derivation": derivation, "signing": signing, "sealed-part": sealedPart,
        "sealed-two-chunks": twoChunks, "key-schedule": keySchedule, "wrap": wrap, "part-commitment": commitment, "summary": summary,
        "names": names, "link": link, "manifest": manifest, "import-list": importList, "payload-under-log-key": logPayload,
        "payload-under-read-key": readPayload,
    ]

    @Sendable private static func derivation(_ example: Example) throws {
        let world = try World.document()
        let key = GuardedBytes.of(try example.bytes("key"))
        let purpose = Purpose.logKey(group: world.group, epoch: 1)
        #expect(try purpose.message == example.bytes("message"))
        #expect(try Derivation.key(from: key, purpose).shown() == example.bytes("log-key"))
        var long = [UInt8](repeating: 0, count: 64)
        var span = long.mutableSpan
        key.withBytes { Derivation.derive(from: $0, purpose, into: &span) }
        #expect(try long == example.bytes("other-length"))
        #expect(try world.guarded("log-circle-key").shown() == example.bytes("key"))
    }

    @Sendable private static func signing(_ example: Example) throws {
        let world = try World.document()
        let key = try world.signingKey()
        let seed = Derivation.key(from: try world.guarded("master-key"), .signingSeed(group: world.group, member: world.member, number: 1))
        let name = try example.text("key-name")
        #expect(try seed.shown() == example.bytes("seed"))
        #expect(try key.publicKey.bytes == example.bytes("public-key"))
        #expect(world.keyName.text == name)
        #expect(try KeyName(parsing: name) == world.keyName)
        #expect(try key.publicKey.keyID(name: name) == example.bytes("key-id"))
        #expect(try key.publicKey.verifierKey(name: name) == example.text("vkey"))
        let note = SignedNote.signed(text: try example.utf8("text"), name: name, by: key)
        #expect(try note.bytes == example.utf8("note"))
        #expect(try SignedNote(parsing: example.utf8("note")).verifiedSole(with: key.publicKey, name: name).text == note.text)
    }

    @Sendable private static func sealedPart(_ example: Example) throws {
        let world = try World.document()
        let root = GuardedBytes.of(try example.bytes("root-key"))
        let text = try example.utf8("text")
        let sealed = try example.bytes("sealed")
        let context = world.context(.body, of: world.caseItem, version: 1, in: world.groupCircle)
        let given = GivenRandomness(
            header: try example.bytes("header"), salt: try example.bytes("salt"), streamHeader: try example.bytes("stream-header"))
        let derived = given.derived(under: root, .part(context))
        #expect(try Purpose.part(context).bound(to: given.prefix).message == example.bytes("derive-message"))
        #expect(try Array(derived[..<32]) == example.bytes("key"))
        #expect(try Array(derived[32...]) == example.bytes("commitment"))
        #expect(try given.inside(text) == example.bytes("inside"))
        #expect(given.seal(text, under: root, .part(context)) == sealed)
        #expect(GivenRandomness("sealed-part").seal(text, under: root, .part(context)) == sealed)
        var sealer = PartSealer()
        let opened = try sealer.open(sealed, under: try world.circleKey("group"), context: context)
        #expect(opened.text == text)
        #expect(opened.salt.bytes == given.salt)
    }

    @Sendable private static func twoChunks(_ example: Example) throws {
        let world = try World.document()
        let context = world.context(.body, of: world.caseItem, version: 1, in: world.groupCircle)
        let text = [UInt8](repeating: 0x61, count: try example.number("length"))
        let given = GivenRandomness(
            header: try example.bytes("header"), salt: try example.bytes("salt"), streamHeader: try example.bytes("stream-header"))
        let sealed = given.seal(text, under: try world.guarded("group-circle-key"), .part(context))
        #expect(try Array(sealed.prefix(128)) == example.bytes("start"))
        #expect(try sealed.count == example.number("sealed-length"))
        #expect(try Digest.sha256(sealed) == example.bytes("hash"))
        var sealer = PartSealer()
        #expect(try sealer.open(sealed, under: try world.circleKey("group"), context: context).text == text)
    }

    @Sendable private static func keySchedule(_ example: Example) throws {
        let world = try World.document()
        #expect(try world.logKey().bytes.shown() == example.bytes("log-key"))
        #expect(try world.readKey().bytes.shown() == example.bytes("read-key"))
        for (name, circle) in [("log", world.logCircle), ("group", world.groupCircle), ("private", world.privateCircle)] {
            let commitment = try world.circleKey(name).commitment(group: world.group, circle: circle, generation: 1)
            #expect(try commitment.bytes == example.bytes(name + "-commitment"))
        }
    }

    @Sendable private static func wrap(_ example: Example) throws {
        let world = try World.document()
        let key = try DecryptionKey(seed: .of(try example.bytes("seed")))
        #expect(try key.publicKey.bytes == example.bytes("public-key"))
        let info = Purpose.wrap(group: world.group, circle: world.logCircle, generation: 1, member: world.member).message
        #expect(try info == example.bytes("info"))
        let opened = try key.unwrap(
            try Delivery.Wrap(exactly: example.bytes("wrap")), group: world.group, circle: world.logCircle, generation: 1,
            member: world.member)
        #expect(try opened.bytes.shown() == example.bytes("circle-key"))
    }

    @Sendable private static func commitment(_ example: Example) throws {
        let world = try World.document()
        let text = try example.utf8("text")
        let context = world.context(.body, of: world.caseItem, version: 1, in: world.privateCircle)
        #expect(try Digest.sha256(text) == example.bytes("text-hash"))
        #expect(try Purpose.text(context, digest: Digest.sha256(text)).message == example.bytes("message"))
        let commitment = Commitment.ofText(text, salt: try Salt(exactly: example.bytes("salt")), context: context)
        #expect(try commitment.bytes == example.bytes("commitment"))
    }

    @Sendable private static func summary(_ example: Example) throws {
        let world = try World.document()
        let text = try example.utf8("text")
        let texts = try FormatDocument.shared.example("texts")
        #expect(try CaseSummary(title: texts.text("title-1"), pitch: texts.text("pitch-1")).bytes == text)
        #expect(try CaseSummary(parsing: text).bytes == text)
        let context = world.context(.summary, of: world.caseItem, version: 1, in: world.privateCircle)
        let given = GivenRandomness("summary-1")
        let sealed = given.seal(text, under: try world.guarded("private-circle-key"), .part(context))
        #expect(try sealed == FormatDocument.shared.example("blobs").bytes("summary-1"))
        #expect(try Digest.sha256(sealed) == example.bytes("blob"))
        let commitment = Commitment.ofText(text, salt: Salt(trusted: given.salt), context: context)
        #expect(try commitment.bytes == example.bytes("commitment"))
    }

    @Sendable private static func names(_ example: Example) throws {
        let world = try World.document()
        let key = try world.logKey()
        var sealer = PartSealer()
        let group = try example.bytes("group-name-sealed")
        #expect(try sealer.open(groupName: group, under: key, group: world.group) == example.utf8("group-name"))
        let purpose = Purpose.groupName(group: world.group)
        #expect(try GivenRandomness("group-name").seal(example.utf8("group-name"), under: key.bytes, purpose) == group)
        let person = try example.bytes("person-name-sealed")
        #expect(try sealer.open(name: person, of: world.member, under: key, group: world.group) == example.utf8("person-name"))
        let personPurpose = Purpose.name(group: world.group, member: world.member)
        #expect(try GivenRandomness("person-name").seal(example.utf8("person-name"), under: key.bytes, personPurpose) == person)
    }

    @Sendable private static func link(_ example: Example) throws {
        let world = try World.document()
        let later = LogKey(bytes: .of(try example.bytes("later-log-key")))
        let sealed = try example.bytes("sealed")
        let epoch = try example.number("later-epoch")
        let opened = try later.openLink(sealed, group: world.group, epoch: epoch)
        #expect(try opened.bytes.shown() == example.bytes("log-key"))
        #expect(try world.logKey().bytes.shown() == example.bytes("log-key"))
        let purpose = Purpose.link(group: world.group, epoch: epoch)
        #expect(try GivenRandomness("link").seal(example.bytes("log-key"), under: later.bytes, purpose) == sealed)
    }

    @Sendable private static func manifest(_ example: Example) throws {
        let world = try World.document()
        let blobs = try FormatDocument.shared.example("blobs")
        let manifest = Manifest(blobs: [
            Manifest.Place(caseNumber: 1, part: .summary): BlobHash.of(try blobs.bytes("summary-2")),
            Manifest.Place(caseNumber: 1, part: .body): BlobHash.of(try blobs.bytes("body-2")),
            Manifest.Place(caseNumber: 1, note: 1, part: .body): Manifest.lost,
        ])
        let text = try example.bytes("manifest")
        #expect(manifest.bytes == text)
        #expect(try Manifest(parsing: text) == manifest)
        let records = try ["record-1", "record-2", "record-3"].map(example.bytes)
        #expect(records.map(\.count) == [45, 45, 45])
        #expect(Array("kluis.manifest/v1\n".utf8) + records.joined() == text)
        let sealed = try example.bytes("sealed")
        let key = try world.logKey()
        var sealer = PartSealer()
        #expect(try sealer.open(manifest: sealed, under: key, group: world.group) == text)
        #expect(GivenRandomness("manifest").seal(text, under: key.bytes, .manifest(group: world.group)) == sealed)
    }

    @Sendable private static func importList(_ example: Example) throws {
        let world = try World.document()
        let text = try example.bytes("list")
        let records = try ["record-1", "record-2"].map(example.bytes)
        #expect(records.map(\.count) == [144, 144])
        #expect(Array("kluis.import/v1\n".utf8) + records.joined() == text)
        let list = try ImportList(parsing: text)
        #expect(list.items.count == 2 && list.bytes == text)
        #expect(list.items[1].body.commitment.bytes == Array(records[1].suffix(32)))
        let key = try world.logKey()
        var sealer = PartSealer()
        #expect(try sealer.open(manifest: try example.bytes("sealed"), under: key, group: world.group) == text)
        #expect(
            try GivenRandomness("import-list").seal(text, under: key.bytes, .manifest(group: world.group)) == example.bytes("sealed"))
    }

    @Sendable private static func logPayload(_ example: Example) throws {
        let world = try World.document()
        let sealed = try example.bytes("sealed")
        var sealer = PartSealer()
        let key = try sealer.disclosedKey(of: sealed, under: try world.logKey(), group: world.group)
        #expect(try world.logKey().marksRead(sealed, group: world.group) == false)
        try payload(example, sealed, key, "payload-1", world)
    }

    @Sendable private static func readPayload(_ example: Example) throws {
        let world = try World.document()
        let sealed = try example.bytes("sealed")
        var sealer = PartSealer()
        let key = try sealer.disclosedKey(of: sealed, under: try world.readKey(), group: world.group)
        #expect(try world.logKey().marksRead(sealed, group: world.group))
        let header = try example.bytes("header")
        #expect(try world.logKey().readMark(random: Array(header.prefix(16)), group: world.group) == Array(header.suffix(16)))
        try payload(example, sealed, key, "payload-3", world)
    }

    private static func payload(_ example: Example, _ sealed: [UInt8], _ disclosed: [UInt8], _ name: String, _ world: World) throws {
        #expect(try disclosed == example.bytes("payload-key"))
        var key = PayloadKey()
        try key.take(disclosed: disclosed)
        var sealer = PartSealer()
        let text = try sealer.open(payload: sealed, disclosed: disclosed, group: world.group)
        #expect(try Digest.sha256(text) == example.bytes("json-hash"))
        let other = GivenRandomness(name)
        let given = GivenRandomness(header: try example.bytes("header"), salt: other.salt, streamHeader: other.streamHeader)
        #expect(given.seal(text, under: key.bytes, .payload(group: world.group)) == sealed)
        #expect(try FormatDocument.shared.example("blobs").bytes(name) == sealed)
    }
}
