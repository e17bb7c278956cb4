import VaultCrypto
import VaultSystem

/// The agent's own process: holds one MasterKey, and gives it to the same person's commands until it locks. Locking is ending: the key goes
/// with the process. One thread, one connection after the other.
package struct AgentProcess: ~Copyable {
    private let master: MasterKey
    private let fingerprint: [UInt8]
    private var term: UnlockTerm
    private let identity: String
    private let clock: () -> UpTime

    /// How often it looks whether it has to lock, where nobody asks anything.
    private static var tick: Duration { .seconds(5) }
    /// How long it waits for a question, and for its own key.
    private static var patience: Duration { .seconds(1) }

    /// Begins now. `identity`: path of the identity file that was unlocked, whose bytes have this fingerprint.
    init(_ master: consuming MasterKey, of fingerprint: [UInt8], at identity: String, idle: Int64, clock: @escaping () -> UpTime) {
        self.master = master
        self.fingerprint = fingerprint
        self.identity = identity
        self.clock = clock
        term = UnlockTerm(idle: idle, now: clock())
    }

    /// What becomes of a question.
    enum Reply: Equatable {
        /// Nobody is told anything.
        case silence
        /// An answer without a key.
        case say([UInt8])
        /// The key behind this answer.
        case key([UInt8])
        /// It locks, and says so to whoever asked for that.
        case lock(told: Bool)
    }

    /// Decides; sends nothing.
    mutating func reply(to message: [UInt8], at now: UpTime) -> Reply {
        guard term.end(at: now) == nil else { return .lock(told: AgentMessage.question(message)?.question == .lock) }
        guard let (question, asked) = AgentMessage.question(message) else { return .silence }
        if question == .lock { return .lock(told: true) }
        guard asked == fingerprint else {
            return hasItsIdentity ? .say(AgentMessage.saying(.otherIdentity)) : .lock(told: false)
        }
        switch question {
        case .key:
            term.use(at: now)
            return .key(AgentMessage.saying(.key))
        case .state: return .say(AgentMessage.saying(.state, AgentMessage.bytes(of: term.left(at: now))))
        case .lock: return .lock(told: true)
        }
    }

    /// Whether the identity file is the one that was unlocked, to the byte.
    private var hasItsIdentity: Bool { IdentityFile.fingerprint(at: identity) == fingerprint }

    /// Answers questions until it has to lock. Returns whoever asked for that and waits to be told.
    mutating func serve(
        _ listener: borrowing LocalListener, _ folder: borrowing SocketFolder, _ name: String, _ signals: borrowing EndingSignals
    ) -> LocalConnection? {
        guard let socket = try? folder.socket(name) else { return nil }
        while term.end(at: clock()) == nil, hasItsIdentity, (try? folder.socket(name)) == socket {
            let left = Duration.seconds(term.left(at: clock()).idle)
            guard let woken = try? listener.wait(signals, within: min(Self.tick, left)), !woken.isToEnd else { return nil }
            guard woken.hasConnection, let connection = try? listener.accept(),
                let message = try? connection.receive(limit: AgentMessage.questionLength, within: Self.patience)
            else { continue }
            switch reply(to: message, at: clock()) {
            case .silence: continue
            case .say(let answer): try? connection.send(answer)
            case .key(let answer): try? master.lend { key throws(SystemError) in try connection.send(answer, secret: key) }
            case .lock(told: false): return nil
            case .lock(told: true): return connection
            }
        }
        return nil
    }
}

// The life of the process.
extension AgentProcess {
    /// What a command line begins with that starts the agent. People type `kluis unlock`.
    package static let word = "agent-process"

    /// The words of the hidden command line: the path of the identity file, the name of the socket, and how many seconds without use.
    static func words(identity: String, socket: String, idle: Int64) -> [String] { [word, identity, socket, String(idle)] }

    /// All of it, from the words behind ``word``; the key comes on the connection to whoever started it. False where it was not started by
    /// ``UnlockAgent/open(idle:in:unlocking:)``.
    package static func run(_ words: [String]) -> Bool {
        guard words.count == 3, let idle = Int64(words[2]), (1...UnlockTerm.most).contains(idle) else { return false }
        do throws(SystemError) {
            try live(try Inheritance.take(), try EndingSignals(), identity: words[0], name: words[1], idle: idle)
            return true
        } catch {
            return false
        }
    }

    private static func live(
        _ inheritance: borrowing Inheritance, _ signals: borrowing EndingSignals, identity: String, name: String, idle: Int64
    ) throws(SystemError) {
        let socket = try inheritance.folder.socket(name)
        let asker = try untilLocked(inheritance, signals, identity, name, idle)
        // The key has gone. Another agent may stand in this place by now.
        if try inheritance.folder.socket(name) == socket { try inheritance.folder.remove(name) }
        switch asker {
        case .some(let asker): try asker.send(AgentMessage.saying(.locked))
        case .none: break
        }
    }

    private static func untilLocked(
        _ inheritance: borrowing Inheritance, _ signals: borrowing EndingSignals, _ identity: String, _ name: String, _ idle: Int64
    ) throws(SystemError) -> LocalConnection? {
        var fingerprint: [UInt8] = []
        let master = try MasterKey.receive { memory throws(SystemError) in
            let (message, count) = try inheritance.cradle.receive(AgentMessage.questionLength, secret: &memory, within: patience)
            guard count == MasterKey.byteCount, let told = AgentMessage.question(message), told.question == .key else { return false }
            fingerprint = told.fingerprint
            return true
        }
        guard let master else { throw .closed }
        var agent = AgentProcess(master, of: fingerprint, at: identity, idle: idle, clock: UpTime.now)
        try inheritance.listener.listen()
        try inheritance.cradle.send(AgentMessage.saying(.key))
        return agent.serve(inheritance.listener, inheritance.folder, name, signals)
    }
}
