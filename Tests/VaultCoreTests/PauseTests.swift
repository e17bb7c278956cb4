import Testing
import VaultFormat
import VaultTestkit

@testable import VaultCore

/// While a person types, other commands of the same home go on.
struct PauseTests {
    private let text: CaseText

    init() throws { text = try CaseText(title: "Nieuw", pitch: nil, body: "Tekst") }

    @Test func othersGoOnAndTheirEntriesAreTakenIn() throws {
        let test = try TestVault.withTwoCases()
        let typing = try test.open()
        typing.pause()
        try test.run { _ = try $0.addCase(text, share: false, dryRun: false) }
        try typing.resume()
        #expect(try typing.addCase(text, share: false, dryRun: false).number == 4)
        #expect(try typing.check(deep: true) { _, _ in }.findings == [])
    }

    @Test func whatWasToBeChangedMayBeClosedMeanwhile() throws {
        let test = try TestVault.withTwoCases()
        let typing = try test.open()
        typing.pause()
        try test.run { _ = try $0.close(case: 1, dryRun: false) }
        try typing.resume()
        #expect(throws: Fault.caseClosed(1)) { try typing.edit(case: 1, text, dryRun: false) }
    }

    @Test func whatOthersDidMeanwhileIsHeardOnce() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        for person in ["Bram", "Chris", "Dina"] { try test.admit(person) }
        do {
            let typing = try test.open()
            #expect(typing.news == [])
            typing.pause()
            _ = try test.open(as: "Bram").remove(.name("Dina"), dryRun: false)
            try typing.resume()
            #expect(typing.news == [.removed(name: "Dina", by: "Bram")])
            #expect(typing.warnings == [.backupsEnded])
            typing.pause()
            _ = try test.open(as: "Chris").leave(withdrawMine: false, dryRun: false)
            try typing.resume()
            #expect(typing.news == [.removed(name: "Dina", by: "Bram"), .left(name: "Chris")])
            #expect(typing.warnings == [.backupsEnded])
        }
        let next = try test.open()
        #expect(next.news == [] && next.warnings == [])
    }

    @Test func aVaultThatWasRolledBackMeanwhileIsRefused() throws {
        let test = try TestVault.withTwoCases()
        let old = try TestVault.bytes(test.path)
        let typing = try test.open()
        typing.pause()
        try test.run { _ = try $0.addCase(text, share: false, dryRun: false) }
        try TestVault.write(old, to: test.path)
        #expect(throws: (any Error).self) {
            try typing.resume()
            _ = try typing.addCase(text, share: false, dryRun: false)
        }
    }
}
