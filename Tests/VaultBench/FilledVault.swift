import Foundation
import VaultCore
import VaultTestkit

/// A vault of many cases, each with one note, in memory-backed storage where there is such a place: durable commits to a disk take
/// anything from 1 to 20 ms and are not what is measured. Gone when the value goes.
struct FilledVault {
    let test: TestVault
    /// The line that opens it.
    static let passphrase = "wachtzin van de test\n"
    /// As long as the summary of every case.
    static let summary = "{\"title\":\"Casus 1000\"}"
    /// The text of every case.
    static let body = String(repeating: "De cliënt wilde niet verder. ", count: 60)
    /// The text of every note.
    static let note = "Wat zou je nu anders doen?"

    /// As many cases, and twice as many entries (about: the first entry founds the group).
    init(cases: Int) throws {
        test = try TestVault(in: MemoryStorage.path)
        _ = try test.foundGroup()
        let session = try test.open()
        for number in 1...cases {
            let text = try CaseText(title: "Casus \(number)", pitch: nil, body: Self.body)
            let added = try session.addCase(text, share: true, dryRun: false)
            _ = try session.addNote(Self.note, toCase: added.number, dryRun: false)
        }
        // What is not written yet must not be written while something is measured.
        sync()
    }

    /// Where vaults stand, in a report's words.
    static var place: String { MemoryStorage.path == nil ? "on disk" : "in memory-backed storage" }
}

/// Where files are kept in memory, if this system has such a place.
private enum MemoryStorage {
    static let path: String? = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : nil
}
