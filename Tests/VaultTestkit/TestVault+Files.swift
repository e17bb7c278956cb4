import Foundation
package import VaultCore
package import VaultFormat
import VaultSystem

/// Copies of files, as backups, thieves and sticks make them.
extension TestVault {
    /// The surroundings of a command with another home.
    package func surroundings(home: String) -> Surroundings {
        Surroundings(home: home, now: { [self] in time }, onWait: {})
    }

    /// Runs one command, whose session ends with it.
    package func run<Answer>(
        home: String? = nil, vault: String? = nil, readOnly: Bool = false, remembersPlace: Bool = true, _ body: (Session) throws -> Answer
    ) throws -> Answer {
        let session = try Session.open(
            vault: vault ?? path, in: surroundings(home: home ?? self.home), readOnly: readOnly, remembersPlace: remembersPlace,
            unlocking: master(of:))
        return try body(session)
    }

    /// A file in the folder.
    package func file(_ name: String) -> String { folder + "/" + name }

    /// Copies the home, as it is, to another name in the folder; what was there goes. Returns its path.
    package func copyHome(to name: String, from home: String? = nil) throws -> String {
        let copy = file(name)
        try? Self.removeAll(copy)
        try Self.copyAll(home ?? self.home, to: copy)
        return copy
    }

    /// Puts a copy of a home in the place of the home.
    package func restoreHome(_ copy: String) throws {
        try Self.removeAll(home)
        try Self.copyAll(copy, to: home)
    }

    /// Copies the vault, as it is, to another name in the folder. Returns its path.
    package func copyVault(to name: String) throws -> String {
        try? Files.remove(file(name))
        try Files.createNew(file(name), try Self.bytes(path))
        return file(name)
    }

    /// Puts a copy of a vault in the place of the vault.
    package func restoreVault(_ copy: String) throws {
        try Files.remove(path)
        try Files.createNew(path, try Self.bytes(copy))
    }

    /// The whole of a file.
    package static func bytes(_ path: String) throws -> [UInt8] { try Files.read(path, limit: 1 << 26) }

    /// Puts bytes in a file without waiting for the disk.
    package static func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    /// Every file below a folder, by path.
    package static func allBytes(in folder: String) throws -> [String: [UInt8]] {
        var all: [String: [UInt8]] = [:]
        for name in try Files.names(in: folder) {
            let inner = folder + "/" + name
            do { all[inner] = try bytes(inner) } catch { all.merge(try allBytes(in: inner)) { $1 } }
        }
        return all
    }

    /// The file in which this home keeps the group.
    package func membership(of group: GroupID, home: String? = nil) -> String { "\(home ?? self.home)/groups/\(group.hex).home" }

    private static func copyAll(_ from: String, to target: String) throws {
        try Files.makePrivateDirectory(target)
        for name in try Files.names(in: from) {
            let (source, copy) = (from + "/" + name, target + "/" + name)
            if let bytes = try? bytes(source) { try Files.createNew(copy, bytes) } else { try copyAll(source, to: copy) }
        }
    }

    /// Removes a folder with everything in it.
    package static func removeAll(_ path: String) throws {
        for name in try Files.names(in: path) {
            let inner = path + "/" + name
            do { try Files.remove(inner) } catch { try removeAll(inner) }
        }
        try Files.removeDirectory(path)
    }
}
