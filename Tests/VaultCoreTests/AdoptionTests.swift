import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// New generations come in, old keys go, and a stop anywhere between locks nobody out.
struct AdoptionTests {
    typealias Person = AccessModel.Person

    private let stage: AccessStage

    init() throws { stage = try AccessStage() }

    /// Keys of a kind in somebody's home, as circle and generation.
    private func held(_ person: Person, _ kind: String) throws -> [StoredKeyName] {
        try HomeFile.open(stage.membership(person), access: .readOnly).keys(StoredKeyKind(kind))
    }

    private func expectNothingEnded(_ person: Person, _ state: GroupState) throws {
        #expect(try held(person, "decryption").count == 1, "\(person)")
        for name in try held(person, "circle") {
            #expect(state.circles[try CircleID(exactly: name.circle)]?.generation == name.generation, "\(person)")
        }
    }

    /// A generation may end that was never delivered to the present decryption key; its key goes all the same.
    @Test func endedKeysAreGoneAfterTheNextCommandThatWrites() throws {
        for round in 1...3 {
            try stage.admit([.ewa, .fenna, .gijs][round - 1], by: .anna)
            for person in [Person.anna, .bram, .chris, .dewi] { _ = try stage.open(person).cases() }
            let state = try stage.open(.anna, readOnly: true).state
            for person in [Person.anna, .bram, .chris, .dewi] { try expectNothingEnded(person, state) }
        }
    }

    @Test func whoMissedThreeEpochsStillGetsEveryReadKey() throws {
        let before = try held(.dewi, "read").map(\.generation)
        for person in [Person.ewa, .fenna, .hugo] {
            try stage.admit(person, by: .anna)
            _ = try stage.open(.bram).show(case: 1)
        }
        let dewi = try stage.open(.dewi)
        let readers = try dewi.readers(ofCase: 1)
        #expect(readers.map(\.name) == ["Bram"] && readers.first?.count == 3)
        #expect(try held(.dewi, "read").map(\.generation) == before + [5, 6, 7])
        #expect(try dewi.verifyLog().unreadable == 0 || before.first != 1)
    }

    /// Stopped after new keys were stored at home and before the vault took the entry.
    @Test(arguments: [Person.anna, .bram]) func keysThatWereStoredForNothing(_ person: Person) throws {
        let session = try stage.open(person)
        let circle = session.state.groupCircle, log = session.state.logCircle
        let members = [circle, log].map { session.state.circles[$0]?.members ?? [] }
        _ = try session.draw([circle: members[0], log: members[1]])
        try session.keys.store(DecryptionKey.random(), number: try session.keys.newestDecryption() + 1)
        session.pause()
        // Somebody else rotates the same circles: the drawn keys are none of these.
        let other: Person = person == .anna ? .bram : .anna
        _ = try stage.open(other).remove(.name("Chris"), dryRun: false)
        for each in [person, other, .dewi] {
            let again = try stage.open(each)
            #expect(again.warnings.filter { $0 != .backupsEnded } == [])
            #expect(try again.show(case: 1).text == AccessStage.text(1, 1))
            #expect(try again.check(deep: true) { _, _ in }.findings == [])
        }
        try expectNothingEnded(person, try stage.open(.dewi, readOnly: true).state)
    }

    /// Stopped after the vault took the entry and before the home did: the home of the moment before, with the keys that were stored first.
    @Test func anEntryThatTheHomeDidNotSeeReturn() throws {
        _ = try stage.open(.chris).leave(withdrawMine: false, dryRun: false)
        let session = try stage.open(.anna)
        // The file as it is once keys are stored, before the entry is pinned.
        let path = stage.membership(.anna)
        var before: [UInt8] = []
        try session.append {
            before = try TestVault.bytes(path)
            return Change(payload: Payload(.logVerified, .logRead(case: nil)))
        }
        session.pause()
        try TestVault.write(before, to: path)
        let again = try stage.open(.anna)
        #expect(try again.show(case: 1).text == AccessStage.text(1, 1))
        #expect(try again.verifyLog().findings == [])
        again.pause()
        for person in [Person.bram, .dewi] { #expect(try stage.open(person).show(case: 1).damagedNotes == []) }
    }

    /// Stopped between publishing a fresh key and forgetting the old one.
    @Test func theOldKeyIsForgottenLater() throws {
        try stage.admit(.ewa, by: .bram)
        let session = try stage.open(.dewi)
        #expect(session.state.owesFreshKey(session.me))
        let fresh = DecryptionKey.random()
        try session.keys.store(fresh, number: try session.keys.newestDecryption() + 1)
        try session.appendSettled { Change(payload: Payload(.keyRefreshed, .refresh(fresh.publicKey))) }
        #expect(try held(.dewi, "decryption").count == 2)
        _ = try session.cases()
        try expectNothingEnded(.dewi, session.state)
    }

    @Test func twoCommandsOfOneHomeWaitForEachOther() throws {
        let first = try stage.open(.anna)
        #expect(throws: Fault.busy) { try stage.open(.anna) }
        first.pause()
        let second = try stage.open(.anna)
        _ = try second.remove(.name("Chris"), dryRun: false)
        second.pause()
        try first.resume()
        #expect(try first.cases().damaged == [])
        #expect(try first.check(deep: true) { _, _ in }.findings == [])
    }

    /// An acceptance that was stopped before the vault took it: asked again, it is accepted.
    @Test func anAcceptanceThatWasStopped() throws {
        let session = try stage.open(.anna)
        let log = session.state.logCircle
        _ = try session.draw([log: session.state.circles[log]?.members ?? []])
        session.pause()
        try stage.admit(.ewa, by: .bram)
        try stage.admit(.fenna, by: .anna, history: .none)
        for person in [Person.anna, .bram, .ewa] { #expect(try stage.open(person).show(case: 1).text == AccessStage.text(1, 1)) }
        #expect(try stage.open(.fenna).cases().items.isEmpty)
    }
}
