import Testing
import VaultSystem

/// Promise 7 for backups: killed, torn off, out of room or failing at one file operation after the other.
struct BackupFaultTests {
    private static let faults: [Disturbance] = [.kill, .enospc, .torn, .eio]

    /// There is a whole backup or none, and the vault is as it was but for the entry.
    @Test func makingOne() throws {
        let stage = try Stage()
        try stage.makeGroup()
        let file = stage.folder + "/backup.kluis"
        let command = ["backup", "create", file]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var seen: Set<Bool> = []
        for (turn, operation) in stride(from: 1, through: count, by: 3).enumerated() {
            let fault = Self.faults[turn % Self.faults.count]
            let ended = try stage.run(command, fault, at: operation)
            let place = "\(fault) at \(operation) of \(count): \(ended.exit) \(ended.errors)"
            let stands = try Files.exists(file)
            seen.insert(stands)
            #expect(stands || ended.output == "", "\(place): acknowledged and not there")
            if stands {
                let checked = try stage.must(["backup", "check", file, "--json"]).output
                #expect(checked.contains(#""openable":3,"parts":3,"#), "\(place)")
            }
            let found = try stage.look()
            #expect(found.notes == [Words.title: 1] && found.findings == 0, "\(place)")
            try expectTidy(stage, fault, place)
            try stage.restore()
        }
        // Hardly anything can fail behind its name.
        #expect(seen.contains(false))
    }

    /// The vault is gone. Whatever happens, the restore can be repeated, and nothing that was acknowledged is lost.
    @Test func puttingOneBack() throws {
        let stage = try Stage()
        try stage.makeGroup()
        let file = stage.folder + "/backup.kluis"
        try stage.must(["backup", "create", file])
        try stage.must(["note", "add", "1"], input: "Na de kopie.\n")
        try Files.remove(stage.vault)
        let command = ["backup", "restore", file, "--yes"]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var seen: Set<Bool> = []
        for (turn, operation) in stride(from: 2, through: count, by: 3).enumerated() {
            let fault = Self.faults[turn % Self.faults.count]
            let ended = try stage.run(command, fault, at: operation)
            let place = "\(fault) at \(operation) of \(count): \(ended.exit) \(ended.errors)"
            let stands = try Files.exists(stage.vault)
            seen.insert(stands)
            #expect(stands || ended.output == "", "\(place): acknowledged and not there")
            try stage.must(command)
            let found = try stage.look()
            // The note that was not in the backup is lost, and nothing else.
            #expect(found.notes == [Words.title: 2] && found.findings == 1, "\(place)")
            try expectTidy(stage, fault, place)
            try stage.restore()
        }
        #expect(seen == [true, false])
    }

    /// Only who is killed leaves a file without a name of its own.
    private func expectTidy(_ stage: Stage, _ fault: Disturbance, _ place: String) throws {
        guard fault == .enospc || fault == .eio else { return }
        let left = try stage.leftovers()
        #expect(left == [], "\(place)")
    }
}
