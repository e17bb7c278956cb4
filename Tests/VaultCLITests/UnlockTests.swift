import Foundation
import Glibc
import Testing
import VaultCore
import VaultFormat
import VaultTestkit

@testable import VaultCrypto
@testable import VaultSystem

/// `kluis unlock`, from outside: the built program and its agent.
@Suite struct UnlockTests {
    private func place() throws -> Workplace { try Workplace.withCase() }

    @Test func onceForAllUntilLocked() throws {
        let place = try place()
        defer { place.clear() }
        #expect(try place.quietly("case list").code == "usage.cannot-ask")
        let unlocked = try place.hear("$PROGRAM unlock --for 2h --json --passphrase-fd 3 3<secret")
        #expect(unlocked.exit == 0 && unlocked.output.contains(#""idle_minutes":120}"#), "\(unlocked.errors)")
        for command in [
            "identity show", "group list", "group show", "case list", "case show 1", "log verify", "check --deep", "backup create b.kluis",
            "backup check b.kluis", "case share 1",
        ] {
            let heard = try place.quietly(command)
            #expect(heard.exit == 0, "\(command): \(heard.errors)")
        }
        let added = try place.quietly("note add 1", input: "Bel eerst.\n")
        #expect(added.exit == 0, "\(added.errors)")
        #expect(place.agents.count == 1)
        #expect(try place.hear("$PROGRAM lock --json").output.contains(#""locked":true"#))
        #expect(place.agents.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: place.socket))
        #expect(try place.quietly("case list").code == "usage.cannot-ask")
        #expect(try place.hear("$PROGRAM lock --json").output.contains(#""locked":false"#))
    }

    @Test func aPassphraseThatIsNamedIsUsed() throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        try place.write("anders\n", to: "wrong")
        #expect(try place.hear("$PROGRAM case list --json --passphrase-fd 3 3<wrong").code == "wrong-passphrase")
        for command in ["identity passphrase", "identity paper", "unlock"] {
            #expect(try place.quietly(command).code == "usage.cannot-ask", "\(command) asks in any case")
        }
        #expect(try place.quietly("case list").exit == 0)
        #expect(try place.hear("$PROGRAM unlock --json --passphrase-fd 3 3<wrong").code == "wrong-passphrase")
        #expect(try place.quietly("case list").exit == 0, "what was open stays open")
        try place.do("$PROGRAM lock")
    }

    @Test func anotherPassphraseLocks() throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        try place.do("cp home/identity before; cat secret >both; echo anders >>both")
        try place.do("$PROGRAM identity passphrase --kdf interactive --passphrase-fd 3 3<both")
        #expect(try place.quietly("case list").code == "usage.cannot-ask")
        try place.do("cp before home/identity")
        #expect(place.agentsEnd(), "also for the identity that it was")
        #expect(try place.quietly("case list").code == "usage.cannot-ask")
    }

    @Test func unlockedAgainThereIsOneAgent() throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        let first = place.agents
        try place.unlock()
        #expect(place.agents.count == 1 && place.agents != first)
        #expect(try place.quietly("case list").exit == 0)
        try place.do("$PROGRAM lock")
        #expect(place.agents.isEmpty)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalLocks(_ signal: Int32) throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        kill(try #require(place.agents.first), signal)
        #expect(place.agentsEnd())
        #expect(!FileManager.default.fileExists(atPath: place.socket))
        #expect(try place.quietly("case list").code == "usage.cannot-ask")
    }

    @Test func aStaleSocketIsNothing() throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        kill(try #require(place.agents.first), SIGKILL)
        #expect(place.agentsEnd())
        #expect(FileManager.default.fileExists(atPath: place.socket))
        let heard = try place.quietly("case list")
        #expect(heard.code == "usage.cannot-ask" && !heard.errors.contains("agent-ignored"))
        try place.unlock()
        #expect(try place.quietly("case list").exit == 0)
        try place.do("$PROGRAM lock")
    }

    @Test func oneThatIsStoppedIsEnded() throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        kill(try #require(place.agents.first), SIGSTOP)
        let heard = try place.quietly("case list")
        #expect(heard.code == "usage.cannot-ask" && heard.errors.contains("agent-ignored"))
        #expect(try place.hear("$PROGRAM lock --json").output.contains(#""locked":true"#))
        #expect(place.agentsEnd())
    }

    @Test func theSocketIsInTheRuntimeDirectory() throws {
        let place = try place()
        defer { place.clear() }
        place.environment["XDG_RUNTIME_DIR"] = place.path + "/run"
        try place.do("mkdir -m 700 run")
        try place.unlock()
        #expect(try Files.permissions(place.path + "/run/kluis").bits == 0o700)
        #expect(try Files.permissions(place.path + "/run/kluis/" + place.socketName).bits == 0o600)
        #expect(try place.quietly("case list").exit == 0)
        try place.do("rm -r run")
        #expect(try place.quietly("case list").code == "usage.cannot-ask")
        #expect(place.agentsEnd(), "logged out")
    }

    /// What somebody may have put there.
    @Test(arguments: ["touch PLACE", "ln -s /dev/null PLACE", "mkdir PLACE", "ln -s agent PLACE"])
    func whatIsNoSocketIsLeftAlone(_ line: String) throws {
        let place = try place()
        defer { place.clear() }
        try place.do(line.replacingOccurrences(of: "PLACE", with: place.socket))
        try expectIgnored(place)
        let unlocked = try place.hear("$PROGRAM unlock --json --passphrase-fd 3 3<secret")
        #expect(unlocked.code == "io.permission" && place.agents.isEmpty)
        #expect(try FileManager.default.attributesOfItem(atPath: place.socket).isEmpty == false, "and it is still there")
    }

    @Test(.enabled(if: geteuid() == 0)) func somebodyElsesSocketIsLeftAlone() throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        try place.do("chown 65534:65534 \(place.socket)")
        try expectIgnored(place)
        #expect(try place.hear("$PROGRAM unlock --json --passphrase-fd 3 3<secret").code == "io.permission")
        #expect(place.agentsEnd(), "its socket was taken away")
        try place.do("rm \(place.socket)")
        try place.unlock()
        try place.do("chmod 666 \(place.socket)")
        try expectIgnored(place)
        #expect(place.agentsEnd())
    }

    @Test(.enabled(if: geteuid() == 0)) func anothersRuntimeDirectoryIsNotUsed() throws {
        let place = try place()
        defer { place.clear() }
        place.environment["XDG_RUNTIME_DIR"] = place.path + "/run"
        try place.do("mkdir -m 700 run && chown 65534:65534 run")
        try place.unlock()
        #expect(FileManager.default.fileExists(atPath: place.socket))
        try place.do("chown 0:0 run && mkdir -m 777 run/kluis && chmod 777 run/kluis")
        let heard = try place.quietly("case list")
        #expect(heard.exit == 0, "the one in the home answers")
        try place.do("$PROGRAM lock")
        #expect(place.agentsEnd())
        try expectIgnored(place)
    }

    private func expectIgnored(_ place: Workplace) throws {
        let heard = try place.quietly("case list")
        #expect(heard.code == "usage.cannot-ask" && heard.errors.contains(#""code":"agent-ignored""#), "\(heard.errors)")
        #expect(try place.hear("$PROGRAM case list --json --passphrase-fd 3 3<secret").exit == 0)
    }

    /// The agent asks the kernel who connects. Another user gets so far only with a right to pass over all rights.
    @Test(.enabled(if: geteuid() == 0)) func somebodyElseIsToldNothing() throws {
        let place = try place()
        defer { place.clear() }
        try place.unlock()
        try place.write(
            """
            import hashlib, socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            s.settimeout(20)
            s.connect(sys.argv[1])
            s.send(b"KLUISAG\\x01\\x01" + bytes.fromhex(sys.argv[2]))
            print(len(s.recv(100)))
            """, to: "ask.py")
        let fingerprint = Hex.encode(Digest.sha256(try Files.read(place.path + "/home/identity", limit: 1 << 14)))
        let ask = "python3 ask.py \(place.socket) \(fingerprint)"
        #expect(try place.hear(ask).output == "41\n", "the same question by the same person")
        let foreign = try place.hear(
            "setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override " + ask)
        // Gone before it could ask, or before it was answered.
        let isGone = ["ConnectionResetError", "BrokenPipeError"].contains { foreign.errors.contains($0) }
        #expect(foreign.output == (isGone ? "" : "0\n"), "\(foreign)")
        #expect(try place.hear(ask).output == "41\n", "and it goes on")
        try place.do("$PROGRAM lock")
    }

    /// Somebody of this same person listens, and says what no agent says.
    @Test(arguments: [[], [0], Array("KLUISAG".utf8) + [1, 1], Array("KLUISAG".utf8) + [2, 1] + [UInt8](repeating: 7, count: 32)])
    func nonsenseIsNotBelieved(_ answer: [UInt8]) throws {
        let place = try place()
        defer { place.clear() }
        let folder = try SocketFolder.open(place.path + "/home")
        let listener = try folder.bind(place.socketName)
        try listener.listen()
        let impostor = Impostor(listener, says: answer)
        Thread { impostor.serve(2) }.start()
        let heard = try place.quietly("case list")
        #expect(heard.code == "usage.cannot-ask" && heard.errors.contains("agent-ignored"), "\(heard.errors)")
        #expect(try place.quietly("case list").errors.contains("agent-ignored"))
        try place.unlock()
        #expect(try place.quietly("case list").exit == 0, "unlock takes the place")
        try place.do("$PROGRAM lock")
    }

    /// What a passphrase becomes is in the agent's memory once, in a place that is not swapped and not dumped; the passphrase never is.
    /// After `lock` there is no such process, and nothing of it on the disk.
    @Test(.enabled(if: geteuid() == 0)) func theMemoryHoldsTheKeyOnce() throws {
        let place = try Workplace.withCase(secret: "een heel bijzondere wachtzin 7391")
        defer { place.clear() }
        let passphrase = "een heel bijzondere wachtzin 7391"
        let paper = try place.hear("$PROGRAM identity paper --json --passphrase-fd 3 3<secret")
        let answer = try JSONSerialization.jsonObject(with: Data(paper.output.utf8)) as? [String: Any]
        let lines = try #require((answer?["data"] as? [String: Any])?["lines"] as? [String])
        var master: [UInt8] = []
        try TestVault.sheet(lines).master().lend { key in master = unsafe key.withUnsafeBytes { unsafe Array($0) } }
        let text = try IdentityText(parsing: try Files.read(place.path + "/home/identity", limit: 1 << 14))
        let unlockKey = try UnlockKey(
            try TestVault.passphrase(passphrase), salt: try KDFSalt(exactly: text.salt),
            parameters: KDFParameters(operations: text.operations, memoryKiB: text.memoryKiB)
        ).bytes.copy(0..<32)

        try place.unlock()
        let title = "Zeldzaam geval 4417"
        for command in ["case add", "case list", "case show 2", "search"] {
            #expect(try place.quietly(command, input: title + "\n").exit == 0)
        }
        let agent = try #require(place.agents.first)
        let memory = try ProcessMemory(of: agent)
        let found = memory.places(of: master)
        #expect(found.count == 1)
        let facts = found.first?.facts ?? ""
        #expect(facts.contains(#/Locked: +[1-9]/#) && facts.contains(#/VmFlags: .*\bdd\b/#), "\(facts)")
        #expect(memory.places(of: Array("agent-process".utf8)).count > 0, "the search finds what is there")
        for secret in [Array(passphrase.utf8), unlockKey, Array(title.utf8)] {
            #expect(memory.places(of: secret).isEmpty)
        }
        #expect(
            String(decoding: try Files.read("/proc/\(agent)/limits", limit: 1 << 16), as: UTF8.self).contains(
                #/Max core file size +([01]) +\1 /#)
        )
        try place.do("$PROGRAM lock")
        #expect(place.agents.isEmpty)
        try place.do("rm secret input")
        for (name, bytes) in try TestVault.allBytes(in: place.path) {
            #expect(!name.contains("agent-") && !name.contains("core"))
            for secret in [Array(passphrase.utf8), unlockKey, master] { #expect(Data(bytes).range(of: Data(secret)) == nil, "\(name)") }
        }
    }
}

/// Takes connections and says the same to each; says nothing where there is nothing to say.
private final class Impostor: @unchecked Sendable {
    private var listener: LocalListener?
    private let answer: [UInt8]

    init(_ listener: consuming LocalListener, says answer: [UInt8]) {
        self.listener = consume listener
        self.answer = answer
    }

    /// Then it goes: whoever listens and does not answer is ended by `unlock`, and this is the process of the tests.
    func serve(_ count: Int) {
        guard let listener = listener.take() else { return }
        for _ in 0..<count {
            guard (try? LocalConnection.isReady([listener.file.number], within: .seconds(60)))?.first == true,
                let connection = try? listener.accept()
            else { return }
            _ = try? connection.receive(limit: 100, within: .seconds(60))
            if answer.isEmpty { try? connection.waitForEnd(within: .seconds(60)) } else { try? connection.send(answer) }
        }
    }
}
