package import VaultCrypto
import VaultFormat
import VaultSystem

/// `kluis unlock`: the process that keeps the identity open for the commands that follow, as seen by them. Everything works without it.
package enum UnlockAgent {
    /// Whether commands of this home need a passphrase now.
    package enum State: Equatable, Sendable {
        /// They do.
        case locked
        /// They do not, for so long.
        case open(UnlockTerm.Left)
        /// They do; something stands in the place of the socket, and is left alone.
        case ignored(Ignored)
    }

    /// Why whatever is in the place of the socket is left alone.
    package enum Ignored: Equatable, Sendable {
        /// It, or the directory it is in, is somebody else's or open to others, or it is no socket.
        case untrusted
        /// What it says makes no sense, or it says nothing.
        case unintelligible
    }

    /// What asking for the key came to.
    package enum Handed: ~Copyable {
        /// The key of the identity as it stands.
        case key(MasterKey)
        /// Nobody has it.
        case nobody
        /// Something is there that is not believed.
        case ignored(Ignored)
    }

    /// Looks; it does not count as use. Never throws: without an agent that can be used it is locked.
    package static func state(in surroundings: Surroundings) -> State {
        guard let fingerprint = IdentityFile.fingerprint(at: HomeDirectory(path: surroundings.home).identity) else { return .locked }
        var state = State.locked
        let ignored = ask(.state, fingerprint, in: surroundings) { connection throws(SystemError) in
            let message = try connection.receive(
                limit: AgentMessage.answerLength + AgentMessage.mostFollowing, within: patience)
            if AgentMessage.answer(message) == .otherIdentity { return .passedOver }
            guard let left = AgentMessage.left(message) else { return .nonsense }
            state = .open(left)
            return .done
        }
        return state == .locked ? ignored.map(State.ignored) ?? .locked : state
    }

    /// The MasterKey, for the identity file that was read; with that the idle time begins again.
    package static func key(for file: IdentityFile, in surroundings: Surroundings) -> Handed {
        var handed: MasterKey?
        let ignored = ask(.key, file.fingerprint, in: surroundings) { connection throws(SystemError) in
            var hearing = Hearing.nonsense
            handed = try MasterKey.receive { memory throws(SystemError) in
                let (message, count) = try connection.receive(AgentMessage.answerLength, secret: &memory, within: patience)
                guard message.count == AgentMessage.answerLength else { return false }
                switch (AgentMessage.answer(message), count) {
                case (.key, MasterKey.byteCount): hearing = .done
                case (.otherIdentity, 0): hearing = .passedOver
                default: break
                }
                return hearing == .done
            }
            return hearing
        }
        switch consume handed {
        case .some(let key): return .key(key)
        case .none: return ignored.map { .ignored($0) } ?? .nobody
        }
    }

    /// How long an answer may take, on a computer that has much to do.
    private static var patience: Duration { .seconds(3) }

    /// What an answer was.
    private enum Hearing {
        case done, passedOver, nonsense
    }

    /// Asks in each place until one has answered. Returns why a place was left alone.
    private static func ask(
        _ question: AgentMessage.Question, _ fingerprint: [UInt8], in surroundings: Surroundings,
        _ hear: (borrowing LocalConnection) throws(SystemError) -> Hearing
    ) -> Ignored? {
        var ignored: Ignored?
        for place in (try? AgentPlace.all(in: surroundings)) ?? [] {
            do throws(SystemError) {
                guard let connection = try place.connect() else { continue }
                try connection.send(AgentMessage.asking(question, fingerprint))
                switch try hear(connection) {
                case .done: return nil
                case .passedOver: continue
                case .nonsense: ignored = .unintelligible
                }
            } catch {
                switch error {
                // It has just locked.
                case .closed: continue
                case .permissionDenied, .notRegular: ignored = .untrusted
                default: ignored = .unintelligible
                }
            }
        }
        return ignored
    }
}
