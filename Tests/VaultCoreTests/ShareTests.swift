import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Cases that their author opens to others: to all, to some, or title and pitch alone.
struct ShareTests {
    private let test: TestVault

    /// Anna, Bram and Chris; case 1 is a draft of Anna's with two notes.
    init() throws {
        test = try TestVault.withTwoCases()
        for person in ["Bram", "Chris"] { try test.admit(person) }
    }

    private func share(_ number: Int = 1, by person: String = "Anna", pitchOnly: Bool = false, without: [String] = []) throws -> CaseShared
    {
        try test.open(as: person).share(case: number, pitchOnly: pitchOnly, without: without.map(MemberReference.init), dryRun: false)
    }

    /// Nothing is damaged or void, whoever looks.
    private func expectWhole(_ people: [String] = ["Anna", "Bram", "Chris"]) throws {
        for person in people {
            let session = try test.open(as: person)
            #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(person)")
            #expect(try session.verifyLog().findings == [], "\(person)")
        }
    }

    @Test func aDraftGoesToTheGroupWithItsNotes() throws {
        let before = try test.record(1)
        #expect(throws: Fault.noSuchCase(1)) { try test.open(as: "Bram").show(case: 1) }
        let blobs = try RawFile(test.path).count("blobs"), entries = try test.entries()
        let shared = try share()
        #expect(shared.readers == ["Anna", "Bram", "Chris"])
        #expect(shared.summaryOnly == [] && shared.leftOut == [])
        #expect(shared.state == .shared)
        // One entry with its payload; the parts as they were have gone.
        #expect(try test.entries() == entries + 1)
        #expect(try RawFile(test.path).count("blobs") == blobs + 1)
        let seen = try test.open(as: "Bram").show(case: 1)
        #expect(seen.text == (try CaseText(title: "Huisbezoek", pitch: "Wie kent dit?", body: "De deur bleef dicht.")))
        #expect(seen.notes.map(\.text) == ["Eerst bellen.", "Niet alleen gaan."])
        #expect(seen.state == .shared && seen.version == 1)
        // What the author committed to is what it was; where it stands is not.
        let after = try test.record(1)
        #expect(after.parts.map(\.facts.commitment) == before.parts.map(\.facts.commitment))
        #expect(Set(after.parts.map(\.facts.blob)).isDisjoint(with: before.parts.map(\.facts.blob)))
        try expectWhole()
    }

    @Test func ofAPitchOthersSeeTitleAndPitchAlone() throws {
        let shared = try share(pitchOnly: true)
        #expect(shared.readers == ["Anna"])
        #expect(shared.summaryOnly == ["Bram", "Chris"])
        #expect(shared.leftOut == [])
        func bram() throws -> Session { try test.open(as: "Bram") }
        #expect(try bram().cases().items.map(\.pitch) == ["Wie kent dit?"])
        let seen = try bram().show(case: 1)
        #expect(seen.text == (try CaseText(title: "Huisbezoek", pitch: "Wie kent dit?", body: "")))
        #expect(seen.notes.isEmpty && seen.damagedNotes.isEmpty)
        let entries = try test.entries()
        #expect(throws: Fault.textNotShared(1)) { try bram().addNote("Ik ken dit.", toCase: 1, dryRun: false) }
        #expect(throws: Fault.textNotShared(1)) { try bram().notes(ofCase: 1) }
        #expect(throws: Fault.textNotShared(1)) { try bram().edit(note: 1, ofCase: 1, "Anders.", dryRun: false) }
        #expect(throws: Fault.notYours) { try bram().share(case: 1, pitchOnly: false, without: [], dryRun: false) }
        #expect(throws: Fault.notYours) { try bram().close(case: 1, dryRun: false) }
        #expect(try test.entries() == entries)
        #expect(try test.open().show(case: 1).notes.count == 2)
        try expectWhole()
    }

    @Test func partsThatNeedNotMoveStayAsTheyAre() throws {
        let draft = try test.record(1)
        _ = try share(pitchOnly: true)
        let pitch = try test.record(1)
        #expect(pitch.body?.blob == draft.body?.blob && pitch.notes.map(\.body.blob) == draft.notes.map(\.body.blob))
        #expect(pitch.summary?.blob != draft.summary?.blob)
        _ = try share()
        let whole = try test.record(1)
        #expect(whole.summary?.blob == pitch.summary?.blob)
        #expect(whole.body?.blob != pitch.body?.blob)
        #expect(try test.open(as: "Chris").show(case: 1).notes.count == 2)
        try expectWhole()
    }

    @Test func notesOfOthersGoWhereTheTextGoesAndStayTheirs() throws {
        _ = try share()
        #expect(try test.open(as: "Bram").addNote("Van Bram.", toCase: 1, dryRun: false) == 3)
        _ = try share(pitchOnly: true)
        #expect(throws: Fault.textNotShared(1)) { try test.open(as: "Bram").currentText(ofNote: 3, inCase: 1) }
        #expect(try test.open().show(case: 1).notes.last?.text == "Van Bram.")
        #expect(throws: Fault.notYours) { try test.open().edit(note: 3, ofCase: 1, "Van Anna.", dryRun: false) }
        _ = try share()
        #expect(try test.open(as: "Bram").edit(note: 3, ofCase: 1, "Nog eens van Bram.", dryRun: false) == 2)
        let last = try #require(try test.open(as: "Chris").show(case: 1).notes.last)
        #expect(last.author == "Bram" && last.text == "Nog eens van Bram.")
        try expectWhole()
    }

    @Test func whoIsLeftOutSeesNothingOfIt() throws {
        let shared = try share(without: ["chris"])
        #expect(shared.readers == ["Anna", "Bram"])
        #expect(shared.leftOut == ["Chris"] && shared.summaryOnly == [])
        #expect(try test.open(as: "Bram").show(case: 1).notes.count == 2)
        #expect(try test.open(as: "Bram").addNote("Onder ons.", toCase: 1, dryRun: false) == 3)
        func chris() throws -> Session { try test.open(as: "Chris") }
        #expect(try chris().cases().items.isEmpty)
        #expect(throws: Fault.noSuchCase(1)) { try chris().show(case: 1) }
        #expect(throws: Fault.noSuchCase(1)) { try chris().addNote("Ik ook.", toCase: 1, dryRun: false) }
        #expect(throws: Fault.noSuchCase(1)) { try chris().readers(ofCase: 1) }
        try expectWhole()
    }

    @Test func theSamePeopleShareOneCircle() throws {
        _ = try share(without: ["Chris"])
        #expect(try test.logged(from: 0).suffix(2).map(\.event) == [.circleCreated, .caseShared])
        let entries = try test.entries()
        _ = try share(2, without: ["3"])
        #expect(try test.entries() == entries + 1)
        #expect(try test.record(1).body?.circle == test.record(2).body?.circle)
        // Bram brings one to the same two people.
        _ = try test.open(as: "Bram").addCase(try CaseText(title: "Van Bram", pitch: nil, body: "Tekst."), share: true, dryRun: false)
        _ = try share(3, by: "Bram", without: ["Chris"])
        #expect(try test.record(3).body?.circle == test.record(1).body?.circle)
        #expect(throws: Fault.noSuchCase(3)) { try test.open(as: "Chris").show(case: 3) }
        _ = try share(1, without: ["Bram"])
        #expect(try test.record(1).body?.circle != test.record(2).body?.circle)
        #expect(throws: Fault.noSuchCase(1)) { try test.open(as: "Bram").show(case: 1) }
        #expect(try test.open(as: "Chris").show(case: 1).text.title == "Huisbezoek")
        try expectWhole()
    }

    @Test func aPitchForSomeAndTheTextForNobody() throws {
        let shared = try share(pitchOnly: true, without: ["Bram"])
        #expect(shared.readers == ["Anna"] && shared.summaryOnly == ["Chris"] && shared.leftOut == ["Bram"])
        #expect(try test.open(as: "Chris").show(case: 1).text.body == "")
        #expect(throws: Fault.noSuchCase(1)) { try test.open(as: "Bram").show(case: 1) }
        try expectWhole()
    }

    @Test func leavingOutTheAuthorOrEverybodyIsRefused() throws {
        let entries = try test.entries()
        let circles = try test.run { $0.state.circles.count }
        for without in [["Anna"], ["1"], ["Bram", "Chris"], ["Bram", "Anna"], ["Bram", "2", "Chris"]] {
            #expect(throws: Fault.leavesNobody, "\(without)") { try share(without: without) }
            #expect(throws: Fault.leavesNobody) { try share(pitchOnly: true, without: without) }
        }
        #expect(throws: Fault.noSuchMember) { try share(without: ["Daan"]) }
        #expect(throws: Fault.noSuchMember) { try share(without: ["4"]) }
        #expect(throws: Fault.noSuchCase(9)) { try share(9) }
        #expect(throws: Fault.noSuchCase(1)) { try share(by: "Bram") }
        #expect(try test.entries() == entries)
        #expect(try test.run { $0.state.circles.count } == circles)
    }

    @Test func anAuditorIsNoReaderAndLeftOutAnyhow() throws {
        try test.admit("Greta", role: .auditor, until: test.time.day)
        let shared = try share(without: ["Greta"])
        #expect(shared.readers == ["Anna", "Bram", "Chris"] && shared.leftOut == [])
        #expect(try test.record(1).body?.circle == test.run { $0.state.groupCircle })
        try expectWhole()
    }

    @Test func whatIsSharedSoAlreadyTakesNoEntry() throws {
        for (pitchOnly, without) in [(false, []), (true, []), (false, ["Chris"]), (true, ["Chris"])] {
            let first = try share(pitchOnly: pitchOnly, without: without)
            let entries = try test.entries()
            let second = try share(pitchOnly: pitchOnly, without: without)
            #expect(try test.entries() == entries)
            #expect(second.readers == first.readers && second.summaryOnly == first.summaryOnly && second.leftOut == first.leftOut)
        }
    }

    @Test func aClosedCaseIsOpenedAgainBySharing() throws {
        _ = try share()
        _ = try test.open().close(case: 1, dryRun: false)
        #expect(throws: Fault.caseClosed(1)) { try test.open(as: "Bram").addNote("Laat.", toCase: 1, dryRun: false) }
        #expect(throws: Fault.caseClosed(1)) { try test.open().withdraw(case: 1, dryRun: false) }
        #expect(throws: Fault.notYours) { try share(by: "Bram") }
        _ = try share()
        #expect(try test.open(as: "Bram").addNote("Toch nog.", toCase: 1, dryRun: false) == 3)
        try expectWhole()
    }

    @Test func aDryRunSaysWhoAndChangesNothing() throws {
        let before = try TestVault.allBytes(in: test.folder)
        let session = try test.open(readOnly: true)
        let shared = try session.share(case: 1, pitchOnly: true, without: [.name("Bram")], dryRun: true)
        #expect(shared.readers == ["Anna"] && shared.summaryOnly == ["Chris"] && shared.leftOut == ["Bram"])
        #expect(throws: Fault.alreadyDraft(1)) { try session.withdraw(case: 1, dryRun: true) }
        #expect(throws: Fault.leavesNobody) { try session.share(case: 1, pitchOnly: false, without: [.number(1)], dryRun: true) }
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    @Test(arguments: [nil, 1, 2]) func aDamagedPartIsNotCarriedOn(_ note: Int?) throws {
        let record = try test.record(1)
        let blob = try #require(note.map { record.note($0)?.body.blob } ?? record.body?.blob)
        try RawFile(test.path).setBlob(blob, Array("beschadigd".utf8))
        let entries = try test.entries()
        #expect(throws: Fault.partDamaged(case: 1, note: note)) { try share() }
        #expect(try test.entries() == entries)
        // Title and pitch are whole, and the rest stays where it is.
        #expect(try share(pitchOnly: true).summaryOnly == ["Bram", "Chris"])
        #expect(try test.open(as: "Bram").cases().items.map(\.title) == ["Huisbezoek"])
    }

    /// A newcomer without history does not see what was shared before; sharing it again is what opens it.
    @Test func sharedAgainItReachesWhoCameWithoutHistory() throws {
        _ = try share()
        try test.admit("Daan", history: .none)
        #expect(throws: Fault.noSuchCase(1)) { try test.open(as: "Daan").show(case: 1) }
        #expect(try share().readers == ["Anna", "Bram", "Chris", "Daan"])
        #expect(try test.open(as: "Daan").show(case: 1).notes.count == 2)
        // The circle of those who were there before is no circle without Daan: its key may be given on.
        #expect(try share(without: ["Daan"]).leftOut == ["Daan"])
        try test.admit("Eva", history: .all)
        for person in ["Daan", "Eva"] { #expect(throws: Fault.noSuchCase(1)) { try test.open(as: person).show(case: 1) } }
        try expectWhole(["Anna", "Bram", "Chris", "Daan", "Eva"])
    }
}
