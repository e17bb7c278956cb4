import Testing
import VaultFormat
import VaultTestkit

@testable import VaultCore

/// Texts that were typed and are not in the vault: at home, sealed, and for whoever typed them only.
struct DraftTests {
    private let test: TestVault

    init() throws { test = try TestVault.withTwoCases() }

    private static let places: [Draft.Place] = [.newCase, .caseEdit(1), .newNote(case: 1), .noteEdit(case: 1, note: 1), .newNote(case: 2)]

    @Test func eachPlaceHasItsOwn() throws {
        for (number, place) in Self.places.enumerated() { try test.open().leave(Array("Tekst \(number)\n".utf8), in: place) }
        for (number, place) in Self.places.enumerated() {
            let draft = try test.open().draft(of: place)
            #expect(draft == Draft(place: place, text: "Tekst \(number)\n", time: test.time))
        }
        #expect(try test.open().draft(of: .caseEdit(2)) == nil)
        // What is left there later takes the place of what was.
        try test.open().leave(Array("Anders".utf8), in: .newCase)
        #expect(try test.open().draft(of: .newCase)?.text == "Anders")
        try test.open().dropDraft(of: .newCase)
        try test.open().dropDraft(of: .newCase)
        #expect(try test.open().drafts().map(\.place) == Array(Self.places.dropFirst()))
    }

    /// Somebody types while other commands of the home go on.
    @Test func whileTheSessionIsPaused() throws {
        let session = try test.open()
        session.pause()
        _ = try test.open().addNote("Intussen", toCase: 1, dryRun: false)
        try session.leave(Array("Half".utf8), in: .newCase)
        #expect(try session.draft(of: .newCase)?.text == "Half")
        try session.resume()
        _ = try session.addNote("Daarna", toCase: 1, dryRun: false)
    }

    @Test func nothingOfItIsInTheVaultOrReadableAtHome() throws {
        let (vault, entries) = (try TestVault.bytes(test.path), try test.entries())
        let text = "Zij zei dat de deur op slot zat."
        try test.open().leave(Array(text.utf8), in: .newNote(case: 1))
        #expect(try TestVault.bytes(test.path) == vault && test.entries() == entries)
        let word = Array("op slot".utf8)
        for (name, bytes) in try TestVault.allBytes(in: test.home) {
            #expect(!bytes.indices.contains { bytes[$0...].starts(with: word) }, "\(name)")
        }
        // And when it has been dropped, its sealed bytes have gone as well.
        let sealed = try #require(try test.run(readOnly: true) { try $0.membership.fact(.drafts) })
        try test.open().dropDraft(of: .newNote(case: 1))
        let middle = Array(sealed[40..<80])
        for (name, bytes) in try TestVault.allBytes(in: test.home) {
            #expect(!bytes.indices.contains { bytes[$0...].starts(with: middle) }, "\(name)")
        }
    }

    /// Nothing about an erased case stays anywhere: also not what somebody had begun to write about it.
    @Test func whatWasErasedTakesTheTextsAboutItAlong() throws {
        for place in Self.places { try test.open().leave(Array("Tekst".utf8), in: place) }
        _ = try test.open().erase(case: 1, dryRun: false)
        #expect(try test.open().drafts().map(\.place) == [.newCase, .newNote(case: 2)])
        #expect(throws: Fault.noSuchCase(1)) { try test.open().leave(Array("Te laat".utf8), in: .newNote(case: 1)) }
    }

    @Test func whatIsTakenBackTakesThemAlong() throws {
        try test.admit("Bram")
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        try test.open(as: "Bram").leave(Array("Van Bram".utf8), in: .newNote(case: 1))
        try test.open().leave(Array("Van Anna".utf8), in: .newNote(case: 1))
        _ = try test.open().withdraw(case: 1, dryRun: false)
        #expect(try test.open(as: "Bram").drafts() == [])
        #expect(try test.open().drafts().map(\.text) == ["Van Anna"])
    }

    @Test func whatWasChangedSinceIsSaid() throws {
        let places: [Draft.Place] = [.newCase, .caseEdit(1), .newNote(case: 1), .noteEdit(case: 1, note: 1), .caseEdit(2)]
        test.time = Instant(seconds: test.time.seconds + 60)
        for place in places { try test.open().leave(Array("Tekst".utf8), in: place) }
        func overtaken() throws -> [Draft.Place] {
            let session = try test.open()
            return try session.drafts().filter { try session.isOvertaken($0) }.map(\.place)
        }
        #expect(try overtaken() == [])
        test.time = Instant(seconds: test.time.seconds + 60)
        _ = try test.open().edit(case: 1, try CaseText(title: "Anders", pitch: nil, body: "Anders"), dryRun: false)
        #expect(try overtaken() == [.caseEdit(1)])
        _ = try test.open().edit(note: 1, ofCase: 1, "Anders", dryRun: false)
        #expect(try overtaken() == [.caseEdit(1), .noteEdit(case: 1, note: 1)])
    }

    @Test func bytesThatAreNoText() throws {
        try test.open().leave([0x61, 0xff, 0x62], in: .newCase)
        #expect(try test.open().draft(of: .newCase)?.text == "a\u{FFFD}b")
    }
}
