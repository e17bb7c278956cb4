import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Texts that were typed and are not in the vault: at home, sealed, and for whoever typed them only.
struct DraftTests {
    private let test: TestVault

    init() throws { test = try TestVault.withTwoCases() }

    private static let places: [Draft.Place] = [.newCase, .caseEdit(1), .newNote(case: 1), .noteEdit(case: 1, note: 1), .newNote(case: 2)]

    private func leave(
        _ text: String, in place: Draft.Place, from base: Int? = nil, insteadOf draft: Draft? = nil, as person: String = "Anna"
    )
        throws
    {
        try test.open(as: person).leave(Array(text.utf8), in: place, from: base, insteadOf: draft)
    }

    private func texts(_ place: Draft.Place) throws -> [String] { try test.open().drafts(in: place).map(\.text) }

    @Test func eachPlaceHasItsOwn() throws {
        for (number, place) in Self.places.enumerated() { try leave("Tekst \(number)\n", in: place, from: number + 1) }
        for (number, place) in Self.places.enumerated() {
            let draft = try #require(try test.open().drafts(in: place).first)
            #expect(draft.text == "Tekst \(number)\n" && draft.time == test.time && draft.base == number + 1)
        }
        #expect(try texts(.caseEdit(2)) == [])
    }

    /// Two windows leave two texts, the newest of which comes first; only the one that was gone on with goes.
    @Test func noWindowTakesAnothersText() throws {
        try leave("Van het ene venster", in: .newCase)
        let first = try #require(try test.open().drafts(in: .newCase).first)
        try leave("Van het andere", in: .newCase)
        #expect(try texts(.newCase) == ["Van het andere", "Van het ene venster"])
        try leave("Van het ene venster, verder", in: .newCase, insteadOf: first)
        #expect(try texts(.newCase) == ["Van het ene venster, verder", "Van het andere"])
        // It is there no more, so nothing of the others goes either.
        try test.open().drop(first)
        let second = try #require(try test.open().drafts(in: .newCase).last)
        try test.open().drop(second)
        #expect(try texts(.newCase) == ["Van het ene venster, verder"])
    }

    /// Somebody types while other commands of the home go on.
    @Test func whileTheSessionIsPaused() throws {
        let session = try test.open()
        session.pause()
        _ = try test.open().addNote("Intussen", toCase: 1, dryRun: false)
        try session.leave(Array("Half".utf8), in: .newCase, from: nil)
        #expect(try session.drafts(in: .newCase).map(\.text) == ["Half"])
        try session.resume()
        _ = try session.addNote("Daarna", toCase: 1, dryRun: false)
    }

    @Test func nothingOfItIsInTheVaultOrReadableAtHome() throws {
        let (vault, entries) = (try TestVault.bytes(test.path), try test.entries())
        let text = "Zij zei dat de deur op slot zat."
        try leave(text, in: .newNote(case: 1))
        #expect(try TestVault.bytes(test.path) == vault && test.entries() == entries)
        let word = Array("op slot".utf8)
        for (name, bytes) in try TestVault.allBytes(in: test.home) {
            #expect(!bytes.indices.contains { bytes[$0...].starts(with: word) }, "\(name)")
        }
        // And when it has been dropped, its sealed bytes have gone as well.
        let sealed = try #require(try test.run(readOnly: true) { try $0.membership.fact(.drafts) })
        let draft = try #require(try test.open().drafts(in: .newNote(case: 1)).first)
        try test.open().drop(draft)
        let middle = Array(sealed[40..<80])
        for (name, bytes) in try TestVault.allBytes(in: test.home) {
            #expect(!bytes.indices.contains { bytes[$0...].starts(with: middle) }, "\(name)")
        }
    }

    /// Nothing about an erased case stays anywhere: also not what somebody had begun to write about it.
    @Test func whatWasErasedTakesTheTextsAboutItAlong() throws {
        for place in Self.places { try leave("Tekst", in: place) }
        do {
            let session = try test.open()
            _ = try session.erase(case: 1, dryRun: false)
            #expect(try session.drafts().map(\.place) == [.newCase, .newNote(case: 2)])
        }
        #expect(throws: Fault.noSuchCase(1)) { try test.open().leave(Array("Te laat".utf8), in: .newNote(case: 1), from: nil) }
    }

    /// Whoever only looks loses nothing, and whoever loses something hears it.
    @Test func whatIsTakenBackTakesThemAlong() throws {
        try test.admit("Bram")
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        try leave("Van Bram", in: .newNote(case: 1), as: "Bram")
        try leave("Van Anna", in: .newNote(case: 1))
        _ = try test.open().withdraw(case: 1, dryRun: false)
        #expect(try test.open(as: "Bram", readOnly: true).drafts().count == 1)
        #expect(try test.open(as: "Bram", readOnly: true).drafts(in: .newNote(case: 1)) == [])
        do {
            let bram = try test.open(as: "Bram")
            #expect(bram.warnings.contains(.draftsGone(1)))
            #expect(try bram.drafts() == [])
        }
        #expect(try test.open(as: "Bram").warnings.contains(.draftsGone(1)) == false)
        #expect(try test.open().drafts().map(\.text) == ["Van Anna"])
    }

    @Test func whatWasChangedSinceIsSaid() throws {
        let places: [Draft.Place] = [.newCase, .caseEdit(1), .newNote(case: 1), .noteEdit(case: 1, note: 1), .caseEdit(2)]
        for place in places { try leave("Tekst", in: place, from: try test.open().version(of: place)) }
        func overtaken() throws -> [Draft.Place] {
            let session = try test.open()
            return try session.drafts().filter { try session.isOvertaken($0) }.map(\.place)
        }
        #expect(try overtaken() == [])
        _ = try test.open().edit(case: 1, try CaseText(title: "Anders", pitch: nil, body: "Anders"), dryRun: false)
        #expect(try overtaken() == [.caseEdit(1)])
        _ = try test.open().edit(note: 1, ofCase: 1, "Anders", dryRun: false)
        #expect(try overtaken() == [.caseEdit(1), .noteEdit(case: 1, note: 1)])
        // Also when it was gone on with, and left again.
        let draft = try #require(try test.open().drafts(in: .caseEdit(1)).first)
        try leave("Tekst, verder", in: .caseEdit(1), from: 2, insteadOf: draft)
        #expect(try overtaken() == [.noteEdit(case: 1, note: 1), .caseEdit(1)])
    }

    /// What somebody changed in another window is not written over by a text that does not know it.
    @Test func aNewerVersionStays() throws {
        let text = try CaseText(title: "Anders", pitch: nil, body: "Anders")
        _ = try test.open().edit(case: 1, text, expecting: 1, dryRun: false)
        for dryRun in [true, false] {
            #expect(throws: Fault.changedMeanwhile(case: 1, note: nil)) {
                try test.open().edit(case: 1, text, expecting: 1, dryRun: dryRun)
            }
            #expect(throws: Fault.changedMeanwhile(case: 1, note: 1)) {
                try test.open().edit(note: 1, ofCase: 1, "Anders", expecting: 2, dryRun: dryRun)
            }
        }
        #expect(try test.record(1).version == 2 && test.record(1).note(1)?.version == 1)
    }

    @Test func bytesThatAreNoText() throws {
        try test.open().leave([0x61, 0xff, 0x62], in: .newCase, from: nil)
        #expect(try texts(.newCase) == ["a\u{FFFD}b"])
    }
}
