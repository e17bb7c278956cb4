import VaultCore
import VaultCrypto
import VaultSystem

/// Somebody keeps a home and a copy of the vault, goes away, and tries the keys in the one on the other.
extension Stage {
    /// More than a home in a story has.
    private static let largestFile = 16 << 20

    func copy(_ from: String, to path: String) throws {
        try Files.replace(path, RawVault(from).bytes)
    }

    /// A home is the identity and a file for each group.
    func layCopyAside(with person: Person) throws {
        try copy(vault, to: oldCopy)
        let from = home(person), aside = homeAside(person)
        try Files.makePrivateDirectory(aside + "/groups")
        for name in try ["identity"] + Files.names(in: from + "/groups").map({ "groups/" + $0 }) {
            try Files.replace(aside + "/" + name, try Files.read(from + "/" + name, limit: Self.largestFile))
        }
    }

    /// On the copy they open what this person could read, which shows that the attempt is real. In the vault as it is now they may open
    /// what they opened then and stands there still, which is no text, and nothing that has come since.
    func tryOldKeys(of person: Person) throws -> Surprise? {
        let before = try attempt(person, on: oldCopy)
        let now = try attempt(person, on: vault)
        let fresh = now.blobs.subtracting(before.blobs)
        let freshOpened = now.opened.intersection(fresh).count
        try narrator.list([
            .keysTried(before.count, blobs: before.blobs.count), .opensBefore(parts: before.parts.count, payloads: before.payloads.count),
            .opensNow(parts: now.parts.count), .opensFresh(freshOpened, of: fresh.count), .opensStill(now.opened.count - freshOpened),
        ])
        let isReal = before.parts.count == Story.partsBramCouldRead && !before.payloads.isEmpty
        return isReal && now.parts.isEmpty && freshOpened == 0 && !fresh.isEmpty ? nil : .search
    }

    private func attempt(_ person: Person, on vault: String) throws -> OldKeys {
        let passphrase = try Passphrase.read { memory in
            for (place, byte) in person.passphrase.utf8.enumerated() { memory.storeBytes(of: byte, toByteOffset: place, as: UInt8.self) }
            return person.passphrase.utf8.count
        }
        return try OldKeys.try(home: homeAside(person), passphrase: passphrase, vault: vault)
    }
}
