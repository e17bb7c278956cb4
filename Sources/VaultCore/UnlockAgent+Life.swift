package import VaultCrypto
package import VaultFormat
import VaultSystem

extension UnlockAgent {
    /// How long a process may take to start, or to end.
    private static var processPatience: Duration { .seconds(5) }

    /// `kluis unlock`: starts an agent for this home, in the place of one that is there. `idle`: seconds without use. Returns when it locks
    /// at the latest. Throws ``Fault``: no identity, what `unlocking` throws, ``IOFault/socketPlace``, io.
    package static func open(
        idle: Int64, in surroundings: Surroundings, unlocking: (IdentityFile) throws -> MasterKey
    ) throws -> Instant {
        let directory = HomeDirectory(path: surroundings.home)
        let file = try IdentityFile.read(in: directory)
        let master = try unlocking(file)
        let lock = try directory.locked(surroundings)
        _ = try self.lock(in: surroundings)
        guard let place = try AgentPlace.all(in: surroundings).first else { throw Fault.noIdentity }
        try Fault.ofSocket { () throws(SystemError) in
            if place.folder != (try Files.absolutePath(surroundings.home)) { try Files.makePrivateDirectory(place.folder) }
            let folder = try SocketFolder.open(place.folder)
            try folder.remove(place.name)
            let listener = try folder.bind(place.name)
            do throws(SystemError) {
                let words = AgentProcess.words(
                    identity: try Files.absolutePath(surroundings.home) + "/identity", socket: place.name, idle: idle)
                let agent = try ChildProgram(path: ChildProgram.itself, environment: [:]).detach(words, listener: listener, folder: folder)
                try master.lend { key throws(SystemError) in
                    try agent.send(AgentMessage.asking(.key, file.fingerprint), secret: key)
                }
                guard AgentMessage.answer(try agent.receive(limit: AgentMessage.answerLength, within: processPatience)) == .key else {
                    throw SystemError.closed
                }
            } catch {
                try? folder.remove(place.name)
                throw error
            }
        }
        lock.release()
        return Instant(seconds: surroundings.now().seconds + UnlockTerm.most)
    }

    /// What locking came to.
    package struct Locked: Equatable, Sendable {
        /// Whether an agent was there; it is gone now, and its memory with it.
        package let wasOpen: Bool
        /// Something that was left alone.
        package let ignored: Ignored?
    }

    /// `kluis lock`: returns when no agent of this home holds a key any more. One that does not answer is ended. Needs no identity. Throws
    /// ``Fault/io(_:)``.
    package static func lock(in surroundings: Surroundings) throws -> Locked {
        var wasOpen = false
        var ignored: Ignored?
        for place in try AgentPlace.all(in: surroundings) {
            do throws(SystemError) {
                guard let connection = try place.connect() else {
                    // Nobody listens any more: what a process left that was killed.
                    try place.removeStale()
                    continue
                }
                wasOpen = try end(connection) || wasOpen
                try place.removeStale()
            } catch {
                switch error {
                case .permissionDenied, .notRegular: ignored = .untrusted
                default: ignored = .unintelligible
                }
            }
        }
        return Locked(wasOpen: wasOpen, ignored: ignored)
    }

    /// Whether there was an agent. Throws where somebody else answers.
    private static func end(_ connection: borrowing LocalConnection) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try connection.send(AgentMessage.asking(.lock, [UInt8](repeating: 0, count: 32)))
            let answer = try connection.receive(limit: AgentMessage.answerLength, within: processPatience)
            guard AgentMessage.answer(answer) == .locked else { throw .failed(errno: 71) }
            try connection.waitForEnd(within: processPatience)
        } catch {
            switch error {
            case .closed: break
            case .busy: try connection.endPeer()
            default: throw error
            }
        }
        return true
    }
}

extension AgentPlace {
    /// Removes a socket on which nobody listens any more.
    fileprivate func removeStale() throws(SystemError) {
        do throws(SystemError) { try SocketFolder.open(folder).remove(name) } catch {
            if error != .notFound { throw error }
        }
    }
}

extension Fault {
    /// Runs something that has to do with the agent's socket.
    fileprivate static func ofSocket(_ body: () throws(SystemError) -> Void) throws {
        do throws(SystemError) { try body() } catch {
            switch error {
            case .permissionDenied, .notRegular, .alreadyExists: throw Fault.io(.socketPlace)
            default: throw Fault(error)
            }
        }
    }
}
