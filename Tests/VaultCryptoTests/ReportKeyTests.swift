import Foundation
import Testing
import VaultFormat
import VaultTestkit

@testable import VaultCrypto

/// The key that signs for outsiders, and the format its signatures have.
struct ReportKeyTests {
    private let name = KeyName(group: Fixture.group, member: Fixture.member, number: 1)
    private let file = Array("kluis export\n".utf8)

    private func key() -> ReportKey { ReportKey(Fixture.masterKey(), group: Fixture.group, member: Fixture.member, number: 1) }
    private func logKey() -> SigningKey { SigningKey(Fixture.masterKey(), group: Fixture.group, member: Fixture.member, number: 1) }

    @Test func isAnotherKeyThanTheLogs() {
        let other = ReportKey(Fixture.masterKey(), group: Fixture.group, member: Fixture.member, number: 2)
        #expect(key().publicKey == key().publicKey)
        #expect(key().publicKey != logKey().publicKey && key().publicKey != other.publicKey)
    }

    @Test func theLogsKeyVouchesForIt() throws {
        let note = key().vouched(by: logKey(), name: name)
        let verified = try note.verifiedSole(with: logKey().publicKey, name: name.text)
        #expect(try ReportKeyText(parsing: verified.text) == ReportKeyText(group: Fixture.group, key: key().publicKey))
    }

    @Test func verifiesWhatItSigned() throws {
        let signature = try SSHSignature(parsing: key().sign(file, for: .report).text)
        let verified = try signature.verified(over: file, for: .report)
        #expect(verified.bytes == file && verified.key == key().publicKey)
        #expect(refusal { _ = try signature.verified(over: file, for: .export) } == .notSigner)
        #expect(refusal { _ = try signature.verified(over: file + [0x0a], for: .report) } == .badSignature)
    }

    /// Every byte of the armour: refused, or no signature of this file by this key.
    @Test func everyByteCounts() {
        let text = key().sign(file, for: .export).text
        for index in text.indices {
            var changed = text
            changed[index] ^= 0x01
            let verified = try? SSHSignature(parsing: changed).verified(over: file, for: .export)
            #expect(verified?.key != key().publicKey, "byte \(index)")
            #expect((try? SSHSignature(parsing: Array(text[..<index]))) == nil, "cut at \(index)")
        }
    }

    /// OpenSSH accepts it, for this use and this file only.
    @Test(.enabled(if: ForeignProgram("ssh-keygen").isExpected, "ssh-keygen is not installed"))
    func openSSHAgrees() throws {
        let folder = try ScratchFolder()
        try folder.put("signature", key().sign(file, for: .report).text)
        try folder.put("signers", Array(key().publicKey.allowedSigner("kluis", for: [.report]).utf8))
        func verify(_ namespace: String, _ file: [UInt8]) throws -> Int32 {
            let arguments = ["-Y", "verify", "-f", "signers", "-I", "kluis", "-n", namespace, "-s", "signature"]
            return try ForeignProgram("ssh-keygen").run(arguments, in: folder.path, input: file).status
        }
        #expect(try verify("kluis-report", file) == 0)
        #expect(try verify("kluis-export", file) != 0)
        #expect(try verify("kluis-report", file + file) != 0)
    }

    /// What OpenSSH signed with its own key in our namespaces reads here, byte for byte.
    @Test(.enabled(if: ForeignProgram("ssh-keygen").isExpected, "ssh-keygen is not installed"))
    func openSSHsOwnAreRead() throws {
        let folder = try ScratchFolder()
        let program = ForeignProgram("ssh-keygen")
        #expect(try program.run(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key"], in: folder.path).status == 0)
        try folder.put("file", file)
        #expect(try program.run(["-q", "-Y", "sign", "-n", "kluis-export", "-f", "key", "file"], in: folder.path).status == 0)
        let signature = try SSHSignature(parsing: folder.bytes("file.sig"))
        let verified = try signature.verified(over: file, for: .export)
        let line = String(decoding: try folder.bytes("key.pub"), as: UTF8.self)
        #expect(line.trimmingCharacters(in: .whitespacesAndNewlines) == verified.key.sshText)
    }
}

/// A folder for one test.
private final class ScratchFolder {
    let path = FileManager.default.temporaryDirectory.path + "/kluis-test-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func put(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: "\(path)/\(name)")) }
    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }
}
