import Testing
import VaultCore
import VaultStore
import VaultTestkit

/// Promise 4: an answer that shows content is on standard output only when its entry is in the vault. One file operation of a
/// command fails, each in its turn.
struct FailedWriteTests {
    @Test(arguments: [["case", "show", "1"], ["case", "list"], ["log", "show"]])
    func anAnswerAndItsEntryOrNeither(_ command: [String]) throws {
        let stage = try Stage()
        try stage.makeGroup()
        let before = try entries(stage)
        let (count, whole) = try stage.operations(command)
        try #require(count > 50)
        var shown = 0
        for operation in 1...count {
            let fault: Disturbance = operation.isMultiple(of: 2) ? .eio : .enospc
            let ended = try stage.run(command, fault, at: operation)
            let after = try entries(stage)
            let place = "\(command) \(fault) at \(operation): \(ended.exit) \(ended.errors)"
            if ended.exit == 0 {
                shown += 1
                #expect(after == before + 1, "\(place)")
                #expect(ended.output == whole.output, "\(place)")
            } else {
                #expect(ended.exit == 5, "\(place)")
                #expect(ended.output == "", "\(place)")
                #expect(!Words.content.contains { ended.errors.contains($0) }, "\(place)")
                #expect((before...before + 2).contains(after), "\(place)")
            }
            // What failed left nothing that stands in the way, and lost nothing.
            if operation.isMultiple(of: 12) || operation == count {
                let next = try stage.must(["case", "show", "1"])
                #expect(next.output.contains(Words.body) && next.output.contains(Words.note), "\(place)")
                try stage.must(["log", "verify"])
                #expect(try stage.leftovers() == [], "\(place)")
            }
            try stage.restore()
        }
        // Operations whose failure does not matter are few: all others refused.
        #expect(shown < count / 4)
    }

    /// Erasing old looks is done and in the log, or not, whichever operation fails. The home, too, catches up at the next command.
    @Test func erasingOldLooksOrNot() throws {
        let stage = try Stage()
        try stage.makeOldGroup()
        let before = try entries(stage)
        let command = ["audit", "expire", "--yes"]
        let (count, _) = try stage.operations(command)
        try #require(count > 50)
        for operation in stride(from: 1, through: count, by: 3) {
            let fault: Disturbance = operation.isMultiple(of: 2) ? .eio : .enospc
            let ended = try stage.run(command, fault, at: operation)
            let after = try entries(stage)
            let place = "\(fault) at \(operation) of \(count): \(ended.exit) \(ended.errors)"
            #expect(ended.exit == 0 ? after == before + 1 : ended.exit == 5 && ended.output == "", "\(place)")
            #expect((before...before + 1).contains(after), "\(place)")
            let found = try stage.lookAtLog()
            #expect(found.erased == (after > before ? 3 : 0) && found.findings == 0, "\(place): \(found)")
            #expect(try stage.leftovers() == [], "\(place)")
            try stage.restore()
        }
    }

    /// Opening also undoes what was left half done.
    private func entries(_ stage: Stage) throws -> Int {
        try VaultFile.open(stage.vault, access: .readWrite).entryCount()
    }
}
