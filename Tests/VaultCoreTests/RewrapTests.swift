import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// Keys that did not reach somebody, wrapped anew by a colleague. Bram has a program of his own, and Chris suffers by it.
struct RewrapTests {
    private let test: TestVault
    private let bram: Session
    private let chris: MemberID
    private let log: CircleID
    private let everyone: CircleID

    /// Anna, Bram and Chris, and case 1 that all have read.
    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        try test.admit("Bram")
        try test.admit("Chris")
        _ = try test.open().addCase(try CaseText(title: "Eerste", pitch: nil, body: "Tekst."), share: true, dryRun: false)
        for person in ["Anna", "Chris"] { _ = try test.open(as: person).show(case: 1) }
        chris = try test.open(as: "Chris").me
        bram = try test.open(as: "Bram")
        _ = try bram.cases()
        log = bram.state.logCircle
        everyone = bram.state.groupCircle
    }

    /// What Bram's program does to a delivery.
    private enum Trick {
        /// A wrap that opens nothing.
        case garbage
        /// A wrap of another key than the others get.
        case anotherKey
        /// No wrap.
        case leftOut
        /// A lawful delivery, which then disappears.
        case dropped
    }

    /// Bram gives circles new keys, and Chris not.
    private func rotate(_ circles: [CircleID], _ trick: Trick, link: BlobHash? = nil) throws {
        try bram.append {
            let drawn = try bram.draw(
                Dictionary(uniqueKeysWithValues: circles.map { ($0, bram.state.circles[$0]?.members ?? []) }))
            var adding = drawn.adding
            var logDelivery = drawn.logDelivery
            let facts = try drawn.rotation.circles.map { facts in
                guard let name = facts.delivery ?? drawn.logDelivery, let old = adding.first(where: { $0.hash == name }) else {
                    throw TestFailure()
                }
                let spoiled = try spoil(old.bytes, of: facts.id, trick)
                adding.removeAll { $0.hash == name }
                adding.append(spoiled)
                if facts.kind == .log { logDelivery = spoiled.hash }
                return CircleFacts(
                    id: facts.id, kind: facts.kind, generation: facts.generation, members: facts.members, commitment: facts.commitment,
                    delivery: facts.kind == .log ? nil : spoiled.hash)
            }
            let rotation = Rotation(circles: facts, link: link ?? drawn.rotation.link, manifest: drawn.rotation.manifest)
            var change = Change(payload: Payload(.circleRotated, .rotation(rotation)), drawn)
            change.adding = adding
            change.delivery = logDelivery
            return change
        }
    }

    private func spoil(_ bytes: [UInt8], of circle: CircleID, _ trick: Trick) throws -> Blob {
        let honest = try Delivery(parsing: bytes)
        var wraps = honest.wraps
        switch trick {
        case .garbage: wraps[chris] = wraps[chris].map { Delivery.Wrap(trusted: $0.bytes.map { $0 ^ 0x55 }) }
        case .anotherKey: wraps[chris] = try wrap(.random(), of: circle, honest.generation)
        case .leftOut: wraps[chris] = nil
        case .dropped: break
        }
        let bytes = Delivery(generation: honest.generation, wraps: wraps).bytes
        return Blob(hash: BlobHash.of(bytes), bytes: bytes)
    }

    private func wrap(_ key: consuming CircleKey, of circle: CircleID, _ generation: Int) throws -> Delivery.Wrap {
        guard let recipient = bram.state.member(chris)?.decryption else { throw TestFailure() }
        return try key.wrap(to: recipient, group: bram.groupID, circle: circle, generation: generation, member: chris)
    }

    private func expectWhole(_ session: Session) throws {
        #expect(session.warnings.contains { if case .keysMissing = $0 { true } else { false } } == false)
        #expect(try session.show(case: 1).text.body == "Tekst.")
        #expect(try session.verifyLog().findings.isEmpty)
        #expect(try session.check(deep: true) { _, _ in }.findings.isEmpty)
    }

    // MARK: Circles of content

    @Test func theKeyOfACircle() throws {
        try rotate([everyone], .garbage)
        #expect(try test.open(as: "Chris").warnings == [.keysMissing(1), .backupsEnded])
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Chris").show(case: 1) }
        let before = try test.run { $0.state }
        let done = try test.open().rewrap(.name("Chris"), dryRun: false)
        #expect(done == MemberRewrapped(number: 3, name: "Chris", circles: 2, others: []))
        do {
            let session = try test.open(as: "Chris")
            #expect(session.news == [.rewrapped(circles: 2, by: "Anna")])
            try expectWhole(session)
        }
        // The same generations and commitments: no key is another.
        let after = try test.run { $0.state }
        #expect(after.circles == before.circles && after.epochs == before.epochs && after.members == before.members)
        #expect(try test.open(as: "Chris").news.isEmpty)
        try expectWhole(try test.open())
    }

    @Test func aDryRunAppendsNothing() throws {
        try rotate([everyone], .garbage)
        let size = try test.entries()
        #expect(try test.open().rewrap(.number(3), dryRun: true).circles == 2)
        #expect(try test.entries() == size)
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Chris").show(case: 1) }
    }

    /// Somebody who has not got the key either cannot help, and says who may.
    @Test func onlyWhoHoldsTheKeyHelps() throws {
        try test.admit("Daan")
        _ = try test.open(as: "Daan").cases()
        bram.pause()
        try bram.resume()
        try rotate([everyone], .garbage)
        let helped = try test.open(as: "Chris").rewrap(.name("Daan"), dryRun: false)
        #expect(helped.circles == 1)
        #expect(helped.others.map { Set($0) } == [["Anna", "Bram"]])
    }

    // MARK: The log circle

    @Test(arguments: [Trick.garbage, .anotherKey, .leftOut, .dropped]) private func theKeyOfTheLog(_ trick: Trick) throws {
        try rotate([log, everyone], trick)
        // Anna takes her keys in before the delivery disappears.
        _ = try test.open()
        if trick == .dropped {
            let name = try UnverifiedEntry(parsing: try RawFile(test.path).entry(bram.edge.size - 1)).text.delivery
            try RawFile(test.path).removeBlob(try #require(name))
        }
        let refused: Fault = trick == .leftOut || trick == .dropped ? .membershipEnded : .keyUndelivered
        for _ in 0..<2 { #expect(throws: refused) { try test.open(as: "Chris") } }
        #expect(try test.open().rewrap(.name("Chris"), dryRun: false).circles == 2)
        let session = try test.open(as: "Chris")
        #expect(session.news == [.rewrapped(circles: 2, by: "Anna")])
        try expectWhole(session)
        #expect(try session.addNote("Weer terug.", toCase: 1, dryRun: false) == 1)
        #expect(try test.open().show(case: 1).notes.map(\.text) == ["Weer terug."])
    }

    /// Two generations went by, and others came: the links lead back from the present key.
    @Test func whatWasMissedMeanwhileComesBackAlongTheLinks() throws {
        try rotate([log, everyone], .garbage)
        try rotate([log], .garbage)
        _ = try test.open().show(case: 1)
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Chris") }
        _ = try test.open().rewrap(.name("Chris"), dryRun: false)
        let session = try test.open(as: "Chris")
        try expectWhole(session)
        #expect(session.state == (try test.run { $0.state }))
    }

    /// The next generation that reaches them is a way on without anybody's help.
    @Test func aLaterGenerationThatArrivesIsEnough() throws {
        try rotate([log], .garbage)
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Chris") }
        try test.admit("Daan")
        try expectWhole(try test.open(as: "Chris"))
    }

    /// Reads of an epoch whose LogKey came along the links are readable, since its delivery did arrive.
    @Test func readKeysComeWithTheirDeliveries() throws {
        try rotate([log], .garbage)
        let missed = bram.state.epoch
        try test.admit("Daan")
        _ = try test.open(as: "Daan").cases()
        try test.admit("Els")
        let session = try test.open(as: "Chris")
        #expect(try session.keys.holdsReadKey(missed) == false)
        for epoch in missed + 1...session.state.epoch { #expect(try session.keys.holdsReadKey(epoch)) }
    }

    @Test func aNewcomerWhoseAcceptanceDidNotArrive() throws {
        try test.admit("Daan")
        let acceptance = try UnverifiedEntry(parsing: try RawFile(test.path).entry(try test.entries() - 1))
        try RawFile(test.path).removeBlob(try #require(acceptance.text.delivery))
        #expect(throws: Fault.notAcceptedYet) { try test.open(as: "Daan") }
        _ = try test.open().rewrap(.name("Daan"), dryRun: false)
        try expectWhole(try test.open(as: "Daan"))
    }

    // MARK: Who would abuse it

    /// Bram wraps garbage anew, and keys that are not those of the generation: nothing is taken, and Anna's wrap is found among them.
    @Test(arguments: [true, false]) func aRewrapOfSomethingElseIsPassedOver(_ isGarbage: Bool) throws {
        try rotate([log, everyone], .garbage)
        for _ in 0..<3 {
            try bram.append {
                let given = try [log, everyone].sorted().map { circle in
                    let generation = bram.state.circles[circle]?.generation ?? 0
                    var delivery = try bram.deliver(CircleKey.random(), of: circle, generation, to: [chris])
                    if isGarbage { delivery = try spoil(delivery.bytes, of: circle, .garbage) }
                    return (GivenKey(circle: circle, generation: generation, delivery: delivery.hash), delivery)
                }
                return Change(payload: Payload(.keyRewrapped, .rewrapping(member: 3, given.map(\.0))), adding: given.map(\.1))
            }
        }
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Chris") }
        _ = try test.open().rewrap(.name("Chris"), dryRun: false)
        try expectWhole(try test.open(as: "Chris"))
    }

    /// A key that is wrapped anew is believed as far as the log bears it out: links that lead elsewhere lead nowhere.
    @Test func aLinkToAnotherKeyLeadsNowhere() throws {
        try rotate([log], .garbage)
        let epoch = bram.state.epoch + 1
        let other = LogKey(CircleKey.random(), group: bram.groupID, epoch: epoch - 1)
        let before = try test.entries()
        try bram.append {
            let drawn = try bram.draw([log: bram.state.circles[log]?.members ?? []])
            let link = try bram.keys.withLogKey(epoch) { $0.link(to: other, group: bram.groupID, epoch: epoch) }
            guard let facts = drawn.rotation.circles.first, let name = drawn.logDelivery,
                let honest = drawn.adding.first(where: { $0.hash == name })
            else { throw TestFailure() }
            let spoiled = try spoil(honest.bytes, of: log, .garbage)
            let rotation = Rotation(circles: [facts], link: BlobHash.of(link), manifest: nil)
            var change = Change(payload: Payload(.circleRotated, .rotation(rotation)), drawn)
            change.adding = [spoiled, Blob(hash: BlobHash.of(link), bytes: link)]
            change.delivery = spoiled.hash
            return change
        }
        #expect(try test.entries() == before + 1)
        _ = try test.open().rewrap(.name("Chris"), dryRun: false)
        let home = try RawFile(test.membership(of: bram.groupID, home: test.surroundings(of: "Chris").home))
        let pinned = try home.count("entries")
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Chris") }
        #expect(try home.count("entries") == pinned)
    }

    @Test func whoHasGoneGetsNothing() throws {
        _ = try test.open().remove(.name("Chris"), dryRun: false)
        #expect(throws: Fault.noSuchMember) { try test.open().rewrap(.number(3), dryRun: false) }
        bram.pause()
        try bram.resume()
        let group = bram.groupID, generation = bram.state.epoch
        #expect(throws: OurBug.self) {
            try bram.append {
                Change(
                    payload: Payload(
                        .keyRewrapped,
                        .rewrapping(member: 3, [GivenKey(circle: log, generation: generation, delivery: .filled(1))])))
            }
        }
        // Nor does a key that a member leaks to them make the program go on for them: it tells them where they stand.
        let leaked = try bram.keys.withCircleKey(log, generation) { key -> Delivery.Wrap in
            guard let recipient = bram.state.member(chris)?.decryption else { throw TestFailure() }
            return try key.wrap(to: recipient, group: group, circle: log, generation: generation, member: chris)
        }
        let bytes = Delivery(generation: generation, wraps: [chris: leaked]).bytes
        bram.pause()
        try RawFile(test.path).setBlob(BlobHash.of(bytes), bytes)
        #expect(throws: Fault.membershipEnded) { try test.open(as: "Chris") }
        #expect(throws: Fault.membershipEnded) { try test.open(as: "Chris") }
    }

    @Test func oneselfAndAuditors() throws {
        #expect(throws: Fault.notOneself) { try test.open().rewrap(.name("Anna"), dryRun: false) }
        #expect(throws: Fault.noSuchMember) { try test.open().rewrap(.name("Niemand"), dryRun: false) }
        try test.admit("Greta", role: .auditor, until: test.time.day)
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try test.open(as: "Greta").rewrap(.name("Chris"), dryRun: false) }
        // An auditor is helped with the log, and with nothing else.
        #expect(try test.open().rewrap(.name("Greta"), dryRun: false) == MemberRewrapped(number: 4, name: "Greta", circles: 1, others: []))
    }
}
