import VaultFormat
import VaultStore
import VaultSystem

/// Where things are in the home: `identity`, `lock`, and one file per membership under `groups`.
struct HomeDirectory {
    let path: String

    var identity: String { path + "/identity" }
    var lock: String { path + "/lock" }
    var groups: String { path + "/groups" }

    /// What the vault of a group is called while it is made, beside its place at `path`. The home knows both, so that a crash while
    /// founding leaves nothing that cannot be found again.
    static func unfinishedVault(of group: GroupID, at path: String) throws -> String {
        try Fault.ofSystem { () throws(SystemError) in try Files.sibling(of: path, named: ".kluis-\(group.hex).new") }
    }

    func membership(of group: GroupID) -> String { "\(groups)/\(group.hex).home" }

    /// Makes the home and its folder of memberships, 0700, where they do not exist.
    func make() throws {
        try Fault.ofSystem { () throws(SystemError) in
            try Files.makePrivateDirectory(path)
            try Files.makePrivateDirectory(groups)
        }
    }

    /// Refuses a home that somebody else owns or may write in, its files too: whatever it says could be theirs. Throws
    /// ``IOFault/othersMayWrite``; a home that does not exist is none of this.
    func requireTrusted() throws {
        let names = try Fault.ofSystem { () throws(SystemError) in try Files.names(in: groups) }
        for place in [path, groups, identity] + names.map({ "\(groups)/\($0)" }) {
            let isMine = try Fault.ofSystem { () throws(SystemError) in try Files.isMineToWrite(place) }
            guard isMine else { throw Fault.io(.othersMayWrite) }
        }
    }

    /// Takes the lock that keeps two commands of one home apart; waits five seconds at most. Everything that makes a file in the home
    /// holds it, so what is half made then was left by a crash, and goes.
    func locked(_ surroundings: Surroundings) throws -> FileLock {
        let held = try Fault.ofSystem { () throws(SystemError) in try FileLock.acquire(lock, onWait: surroundings.onWait) }
        for folder in [path, groups] { Files.removeTemporaries(in: folder) }
        return held
    }

    /// The groups that have a file here, in order of id. Throws what ``requireTrusted()`` throws.
    func memberships() throws -> [GroupID] {
        try requireTrusted()
        let names = try Fault.ofSystem { () throws(SystemError) in try Files.names(in: groups) }
        return names.compactMap { name in
            guard name.hasSuffix(".home") else { return nil }
            return try? GroupID(hex: Array(name.utf8.dropLast(5)))
        }.sorted { $0.hex < $1.hex }
    }
}

extension Fault {
    /// Runs something that touches files and turns its error into what a person is told.
    static func ofSystem<Value: ~Copyable>(_ body: () throws(SystemError) -> Value) throws -> Value {
        do throws(SystemError) { return try body() } catch { throw Fault(error) }
    }

    /// What a system error means to a person.
    init(_ error: SystemError) {
        switch error {
        case .notFound: self = .io(.notFound)
        case .alreadyExists: self = .exists(.vault)
        case .notRegular: self = .io(.notRegular)
        case .permissionDenied: self = .io(.permission)
        case .readOnly: self = .io(.readOnly)
        case .noSpace: self = .io(.full)
        case .tooLarge, .tooLong: self = .io(.failed(27))
        case .closed: self = .io(.closed)
        case .busy: self = .busy
        case .endOfInput, .interrupted, .notATerminal: self = .io(.failed(5))
        case .failed(let number): self = .io(.failed(number))
        }
    }
}
