import Testing
import VaultFormat
import VaultLog

@testable import VaultCrypto

/// Examples of a newcomer who asks, is let in, and goes: the request, the keys, and payloads that follow on the log of Appendix B.
enum PeopleChecks {
    static let all: [String: @Sendable (Example) throws -> Void] = [
        "newcomer": { _ = try Newcomer($0) }, "join-request": joinRequest, "granted-reads": grantedReads,
        "event-member-accepted": accepted, "event-member-replaced": { try follows($0, .memberReplaced, by: .anna, after: .story) },
        "event-member-removed": { try follows($0, .memberRemoved, by: .anna, after: .story) },
        "event-role-ended": { try follows($0, .roleEnded, by: .anna, after: .story, time: "2027-02-01T00:00:00Z") },
        "event-member-left": { try follows($0, .memberLeft, by: .newcomer, after: .story) },
        "event-circle-created": { try follows($0, .circleCreated, by: .newcomer, after: .told(1)) },
        "event-key-refreshed": refreshed, "event-case-shared": { try follows($0, .caseShared, by: .anna, after: .told(3)) },
        "attachment": attachment, "event-attachment-added": { try follows($0, .attachmentAdded, by: .anna, after: .told(4)) },
        "event-attachment-saved": { try follows($0, .attachmentSaved, by: .anna, after: .told(5)) },
        "event-backup-created": { try follows($0, .backupCreated, by: .anna, after: .told(5)) },
        "event-backup-restored": { try follows($0, .backupRestored, by: .anna, after: .told(5)) },
        "event-payload-expired": {
            try follows($0, .payloadExpired, by: .anna, after: .told(5), time: "2032-01-01T00:00:00Z")
        },
        "event-member-until": { try follows($0, .memberUntil, by: .anna, after: .told(5)) },
        "event-circle-rotated": { try follows($0, .circleRotated, by: .anna, after: .told(6)) },
        "event-log-trusted": { try follows($0, .logTrusted, by: .newcomer, after: .told(7)) },
        "event-log-exported": { try follows($0, .logExported, by: .newcomer, after: .told(7)) },
        "event-key-rewrapped": { try follows($0, .keyRewrapped, by: .anna, after: .told(7)) },
        "event-case-erased": { try follows($0, .caseErased, by: .anna, after: .told(7)) },
        "event-case-withdrawn": { try follows($0, .caseWithdrawn, by: .anna, after: .told(7)) },
        "event-cases-imported": {
            let list = try ImportList(parsing: FormatDocument.shared.example("import-list").bytes("list"))
            let payload = try follows($0, .casesImported, by: .anna, after: .told(0), list: list)
            guard case .imported(let work) = payload.body else { throw Example.Fault(place: "cases.imported") }
            #expect(try work.list == BlobHash.of(FormatDocument.shared.example("import-list").bytes("sealed")))
        },
        "event-searched": { try follows($0, .searched, by: .anna, after: .story) },
    ]

    @Sendable private static func joinRequest(_ example: Example) throws {
        let newcomer = try Newcomer.document()
        let world = try World.document()
        let bytes = try example.utf8("request")
        let note = try SignedNote(parsing: bytes)
        let request = try JoinRequest(parsing: note.text)
        #expect(note.bytes == bytes)
        #expect(request.bytes == note.text)
        #expect(request.group == world.group)
        #expect(try request.head == ExampleLog.document().head)
        #expect(request.member == newcomer.id)
        #expect(try request.signing == newcomer.signingKey(newcomer.id).publicKey)
        #expect(try request.decryption == newcomer.key("decryption-seed").publicKey)
        _ = try note.verifiedSole(with: request.signing, name: request.keyName.text)
        #expect(try SignedNote.signed(text: note.text, name: request.keyName.text, by: newcomer.signingKey(newcomer.id)).bytes == bytes)
        let hash = Digest.sha256(bytes)
        #expect(try hash == example.bytes("hash"))
        #expect(try 1000 + hash.prefix(4).reduce(0) { $0 << 8 | Int($1) } % 9000 == example.number("number"))
        #expect(try Purpose.words(request: hash).message == example.bytes("message"))
        #expect(try WordCode.bits(for: .words(request: hash)) == example.bytes("bits"))
        #expect(try WordCode.of(request: bytes).words.joined(separator: " ") == example.text("words"))
    }

    @Sendable private static func grantedReads(_ example: Example) throws {
        let newcomer = try Newcomer.document()
        let world = try World.document()
        let wrap = try Delivery.Wrap(exactly: example.bytes("reads-wrap"))
        let bytes = GrantedReads(from: 1, wraps: [wrap]).bytes
        #expect(try GrantedReads(parsing: bytes).wraps == [wrap])
        #expect(try Array(bytes.prefix(64)) == example.bytes("start"))
        #expect(try bytes.count == example.number("length"))
        #expect(try Digest.sha256(bytes) == example.bytes("hash"))
        #expect(try Purpose.reads(group: world.group, epoch: 1, member: newcomer.id).message == example.bytes("info"))
        let key = try newcomer.key("decryption-seed").unwrapRead(wrap, group: world.group, epoch: 1, member: newcomer.id)
        #expect(try key.bytes.shown() == example.bytes("read-key"))
        #expect(try key.bytes.shown() == world.readKey().bytes.shown())
    }

    @Sendable private static func accepted(_ example: Example) throws {
        let newcomer = try Newcomer.document()
        let payload = try follows(example, .memberAccepted, by: .anna, after: .told(0))
        guard case .acceptance(let acceptance) = payload.body else { throw Example.Fault(place: "member.accepted") }
        #expect(acceptance.member.id == newcomer.id)
        let document = FormatDocument.shared
        #expect(try acceptance.request.bytes == document.example("join-request").bytes("hash"))
        #expect(try acceptance.reads?.bytes == document.example("granted-reads").bytes("hash"))
        let group = try World.document().group, log = CircleID.log(of: group)
        let key = CircleKey(bytes: .of(Digest.sha256(log.bytes + [0, 0, 0, 2])))
        #expect(acceptance.rotation.circles.first?.commitment == key.commitment(group: group, circle: log, generation: 2))
        #expect(acceptance.given.first?.delivery == BlobHash.of(Array("blob delivery given".utf8)))
    }

    @Sendable private static func refreshed(_ example: Example) throws {
        let payload = try follows(example, .keyRefreshed, by: .newcomer, after: .told(2))
        #expect(try payload.body == .refresh(Newcomer.document().key("fresh-seed").publicKey))
    }

    /// Both parts open in their place, are what the entry commits to, and the summary is read and printed again.
    @Sendable private static func attachment(_ example: Example) throws {
        let bytes = try FormatDocument.shared.example("event-attachment-added").utf8("json")
        guard case .known(let payload) = try Payload.read(bytes), case .attachmentWritten(let writing) = payload.body else {
            throw Example.Fault(place: "attachment.added")
        }
        let group = try World.document().group
        #expect(try writing.item.bytes == example.bytes("item"))
        let summary = try AttachmentSummary(parsing: example.utf8("text"))
        #expect(try summary.bytes == example.utf8("text") && summary.length == example.bytes("file").count)
        let texts = try [(writing.summary, "summary-sealed", example.utf8("text")), (writing.body, "file-sealed", example.bytes("file"))]
        for (facts, sealed, text) in texts {
            let context = PartContext(
                group: group, circle: facts.circle, generation: 1, item: writing.item, part: facts.part, version: writing.version)
            let opener = try AttachmentOpener(first: example.bytes(sealed), under: World.document().circleKey("group"), context: context)
            let opened = try opener.finish()
            #expect(opened.text == text)
            #expect(BlobHash.of(try example.bytes(sealed)) == facts.blob)
            #expect(Commitment.ofText(opened.text, salt: opened.salt, context: context) == facts.commitment)
        }
    }

    /// Read and printed again, of that event, and an entry with it has its effect there.
    @discardableResult
    private static func follows(
        _ example: Example, _ event: Event, by signer: Story.Signer, after place: Story.Place, time: String? = nil, list: ImportList? = nil
    ) throws -> Payload {
        let bytes = try example.utf8("json")
        guard case .known(let payload) = try Payload.read(bytes) else { throw Example.Fault(place: "an event that is not known") }
        #expect(payload.bytes == bytes)
        #expect(payload.event == event)
        var story = try Story(upTo: place)
        let isWitnessed = event.isReveal || [.logExported, .backupCreated, .backupRestored].contains(event)
        #expect(try story.append(payload, by: signer, at: time, list: list) == (isWitnessed ? .witnessed(payload) : .changed(payload)))
        return payload
    }
}

/// The second person of the examples.
private struct Newcomer {
    let id: MemberID
    let again: MemberID
    let privateCircle: CircleID
    private let master: [UInt8]
    private let seeds: [String: [UInt8]]

    init(_ example: Example) throws {
        id = try MemberID(exactly: example.bytes("member"))
        again = try MemberID(exactly: example.bytes("member-again"))
        privateCircle = try CircleID(exactly: example.bytes("private-circle"))
        master = try example.bytes("master-key")
        seeds = try ["decryption-seed", "fresh-seed", "seed-again"].reduce(into: [:]) { $0[$1] = try example.bytes($1) }
    }

    static func document() throws -> Newcomer { try Newcomer(FormatDocument.shared.example("newcomer")) }

    func key(_ name: String) throws -> DecryptionKey {
        guard let seed = seeds[name] else { throw Example.Fault(place: name) }
        return try DecryptionKey(seed: .of(seed))
    }

    func signingKey(_ member: MemberID) throws -> SigningKey {
        SigningKey(MasterKey(bytes: .of(master)), group: try World.document().group, member: member, number: 1)
    }
}

/// What follows on the log of Appendix B.
private struct Story {
    enum Signer { case anna, newcomer }
    enum Place {
        /// After that many of the events below.
        case told(Int)
        /// After all of them.
        static let story = Place.told(events.count)
    }

    private static let events: [(name: String, signer: Signer)] = [
        ("member-accepted", .anna), ("circle-created", .newcomer), ("key-refreshed", .newcomer), ("case-shared", .anna),
        ("attachment-added", .anna),
        ("member-until", .anna), ("circle-rotated", .anna), ("case-withdrawn", .anna),
    ]

    private var state: GroupState
    private var cases: [Int: CaseRecord]
    private var edge: RightEdge
    private let world: World
    private let newcomer: Newcomer

    init(upTo place: Place) throws {
        let log = try ExampleLog.document()
        guard let state = log.state, case .told(let count) = place else { throw Example.Fault(place: "log") }
        (self.state, cases, edge, world) = (state, log.cases, log.edge, log.world)
        newcomer = try Newcomer.document()
        for event in Self.events.prefix(count) {
            let bytes = try FormatDocument.shared.example("event-" + event.name).utf8("json")
            guard case .known(let payload) = try Payload.read(bytes) else { throw Example.Fault(place: event.name) }
            guard try append(payload, by: event.signer) == .changed(payload) else { throw Example.Fault(place: event.name) }
        }
    }

    mutating func append(_ payload: Payload, by signer: Signer, at time: String? = nil, list: ImportList? = nil) throws -> Replay.Effect {
        let circles: [CircleFacts] =
            switch payload.body {
            case .acceptance(let acceptance): acceptance.rotation.circles
            case .removal(_, let rotation), .rotation(let rotation), .erasure(_, let rotation): rotation.circles
            default: []
            }
        let text = EntryText(
            group: world.group, time: try Instant(Array((time ?? "2026-11-23T10:00:00Z").utf8)[...]), tree: edge.head,
            roster: payload.event.changesRoster ? edge.size : state.rosterIndex, payload: BlobHash.of(payload.bytes),
            delivery: circles.contains { $0.kind == .log } ? BlobHash.of(Array("blob delivery".utf8)) : nil)
        let member = signer == .anna ? world.member : newcomer.id
        let key = try signer == .anna ? world.signingKey() : newcomer.signingKey(member)
        let name = KeyName(group: world.group, member: member, number: 1)
        let unverified = try UnverifiedEntry(parsing: SignedNote.signed(text: text.bytes, name: name.text, by: key).bytes)
        let entry = try unverified.verify(group: world.group, after: edge.head, key: state.signingKey(name))
        let effect = Replay.apply(
            entry, .opened(.known(payload), underReadKey: payload.event.isReveal), list: list, to: &state, cases: &cases)
        edge.append(leaf: entry.leaf)
        return effect
    }
}
