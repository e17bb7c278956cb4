import Foundation
import Testing
import VaultAudit
import VaultFormat
import VaultTestkit

/// Programs that we did not write read an exported folder and agree with it, and disagree where something was changed.
struct ForeignProgramTests {
    private static let go = ForeignProgram("go")
    /// Where Debian puts golang.org/x/mod.
    private static let modules = "/usr/share/gocode"
    private static let hasModules =
        ProcessInfo.processInfo.environment["CI"] != nil || FileManager.default.fileExists(atPath: modules + "/src/golang.org/x/mod")
    private static let openssl = ForeignProgram("openssl")
    private static let keygen = ForeignProgram("ssh-keygen")
    private static let sums = ForeignProgram("sha256sum")

    /// Compiles the reader once for all tests, with Debian's golang.org/x/mod and no network.
    private static let reader: String? = {
        let folder = FileManager.default.temporaryDirectory.path + "/kluis-go-\(ProcessInfo.processInfo.processIdentifier)"
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Go/readexport.go").path
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let environment = ["GO111MODULE": "off", "GOPATH": modules, "GOCACHE": folder + "/cache", "GOFLAGS": "", "HOME": folder]
        let run = try? go.run(["build", "-o", "readexport", source], in: folder, environment: environment)
        return run?.status == 0 ? folder + "/readexport" : nil
    }()

    private func read(_ path: String, since: String? = nil) throws -> ForeignProgram.Run {
        let reader = try #require(Self.reader, "the Go program was not compiled")
        return try ForeignProgram(at: reader).run([path] + (since.map { [$0] } ?? []), in: path)
    }

    /// Tiles, checkpoint, signatures, proofs and consistency, by sumdb/tlog and sumdb/note: more than two tiles of entries, so that there
    /// are whole ones, one that is not, and a level above.
    @Test(.enabled(if: go.isExpected && hasModules, "Go or golang.org/x/mod is not installed"))
    func goReadsTilesCheckpointAndProofs() throws {
        let log = try ExportedLog()
        let first = try log.export()
        try log.lengthen(by: 520)
        let path = try log.export(proofs: [0, 255, 256, 511, 520])
        let size = try ExportedLog.verify(path, since: first + "/checkpoint").head.size
        let run = try read(path, since: first + "/checkpoint")
        #expect(run.status == 0 && run.said == "entries \(size) proofs 5\n", "\(run.said)")

        let spoiled = try Tampering.copy(path)
        for name in ["tile/entries/001", "tile/0/001", "tile/1/000.p/2", "checkpoint", "proof/256.tlog-proof"] {
            var bytes = try spoiled.bytes(name)
            let kept = bytes
            bytes[bytes.count / 2] ^= 0x01
            try spoiled.put(name, bytes)
            #expect(try read(spoiled.path).status != 0, "\(name)")
            #expect(try !ExportedLog.verify(spoiled.path).findings.isEmpty, "\(name)")
            try spoiled.put(name, kept)
        }
    }

    /// The text and the signature of the checkpoint and of an entry, with the key in PEM.
    @Test(.enabled(if: openssl.isExpected, "OpenSSL is not installed"))
    func opensslVerifiesCheckpointAndEntry() throws {
        let log = try ExportedLog()
        let path = try log.export()
        let folder = Tampering(path: path)
        let entries = try Forgery(of: path).entries
        for bytes in [try folder.bytes("checkpoint"), entries[entries.count - 1]] {
            let note = try SignedNote(parsing: bytes)
            let name = try KeyName(parsing: note.signatures[0].name)
            try folder.put("text", note.text)
            try folder.put("signature", note.signatures[0].signature)
            let arguments = ["pkeyutl", "-verify", "-pubin", "-rawin", "-sigfile", "signature", "-in", "text", "-inkey"]
            let key = "keys/\(name.member.hex).\(name.number).pem"
            #expect(try Self.openssl.run(arguments + [key], in: path).status == 0)
            try folder.put("text", note.text + [0x0a])
            #expect(try Self.openssl.run(arguments + [key], in: path).status != 0)
        }
    }

    @Test(.enabled(if: keygen.isExpected && sums.isExpected, "ssh-keygen or sha256sum is not installed"))
    func sshKeygenAndSha256sumAcceptTheManifest() throws {
        let log = try ExportedLog()
        let path = try log.export(proofs: [1])
        let folder = Tampering(path: path)
        let note = try SignedNote(parsing: try folder.bytes("checkpoint"))
        let arguments = [
            "-Y", "verify", "-f", "keys/allowed_signers", "-n", "kluis-export", "-s", "MANIFEST.sig", "-I", note.signatures[0].name,
        ]
        let manifest = try folder.bytes("MANIFEST")
        #expect(try Self.keygen.run(arguments, in: path, input: manifest).status == 0)
        #expect(try Self.keygen.run(arguments, in: path, input: manifest + [0x0a]).status != 0)
        #expect(try Self.sums.run(["--check", "--strict", "--quiet", "MANIFEST"], in: path).status == 0)
        try folder.put("export", [1])
        #expect(try Self.sums.run(["--check", "--strict", "--quiet", "MANIFEST"], in: path).status != 0)
    }
}
