import Foundation
import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultCore

/// What others may write in cannot be believed: every command refuses it before it does anything.
struct TrustedHomeTests {
    /// Each way in which others may write, from the home down.
    static let places = ["", "/groups", "/identity", "/groups/GROUP"]

    @Test(arguments: places, [0o020, 0o002]) func whatOthersMayWriteIsRefused(_ place: String, _ bit: Int) throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        let membership = try test.membership(of: test.run { $0.groupID })
        let path = place == "/groups/GROUP" ? membership : test.home + place
        let before = try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        try FileManager.default.setAttributes([.posixPermissions: before | bit], ofItemAtPath: path)
        let refused = Fault.io(.othersMayWrite)
        #expect(throws: refused) { try test.run { _ in } }
        #expect(throws: refused) { try test.run(readOnly: true) { _ in } }
        #expect(throws: refused) { try VaultPlace.lookAhead(nil, in: HomeDirectory(path: test.home)) }
        #expect(throws: refused) { try Identity.requireReadable(in: test.surroundings) }
        #expect(throws: refused) { try Identity.name(passphrase: try TestVault.passphrase(), in: test.surroundings) }
        #expect(throws: refused) { try Groups.list(passphrase: try TestVault.passphrase(), in: test.surroundings) }
        #expect(throws: refused) {
            try Identity.create(name: "Eva", cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings)
        }
        #expect(throws: refused) {
            try Groups.found(
                name: "West", vault: test.file("west.kluis"), shared: false, logRetention: 5, passphrase: try TestVault.passphrase(),
                dryRun: true, in: test.surroundings)
        }
        #expect(throws: refused) {
            try Identity.changePassphrase(
                from: try TestVault.passphrase(), to: try TestVault.passphrase("b"), cost: nil, dryRun: true, in: test.surroundings)
        }
        try FileManager.default.setAttributes([.posixPermissions: before], ofItemAtPath: path)
        try test.run { _ in }
    }

    /// Others may look from outside: what is in it is sealed or of no use to them.
    @Test func whatOthersMayReadIsNot() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: test.home)
        try test.run { _ in }
    }
}
