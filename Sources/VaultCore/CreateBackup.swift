import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

extension Session {
    /// `backup create`: the entry first, then a copy of the vault as it is now while others may go on writing, read back whole: every entry
    /// and every part by its hash, and opened as far as I may. Only then it gets its name. Where the vault itself is damaged none is
    /// made, and the findings are returned: a copy of that is no backup. Throws ``Fault``: role, exists, no room.
    package func backUp(to path: String, replacing: Bool, dryRun: Bool, progress: (Int, Int) -> Void) throws -> BackupMade {
        try require(.backupCreated)
        let path = try Fault.ofSystem { () throws(SystemError) in try Files.absolutePath(path) }
        let isTaken = try Fault.ofSystem { () throws(SystemError) in try Files.exists(path) }
        guard replacing || !isTaken else { throw Fault.exists(.file) }
        if dryRun {
            let checked = try check(deep: false, progress: progress)
            return BackupMade(path: path, bytes: 0, items: checked.items, epoch: state.epoch, findings: checked.findings)
        }
        let unfinished = try Fault.ofSystem { () throws(SystemError) in try Files.randomSibling(of: path, suffix: ".new") }
        try append { Change(payload: Payload(.backupCreated, .backup)) }
        do {
            let checked = try copy(to: unfinished, progress)
            let bytes = try Fault.ofSystem { () throws(SystemError) in try Files.length(of: unfinished) }
            if checked.findings.isEmpty {
                try Fault.ofBackup { () throws(StoreError) in try VaultFile.publish(unfinished, as: path, replacing: replacing) }
                // The backup stands, whether or not the home can remember it.
                try? membership.set([.backup: Membership.Backup(time: surroundings.now(), size: edge.size).bytes], at: edge.size)
            } else {
                VaultFile.removeUnfinished(unfinished)
                noteThatNoBackupWasMade()
            }
            return BackupMade(path: path, bytes: bytes, items: checked.items, epoch: state.epoch, findings: checked.findings)
        } catch {
            VaultFile.removeUnfinished(unfinished)
            noteThatNoBackupWasMade()
            throw error
        }
    }

    private func noteThatNoBackupWasMade() {
        try? append { Change(payload: Payload(.backupCreated, outcome: .failed, .backup)) }
    }

    /// A copy that ends where I have verified the vault, and what was found in it.
    private func copy(to path: String, _ progress: (Int, Int) -> Void) throws -> CheckAnswer {
        for _ in 0..<Self.attempts {
            try Fault.ofBackup { () throws(StoreError) in try vault.backup(to: path) }
            let copy = try Fault.ofBackup { () throws(StoreError) in try VaultFile.open(path, access: .readOnly) }
            let size = try Fault.ofBackup { () throws(StoreError) in try copy.entryCount() }
            // Others wrote meanwhile: what they wrote is verified in the vault before it is taken for good in the copy.
            if size > edge.size { try catchUp() }
            if size == edge.size {
                return try Session(apart: copy, membership, surroundings, nil).check(deep: true, progress: progress)
            }
            VaultFile.removeUnfinished(path)
        }
        throw Fault.busy
    }
}

extension Fault {
    /// Runs one call on a file that is a copy of a vault.
    static func ofBackup<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) { return try body() } catch { throw error == .alreadyExists ? Fault.exists(.file) : Fault(vault: error) }
    }
}
