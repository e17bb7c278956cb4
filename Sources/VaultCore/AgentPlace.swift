import VaultCrypto
import VaultFormat
import VaultSystem

/// Where the socket of a home's agent may stand: in the directory that goes when the person logs out, and else in the home; an agent of
/// another session of the same person is found in the directory of theirs. Its name comes from the home's path, so that each home has its
/// own.
struct AgentPlace: Equatable {
    /// The directory.
    let folder: String
    /// The socket's name in it.
    let name: String

    /// In the order in which they are looked at; none where the home does not exist.
    static func all(in surroundings: Surroundings) throws -> [AgentPlace] {
        let home: String
        do throws(SystemError) { home = try Files.absolutePath(surroundings.home) } catch {
            if error == .notFound { return [] }
            throw Fault(error)
        }
        let name = "agent-" + Hex.encode(Array(Digest.sha256(Array(home.utf8)).prefix(8)))
        let runtime = surroundings.runtime.flatMap(usable)
        // Where the session of the desktop has its sockets, for a shell that does not know of it.
        let usual = usable("/run/user/\(Machine.userNumber)")
        let folders = [runtime, home, usual == runtime ? nil : usual]
        return folders.compactMap { $0.map { AgentPlace(folder: $0, name: name) } }
    }

    /// A directory for this program within the runtime directory, where that is this person's: with another person's environment, as `su`
    /// leaves it, it is not.
    private static func usable(_ runtime: String) -> String? {
        guard runtime.hasPrefix("/"), (try? Files.kind(of: runtime)) == .directory, (try? Files.isMineToWrite(runtime)) == true else {
            return nil
        }
        return runtime + "/kluis"
    }

    /// A connection to whoever listens there; nil where nobody does. Throws ``SystemError`` for a place that cannot be trusted.
    func connect() throws(SystemError) -> LocalConnection? {
        do throws(SystemError) { return try SocketFolder.open(folder).connect(name) } catch {
            if error == .notFound { return nil }
            throw error
        }
    }
}
