import Testing
import VaultCrypto
import VaultFormat
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// An identity written down, and made again from its words.
struct PaperTests {
    private let test: TestVault

    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
    }

    private func restore(_ lines: [String], passphrase: String, home: String) throws -> WordCode {
        try Identity.restore(
            try TestVault.sheet(lines), name: "Anna", cost: .interactive, passphrase: try TestVault.passphrase(passphrase),
            in: test.surroundings(home: test.file(home)))
    }

    @Test func theIdentityComesBackUnderANewPassphrase() throws {
        let paper = try test.paper(of: "Anna")
        #expect(try restore(paper.lines, passphrase: "een nieuwe zin", home: "new") == paper.words)
        let surroundings = test.surroundings(home: test.file("new"))
        #expect(try Identity.name(passphrase: try TestVault.passphrase("een nieuwe zin"), in: surroundings) == "Anna")
        #expect(throws: Fault.wrongPassphrase) { try Identity.name(passphrase: try TestVault.passphrase(), in: surroundings) }
        let again = try Identity.paper(passphrase: try TestVault.passphrase("een nieuwe zin"), in: surroundings)
        #expect(again.lines == paper.lines && again.words == paper.words)
    }

    @Test func askingForItChangesNothing() throws {
        let before = try TestVault.allBytes(in: test.home)
        let first = try test.paper(of: "Anna"), second = try test.paper(of: "Anna")
        #expect(first.lines == second.lines)
        // But that the home remembers when, and not what.
        var after = try TestVault.allBytes(in: test.home)
        #expect(after.removeValue(forKey: test.home + "/paper") == Array((test.time.text + "\n").utf8))
        #expect(after == before)
        #expect(HomeSight(test.surroundings).sheetTime() == test.time)
        #expect(throws: Fault.wrongPassphrase) {
            try Identity.paper(passphrase: try TestVault.passphrase("een andere zin"), in: test.surroundings)
        }
        #expect(throws: Fault.noIdentity) {
            try Identity.paper(passphrase: try TestVault.passphrase(), in: test.surroundings(home: test.file("nobody")))
        }
    }

    /// Whoever forgot the passphrase and still has the home asks nobody: the memberships are sealed under the key that came back.
    @Test func aForgottenPassphraseCostsNoMembership() throws {
        let paper = try test.paper(of: "Anna")
        _ = try test.run { try $0.addCase(try CaseText(title: "Concept", pitch: nil, body: "Van mij."), share: false, dryRun: false) }
        try Files.remove(test.home + "/identity")
        _ = try Identity.restore(
            try TestVault.sheet(paper.lines), name: "Anna", cost: .interactive, passphrase: try TestVault.passphrase("een nieuwe zin"),
            in: test.surroundings)
        let session = try Session.open(
            vault: test.path, passphrase: try TestVault.passphrase("een nieuwe zin"), in: test.surroundings, readOnly: false)
        #expect(try session.show(case: 1).text.body == "Van mij.")
    }

    @Test func nothingIsEverOverwritten() throws {
        let lines = try test.paper(of: "Anna").lines
        let before = try TestVault.allBytes(in: test.home)
        #expect(throws: Fault.exists(.identity)) {
            try Identity.restore(
                try TestVault.sheet(lines), name: "Anna", cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings)
        }
        #expect(try TestVault.allBytes(in: test.home) == before)
    }

    @Test func anotherIdentitysSheetOpensNothingHere() throws {
        let other = try TestVault()
        _ = try other.foundGroup()
        let paper = try other.paper(of: "Anna")
        #expect(try paper.words != test.paper(of: "Anna").words)
        try Files.remove(test.home + "/identity")
        _ = try Identity.restore(
            try TestVault.sheet(paper.lines), name: "Anna", cost: .interactive, passphrase: try TestVault.passphrase(),
            in: test.surroundings)
        #expect(throws: Fault.homeDamaged) { try test.open() }
    }

    @Test func whatIsWrongWithASheetIsNamed() throws {
        let lines = try test.paper(of: "Anna").lines
        for (place, fault) in [(0, PaperFault.check(line: 1)), (4, .check(line: 5))] {
            var swapped = lines
            swapped.swapAt(place, place + 1)
            #expect(throws: Fault.paper(fault)) { try restore(swapped, passphrase: "zin", home: "new") }
        }
        #expect(throws: Fault.paper(.missing(line: 8))) { try restore(Array(lines[..<7]), passphrase: "zin", home: "new") }
        #expect(throws: Fault.paper(.unknownWord(line: 1, word: 1))) { try restore(["xxxx"] + lines, passphrase: "zin", home: "new") }
        let bits = try PaperLine.bits(ofLine: 1, typed: Array(lines[0].utf8).span)
        let later = PaperLine.text(ofLine: 1, bits: bits ^ 3 << 25)
        #expect(throws: Fault.newerVersion) { try restore([later] + lines[1...], passphrase: "zin", home: "new") }
        let wasMade = try Files.exists(test.file("new") + "/identity")
        #expect(!wasMade)
    }
}
