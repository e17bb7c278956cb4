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
    var passphraseFile: String { folder.appendingPathComponent("passphrase").path }

    /// As many cases, and twice as many entries (about: the first entry founds the group).
    static func make(cases: Int) throws -> FilledVault {
        let test = try TestVault()
        _ = try test.foundGroup()
        let session = try test.open()
        for number in 1...cases {
            let text = try CaseText(title: "Casus \(number)", pitch: nil, body: String(repeating: "De cliënt wilde niet verder. ", count: 60))
            let added = try session.addCase(text, share: true, dryRun: false)
            _ = try session.addNote("Wat zou je nu anders doen?", toCase: added.number, dryRun: false)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kluis-bench-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: test.folder), to: folder)
        let filled = FilledVault(folder: folder)
        try Data("wachtzin van de test\n".utf8).write(to: URL(fileURLWithPath: filled.passphraseFile))
        return filled
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
