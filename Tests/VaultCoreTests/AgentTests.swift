import Foundation
import Testing
import VaultCrypto
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// The agent within one process: what it answers, and when it gives nothing any more. The clock is the test's.
struct AgentTests {
    private let test: TestVault

    init() throws {
        test = try TestVault()
        try Identity.create(name: "Anna", cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings)
    }

    private var identity: String { test.home + "/identity" }
    private var directory: HomeDirectory { HomeDirectory(path: test.home) }

    private func at(_ seconds: Int64) -> UpTime { UpTime(awake: seconds * 1000, all: seconds * 1000) }

    private func agent() throws -> AgentProcess {
        let file = try IdentityFile.read(in: directory)
        return AgentProcess(
            try test.master(of: file), of: file.fingerprint, at: identity, idle: UnlockTerm.usualIdle, clock: { UpTime(awake: 0, all: 0) })
    }

    private func asking(_ question: AgentMessage.Question) throws -> [UInt8] {
        AgentMessage.asking(question, try IdentityFile.read(in: directory).fingerprint)
    }

    @Test func itGivesTheKeyWhileItMay() throws {
        var agent = try agent()
        #expect(agent.reply(to: try asking(.key), at: at(899)) == .key(AgentMessage.saying(.key)))
        #expect(agent.reply(to: try asking(.key), at: at(899 + 899)) == .key(AgentMessage.saying(.key)), "use begins the time again")
        #expect(agent.reply(to: try asking(.key), at: at(899 + 899 + 900)) == .lock(told: false))
    }

    @Test func lookingIsNoUse() throws {
        var agent = try agent()
        let left = UnlockTerm.Left(idle: 1, most: 28_800 - 899)
        #expect(agent.reply(to: try asking(.state), at: at(899)) == .say(AgentMessage.saying(.state, AgentMessage.bytes(of: left))))
        #expect(agent.reply(to: try asking(.key), at: at(900)) == .lock(told: false))
    }

    @Test func eightHoursEndIt() throws {
        var agent = try agent()
        for minute in stride(from: Int64(10), to: 480, by: 10) {
            #expect(agent.reply(to: try asking(.key), at: at(minute * 60)) == .key(AgentMessage.saying(.key)))
        }
        #expect(agent.reply(to: try asking(.key), at: at(8 * 3600)) == .lock(told: false))
    }

    @Test func sleepEndsIt() throws {
        var agent = try agent()
        #expect(agent.reply(to: try asking(.key), at: UpTime(awake: 10_000, all: 15_000)) == .lock(told: false))
    }

    @Test func lockingNeedsNoIdentity() throws {
        var agent = try agent()
        #expect(agent.reply(to: AgentMessage.asking(.lock, [UInt8](repeating: 0, count: 32)), at: at(1)) == .lock(told: true))
    }

    /// The key is for the identity file as it stands.
    @Test func anotherIdentityEndsIt() throws {
        var agent = try agent()
        let before = try asking(.key)
        let other = AgentMessage.asking(.key, [UInt8](repeating: 9, count: 32))
        #expect(agent.reply(to: other, at: at(1)) == .say(AgentMessage.saying(.otherIdentity)), "whoever asks is wrong")
        try Identity.changePassphrase(
            from: try TestVault.passphrase(), to: try TestVault.passphrase("een andere"), cost: nil, dryRun: false, in: test.surroundings)
        #expect(agent.reply(to: try asking(.key), at: at(2)) == .lock(told: false))
        #expect(agent.reply(to: before, at: at(3)) == .key(AgentMessage.saying(.key)), "read before it changed; the next tick ends it")
    }

    @Test func whatIsNoQuestionGetsNoAnswer() throws {
        var agent = try agent()
        let good = try asking(.key)
        var hostile: [[UInt8]] = [[], [0], Array(good.dropLast()), good + [0], [UInt8](repeating: 255, count: good.count)]
        for index in 0..<9 {
            for value: UInt8 in [0, 4, 255] {
                var bytes = good
                bytes[index] = value
                hostile.append(bytes)
            }
        }
        for message in hostile { #expect(agent.reply(to: message, at: at(1)) == .silence) }
        #expect(agent.reply(to: good, at: at(1)) == .key(AgentMessage.saying(.key)))
    }

    @Test func answersAreStrict() {
        let left = UnlockTerm.Left(idle: 900, most: 28_800)
        let good = AgentMessage.saying(.state, AgentMessage.bytes(of: left))
        #expect(AgentMessage.left(good) == left)
        #expect(AgentMessage.left(good + [0]) == nil && AgentMessage.left(Array(good.dropLast())) == nil)
        #expect(AgentMessage.left(AgentMessage.saying(.state, [UInt8](repeating: 255, count: 16))) == nil, "more than any agent may")
        #expect(AgentMessage.left(AgentMessage.saying(.key, AgentMessage.bytes(of: left))) == nil)
        for answer in [[], [1], Array("KLUISAG".utf8), Array("KLUISAG".utf8) + [2, 1], Array("KLUISAG".utf8) + [1, 0]] {
            #expect(AgentMessage.answer(answer) == nil)
        }
    }

    @Test func aHomeHasAPlaceOfItsOwn() throws {
        let places = try AgentPlace.all(in: test.surroundings)
        #expect(places.map(\.folder) == [test.home])
        let run = test.file("run")
        try Files.makePrivateDirectory(run)
        func surroundings(home: String, _ runtime: String?) -> Surroundings {
            Surroundings(home: home, runtime: runtime, now: { test.time }, onWait: {})
        }
        #expect(try AgentPlace.all(in: surroundings(home: test.home, run)).map(\.folder) == [run + "/kluis", test.home])
        #expect(try AgentPlace.all(in: surroundings(home: test.home + "/../home", run)).map(\.name) == [places[0].name, places[0].name])
        try Files.makePrivateDirectory(test.file("other"))
        #expect(try AgentPlace.all(in: surroundings(home: test.file("other"), nil))[0].name != places[0].name)
        for runtime in ["run", "", test.file("none"), test.file("home/identity")] {
            #expect(try AgentPlace.all(in: surroundings(home: test.home, runtime)).map(\.folder) == [test.home])
        }
        #expect(try AgentPlace.all(in: surroundings(home: test.file("no/home"), nil)) == [])
    }
}
