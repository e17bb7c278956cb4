import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// A home that stands on a line of the log which the group has lost, and what it follows on a colleague's word.
struct TrustTests {
    private let test: TestVault
    /// The vault as everybody knew it.
    private let common: String

    /// Anna, Bram and Chris, and case 1 that all have seen.
    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        try test.admit("Bram")
        try test.admit("Chris")
        _ = try test.open().addCase(try Self.text("Eerste"), share: true, dryRun: false)
        for person in ["Bram", "Chris", "Anna"] { _ = try test.open(as: person).show(case: 1) }
        for person in ["Bram", "Chris"] { _ = try test.open(as: person) }
        common = try test.copyVault(to: "common")
    }

    private static func text(_ title: String) throws -> CaseText { try CaseText(title: title, pitch: nil, body: "Tekst van \(title).") }

    /// Bram alone goes on, then the file is lost, and Anna goes on with what was there before.
    private func part(
        bram: (Session) throws -> Void = { _ = try $0.addCase(try TrustTests.text("Verloren"), share: true, dryRun: false) },
        anna: (Session) throws -> Void = { _ = try $0.addCase(try TrustTests.text("Verder"), share: true, dryRun: false) }
    ) throws {
        try bram(try test.open(as: "Bram"))
        try test.restoreVault(common)
        try anna(try test.open())
    }

    private func words() throws -> WordCode { try test.open(readOnly: true).logHead().words }

    @discardableResult
    private func trust(_ person: String, _ words: WordCode? = nil, dryRun: Bool = false) throws -> LineTrusted {
        let said = try words ?? self.words()
        return try Session.open(
            trusting: said, vault: test.path, passphrase: try TestVault.passphrase(), in: test.surroundings(of: person), dryRun: dryRun
        ).line
    }

    private func home(of person: String) throws -> RawFile {
        let group = try test.run { $0.groupID }
        return try RawFile(test.membership(of: group, home: test.surroundings(of: person).home))
    }

    @Test func theOtherLineIsFollowedAndTheLogSaysSo() throws {
        let before = try test.open(as: "Bram").edge.head
        try part()
        #expect(throws: Fault.self) { try test.open(as: "Bram") }
        let line = try trust("Bram")
        #expect(line.common == before.size && line.cases == [2])
        #expect(line.left.size > line.common)
        let bram = try test.open(as: "Bram")
        #expect(try bram.show(case: 2).text.title == "Verder")
        #expect(try bram.show(case: 1).text.body == "Tekst van Eerste.")
        #expect(try bram.verifyLog().findings.isEmpty)
        #expect(try bram.check(deep: true) { _, _ in }.findings.isEmpty)
        // The entry is the first of his on this line, and names what was left.
        let said = try test.open().log(case: nil, from: line.head.size, limit: 1)
        #expect(said.first?.event == .logTrusted && said.first?.member == 2)
        #expect(try test.open().state == bram.state)
        let origin = "kluis/\(bram.groupID.hex)/\(line.head.size)"
        #expect(try bram.logHead().checkpoint.hasPrefix(origin + "\n"))
        #expect(try test.open(as: "Chris").show(case: 2).text.title == "Verder")
        #expect(try bram.addCase(try Self.text("Weer"), share: true, dryRun: false).number == 3)
    }

    /// The home is, entry for entry and case for case, what it would be had it never known the other line.
    @Test func nothingOfTheOtherLineStays() throws {
        let twin = try test.copyHome(to: "twin", from: test.surroundings(of: "Bram").home)
        try part { bram in
            _ = try bram.addNote("Verloren notitie.", toCase: 1, dryRun: false)
            _ = try bram.addCase(try Self.text("Verloren"), share: false, dryRun: false)
        }
        try trust("Bram")
        let bram = try test.open(as: "Bram")
        try test.run(home: twin) { session in
            #expect(session.state == bram.state && session.edge == bram.edge)
            for number in 1...bram.state.lastCase {
                let known = try session.membership.caseEntry(number), mine = try bram.membership.caseEntry(number)
                #expect(known == mine)
            }
            for index in 0..<bram.edge.size {
                let line = try session.loggedLine(index), mine = try bram.loggedLine(index)
                #expect(line == mine)
            }
        }
        #expect(try bram.show(case: 1).notes.isEmpty)
    }

    @Test func aVaultRolledBackAlone() throws {
        try part(anna: { _ in })
        let common = try words()
        #expect(throws: Fault.self) { try test.open(as: "Bram") }
        let line = try trust("Bram", common)
        #expect(line.head.size == line.common)
        #expect(try test.open().log(case: nil, from: line.common, limit: 1).first?.event == .logTrusted)
        #expect(try test.open(as: "Bram").show(case: 1).text.title == "Eerste")
        #expect(throws: Fault.noSuchCase(2)) { try test.open(as: "Bram").show(case: 2) }
    }

    @Test func wordsOfAnotherHeadAreRefusedAndChangeNothing() throws {
        let old = try words()
        try part()
        let pinned = try home(of: "Bram").rows("facts")
        #expect(throws: Fault.headWordsDiffer) { try trust("Bram", old) }
        #expect(try trust("Bram", dryRun: true).cases == [2])
        #expect(try home(of: "Bram").rows("facts") == pinned)
        #expect(throws: Fault.self) { try test.open(as: "Bram") }
        // Who stands on that line has nothing to leave.
        #expect(throws: Fault.noOtherLine) { try trust("Chris") }
        #expect(throws: Fault.noOtherLine) { try trust("Anna") }
    }

    /// Whatever ended on Bram's line stays ended for him, though Anna, who has not seen it, says the words.
    @Test func neverOntoALineThatReadmits() throws {
        let day = test.time.day
        let ends: [(@Sendable (Session) throws -> Void, LineFault)] = [
            ({ _ = try $0.remove(.name("Chris"), dryRun: false) }, .readmits(member: 3)),
            ({ _ = try $0.setUntil(.name("Chris"), day, dryRun: false) }, .readmits(member: 3)),
        ]
        let home = try test.copyHome(to: "bram", from: test.surroundings(of: "Bram").home)
        for (end, fault) in ends {
            try part(bram: end, anna: { _ in })
            #expect(throws: Fault.lineRefused(fault)) { try trust("Bram", try words()) }
            #expect(throws: Fault.self) { try test.open(as: "Bram") }
            _ = try test.copyHome(to: "home-Bram", from: home)
        }
        // Chris, who was removed on that line, goes on in the old copy: no words of his bring Bram there.
        try test.restoreVault(common)
        _ = try test.open(as: "Bram").remove(.name("Chris"), dryRun: false)
        try test.restoreVault(common)
        let chris = try test.open(as: "Chris")
        _ = try chris.addCase(try Self.text("Terug"), share: true, dryRun: false)
        let said = try chris.logHead().words
        chris.pause()
        #expect(throws: Fault.lineRefused(.readmits(member: 3))) { try trust("Bram", said) }
    }

    @Test func neverToUndoAJoinNorOntoAnotherEpoch() throws {
        _ = try test.open(as: "Bram").members()
        try test.admit("Daan", by: "Bram")
        try test.restoreVault(common)
        #expect(throws: Fault.lineRefused(.undoesJoin(member: 4))) { try trust("Bram", try words()) }
        // And where somebody came on the line that he would follow.
        try test.admit("Els", by: "Anna")
        #expect(throws: Fault.lineRefused(.otherEpoch)) { try trust("Bram") }
    }

    /// A crash between home and vault: the home stands on the line, and the next command that writes says so first.
    @Test func theEntryThatIsOwedComesFirst() throws {
        try part()
        let said = try words()
        let home = test.surroundings(of: "Bram").home
        do {
            let group = try test.run { $0.groupID }
            let master = try IdentityFile.read(in: HomeDirectory(path: home)).unlock(try TestVault.passphrase())
            let file = try HomeFile.open(test.membership(of: group, home: home), onWait: {})
            let membership = Membership(home: file, keys: KeyRing(master: master, group: group, home: file))
            let vault = try VaultFile.open(test.path, access: .readOnly)
            _ = try OtherLine(membership: membership, vault: vault, now: test.time).follow(said, dryRun: false)
        }
        let size = try test.entries()
        #expect(try test.open(as: "Bram").addNote("Ook van mij.", toCase: 2, dryRun: false) == 1)
        #expect(try test.entries() == size + 2)
        #expect(try test.open().log(case: nil, from: size, limit: 2).map(\.event) == [.logTrusted, .noteAdded])
        _ = try test.open(as: "Bram").addNote("En nog een.", toCase: 2, dryRun: false)
        #expect(try test.open().log(case: nil, from: size, limit: nil).count { $0.event == .logTrusted } == 1)
    }

    /// The key he published on the line he left is not the one that the others know; he publishes another.
    @Test func aKeyPublishedOnTheLostLineIsPublishedAnew() throws {
        // What was delivered to his key has ended then, so that he owes a fresh one.
        for _ in 0..<2 {
            try test.run { session in
                try session.append {
                    let circle = session.state.groupCircle
                    let drawn = try session.draw([circle: session.state.circles[circle]?.members ?? []])
                    return Change(payload: Payload(.circleRotated, .rotation(drawn.rotation)), drawn)
                }
            }
        }
        let first = try test.run { $0.state.member(2)?.decryption }
        let rotated = try test.copyVault(to: "rotated")
        _ = try test.open(as: "Bram").addCase(try Self.text("Verloren"), share: true, dryRun: false)
        let published = try test.open(as: "Bram").myself.decryption
        #expect(published != first)
        try test.restoreVault(rotated)
        try trust("Bram")
        do {
            let bram = try test.open(as: "Bram")
            #expect(bram.myself.decryption != published && bram.myself.decryption != first)
            #expect(try bram.keys.holds(bram.myself.decryption))
        }
        _ = try test.open().remove(.name("Chris"), dryRun: false)
        #expect(try test.open(as: "Bram").show(case: 1).text.title == "Eerste")
    }
}
