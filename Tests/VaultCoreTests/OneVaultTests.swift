import Testing
import VaultCore
import VaultFormat
import VaultLog
import VaultTestkit

/// One person's vault from beginning to end.
struct OneVaultTests {
    @Test func writesAndReadsBack() throws {
        let test = try TestVault()
        let founded = try test.foundGroup()
        #expect(founded.words.words.count == 6)

        let text = try CaseText(
            parsing: Array("Twijfel over een huisbezoek\n\npitch: Wat had ik moeten zeggen?\n\nDe cliënt deed niet open.\n".utf8))
        do {
            let session = try test.open()
            let added = try session.addCase(text, share: false, dryRun: false)
            #expect(added.number == 1)
            #expect(added.state == .draft)
            #expect(try session.addNote("Ik zou eerst bellen.", toCase: 1, dryRun: false) == 1)
        }
        let session = try test.open()
        #expect(session.groupName == "Intervisie Oost")
        let shown = try session.show(case: 1)
        #expect(shown.text == text)
        #expect(shown.author == "Anna")
        #expect(shown.notes.map(\.text) == ["Ik zou eerst bellen."])
        let list = try session.cases()
        #expect(list.items.map(\.title) == ["Twijfel over een huisbezoek"])
        #expect(list.items.map(\.readBy) == [1])
        let lines = try session.log(case: nil, from: nil, limit: nil)
        #expect(lines.map(\.event) == [.groupCreated, .caseAdded, .noteAdded, .caseOpened, .casesListed])
        let verified = try session.verifyLog()
        #expect(verified.findings == [])
        #expect(verified.entriesVerified == 6)
        let checked = try session.check(deep: true) { _, _ in }
        #expect(checked.findings == [])
        #expect(checked.partsOpened == 3)
    }
}
