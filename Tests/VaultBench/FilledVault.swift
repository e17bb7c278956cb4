import Foundation
import VaultCore
import VaultFormat
import VaultTestkit

/// A vault of many cases, each with one note beside every other kind of entry: made in memory-backed storage, since ten thousand durable commits are not what
/// is measured, then copied to the disk.
struct FilledVault {
    let folder: URL
    /// Where `kluis` finds things.
    var home: String { folder.appendingPathComponent("home").path }
    var vault: String { folder.appendingPathComponent("group.kluis").path }
    static let passphrase = "wachtzin van de test\n"

    /// As many cases, and twice as many entries (about: the first entry founds the group).
    static func make(cases: Int) throws -> FilledVault {
        let test = try TestVault(in: MemoryStorage.path)
        _ = try test.foundGroup()
        let session = try test.open()
        for number in 1...cases {
            let text = try CaseText(
                title: "Casus \(number)", pitch: nil, body: String(repeating: "De cliënt wilde niet verder. ", count: 60))
            let added = try session.addCase(text, share: true, dryRun: false)
            _ = try session.addNote("Wat zou je nu anders doen?", toCase: added.number, dryRun: false)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kluis-bench-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: test.folder), to: folder)
        // What was copied must not wait to be written while something else is measured.
        sync()
        return FilledVault(folder: folder)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Where files are kept in memory, if this system has such a place.
enum MemoryStorage {
    static let path: String? = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : nil
}
