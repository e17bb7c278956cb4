import Glibc
import Testing
import VaultSystem

/// Promise 7: killed at any file operation, or in the middle of one, nothing that was acknowledged is lost, and the next command works.
struct KilledTests {
    @Test func addingACaseAtEveryPoint() throws {
        try sweep(["case", "add"], input: Words.anotherCase, step: 1, wants: [Words.title: 1, Words.secondTitle: 0])
    }

    @Test func editingACase() throws {
        try sweep(["case", "edit", "1"], input: Words.changedCase, step: 6, wants: [Words.newTitle: 1])
    }

    @Test func addingANote() throws {
        try sweep(["note", "add", "1"], input: "Nog iets.\n", step: 7, wants: [Words.title: 2])
    }

    @Test func erasingACase() throws {
        try sweep(["case", "erase", "1", "--yes"], input: "", step: 7, wants: [:])
    }

    @Test func importingAFolder() throws {
        try sweep(
            ["import", "{folder}", "--share"], input: "", step: 5, before: { try $0.makeTexts() },
            wants: [Words.title: 1, Words.secondTitle: 0, Words.newTitle: 0])
    }

    /// Ctrl-C while a folder is imported: all of it is there or nothing, and what is there may be done again.
    @Test func interruptingAnImport() throws {
        let stage = try Stage()
        try stage.makeGroup()
        try stage.makeTexts()
        let command = ["import", stage.texts, "--share"]
        let (count, _) = try stage.operations(command)
        var outcomes: Set<Int> = []
        for operation in stride(from: 1, through: count, by: max(1, count / 12)) {
            try stage.keep()
            let child = try stage.start(command, .stop, at: operation)
            try #require(child.waitForStop())
            let ended = try child.end(with: SIGINT)
            let found = try stage.look()
            #expect([-SIGINT, 130].contains(ended.exit) && found.findings == 0, "at \(operation) of \(count): \(ended.exit)")
            #expect(found.notes.count == 3 || ended.output == "", "at \(operation) of \(count): acknowledged and lost")
            outcomes.insert(found.notes.count)
            #expect(try stage.leftovers() == [], "at \(operation) of \(count)")
            try stage.restore()
        }
        #expect(outcomes == [1, 3])
    }

    /// The looks have gone from vault and home, or stand in both; what the next command finds is whole either way.
    @Test func erasingOldLooks() throws {
        let stage = try Stage()
        try stage.makeOldGroup()
        let command = ["audit", "expire", "--yes"]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var outcomes: Set<Bool> = []
        for (turn, operation) in stride(from: 1, through: count, by: 7).enumerated() {
            let ended = try stage.run(command, turn % 3 == 2 ? .torn : .kill, at: operation)
            let place = "at \(operation) of \(count)"
            #expect(ended.exit == -SIGKILL, "\(place)")
            let found = try stage.lookAtLog()
            outcomes.insert(found.erased == 3)
            #expect([0, 3].contains(found.erased) && found.findings == 0, "\(place): \(found)")
            #expect(found.erased == 3 || ended.output == "", "\(place): acknowledged and lost")
            // Given again it does what is left to do.
            try stage.must(command)
            #expect(try stage.lookAtLog().erased == 3, "\(place)")
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
        #expect(outcomes == [true, false])
    }

    /// Before the change there is one case with one note; `wants` is what there is after it: titles and numbers of notes.
    private func sweep(
        _ command: [String], input: String, step: Int, before: (Stage) throws -> Void = { _ in }, wants: [String: Int]
    ) throws {
        let stage = try Stage()
        try stage.makeGroup()
        try before(stage)
        let command = command.map { $0 == "{folder}" ? stage.texts : $0 }
        let (count, _) = try stage.operations(command, input: input)
        try #require(count > 50)
        var outcomes: Set<Bool> = []
        for (turn, operation) in stride(from: 1, through: count, by: step).enumerated() {
            let fault: Disturbance = turn % 3 == 2 ? .torn : .kill
            let ended = try stage.run(command, input: input, fault, at: operation)
            let place = "\(command) \(fault) at \(operation) of \(count)"
            #expect(ended.exit == -SIGKILL, "\(place)")
            // The next command, whole now and then.
            if turn.isMultiple(of: 10) { try stage.must(["case", "list"]) }
            let found = try stage.look()
            let done = found.notes == wants
            outcomes.insert(done)
            #expect(done || found.notes == [Words.title: 1], "\(place): \(found)")
            #expect(done || ended.output == "", "\(place): acknowledged and lost")
            #expect(found.findings == 0, "\(place)")
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
        #expect(outcomes == [true, false], "\(command): both sides of the change were seen")
    }

    @Test func foundingAGroup() throws {
        let stage = try Stage()
        try stage.makeIdentity()
        let command = ["group", "create", "--name", Words.group]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        var outcomes: Set<Bool> = []
        for (turn, operation) in stride(from: 2, through: count, by: 6).enumerated() {
            let ended = try stage.run(command, turn % 3 == 2 ? .torn : .kill, at: operation)
            let place = "at \(operation) of \(count)"
            let stands = try Files.exists(stage.vault)
            outcomes.insert(stands)
            #expect(stands || ended.output == "", "\(place): acknowledged and lost")
            // Founding can be repeated where nothing stands; elsewhere the group is there.
            let next = try stage.run(stands ? ["group", "show"] : command)
            #expect(next.exit == 0 && next.output.contains(Words.group), "\(place): \(next.errors)")
            let found = try stage.look()
            #expect(found.notes.isEmpty && found.findings == 0, "\(place)")
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
        #expect(outcomes == [true, false])
    }

    @Test func makingAnIdentity() throws {
        let stage = try Stage()
        let command = ["identity", "create", "--name", Words.person, "--kdf", "interactive"]
        let (count, _) = try stage.operations(command)
        for operation in 1...count {
            let ended = try stage.run(command, operation.isMultiple(of: 2) ? .torn : .kill, at: operation)
            let next = try stage.run(command)
            let place = "at \(operation) of \(count): \(next.exit) \(next.errors)"
            #expect(next.exit == 0 || next.exit == 3, "\(place)")
            #expect(ended.output == "" || next.exit == 3, "\(place): acknowledged and lost")
            #expect(try stage.leftovers() == [], "\(place)")
            #expect(try stage.must(["identity", "show"]).output.contains(Words.person), "\(place)")
            try stage.restore()
        }
    }

    @Test func changingThePassphrase() throws {
        let stage = try Stage()
        try stage.makeIdentity()
        let command = ["identity", "passphrase"]
        let both = Words.passphrase + "\n" + Words.newPassphrase
        let (count, _) = try stage.operations(command, secret: both)
        var outcomes: Set<Bool> = []
        for operation in 1...count {
            let ended = try stage.run(command, secret: both, operation.isMultiple(of: 2) ? .torn : .kill, at: operation)
            let old = try stage.run(["identity", "show"]).exit
            let new = try stage.run(["identity", "show"], secret: Words.newPassphrase).exit
            let place = "at \(operation) of \(count)"
            #expect(Set([old, new]) == [0, 9], "\(place): one of the two opens it")
            #expect(ended.output == "" || new == 0, "\(place): acknowledged and lost")
            outcomes.insert(new == 0)
            // The next command that changes the home clears what was left.
            try stage.must(command, secret: new == 0 ? Words.newPassphrase + "\n" + Words.passphrase : both)
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
        #expect(outcomes == [true, false])
    }
}
