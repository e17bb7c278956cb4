import Testing
import VaultFormat
import VaultLog

@testable import VaultCore
@testable import VaultCrypto

/// Examples of entries, trees and checkpoints, and the log of Appendix B.
enum LogChecks {
    static let all: [String: @Sendable (Example) throws -> Void] = [
        "entry": entry, "tree": tree, "checkpoint": checkpoint, "right-edge": rightEdge, "log": log, "blobs": blobs, "texts": texts,
    ]

    @Sendable private static func entry(_ example: Example) throws {
        let world = try World.document()
        let bytes = try example.utf8("entry")
        let text = try EntryText(parsing: try UnverifiedEntry(parsing: bytes).text.bytes)
        #expect(SignedNote.signed(text: text.bytes, name: world.keyName.text, by: try world.signingKey()).bytes == bytes)
        #expect(try TreeHash.leaf(bytes).bytes == example.bytes("leaf-hash"))
        #expect(try ExampleLog.document().entries[1] == bytes)
    }

    @Sendable private static func tree(_ example: Example) throws {
        let leaves = (0..<300).map { TreeHash.leaf(Array("{\"v\":1,\"seq\":\($0),\"act\":\"case.open\"}".utf8)) }
        let tree = MerkleTree(leaves: leaves)
        #expect(try TreeHash.empty.base64 == example.text("empty"))
        for size in [1, 70, 300] { #expect(try tree.head(at: size)?.root.base64 == example.text("root-\(size)")) }

        let name = "vault.example/intervisie/g7"
        let key = SigningKey(seed: .of(Array(0..<32)))
        #expect(try key.publicKey.verifierKey(name: name) == example.text("vkey"))
        let note = try example.utf8("checkpoint")
        let checkpoint = try Checkpoint(verifying: note, origin: name, name: name, key: key.publicKey)
        #expect(checkpoint.head == tree.head(at: 300))
        #expect(Checkpoint(signing: checkpoint.head, origin: name, name: name, by: key).bytes == note)

        let (index, size) = (try example.number("inclusion-of"), try example.number("inclusion-in"))
        let inclusion = try tree.inclusionProof(of: index, in: size)
        #expect(try inclusion.hashes.flatMap(\.bytes) == example.bytes("inclusion"))
        let (old, new) = (try example.number("consistency-from"), try example.number("consistency-to"))
        let consistency = try tree.consistencyProof(from: old, to: new)
        #expect(try consistency.hashes.flatMap(\.bytes) == example.bytes("consistency"))
        let heads = [size, old, new].compactMap { tree.head(at: $0) }
        _ = try inclusion.verify(leaf: leaves[index], index: index, head: heads[0])
        _ = try consistency.verify(from: heads[1], to: heads[2])
    }

    @Sendable private static func checkpoint(_ example: Example) throws {
        let log = try ExampleLog.document()
        let (origin, name) = (log.world.group.origin, log.world.keyName.text)
        let key = try log.world.signingKey()
        let bytes = try example.utf8("checkpoint")
        #expect(Checkpoint(signing: log.head, origin: origin, name: name, by: key).bytes == bytes)
        #expect(try Checkpoint(verifying: bytes, origin: origin, name: name, key: key.publicKey).head == log.head)
    }

    @Sendable private static func rightEdge(_ example: Example) throws {
        let edge = try ExampleLog.document().edge
        #expect(try edge.size == example.number("size"))
        #expect(try edge.bytes == example.bytes("edge"))
        #expect(try edge.root.bytes == example.bytes("root"))
    }

    /// Every entry has its effect, and the program would sign the same bytes.
    @Sendable private static func log(_ example: Example) throws {
        let log = try ExampleLog.document()
        #expect(log.effects.count == 12)
        var events: Set<Event> = []
        for (index, effect) in log.effects.enumerated() {
            let bytes = try example.utf8("entry-\(index)")
            let text = try UnverifiedEntry(parsing: bytes).text
            #expect(SignedNote.signed(text: text.bytes, name: log.world.keyName.text, by: try log.world.signingKey()).bytes == bytes)
            switch effect {
            case .changed(let payload), .witnessed(let payload): events.insert(payload.event)
            case .passedOver, .unreadable, .erased, .void, .needsNewer: Issue.record("entry \(index): \(effect)")
            }
        }
        #expect(events.count == 12)
        #expect(log.cases[1]?.state == .closed)
        #expect(log.cases[1]?.version == 2)
        #expect(log.cases[1]?.notes.map(\.version) == [2])
    }

    /// Payloads and names are looked at in their own examples; here it is that nothing else stands in the block.
    @Sendable private static func blobs(_ example: Example) throws {
        let log = try ExampleLog.document()
        for index in log.entries.indices {
            let text = try UnverifiedEntry(parsing: log.entries[index]).text
            #expect(try BlobHash.of(example.bytes("payload-\(index)")) == text.payload)
        }
        guard case .changed(let first) = log.effects[0], case .founding(let founding) = first.body else {
            throw Example.Fault(place: "entry-0")
        }
        #expect(try BlobHash.of(example.bytes("group-name")) == founding.name)
        #expect(try BlobHash.of(example.bytes("person-name")) == founding.founder.name)
        let named = [try UnverifiedEntry(parsing: log.entries[0]).text.delivery] + founding.circles.dropFirst().map(\.delivery)
        for (kind, (circle, hash)) in zip(["log", "group", "private"], zip(founding.circles, named)) {
            let bytes = try example.bytes("delivery-\(kind)")
            #expect(BlobHash.of(bytes) == hash)
            let wrap = try #require(try Delivery(parsing: bytes).wraps[log.world.member])
            let key = try log.world.decryptionKey().unwrap(
                wrap, group: log.world.group, circle: circle.id, generation: 1, member: log.world.member)
            #expect(key.commitment(group: log.world.group, circle: circle.id, generation: 1) == circle.commitment)
            #expect(try key.bytes.shown() == log.world.circleKey(kind).bytes.shown())
        }
        for version in [1, 2] {
            for name in ["summary", "body", "note"] { _ = try example.bytes("\(name)-\(version)") }
        }
    }

    /// The parts that the entries name hold these texts, sealed as the document says, and their authors' commitments fit.
    @Sendable private static func texts(_ example: Example) throws {
        let log = try ExampleLog.document()
        var seen: [String] = []
        for effect in log.effects {
            guard case .changed(let payload) = effect else { continue }
            switch payload.body {
            case .caseWritten(let writing):
                let version = writing.version
                let pitch = version == 1 ? try example.text("pitch-1") : nil
                let summary = CaseSummary(title: try example.text("title-\(version)"), pitch: pitch).bytes
                try part(writing.summary, of: writing.item, version, summary, "summary-\(version)", log)
                try part(writing.body, of: writing.item, version, try example.utf8("body-\(version)"), "body-\(version)", log)
                seen.append("case \(version)")
            case .noteWritten(let writing):
                let name = "note-\(writing.version)"
                try part(writing.body, of: writing.item, writing.version, try example.utf8(name), name, log)
                seen.append(name)
            default: break
            }
        }
        #expect(seen == ["case 1", "note-1", "case 2", "note-2"])
    }

    private static func part(
        _ facts: PartFacts, of item: ItemID, _ version: Int, _ text: [UInt8], _ name: String, _ log: ExampleLog
    ) throws {
        let context = log.world.context(facts.part, of: item, version: version, in: facts.circle)
        let sealed = try #require(log.blobs[facts.blob])
        #expect(try FormatDocument.shared.example("blobs").bytes(name) == sealed)
        #expect(GivenRandomness(name).seal(text, under: try log.world.guarded("private-circle-key"), .part(context)) == sealed)
        var sealer = PartSealer()
        let opened = try sealer.open(sealed, under: try log.world.circleKey("private"), context: context)
        #expect(opened.text == text)
        #expect(Commitment.ofText(opened.text, salt: opened.salt, context: context) == facts.commitment)
    }
}
