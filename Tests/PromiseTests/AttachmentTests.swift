import Foundation
import Glibc
import Testing
import VaultCore
import VaultFormat
import VaultSystem
import VaultTestkit

/// Attachments of the built program: little memory, and all or nothing whatever ends it.
struct AttachmentTests {
    private let stage: Stage

    /// Anna, a group, a case in it; a file beside them and a folder to save in.
    init() throws {
        stage = try Stage()
        try stage.makeGroup()
        try Files.makePrivateDirectory(stage.folder + "/out")
    }

    private var source: String { stage.folder + "/Dossier Quispel.pdf" }
    private var target: String { stage.folder + "/out/Dossier Quispel.pdf" }

    private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) } }

    /// The attachments of case 1, all of it opened, and nothing wrong.
    private func expectWhole(_ place: String) throws -> [Int] {
        let surroundings = Surroundings(home: stage.home, now: { Instant(seconds: Clock.now()) }, onWait: {})
        let session = try Session.open(
            vault: stage.vault, passphrase: try TestVault.passphrase(Words.passphrase), in: surroundings, readOnly: false)
        #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(place)")
        #expect(try session.verifyLog().findings == [], "\(place)")
        return try session.attachments(ofCase: 1).items.map(\.bytes)
    }

    /// Adding and saving 64 MiB, and moving, checking and erasing four times as much, take less than 24 MiB above what a command takes that
    /// does next to nothing, the passphrase apart.
    @Test(.enabled(if: geteuid() == 0, "only root may have the kernel forget the most memory of a program that forbids to be looked into"))
    func sixtyFourMebibytesInLittleMemory() throws {
        func most(_ command: [String]) throws -> Int {
            try stage.must(command)
            return try #require(try stage.report().last)
        }
        try #require(FileManager.default.createFile(atPath: source, contents: nil))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: source))
        let mebibyte = Data(Self.bytes(1 << 20))
        for _ in 0..<64 { try file.write(contentsOf: mebibyte) }
        try file.close()
        let idle = try most(["group", "show"])
        try #require(idle > 0)
        // Three more beside it: what is done to all of them takes no more memory than one.
        for _ in 0..<3 { try stage.must(["attach", "add", "1", source]) }
        for command in [
            ["attach", "add", "1", source], ["attach", "save", "1", "4", "--to", stage.folder + "/out"], ["case", "withdraw", "1"],
            ["check", "--deep"], ["case", "erase", "1", "--yes"],
        ] {
            let above = try most(command) - idle
            #expect(above < 24 << 10, "\(command): \(above) KiB above \(idle)")
        }
        #expect(FileManager.default.contentsEqual(atPath: source, andPath: target))
    }

    /// Taking somebody off rewrites a gibibyte of attachments in as little memory, says how far it is, and looks first whether the disk has
    /// room.
    @Test(.enabled(if: geteuid() == 0, "only root may have the kernel forget the most memory of a program that forbids to be looked into"))
    func aRemovalRewritesAGibibyte() throws {
        try stage.admit("Bram")
        try TestVault.write(Self.bytes(64 << 20), to: source)
        for _ in 0..<16 { try stage.must(["attach", "add", "1", source]) }
        try stage.must(["group", "show"])
        let idle = try #require(try stage.report().last)
        try #require(idle > 0)
        let size = try RawFile(stage.vault).count("entries")
        stage.environment["FAULT_FREE"] = String(1 << 30)
        let refused = try stage.run(["member", "remove", "Bram", "--yes"])
        #expect(refused.exit == 5 && refused.output == "", "\(refused.errors)")
        #expect(try RawFile(stage.vault).count("entries") == size)
        stage.environment["FAULT_FREE"] = nil
        let removed = try stage.must(["member", "remove", "Bram", "--yes"])
        #expect(removed.errors.contains(" of "), "\(removed.errors)")
        let above = try #require(try stage.report().last) - idle
        #expect(above < 24 << 10, "\(above) KiB above \(idle)")
        #expect(try expectWhole("after it") == [Int](repeating: 64 << 20, count: 16))
    }

    /// Killed anywhere while it adds one, the case has it or not, and the next command works.
    @Test func killedWhileAdding() throws {
        try TestVault.write(Self.bytes(200_000), to: source)
        let command = ["attach", "add", "1", source]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var outcomes: Set<Bool> = []
        for (turn, operation) in stride(from: 1, through: count, by: max(1, count / 30)).enumerated() {
            let ended = try stage.run(command, turn % 3 == 2 ? .torn : .kill, at: operation)
            let place = "at \(operation) of \(count)"
            #expect(ended.exit == -SIGKILL, "\(place)")
            let found = try expectWhole(place)
            #expect(found == [200_000] || found == [] && ended.output == "", "\(place)")
            outcomes.insert(found.isEmpty)
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
        #expect(outcomes == [true, false])
    }

    /// Killed anywhere while it saves one, the folder has all of it or nothing at all.
    @Test func killedWhileSaving() throws {
        let bytes = Self.bytes(200_000)
        try TestVault.write(bytes, to: source)
        try stage.must(["attach", "add", "1", source])
        let command = ["attach", "save", "1", "1", "--to", stage.folder + "/out"]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        for (turn, operation) in stride(from: 1, through: count, by: max(1, count / 30)).enumerated() {
            let ended = try stage.run(command, turn % 3 == 2 ? .torn : .kill, at: operation)
            let place = "at \(operation) of \(count)"
            #expect(ended.exit == -SIGKILL, "\(place)")
            let names = try Files.names(in: stage.folder + "/out")
            #expect(names == [] && ended.output == "" || names == ["Dossier Quispel.pdf"], "\(place)")
            if !names.isEmpty { #expect(try TestVault.bytes(target) == bytes, "\(place)") }
            #expect(try expectWhole(place) == [200_000])
            try stage.restore()
        }
    }

    /// A full disk at any write: refused, nothing half there, and no name in what is said. What is saved has its entry.
    @Test func aFullDisk() throws {
        let bytes = Self.bytes(200_000)
        try TestVault.write(bytes, to: source)
        let add = ["attach", "add", "1", source]
        for command in [add, ["attach", "save", "1", "1", "--to", stage.folder + "/out"]] {
            let before = try expectWhole("before")
            let (count, _) = try stage.operations(command)
            for operation in stride(from: 1, through: count, by: max(1, count / 25)) {
                let ended = try stage.run(command, .enospc, at: operation)
                let place = "\(command[1]) at \(operation) of \(count): \(ended.exit) \(ended.errors)"
                let saved = try Files.names(in: stage.folder + "/out")
                let found = try expectWhole(place)
                if ended.exit == 0 {
                    #expect(found == [200_000] && (command == add || saved == ["Dossier Quispel.pdf"]), "\(place)")
                } else {
                    #expect(ended.exit == 5 && ended.output == "" && !ended.errors.contains("Quispel"), "\(place)")
                    #expect(found == before || command == add && found == [200_000], "\(place)")
                    #expect(saved == [] || saved == ["Dossier Quispel.pdf"], "\(place)")
                }
                if !saved.isEmpty { #expect(try TestVault.bytes(target) == bytes, "\(place)") }
                #expect(try stage.leftovers() == [], "\(place)")
                try stage.restore()
            }
            if command == add { try stage.must(add) }
        }
    }

    /// Killed anywhere while its case is withdrawn, all of it stands where it stood or all of it where it goes, and is whole.
    @Test func killedWhileMoving() throws {
        try TestVault.write(Self.bytes(200_000), to: source)
        try stage.must(["attach", "add", "1", source])
        let command = ["case", "withdraw", "1"]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var outcomes: Set<Int> = []
        for (turn, operation) in stride(from: 1, through: count, by: max(1, count / 30)).enumerated() {
            let entries = try RawFile(stage.vault).count("entries")
            let ended = try stage.run(command, turn % 3 == 2 ? .torn : .kill, at: operation)
            let place = "at \(operation) of \(count)"
            #expect(ended.exit == -SIGKILL, "\(place)")
            #expect(try expectWhole(place) == [200_000], "\(place)")
            outcomes.insert(try RawFile(stage.vault).count("entries") - entries)
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
        #expect(outcomes.count > 1)
    }

    /// Where there is no room for it, it is refused before anything is done or said in the log; where there is, it is done.
    @Test func roomIsLookedForFirst() throws {
        try TestVault.write(Self.bytes(200_000), to: source)
        for command in [
            ["attach", "add", "1", source], ["attach", "save", "1", "1", "--to", stage.folder + "/out"], ["case", "withdraw", "1"],
        ] {
            let before = try TestVault.bytes(stage.vault)
            stage.environment["FAULT_FREE"] = "150000"
            let ended = try stage.run(command)
            #expect(ended.exit == 5 && ended.output == "" && !ended.errors.contains("Quispel"), "\(command)")
            #expect(try TestVault.bytes(stage.vault) == before && Files.names(in: stage.folder + "/out") == [], "\(command)")
            stage.environment["FAULT_FREE"] = "4000000"
            try stage.must(command)
            try? Files.remove(target)
        }
        #expect(try expectWhole("moved") == [200_000])
    }
}
