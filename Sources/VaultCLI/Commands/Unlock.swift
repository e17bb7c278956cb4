import ArgumentParser
import VaultCore
import VaultFormat
import VaultSystem

/// `kluis unlock`: the passphrase once, for the commands that follow.
struct Unlock: Command {
    static let configuration = CommandConfiguration(commandName: "unlock")

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("for")) var idle: IdleTime = .usual

    func answer(_ call: Call) throws -> Answer {
        let passphrase = try call.passphrase().current()
        let until = try UnlockAgent.open(idle: idle.seconds, in: call.surroundings) { try $0.unlock(passphrase) }
        let minutes = Int(idle.seconds / 60)
        return Answer(
            data: [JSON.Member("until", .string(until.text)), JSON.Member("idle_minutes", .int(minutes))],
            page: call.page(UnlockWording.opened(minutes: minutes, until: until)), remarks: [.unlocking(.lockWhenLeaving)])
    }
}

/// `kluis lock`
struct Lock: Command {
    static let configuration = CommandConfiguration(commandName: "lock")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let locked = try UnlockAgent.lock(in: call.surroundings)
        let wording: UnlockWording =
            locked.wasOpen ? .locked : locked.ignored == .unintelligible ? .perhapsOpen : .wasLocked
        return Answer(
            data: [JSON.Member("locked", .bool(locked.wasOpen))], page: call.page(wording),
            notices: locked.ignored.map { [Notice($0)] } ?? [])
    }
}

/// How long nobody may use the key before it locks: `15m`, `2h`; 1 minute to 8 hours.
struct IdleTime: ExpressibleByArgument {
    /// In seconds.
    let seconds: Int64

    /// A quarter of an hour.
    static let usual = IdleTime(seconds: UnlockTerm.usualIdle)

    private init(seconds: Int64) { self.seconds = seconds }

    init?(argument: String) {
        let units: [Character: Int64] = ["m": 60, "h": 3600]
        guard let unit = argument.last.flatMap({ units[$0] }), (2...4).contains(argument.utf8.count),
            argument.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int64(argument.dropLast())
        else { return nil }
        guard (60...UnlockTerm.most).contains(count * unit) else { return nil }
        seconds = count * unit
    }
}
