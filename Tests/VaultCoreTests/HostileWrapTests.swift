import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// Bram has the keys of a member and a program of his own: wraps that open nothing, keys that are not those he promised, public keys that
/// do not work. It costs the others what is sealed under them, is named, and keeps nobody from going on without him.
struct HostileWrapTests {
    private let test: TestVault
    private let bram: Session

    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        try test.admit("Bram")
        try test.admit("Chris")
        _ = try test.open().addCase(try CaseText(title: "Eerste", pitch: nil, body: "Tekst."), share: true, dryRun: false)
        bram = try test.open(as: "Bram")
        _ = try bram.cases()
    }

    /// Rotates the group circle and lets `spoil` change each wrap but Bram's own, or the commitment.
    private func rotateGroup(wraps spoil: ((MemberID, Delivery.Wrap) -> Delivery.Wrap)?, commitment: Commitment? = nil) throws {
        try bram.append {
            let circle = bram.state.groupCircle
            let drawn = try bram.draw([circle: bram.state.circles[circle]?.members ?? []])
            guard let facts = drawn.rotation.circles.first, let name = facts.delivery,
                let old = drawn.adding.first(where: { $0.hash == name }), let delivery = try? Delivery(parsing: old.bytes)
            else { throw TestFailure() }
            let wraps = delivery.wraps.reduce(into: [MemberID: Delivery.Wrap]()) { all, wrap in
                all[wrap.key] = wrap.key == bram.me ? wrap.value : spoil?(wrap.key, wrap.value) ?? wrap.value
            }
            let bytes = Delivery(generation: delivery.generation, wraps: wraps).bytes
            let spoiled = CircleFacts(
                id: facts.id, kind: facts.kind, generation: facts.generation, members: facts.members,
                commitment: commitment ?? facts.commitment, delivery: BlobHash.of(bytes))
            let rotation = Rotation(circles: [spoiled], link: nil, manifest: drawn.rotation.manifest)
            var change = Change(
                payload: Payload(.circleRotated, .rotation(rotation)), drawn, adding: [Blob(hash: BlobHash.of(bytes), bytes: bytes)])
            change.adding.removeAll { $0.hash == name }
            return change
        }
    }

    private func expectOthersGoOn() throws {
        let anna = try test.open()
        #expect(anna.warnings.contains(.keysMissing(1)))
        let list = try anna.cases()
        #expect(list.damaged == [1] && list.items.isEmpty)
        #expect(throws: Fault.keyUndelivered) { try anna.show(case: 1) }
        let found = try anna.check(deep: true) { _, _ in }.findings
        #expect(found.map(\.kind) == [.wrapMismatch, .wrapMismatch])
        // Her own draft is not concerned.
        _ = try anna.addCase(try CaseText(title: "Concept", pitch: nil, body: "Van haar."), share: false, dryRun: false)
        #expect(try anna.show(case: 2).text.body == "Van haar.")
        let removed = try anna.remove(.name("Bram"), dryRun: false)
        #expect(removed.lostParts == 2)
        bram.pause()
        #expect(throws: Fault.membershipEnded) { try test.open(as: "Bram") }
        // With new keys the group's circle takes cases again.
        _ = try anna.addCase(try CaseText(title: "Daarna", pitch: nil, body: "Zonder hem."), share: true, dryRun: false)
        let chris = try test.open(as: "Chris")
        #expect(try chris.show(case: 3).text.body == "Zonder hem.")
        #expect(chris.warnings.contains(.keysMissing(1)) == false)
    }

    @Test func garbageWraps() throws {
        try rotateGroup { _, wrap in Delivery.Wrap(trusted: wrap.bytes.map { $0 ^ 0x55 }) }
        try expectOthersGoOn()
    }

    @Test func aCommitmentToAnotherKey() throws {
        let other = CircleKey.random()
        let circle = try #require(bram.state.circles[bram.state.groupCircle])
        let commitment = other.commitment(group: bram.groupID, circle: circle.id, generation: circle.generation + 1)
        try rotateGroup(wraps: nil, commitment: commitment)
        try expectOthersGoOn()
    }

    /// A circle with Anna, begun with a wrap that opens nothing, and left: she owes it a key that she cannot draw, and goes on.
    @Test func aCircleBegunWithGarbageAndLeft() throws {
        let anna = try test.open().me
        try bram.append {
            let (facts, delivery) = try bram.drawCircle(.random(), .some, 1, [anna, bram.me].sorted())
            guard let honest = try? Delivery(parsing: delivery.bytes) else { throw TestFailure() }
            let wraps = honest.wraps.mapValues { Delivery.Wrap(trusted: $0.bytes.map { $0 ^ 1 }) }
            let bytes = Delivery(generation: 1, wraps: wraps).bytes
            let spoiled = CircleFacts(
                id: facts.id, kind: .some, generation: 1, members: facts.members, commitment: facts.commitment, delivery: BlobHash.of(bytes)
            )
            return Change(payload: Payload(.circleCreated, .circle(spoiled)), adding: [Blob(hash: BlobHash.of(bytes), bytes: bytes)])
        }
        _ = try bram.addCase(try CaseText(title: "Aas", pitch: nil, body: "Voor Anna."), share: true, dryRun: false)
        _ = try bram.leave(withdrawMine: false, dryRun: false)
        let session = try test.open()
        #expect(try session.cases().items.map(\.number) == [1, 2])
        #expect(try session.show(case: 1).text.body == "Tekst.")
        _ = try session.addNote("Verder.", toCase: 1, dryRun: false)
        #expect(try test.open(as: "Chris").show(case: 1).notes.map(\.text) == ["Verder."])
    }

    @Test func aPublicKeyThatTakesNoWrapIsVoid() throws {
        for bytes in [[UInt8](repeating: 0xff, count: DecryptionPublicKey.count)] {
            #expect(throws: OurBug.self) {
                try bram.append { Change(payload: Payload(.keyRefreshed, .refresh(DecryptionPublicKey(trusted: bytes)))) }
            }
        }
        // A key that was somebody's is nobody's.
        let annas = try #require(bram.state.member(1)?.decryption)
        #expect(throws: OurBug.self) { try bram.append { Change(payload: Payload(.keyRefreshed, .refresh(annas))) } }
        _ = try test.open().remove(.name("Bram"), dryRun: false)
    }
}
