import Foundation
import Testing
import VaultSystem

/// Promise 7 for attachments, erasing and leaving: a full disk, a failing one, a kill or a torn write at one file operation after the
/// other. A change is there whole or not at all, is only acknowledged when it is there, and can be done again.
struct FailedChangeTests {
    private static let faults: [Disturbance] = [.enospc, .kill, .eio, .torn]
    private static let content = [UInt8]((0..<150_000).map { UInt8(truncatingIfNeeded: $0 * 31) })

    @Test func addingAnAttachment() throws {
        let stage = try Stage()
        try stage.makeGroup()
        try Files.createNew(stage.folder + "/brief.bin", Self.content)
        try sweep(stage, ["attach", "add", "1", stage.folder + "/brief.bin"], step: 5) { try Self.attachments($0) == 1 }
    }

    @Test func erasingACase() throws {
        let stage = try Stage()
        try stage.makeGroup()
        try Files.createNew(stage.folder + "/brief.bin", Self.content)
        try stage.must(["attach", "add", "1", stage.folder + "/brief.bin"])
        try sweep(stage, ["case", "erase", "1", "--yes"], step: 7) { try $0.look().notes.isEmpty }
    }

    @Test func takingAMemberOff() throws {
        let stage = try Stage()
        try stage.makeGroup()
        try stage.admit("Bram")
        try sweep(stage, ["member", "remove", "Bram", "--yes"], step: 9) {
            try $0.must(["member", "list", "--json"]).output.contains(#""status":"removed""#)
        }
    }

    /// What is saved is a whole file under its name, or no file under any.
    @Test func savingAnAttachment() throws {
        let stage = try Stage()
        try stage.makeGroup()
        try Files.createNew(stage.folder + "/brief.bin", Self.content)
        try stage.must(["attach", "add", "1", stage.folder + "/brief.bin"])
        let folder = stage.folder + "/saved"
        try Files.makePrivateDirectory(folder)
        let command = ["attach", "save", "1", "1", "--to", folder]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var outcomes: Set<Bool> = []
        for (turn, operation) in stride(from: 1, through: count, by: 5).enumerated() {
            let fault = Self.faults[turn % Self.faults.count]
            let ended = try stage.run(command, fault, at: operation)
            let place = "\(fault) at \(operation) of \(count): \(ended.exit) \(ended.errors)"
            let stands = try Files.exists(folder + "/brief.bin")
            outcomes.insert(stands)
            #expect(stands || ended.output == "", "\(place): acknowledged and not there")
            if stands { #expect(try Files.read(folder + "/brief.bin", limit: 1 << 20) == Self.content, "\(place)") }
            if fault == .eio || fault == .enospc {
                #expect(try Files.names(in: folder) == (stands ? ["brief.bin"] : []), "\(place)")
            }
            if !stands {
                try stage.must(command)
                #expect(try Files.names(in: folder) == ["brief.bin"], "\(place)")
            }
            #expect(try stage.look().findings == 0, "\(place)")
            try stage.restore()
        }
        #expect(outcomes.contains(false))
    }

    private func sweep(_ stage: Stage, _ command: [String], step: Int, isDone: (Stage) throws -> Bool) throws {
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var outcomes: Set<Bool> = []
        for (turn, operation) in stride(from: 1, through: count, by: step).enumerated() {
            let fault = Self.faults[turn % Self.faults.count]
            let ended = try stage.run(command, fault, at: operation)
            let place = "\(command) \(fault) at \(operation) of \(count): \(ended.exit) \(ended.errors)"
            #expect(ended.exit == 0 || (fault == .kill || fault == .torn ? ended.exit == -SIGKILL : ended.exit == 5), "\(place)")
            #expect(![Words.title, Words.pitch, Words.body, Words.note].contains { ended.errors.contains($0) }, "\(place)")
            #expect(try stage.look().findings == 0, "\(place)")
            let done = try isDone(stage)
            outcomes.insert(done)
            #expect(done || ended.output == "", "\(place): acknowledged and lost")
            if !done, turn.isMultiple(of: 3) {
                try stage.must(command)
                #expect(try isDone(stage), "\(place)")
            }
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
        #expect(outcomes.contains(false), "\(command)")
    }

    private static func attachments(_ stage: Stage) throws -> Int? {
        (try data(try stage.must(["attach", "list", "1", "--json"]).output)["items"] as? [Any])?.count
    }

    private static func data(_ output: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        return try #require(object?["data"] as? [String: Any])
    }
}
