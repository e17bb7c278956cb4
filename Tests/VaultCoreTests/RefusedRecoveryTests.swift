import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Requests to come back that are not let in: of those who have gone, altered, with another key, or used before.
struct RefusedRecoveryTests {
    private let test: TestVault
    private let bram: MemberID

    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        try test.admit("Bram")
        try test.admit("Chris")
        let session = try test.open(as: "Bram")
        _ = try session.addCase(try CaseText(title: "Gedeeld", pitch: nil, body: "Zij belt."), share: true, dryRun: false)
        bram = session.me
    }

    private func accept(_ bytes: [UInt8], replaces: MemberReference? = .number(2)) throws {
        let request = try OpenRequest(bytes)
        let newcomer = Newcomer(request: request.number, name: "Bram", replaces: replaces)
        _ = try test.open().accept(newcomer, words: try Fault.words(ofRequest: bytes), dryRun: false)
    }

    private func put(_ bytes: [UInt8]) throws {
        try test.run { try OpenRequest.put(bytes, into: $0.vault, of: $0.groupID) }
    }

    /// The request that waits in the vault.
    private func waiting() throws -> [UInt8] {
        try test.run { try #require(try OpenRequest.all(in: $0.vault, of: $0.groupID).first).bytes }
    }

    @Test(arguments: [false, true]) func theRemovedDoNotComeBackThatWay(_ beforehand: Bool) throws {
        try test.restore("Bram", as: "Bram opnieuw")
        if beforehand { #expect(try test.ask("Bram opnieuw").isReturning) }
        _ = try test.open().remove(.name("Bram"), dryRun: false)
        // The paper does not know that he has gone.
        #expect(try test.ask("Bram opnieuw").isReturning)
        let size = try test.entries()
        #expect(throws: Fault.noSuchMember) { try accept(try waiting()) }
        #expect(throws: Fault.requestRefused) { try accept(try waiting(), replaces: nil) }
        #expect(throws: Fault.requestRefused) { try accept(try waiting(), replaces: .name("Chris")) }
        #expect(try test.entries() == size)
        #expect(throws: Fault.notAcceptedYet) { try test.open(as: "Bram opnieuw") }

        // As somebody new he may ask, and stays so when he asks again.
        for asNew in [true, false, true] {
            let asked = try Groups.join(
                vault: test.path, passphrase: try TestVault.passphrase(), out: nil, asNew: asNew, dryRun: false,
                in: test.surroundings(of: "Bram opnieuw"))
            #expect(!asked.isReturning)
        }
        try accept(try waiting(), replaces: nil)
        let back = try test.open(as: "Bram opnieuw")
        #expect(back.myself.number == 4 && back.me != bram)
        #expect(try back.show(case: 1).text.body == "Zij belt.")
    }

    @Test func noAlteredRequestIsARequest() throws {
        try test.restore("Bram", as: "Bram opnieuw")
        try test.ask("Bram opnieuw")
        let bytes = try waiting()
        for place in bytes.indices {
            var altered = bytes
            altered[place] ^= 1
            #expect(throws: (any Error).self) { try OpenRequest(altered) }
        }
    }

    /// Somebody else's keys under Bram's id, and Bram's id and key in a request that he did not sign.
    @Test func aRequestWithoutHisKeyIsNotHis() throws {
        try test.restore("Bram", as: "Bram opnieuw")
        try test.ask("Bram opnieuw")
        let his = try OpenRequest(try waiting()).text
        let mallory = MasterKey.random()
        let key = SigningKey(mallory, group: his.group, member: bram, number: 1)
        func request(signing: SigningPublicKey) -> JoinRequest {
            JoinRequest(
                group: his.group, time: his.time, head: his.head, member: bram, signing: signing,
                decryption: DecryptionKey.random().publicKey)
        }
        let own = request(signing: key.publicKey)
        let bytes = SignedNote.signed(text: own.bytes, name: own.keyName.text, by: key).bytes
        try put(bytes)
        #expect(throws: Fault.requestRefused) { try accept(bytes) }
        #expect(throws: Fault.requestRefused) { try accept(bytes, replaces: nil) }
        let claimed = request(signing: his.signing)
        #expect(throws: Fault.requestRefused) { try put(SignedNote.signed(text: claimed.bytes, name: claimed.keyName.text, by: key).bytes) }
    }

    @Test func anAcceptedRequestIsNotAcceptedAgain() throws {
        try test.restore("Bram", as: "Bram opnieuw")
        try test.ask("Bram opnieuw")
        let bytes = try waiting()
        try accept(bytes)
        #expect(throws: Fault.noSuchRequest(try OpenRequest(bytes).number)) { try accept(bytes) }
        try put(bytes)
        #expect(throws: Fault.requestRefused) { try accept(bytes) }
        #expect(try test.open(as: "Bram opnieuw").show(case: 1).text.body == "Zij belt.")
    }

    @Test func aRequestFromBeforeSomebodyWentIsAskedForAgain() throws {
        try test.restore("Bram", as: "Bram opnieuw")
        try test.ask("Bram opnieuw")
        _ = try test.open().remove(.name("Chris"), dryRun: false)
        #expect(throws: Fault.requestRefused) { try accept(try waiting()) }
        #expect(try test.ask("Bram opnieuw").isReturning)
        try accept(try waiting())
        #expect(try test.open(as: "Bram opnieuw").show(case: 1).text.body == "Zij belt.")
    }

    @Test func wordsThatDifferLetNobodyIn() throws {
        try test.restore("Bram", as: "Bram opnieuw")
        let asked = try test.ask("Bram opnieuw")
        let newcomer = Newcomer(request: asked.request, name: "Bram", replaces: .name("Bram"))
        let words = try test.paper(of: "Anna").words
        #expect(throws: Fault.wordsDiffer) { try test.open().accept(newcomer, words: words, dryRun: false) }
    }

    /// A dry run says whether the log knows the key, and makes and asks nothing.
    @Test func aDryRunTellsAndAsksNothing() throws {
        try test.restore("Bram", as: "Bram opnieuw")
        func dryRun(asNew: Bool) throws -> JoinAsked {
            try Groups.join(
                vault: test.path, passphrase: try TestVault.passphrase(), out: nil, asNew: asNew, dryRun: true,
                in: test.surroundings(of: "Bram opnieuw"))
        }
        #expect(try dryRun(asNew: false).isReturning)
        #expect(try !dryRun(asNew: true).isReturning)
        #expect(try test.run { try OpenRequest.all(in: $0.vault, of: $0.groupID).count } == 0)
    }
}
